import type { Request, Router } from 'express'
import { callInput } from '#shared/contract/call.ts'
import { callApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import * as z from 'zod'
import { hasSomewhere, NotAllowedError } from '../../actor.ts'
import { answer, idOfPath, languageOf, refuseParameters } from '../../http/json-answer.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import type { ReachService } from './reach-service.ts'

const nothing = z.strictObject({})

/** Who knows of a change, and who has to be phoned. */
export function noticeRoutes(service: ReachService): Router {
  const router = strictRouter()

  router.get(callApi.calls, async (req, res) => {
    res.set('Cache-Control', 'no-store').json(await service.calls(actorOf(req), null, languageOf(req)))
  })

  router.post(callApi.calls, async (req, res) => {
    refuseParameters(req)
    const actor = actorOf(req)
    if (!hasSomewhere(actor, 'tell')) throw new NotAllowedError('tell')
    res.status(201).json(await service.note(actor, callInput.parse(req.body), byOf(req, 'call')))
  })

  router.post(callApi.undoCall(':id'), async (req, res) => {
    refuseParameters(req)
    nothing.parse(req.body ?? {})
    await service.undo(actorOf(req), idOfPath(req), byOf(req, 'call'))
    res.status(204).end()
  })

  router.post(callApi.told(':id'), async (req, res) => {
    refuseParameters(req)
    const actor = actorOf(req)
    nothing.parse(req.body ?? {})
    res.status(201).json(await service.told(actor, idOfPath(req), byOf(req, 'call')))
  })

  router.get(callApi.reach(':id'), async (req, res) => {
    refuseParameters(req)
    answer(res, await service.reach(actorOf(req), idOfPath(req)))
  })

  router.get(callApi.sessionCalls(':id'), async (req, res) => {
    const language = languageOf(req)
    await service.reach(actorOf(req), idOfPath(req))
    res.set('Cache-Control', 'no-store').json(await service.calls(actorOf(req), idOfPath(req), language))
  })

  for (const [path, closed] of [
    [callApi.closeCalls(':id'), true],
    [callApi.reopenCalls(':id'), false],
  ] as const)
    router.post(path, async (req, res) => {
      refuseParameters(req)
      const actor = actorOf(req)
      await service.reach(actor, idOfPath(req))
      nothing.parse(req.body ?? {})
      res.json(await service.close(actor, idOfPath(req), closed, byOf(req, 'call')))
    })

  router.get(`${api.manage('')}:token/news`, async (req, res) => {
    const language = languageOf(req)
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer' })
    res.json(await service.news(tokenIn(req), language))
  })

  router.post(`${api.manage('')}:token/known`, async (req, res) => {
    refuseParameters(req)
    nothing.parse(req.body ?? {})
    await service.know(tokenIn(req))
    res.set('Cache-Control', 'no-store').status(204).end()
  })

  return router
}

const tokenIn = (req: Request): string => String(req.params['token'])
