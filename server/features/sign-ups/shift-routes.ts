import type { Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import { shiftSignUpInput, standInInput } from '#shared/contract/shift.ts'
import { NotFoundError } from '../../errors.ts'
import { discreetly } from '../../http/discreetly.ts'
import { languageOf, refuseParameters } from '../../http/json-answer.ts'
import { perClient, perMinute } from '../../http/limits.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { onceOf, sessionIdOf, tokenIn } from './routes.ts'
import type { ShiftService } from './shift-service.ts'

const tenMinutesMs = 600_000

/** What volunteers ask without an account. */
export function shiftRoutes(shifts: ShiftService): Router {
  const router = strictRouter()

  router.get(`${api.session('')}:id/shifts`, async (req, res) => {
    const language = languageOf(req)
    res.set('Cache-Control', 'no-store').json(await shifts.open(sessionIdOf(req), language))
  })

  const perShift = perClient({ limit: 60, windowMs: tenMinutesMs, about: (req) => `shift ${req.params['shiftId']}` })
  router.post(`${api.session('')}:id/shifts/:shiftId/sign-ups`, discreetly, perShift, async (req, res) => {
    refuseParameters(req)
    const [id, shiftId] = [sessionIdOf(req), String(req.params['shiftId'])]
    if (!isId(shiftId)) throw new NotFoundError()
    res.status(201).json(await shifts.join(id, shiftId, shiftSignUpInput.parse(req.body), onceOf(req)))
  })

  router.get(api.volunteering, perMinute(120), async (req, res) => {
    const language = languageOf(req)
    res.set('Cache-Control', 'no-store').json(await shifts.needed(null, language))
  })

  router.get(`${api.manage('')}:token/volunteering`, discreetly, async (req, res) => {
    const language = languageOf(req)
    res.json(await shifts.needed(tokenIn(req), language))
  })

  router.post(`${api.manage('')}:token/stand-in`, discreetly, async (req, res) => {
    refuseParameters(req)
    await shifts.askStandIn(tokenIn(req), standInInput.parse(req.body).wanted)
    res.status(204).end()
  })

  return router
}
