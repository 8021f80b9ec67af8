import type { Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import type { Database } from '../../db/client.ts'
import { answer, found, languageOf, slugOfPath } from '../../http/json-answer.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { presentClub } from './present.ts'
import { findClub } from './repository.ts'

export function clubRoutes(database: Database): Router {
  const router = strictRouter()
  router.get(api.club(':slug'), async (req, res) => {
    const language = languageOf(req)
    const club = found(await findClub(database, slugOfPath(req)))
    answer(res, presentClub(club, language))
  })
  return router
}
