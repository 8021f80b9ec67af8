import type { Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import type { Database } from '../../db/client.ts'
import { answer, found, languageOf, slugOfPath } from '../../http/json-answer.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { presentOrganisation } from './present.ts'
import { findOrganisation } from './repository.ts'

export function organisationRoutes(database: Database): Router {
  const router = strictRouter()
  router.get(api.organisation(':slug'), async (req, res) => {
    const language = languageOf(req)
    const organisation = found(await findOrganisation(database, slugOfPath(req)))
    answer(res, presentOrganisation(organisation, language))
  })
  return router
}
