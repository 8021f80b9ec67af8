import type { Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { answer, languageOf } from '../../http/json-answer.ts'
import { perMinute } from '../../http/limits.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { readToDo, search } from './service.ts'

/** Searches that one client may make in a minute: a quick typist's, several times over. */
const searchesPerMinute = 240

/** What organisers read across all nouns. */
export function reportRoutes(database: Database, clock: Clock): Router {
  const router = strictRouter()

  router.get(api.panelToDo, async (req, res) => {
    const language = languageOf(req)
    answer(res, await readToDo(database, actorOf(req), language, clock()))
  })

  router.get(api.panelSearch, perMinute(searchesPerMinute), async (req, res) => {
    answer(res, await search(database, actorOf(req), req.query, clock()))
  })

  return router
}
