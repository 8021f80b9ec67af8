import type { Request, Router } from 'express'
import * as z from 'zod'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { mailboxProofHeader, personalFeedInput } from '#shared/contract/personal-feed.ts'
import { NotFoundError } from '../../errors.ts'
import { discreetly } from '../../http/discreetly.ts'
import { idOfPath, refuseParameters } from '../../http/json-answer.ts'
import { perMinute } from '../../http/limits.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import type { Holding, PersonalFeedService } from './personal-service.ts'

const nothing = z.strictObject({})
/** Calendars that one client may make in a minute. */
const madePerMinute = 30

/** Personal calendars: by the link of a sign-up, and at the desk. Without idempotency keys, as an address must stand in one answer alone. */
export function personalFeedRoutes(feeds: PersonalFeedService): Router {
  const router = strictRouter()
  const own = `${api.manage('')}:token/feeds`

  router.get(own, discreetly, async (req, res) => {
    refuseParameters(req)
    res.json(await feeds.list(holdingOf(req)))
  })

  router.post(own, discreetly, perMinute(madePerMinute), async (req, res) => {
    refuseParameters(req)
    await feeds.list(holdingOf(req)) // a link that opens nothing says so whatever is sent with it
    res.status(201).json(await feeds.make(holdingOf(req), personalFeedInput.parse(req.body)))
  })

  router.post(`${own}/:id/rotate`, discreetly, perMinute(madePerMinute), async (req, res) => {
    refuseParameters(req)
    nothing.parse(req.body ?? {})
    res.json(await feeds.rotate(holdingOf(req), feedIdOf(req, 'id')))
  })

  router.post(`${own}/:id/revoke`, discreetly, async (req, res) => {
    refuseParameters(req)
    nothing.parse(req.body ?? {})
    await feeds.revoke(holdingOf(req), feedIdOf(req, 'id'))
    res.status(204).end()
  })

  router.get(deskApi.feeds(':id'), discreetly, async (req, res) => {
    refuseParameters(req)
    res.json(await feeds.listFor(actorOf(req), idOfPath(req)))
  })

  router.post(deskApi.feeds(':id'), discreetly, perMinute(madePerMinute), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await feeds.listFor(actor, id)
    res.status(201).json(await feeds.makeFor(actor, id, personalFeedInput.parse(req.body)))
  })

  router.post(deskApi.rotateFeed(':id', ':feedId'), discreetly, perMinute(madePerMinute), async (req, res) => {
    refuseParameters(req)
    nothing.parse(req.body ?? {})
    res.json(await feeds.rotateFor(actorOf(req), idOfPath(req), feedIdOf(req, 'feedId')))
  })

  router.delete(deskApi.feed(':id', ':feedId'), discreetly, async (req, res) => {
    await feeds.revokeFor(actorOf(req), idOfPath(req), feedIdOf(req, 'feedId'))
    res.status(204).end()
  })

  return router
}

const holdingOf = (req: Request): Holding => ({
  token: String(req.params['token']),
  mailboxProof: req.get(mailboxProofHeader) ?? null,
})

function feedIdOf(req: Request, name: string): string {
  const id = String(req.params[name])
  if (!z.uuid().safeParse(id).success) throw new NotFoundError()
  return id
}
