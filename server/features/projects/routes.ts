import type { Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { answer, found, languageOf, slugOfPath } from '../../http/json-answer.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { presentProject } from './present.ts'
import { findProject } from './repository.ts'
import { todayAt } from './rules.ts'

export function projectRoutes(database: Database, clock: Clock): Router {
  const router = strictRouter()
  router.get(api.project(':slug'), async (req, res) => {
    const language = languageOf(req)
    const project = found(await findProject(database, slugOfPath(req)))
    answer(res, presentProject(project, language, todayAt(clock())))
  })
  return router
}
