import type { Router } from 'express'
import { planningApi } from '#shared/contract/paths.ts'
import { previewInput } from '#shared/contract/planning.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { answer, idOfPath, refuseParameters } from '../../http/json-answer.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { refuseUnseenPlace } from './access-service.ts'
import { sightOf } from './policy.ts'
import { previewSchedule } from './preview-service.ts'
import { listEdits, listHosts, listSeries, readBatch, readSeries, readSession } from './reading-service.ts'

/** What the panel reads of what is planned. */
export function planningReadingRoutes(database: Database, clock: Clock): Router {
  const router = strictRouter()

  router.get(planningApi.allSeries, async (req, res) => {
    refuseParameters(req)
    answer(res, await listSeries(database, actorOf(req), clock()))
  })

  router.get(planningApi.series(':id'), async (req, res) => {
    refuseParameters(req)
    answer(res, await readSeries(database, actorOf(req), idOfPath(req), clock()))
  })

  router.get(planningApi.edits(':id'), async (req, res) => {
    refuseParameters(req)
    answer(res, await listEdits(database, actorOf(req), idOfPath(req), clock()))
  })

  router.get(planningApi.session(':id'), async (req, res) => {
    refuseParameters(req)
    answer(res, await readSession(database, actorOf(req), idOfPath(req), clock()))
  })

  router.get(planningApi.batch(':id'), async (req, res) => {
    refuseParameters(req)
    answer(res, await readBatch(database, actorOf(req), idOfPath(req), clock()))
  })

  router.get(planningApi.hosts, async (req, res) => {
    refuseParameters(req)
    answer(res, await listHosts(database, actorOf(req)))
  })

  router.post(planningApi.schedulePreview, async (req, res) => {
    refuseParameters(req)
    const actor = actorOf(req)
    const input = previewInput.parse(req.body)
    await refuseUnseenPlace(database, actor, input)
    res.json(await previewSchedule(database, input, sightOf(actor), clock()))
  })

  return router
}
