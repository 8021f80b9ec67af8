import type { Router } from 'express'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { linksInput, linksInputByLink } from '#shared/contract/sign-up.ts'
import { discreetly } from '../../http/discreetly.ts'
import { idOfPath, refuseParameters } from '../../http/json-answer.ts'
import { perClient } from '../../http/limits.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import type { LinksService } from './links-service.ts'

/** Whoever lost the link of a sign-up. All answers are alike, whether or not something is mailed (T18). */
export function linksRoutes(links: LinksService): Router {
  const router = strictRouter()
  const some = perClient({ limit: 120, windowMs: 600_000, about: () => 'links' })

  router.post(api.signUpLinks, discreetly, some, async (req, res) => {
    refuseParameters(req)
    const { contact, language } = linksInput.parse(req.body)
    await links.ask(contact, language)
    res.status(204).end()
  })

  router.post(`${api.manage('')}:token/links`, discreetly, some, async (req, res) => {
    refuseParameters(req)
    const { language } = linksInputByLink.parse(req.body)
    await links.askByLink(String(req.params['token']), language)
    res.status(204).end()
  })

  router.post(deskApi.links(':id'), discreetly, async (req, res) => {
    refuseParameters(req)
    const { language } = linksInputByLink.parse(req.body)
    await links.sendTo(actorOf(req), idOfPath(req), language)
    res.status(204).end()
  })

  return router
}
