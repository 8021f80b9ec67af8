import type { Router } from 'express'
import { copyInput, erasureInput } from '#shared/contract/privacy.ts'
import { privacyApi } from '#shared/contract/panel-paths.ts'
import { answer, refuseParameters } from '../../http/json-answer.ts'
import { idOfPath } from '../../http/managed.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import type { PrivacyService } from './service.ts'

export function privacyRoutes(privacy: PrivacyService): Router {
  const router = strictRouter()

  router.post(privacyApi.copy(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await privacy.mayAsk(actor, id)
    const copy = await privacy.copy(actor, id, copyInput.parse(req.body))
    res.set('Content-Disposition', 'attachment; filename="podworko-copy.json"')
    answer(res, copy)
  })

  router.get(privacyApi.erasure(':id'), async (req, res) => {
    refuseParameters(req)
    answer(res, await privacy.rehearse(actorOf(req), idOfPath(req)))
  })

  router.post(privacyApi.erasure(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await privacy.mayAsk(actor, id)
    answer(res, await privacy.erase(actor, id, erasureInput.parse(req.body), byOf(req, 'erase')))
  })

  return router
}
