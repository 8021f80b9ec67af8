import type { Request, Router } from 'express'
import * as z from 'zod'
import { mergeInput } from '#shared/contract/merge.ts'
import { deskApi } from '#shared/contract/panel-paths.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { Write } from '../../db/write.ts'
import { idOfPath, languageOf, refuseParameters } from '../../http/json-answer.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { mergeService } from './service.ts'

type Parts = { readonly database: Database; readonly write: Write; readonly clock: Clock }

const nothing = z.strictObject({})

/** Who is who, for staff. Answers about people are kept by no browser. */
export function mergeRoutes(parts: Parts): Router {
  const router = strictRouter()
  const merges = mergeService(parts)
  const pairOf = (req: Request) => ({ id: idOfPath(req), otherId: String(req.params['otherId']) })

  router.get(deskApi.doubles(':id'), async (req, res) => {
    res.json(await merges.doubles(actorOf(req), idOfPath(req), languageOf(req)))
  })

  router.get(deskApi.double(':id', ':otherId'), async (req, res) => {
    res.json(await merges.look(actorOf(req), pairOf(req), languageOf(req)))
  })

  router.post(deskApi.double(':id', ':otherId'), async (req, res) => {
    refuseParameters(req)
    const actor = actorOf(req)
    await merges.mayMerge(actor, pairOf(req))
    res.status(201).json(await merges.merge(actor, pairOf(req), mergeInput.parse(req.body), byOf(req, 'merge')))
  })

  router.post(deskApi.undoMerge(':id', ':mergeId'), async (req, res) => {
    refuseParameters(req)
    const actor = actorOf(req)
    await merges.mayUndo(actor, idOfPath(req))
    nothing.parse(req.body ?? {})
    await merges.undo(actor, idOfPath(req), String(req.params['mergeId']), byOf(req, 'undo'))
    res.status(204).end()
  })

  return router
}
