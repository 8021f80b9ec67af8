import type { Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { answer, found, languageOf, slugOfPath } from '../../http/json-answer.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { todayAt } from '../projects/rules.ts'
import { presentProgram } from './present.ts'
import { findProgram } from './repository.ts'

export function programRoutes(database: Database, clock: Clock): Router {
  const router = strictRouter()
  router.get(api.program(':slug'), async (req, res) => {
    const language = languageOf(req)
    const program = found(await findProgram(database, slugOfPath(req)))
    answer(res, presentProgram(program, language, todayAt(clock())))
  })
  return router
}
