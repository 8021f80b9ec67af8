import type { Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { answer, found, languageOf, refuseParameters } from '../../http/json-answer.ts'
import { sendKept } from '../../http/kept-json.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { presentSession } from './present.ts'
import { findSession, placeInSeries } from './repository.ts'
import { isSessionId } from './rules.ts'
import type { PlanService } from './service.ts'

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

/** The plan, for those who are signed in. */
export function planRoutes(plans: PlanService): Router {
  const router = strictRouter()

  router.get(api.panelPlan, async (req, res) => {
    await sendKept(req, res, await plans.plan(actorOf(req), req.query))
  })

  router.get(api.panelPlanChoices, async (req, res) => {
    refuseParameters(req)
    await sendKept(req, res, await plans.choices(actorOf(req)))
  })

  return router
}
