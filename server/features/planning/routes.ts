import type { Request, Router } from 'express'
import type * as z from 'zod'
import {
  cancelInput,
  detailsInput,
  extraSessionInput,
  newActivityInput,
  newSeriesInput,
  publishInput,
  rehearsable,
  restoreInput,
  scheduleInput,
  sessionInput,
  shiftInput,
  undoInput,
  type reason as reasonSchema,
} from '#shared/contract/planning.ts'
import { planningApi } from '#shared/contract/paths.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { Write } from '../../db/write.ts'
import { idOfPath } from '../../http/json-answer.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { refuse } from '../organisations/rules.ts'
import { mayChangeActivity, mayChangeSeries, mayChangeSession, mayPlanIn, mayUndoBatch, mayUndoEdit } from './access-service.ts'
import { cleanText, columnsOf, fieldIssues, polishIssue, reasonIssue, reasonText, titleIssue } from './field-columns.ts'
import { sightOf } from './policy.ts'
import { underFreeSlug } from './series-service.ts'
import { planningService, type ActivityFields, type Done, type Moment } from './service.ts'

/** Everything that changes what is planned. Who may is asked first, so that nobody learns from a refusal what is there (T06). */
export function planningRoutes(database: Database, write: Write, clock: Clock): Router {
  const router = strictRouter()
  const planning = planningService({ write, prisma: database.prisma })

  router.post(planningApi.allSeries, async (req, res) => {
    const { series, activity, schedule, publish, elsewhere, ...confirmed } = newSeriesInput.parse(req.body)
    await mayPlanIn(database, actorOf(req), series)
    refuse([titleIssue(series.title, 'series.title'), ...fieldIssues(activity, 'activity')])
    const title = cleanText(series.title) ?? { pl: '' }
    const input = { fields: newFields(activity), schedule, publish, elsewhere }
    const moment = momentOf(req, 'create', confirmed)
    const made = await underFreeSlug(database, series, (slug) =>
      planning.createSeries({ ...input, series: { ...series, slug, title } }, moment),
    )
    answerMade(res, made)
  })

  router.post(planningApi.activities(':id'), async (req, res) => {
    const seriesId = idOfPath(req)
    await mayChangeSeries(database, actorOf(req), seriesId)
    const { activity, schedule, publish, elsewhere, ...confirmed } = newActivityInput.parse(req.body)
    refuse(fieldIssues(activity, 'activity'))
    const input = { seriesId, fields: newFields(activity), schedule, publish, elsewhere }
    answerMade(res, await planning.createActivity(input, momentOf(req, 'create', confirmed)))
  })

  router.post(planningApi.publishActivity(':id'), async (req, res) => {
    const activityId = idOfPath(req)
    await mayChangeActivity(database, actorOf(req), activityId)
    const input = publishInput.parse(req.body)
    res.json(await planning.publishActivity({ activityId, ...input }, momentOf(req, 'publish')))
  })

  router.put(planningApi.schedule(':id'), async (req, res) => {
    const activityId = idOfPath(req)
    await mayChangeActivity(database, actorOf(req), activityId)
    const { confirm, anyway, reason, ...input } = scheduleInput.parse(req.body)
    const order = { activityId, ...input, reason: publicReason(reason) }
    res.json(await planning.changeSchedule(order, momentOf(req, 'schedule', { confirm, anyway })))
  })

  router.patch(planningApi.activity(':id'), async (req, res) => {
    const activityId = idOfPath(req)
    await mayChangeActivity(database, actorOf(req), activityId)
    const { confirm, anyway, fields, ...input } = detailsInput.parse(req.body)
    refuse(fieldIssues(fields, 'fields'))
    const order = { activityId, ...input, fields: columnsOf(fields) as Partial<ActivityFields> }
    res.json(await planning.changeDetails(order, momentOf(req, 'details', { confirm, anyway })))
  })

  router.post(planningApi.shiftActivity(':id'), async (req, res) => {
    const activityId = idOfPath(req)
    await mayChangeActivity(database, actorOf(req), activityId)
    const { confirm, anyway, reason, ...input } = shiftInput.parse(req.body)
    const order = { activityId, ...input, reason: publicReason(reason) }
    res.json(await planning.shiftSeries(order, momentOf(req, 'shift', { confirm, anyway })))
  })

  router.post(planningApi.extraSession(':id'), async (req, res) => {
    const activityId = idOfPath(req)
    await mayChangeActivity(database, actorOf(req), activityId)
    const { confirm, anyway, ...input } = extraSessionInput.parse(req.body)
    answerMade(res, await planning.addSession({ activityId, ...input }, momentOf(req, 'extra', { confirm, anyway })))
  })

  router.patch(planningApi.session(':id'), async (req, res) => {
    const sessionId = idOfPath(req)
    await mayChangeSession(database, actorOf(req), sessionId)
    const { confirm, anyway, reason, changes, ...input } = sessionInput.parse(req.body)
    refuse([changes.title ? titleIssue(changes.title, 'changes.title') : null, polishIssue(changes.note, 'changes.note')])
    const order = { sessionId, ...input, changes: cleanChanges(changes), reason: publicReason(reason) }
    res.json(await planning.changeSession(order, momentOf(req, 'session', { confirm, anyway })))
  })

  router.post(planningApi.cancelSession(':id'), async (req, res) => {
    const sessionId = idOfPath(req)
    await mayChangeSession(database, actorOf(req), sessionId)
    const { confirm, anyway, reason, instead, ...input } = cancelInput.parse(req.body)
    refuse([instead?.kind === 'text' ? titleIssue(instead.text, 'instead.text') : null])
    const order = { sessionId, ...input, instead, reason: publicReason(reason) }
    res.json(await planning.cancelSession(order, momentOf(req, 'cancel', { confirm, anyway })))
  })

  router.post(planningApi.restoreSession(':id'), async (req, res) => {
    const sessionId = idOfPath(req)
    await mayChangeSession(database, actorOf(req), sessionId)
    const { version, ...confirmed } = restoreInput.parse(req.body)
    res.json(await planning.restoreSession({ sessionId, version }, momentOf(req, 'restore', confirmed)))
  })

  router.post(planningApi.undoEdit(':id'), async (req, res) => {
    const editId = idOfPath(req)
    await mayUndoEdit(database, actorOf(req), editId)
    const { anyway } = undoInput.parse(req.body)
    res.json(await planning.undo({ editId, anyway }, momentOf(req, 'undo')))
  })

  router.post(planningApi.undoBatch(':id'), async (req, res) => {
    const batchId = idOfPath(req)
    await mayUndoBatch(database, actorOf(req), batchId)
    const { anyway } = undoInput.parse(req.body)
    res.json(await planning.undoBatch({ batchId, anyway }, momentOf(req, 'undo')))
  })

  /** When, on whose behalf, with what in sight, and whether only to see what would happen. */
  function momentOf(req: Request, act: string, confirmed: Pick<Moment, 'confirm' | 'anyway'> = {}): Moment {
    const { rehearse } = rehearsable.parse(req.query)
    return { now: clock(), rehearse: rehearse === 'yes', by: byOf(req, act), ...sightOf(actorOf(req)), ...confirmed }
  }

  return router
}

/** 201 for what was made; a rehearsal made nothing. */
function answerMade(res: { status: (code: number) => { json: (body: unknown) => unknown } }, done: Done): void {
  res.status(done.editId === null ? 200 : 201).json(done)
}

/** Empty columns are left to the database. */
function newFields(fields: Parameters<typeof columnsOf>[0]): ActivityFields {
  const filled = Object.entries(columnsOf(fields)).filter(([, value]) => value !== null)
  return Object.fromEntries(filled) as ActivityFields
}

function publicReason(reason: z.infer<typeof reasonSchema> | null) {
  refuse([reasonIssue(reason)])
  return reasonText(reason)
}

type Changes = z.infer<typeof sessionInput>['changes']

/** Texts without empty languages. */
function cleanChanges({ title, note, ...changes }: Changes): Changes {
  return {
    ...changes,
    ...(title === undefined ? {} : { title: cleanText(title) ?? null }),
    ...(note === undefined ? {} : { note: cleanText(note) ?? null }),
  } as Changes
}
