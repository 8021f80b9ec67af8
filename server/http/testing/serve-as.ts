import express, { type Router } from 'express'
import type { Actor } from '../../actor.ts'
import { importApi } from '#shared/contract/paths.ts'
import { readJsonExcept } from '../json-body.ts'
import { createLogger } from '../log.ts'
import { problemHandler } from '../problem.ts'
import { recogniseActor, requireActor } from '../signed-in.ts'
import { serve, type Ask } from './serve.ts'

/** Serves routes of the panel to one person who is signed in, without the sign-in; null: to nobody. */
export function serveAs(actor: Actor | null, ...routers: readonly Router[]): Promise<Ask> {
  const { logger } = createLogger('error', { write: () => undefined })
  const app = express()
  app.set('query parser', 'simple')
  app.use(
    ...readJsonExcept(importApi.all),
    recogniseActor(async () => actor),
    requireActor,
    ...routers,
    problemHandler(logger),
  )
  return serve(app)
}
