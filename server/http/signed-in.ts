import { createHash } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { NotSignedInError, type Actor } from '../actor.ts'
import type { By } from '../db/write.ts'
import { InvalidRequestError } from '../errors.ts'

/** Finds out who sends a request; null: nobody that we know. */
export type Authenticate = (req: Request) => Promise<Actor | null>

const actors = new WeakMap<Request, Actor>()

/** Notes who sends each request; those that nobody signed in sends go on too. */
export function recogniseActor(authenticate: Authenticate): RequestHandler {
  return async (req, _res, next) => {
    const actor = await authenticate(req)
    if (actor) actors.set(req, actor)
    next()
  }
}

/** Stands before everything that only staff may ask. @throws {NotSignedInError} */
export const requireActor: RequestHandler = (req, _res, next) => {
  next(actors.has(req) ? undefined : new NotSignedInError())
}

/** Who sends this request. @throws {NotSignedInError} */
export function actorOf(req: Request): Actor {
  const actor = actors.get(req)
  if (!actor) throw new NotSignedInError()
  return actor
}

/**
 * On whose behalf a route writes: whoever sent the request. An `Idempotency-Key` goes along, so that the same save sent again, as
 * after a lost connection, does no harm and gets the same answer.
 *
 * @param act - what is done, in a word, for the audit log
 */
export function byOf(req: Request, act: string): By {
  const { accountId } = actorOf(req)
  const key = req.get('Idempotency-Key')
  if (key === undefined) return { accountId, act }
  if (!/^[\x21-\x7e]{1,100}$/.test(key))
    throw new InvalidRequestError([
      { name: 'Idempotency-Key', value: key.slice(0, 60), expected: '1 to 100 visible characters of ASCII' },
    ])
  const asked = `${req.method} ${req.originalUrl}\n${JSON.stringify(req.body ?? null)}`
  return { accountId, act, once: { key, request: createHash('sha256').update(asked).digest('hex') } }
}
