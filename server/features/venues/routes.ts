import type { Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import type { Database } from '../../db/client.ts'
import { answer, found, languageOf, slugOfPath } from '../../http/json-answer.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { presentVenue } from './present.ts'
import { findVenue } from './repository.ts'

export function venueRoutes(database: Database): Router {
  const router = strictRouter()
  router.get(api.venue(':slug'), async (req, res) => {
    const language = languageOf(req)
    const venue = found(await findVenue(database, slugOfPath(req)))
    answer(res, presentVenue(venue, language))
  })
  return router
}
