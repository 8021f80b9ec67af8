import type { RequestHandler } from 'express'

/** Answers about one person, and behind a link: kept by nobody, found by no search engine, their address told to no other server (T21, T22). */
export const discreetly: RequestHandler = (_req, res, next) => {
  res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer' })
  next()
}
