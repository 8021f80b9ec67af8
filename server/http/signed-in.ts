import type { Request, RequestHandler } from 'express'
import { NotSignedInError, type Actor } from '../actor.ts'

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
