import type { RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { carriesOurCookie } from './session-cookie.ts'

export class ForeignOriginError extends AppError {
  readonly code = 'foreign-origin'
  readonly status = 403
  constructor() {
    super('this request comes from a page of another site')
  }
}

const harmless = ['GET', 'HEAD']

/**
 * Refuses what a page of another site makes a signed-in browser send (T28): a request that changes something, carries a cookie of ours and
 * doesn't say that it comes from our own pages. The name in Host was found to be ours before, so a page from there is our own.
 */
export function refuseForeignOrigins(publicUrl: string): RequestHandler {
  return (req, _res, next) => {
    const { cookie, origin, host } = req.headers
    const foreign = !harmless.includes(req.method) && carriesOurCookie(cookie) && origin !== publicUrl && !isOf(origin, host)
    next(foreign ? new ForeignOriginError() : undefined)
  }
}

const isOf = (origin: string | undefined, host: string | undefined): boolean =>
  host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)

/** What a signed-in person gets is kept by no cache and shown to nobody else (T65). */
export const privateAnswers: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store').vary('Cookie')
  next()
}
