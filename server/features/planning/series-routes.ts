import type { Router } from 'express'
import { planningApi } from '#shared/contract/paths.ts'
import { copySeasonInput, copySeriesInput, rehearsable, seriesInput, versionInput } from '#shared/contract/planning.ts'
import { reachOf } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { Write } from '../../db/write.ts'
import { idOfPath } from '../../http/json-answer.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { seriesIn } from '../activities/policy.ts'
import { refuse } from '../organisations/rules.ts'
import { mayChangeSeries } from './access-service.ts'
import { copyService } from './copy-service.ts'
import { cleanText, titleIssue } from './field-columns.ts'
import { sightOf } from './policy.ts'
import { archiveSeries, deleteSeries, renameSeries } from './series-service.ts'

/** What happens to series as a whole: names, archive, copies. */
export function seriesRoutes(database: Database, write: Write, clock: Clock): Router {
  const router = strictRouter()
  const copies = copyService({ write, prisma: database.prisma })

  router.put(planningApi.series(':id'), async (req, res) => {
    const id = idOfPath(req)
    await mayChangeSeries(database, actorOf(req), id)
    const { version, title, slug } = seriesInput.parse(req.body)
    refuse([titleIssue(title, 'title')])
    const names = { slug, title: cleanText(title) ?? title }
    res.json(await renameSeries(write, id, version, names, byOf(req, 'rename')))
  })

  router.delete(planningApi.series(':id'), async (req, res) => {
    const id = idOfPath(req)
    await mayChangeSeries(database, actorOf(req), id)
    const { version } = versionInput.parse(req.body)
    res.json(await deleteSeries(write, id, version, byOf(req, 'delete')))
  })

  router.post(planningApi.archiveSeries(':id'), async (req, res) => {
    const id = idOfPath(req)
    await mayChangeSeries(database, actorOf(req), id)
    const { version } = versionInput.parse(req.body)
    res.json(await archiveSeries(write, id, version, clock(), byOf(req, 'archive')))
  })

  router.post(planningApi.unarchiveSeries(':id'), async (req, res) => {
    const id = idOfPath(req)
    await mayChangeSeries(database, actorOf(req), id)
    const { version } = versionInput.parse(req.body)
    res.json(await archiveSeries(write, id, version, null, byOf(req, 'unarchive')))
  })

  router.post(planningApi.copySeries(':id'), async (req, res) => {
    const seriesId = idOfPath(req)
    const actor = actorOf(req)
    await mayChangeSeries(database, actor, seriesId)
    const { title, slug, target, elsewhere, ...confirmed } = copySeriesInput.parse(req.body)
    refuse([title ? titleIssue(title, 'title') : null])
    const rehearse = rehearsable.parse(req.query).rehearse === 'yes'
    const moment = { now: clock(), rehearse, by: byOf(req, 'copy'), ...sightOf(actor), ...confirmed }
    const order = { seriesId, target, slug, title: title && (cleanText(title) ?? title), elsewhere }
    const copied = await copies.copySeries(order, moment)
    res.status(rehearse ? 200 : 201).json(copied)
  })

  router.post(planningApi.copySeason, async (req, res) => {
    const actor = actorOf(req)
    const { what, from, to, target, name, elsewhere, ...confirmed } = copySeasonInput.parse(req.body)
    const chosen =
      what.kind === 'program' ? { programId: what.id } : what.kind === 'club' ? { clubId: what.id } : { id: { in: what.ids } }
    const where = { AND: [chosen, seriesIn(reachOf(actor, 'plan'))] }
    const rehearse = rehearsable.parse(req.query).rehearse === 'yes'
    const moment = { now: clock(), rehearse, by: byOf(req, 'copy'), ...sightOf(actor), ...confirmed }
    res.status(rehearse ? 200 : 201).json(await copies.copySeason({ where, from, to, target, name, elsewhere }, moment))
  })

  return router
}
