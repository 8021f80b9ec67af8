import type { Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { answer, found, languageOf } from '../../http/json-answer.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { presentSession } from './present.ts'
import { findSession, placeInSeries } from './repository.ts'
import { isSessionId } from './rules.ts'

export function sessionRoutes(database: Database, clock: Clock): Router {
  const router = strictRouter()

  router.get(`${api.session('')}:id`, async (req, res) => {
    const language = languageOf(req)
    const { id } = req.params
    const session = found(isSessionId(id) ? await findSession(database, id) : null)
    const place = await placeInSeries(database, { id, seriesId: session.activity.seriesId })
    answer(res, presentSession(session, place, language, clock()))
  })

  return router
}
