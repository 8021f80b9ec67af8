import type { Router } from 'express'
import { planningApi } from '#shared/contract/paths.ts'
import { templateInput } from '#shared/contract/planning.ts'
import type { Database } from '../../db/client.ts'
import type { Write } from '../../db/write.ts'
import { answer, idOfPath, refuseParameters } from '../../http/json-answer.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { mayChangeActivity } from './access-service.ts'
import { deleteTemplate, listTemplates, saveTemplate } from './template-service.ts'

/** Activities to begin others with. */
export function templateRoutes(database: Database, write: Write): Router {
  const router = strictRouter()

  router.get(planningApi.templates, async (req, res) => {
    refuseParameters(req)
    answer(res, await listTemplates(database, actorOf(req)))
  })

  router.post(planningApi.templates, async (req, res) => {
    const input = templateInput.parse(req.body)
    await mayChangeActivity(database, actorOf(req), input.activityId)
    res.status(201).json(await saveTemplate({ database, write }, actorOf(req), input, byOf(req, 'template')))
  })

  router.delete(planningApi.template(':id'), async (req, res) => {
    res.json(await deleteTemplate({ database, write }, actorOf(req), idOfPath(req), byOf(req, 'template')))
  })

  return router
}
