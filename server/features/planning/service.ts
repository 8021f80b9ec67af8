import type { Schedule } from '#shared/schedule/schedule.ts'
import { shiftSchedule } from '#shared/schedule/split.ts'
import { placeSpan } from '#shared/time/place.ts'
import type { WallSpan } from '#shared/time/when.ts'
import type { Prisma, PrismaClient } from '../../db/generated/client.ts'
import type { Tx, Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { createSeries, type SeriesInput } from '../activities/service.ts'
import { editor, perform, type Done, type Moment, type Work } from './edit-service.ts'
import type { Text } from './field-columns.ts'
import { divert, patchOf, refuseImpossibleElsewhere, roomsOf, type Elsewhere, type SessionChanges } from './override-service.ts'
import { cancelled, held, type Patch } from './patches.ts'
import {
  findSeriesOf,
  findSessions,
  findSessionsToCome,
  insertActivity,
  patchActivity,
  patchSessions,
  takeZoneData,
  type PlannedActivity,
} from './repository.ts'
import { refuseForeign } from './reference-service.ts'
import {
  datesOf,
  InThePastError,
  refuseAfterProgram,
  refuseImpossible,
  refuseImpossibleSpan,
  whenColumns,
  type WhenColumns,
} from './rules.ts'
import { activityOf, addExtra, followPlace, settle, shiftable, shiftedExtras, type Place, type Scope } from './scope-service.ts'
import { undoBatch, undoOne } from './undo-service.ts'
import { currentActivity, existing, sessionAhead } from './version-service.ts'

export type { Done, Moment } from './edit-service.ts'
export type { Scope } from './scope-service.ts'

/** What an activity says of itself: everything but its schedule, its state and its place in the series. */
export type ActivityFields = Omit<
  Prisma.ActivityUncheckedCreateInput,
  'id' | 'seriesId' | 'position' | 'status' | 'schedule' | 'version' | 'createdAt' | 'sessions'
>

/** What there is instead of a cancelled session. */
export type Instead =
  | { readonly kind: 'session'; readonly sessionId: string }
  | { readonly kind: 'new'; readonly when: WallSpan; readonly place: Place | null }
  | { readonly kind: 'text'; readonly text: Text }

type OfActivity = { readonly activityId: string; readonly version: number }
type OfSession = { readonly sessionId: string; readonly version: number }
type Single = { readonly elsewhere?: readonly Elsewhere[] }
type NewActivity = Single & { readonly fields: ActivityFields; readonly schedule: Schedule; readonly publish: boolean }
type Reason = { readonly reason?: Text | null }

/** Creating, changing and cancelling what is planned. Every operation is one transaction and one row of `Edit`. */
export function planningService(database: { readonly write: Write; readonly prisma: PrismaClient }) {
  const carryOut = editor(database)

  /** One edit of one series, found by something in it. */
  const edit = (
    kind: string,
    moment: Moment,
    roomIds: readonly (string | null | undefined)[],
    seriesOf: (tx: Tx) => Promise<string | null>,
    work: Work,
  ): Promise<Done> =>
    carryOut(moment, async (tx) => {
      const seriesId = await seriesOf(tx)
      if (seriesId === null) throw new NotFoundError()
      const order = { kind, seriesId, moment, roomIds: roomIds.flatMap((id) => id ?? []) }
      return perform(tx, order, work)
    })

  const ofActivity = (activityId: string) => (tx: Tx) => findSeriesOf(tx, { activityId })
  const ofSession = (sessionId: string) => (tx: Tx) => findSeriesOf(tx, { sessionId })

  const create = (seriesOf: (tx: Tx) => Promise<string | null>, input: NewActivity, moment: Moment): Promise<Done> => {
    const { fields, schedule, publish, elsewhere = [] } = input
    refuseImpossible(schedule)
    refuseImpossibleElsewhere(elsewhere)
    return carryOut(moment, async (tx) => {
      const seriesId = await seriesOf(tx)
      if (seriesId === null) throw new NotFoundError()
      await refuseForeign(tx, fields, 'activity', moment)
      const roomIds = [...(fields.roomId ? [fields.roomId] : []), ...roomsOf(elsewhere)]
      return perform(tx, { kind: 'create', seriesId, moment, roomIds }, async (_, before) => {
        const activityId = await insertActivity(tx, { seriesId, fields, schedule, publish, now: moment.now })
        const activity = await existing(tx, activityId)
        refuseAfterProgram(schedule, activity.programEnd)
        const told = await settle(tx, activity, schedule, moment.now, null)
        await divert(tx, [activityId], elsewhere, { before, moment, reason: null })
        return { activityId, told }
      })
    })
  }

  return {
    /** A new series with its first activity. @throws {AppError} 409 slug-taken and as `createActivity` */
    createSeries(input: NewActivity & { readonly series: SeriesInput }, moment: Moment): Promise<Done> {
      return create(async (tx) => (await createSeries((work) => work(tx), input.series)).id, input, moment)
    },

    /** A new activity of a series, with its sessions to come. @throws {AppError} 404, 409 room-taken, 422 impossible-schedule */
    createActivity(input: NewActivity & { readonly seriesId: string }, moment: Moment): Promise<Done> {
      return create(existingSeries(input.seriesId), input, moment)
    },

    /** Shows an activity and its sessions in public. */
    publishActivity({ activityId, version }: OfActivity, moment: Moment): Promise<Done> {
      return edit('publish', moment, [], ofActivity(activityId), async (tx, before) => {
        const activity = await currentActivity(tx, before, activityId, { version, published: true })
        const drafts = (await findSessions(tx, activity)).filter(({ isPublished }) => !isPublished)
        await patchActivity(tx, activityId, { status: 'PUBLISHED' })
        await patchSessions(
          tx,
          drafts.map(({ id }) => ({ id, patch: { publishedAt: moment.now } })),
        )
        return { activityId }
      })
    },

    /**
     * Another schedule for all sessions to come, or for one and those after it: then the activity ends before it and a new one
     * of the same series goes on with the same sessions.
     */
    changeSchedule(
      input: OfActivity & Reason & Single & { readonly schedule: Schedule; readonly scope: Scope },
      moment: Moment,
    ): Promise<Done> {
      const { activityId, version, schedule, scope, reason = null, elsewhere = [] } = input
      refuseImpossible(schedule)
      refuseImpossibleElsewhere(elsewhere)
      return edit('schedule', moment, roomsOf(elsewhere), ofActivity(activityId), async (tx, before) => {
        const whole = await currentActivity(tx, before, activityId, { version, schedule })
        refuseAfterProgram(schedule, whole.programEnd)
        const activity = await activityOf(tx, whole, scope, moment.now)
        const told = await settle(tx, activity, schedule, moment.now, reason)
        await divert(tx, [activity.id], elsewhere, { before, moment, reason })
        return { activityId: activity.id, told }
      })
    },

    /** Every session to come by the same number of days, paired by position: nothing is matched by nearness. */
    shiftSeries(input: OfActivity & Reason & Single & { readonly days: number }, moment: Moment): Promise<Done> {
      const { activityId, version, days, reason = null, elsewhere = [] } = input
      const { now } = moment
      refuseImpossibleElsewhere(elsewhere)
      return edit('shift', moment, roomsOf(elsewhere), ofActivity(activityId), async (tx, before) => {
        const activity = await currentActivity(tx, before, activityId, { version, days })
        const { after, pairs, extras } = await shiftable(tx, activity, days, now)
        await patchSessions(tx, shiftedExtras(extras, days, activity.schedule.zone, now, reason))
        const told = after && (await settle(tx, activity, shiftedSchedule(activity, after, days, now), now, reason, pairs))
        await divert(tx, [activityId], elsewhere, { before, moment, reason })
        return { activityId, ...(told && { told }) }
      })
    },

    /** Other words, host, place and so on, for all or from one session on. Overrides of single sessions stay; the past keeps its place. */
    changeDetails(
      input: OfActivity & Single & { readonly fields: Partial<ActivityFields>; readonly scope: Scope },
      moment: Moment,
    ): Promise<Done> {
      const { activityId, version, fields, scope, elsewhere = [] } = input
      refuseImpossibleElsewhere(elsewhere)
      return edit('details', moment, [fields.roomId, ...roomsOf(elsewhere)], ofActivity(activityId), async (tx, before) => {
        const whole = await currentActivity(tx, before, activityId, { version, ...fields })
        await refuseForeign(tx, fields, 'fields', moment, before.activities.rows.get(activityId))
        const activity = await activityOf(tx, whole, scope, moment.now)
        await patchActivity(tx, activity.id, fields)
        await followPlace(tx, await existing(tx, activity.id), moment.now)
        await divert(tx, [activity.id], elsewhere, { before, moment, reason: null })
        return { activityId: activity.id }
      })
    },

    /** One more date beside the schedule. */
    addSession(input: OfActivity & { readonly when: WallSpan; readonly place: Place | null }, moment: Moment): Promise<Done> {
      const { activityId, version, when, place } = input
      refuseImpossibleSpan(when, 'when')
      return edit('extra', moment, [place?.roomId], ofActivity(activityId), async (tx, before) => {
        const activity = await currentActivity(tx, before, activityId, { version, when, place })
        await refuseForeign(tx, place ?? {}, 'place', moment, before.activities.rows.get(activityId))
        await addExtra(tx, activity, { when, place, path: '' }, moment.now)
        return { activityId }
      })
    },

    /** One session alone; what is set here no rule changes any more. */
    changeSession(input: OfSession & Reason & { readonly changes: SessionChanges }, moment: Moment): Promise<Done> {
      const { sessionId, version, changes, reason = null } = input
      if (changes.when) refuseImpossibleSpan(changes.when, 'changes.when')
      return edit('session', moment, [changes.place?.roomId], ofSession(sessionId), async (tx, before) => {
        const { activity, session } = await sessionAhead(tx, before, sessionId, { version, ...changes }, moment.now)
        await refuseForeign(tx, changes.place ?? {}, 'changes.place', moment, before.sessions.rows.get(sessionId))
        await refuseForeign(
          tx,
          { hostId: changes.host?.accountId ?? null },
          'changes.host',
          moment,
          before.sessions.rows.get(sessionId),
        )
        const order = { now: moment.now, reason, path: 'changes.when' }
        await patchSessions(tx, [{ id: sessionId, patch: await patchOf(tx, activity, session, changes, order) }])
        return { activityId: activity.id }
      })
    },

    /** Cancels in view of everybody: the session stays, with the word, the reason and what instead. */
    cancelSession(input: OfSession & Reason & { readonly instead?: Instead | null }, moment: Moment): Promise<Done> {
      const { sessionId, version, reason = null, instead = null } = input
      if (instead?.kind === 'new') refuseImpossibleSpan(instead.when, 'instead.when')
      const roomIds = instead?.kind === 'new' ? [instead.place?.roomId] : []
      return edit('cancel', moment, roomIds, ofSession(sessionId), async (tx, before) => {
        const { activity, session } = await sessionAhead(tx, before, sessionId, { version, cancelled: true, reason }, moment.now)
        // What is cancelled already stays so since then, whatever reason it is given now.
        const word = session.isCancelled ? { cancelReason: reason } : cancelled(moment.now, reason)
        const columns = await insteadColumns(tx, activity, instead, moment)
        await patchSessions(tx, [{ id: sessionId, patch: { ...word, ...columns } }])
        return { activityId: activity.id }
      })
    },

    /** A cancelled session takes place after all. Whoever was signed up still is. */
    restoreSession({ sessionId, version }: OfSession, moment: Moment): Promise<Done> {
      return edit('restore', moment, [], ofSession(sessionId), async (tx, before) => {
        const { activity } = await sessionAhead(tx, before, sessionId, { version, cancelled: false }, moment.now)
        await patchSessions(tx, [{ id: sessionId, patch: held }])
        return { activityId: activity.id }
      })
    },

    /** Takes an edit back, for 24 hours. @throws {AppError} 409 undo-conflict, too-late, part-of-batch */
    undo({ editId, anyway }: { readonly editId: string; readonly anyway: boolean }, moment: Moment): Promise<Done> {
      return carryOut(moment, (tx) => undoOne(tx, editId, anyway, moment))
    },

    /** Takes back an import or a copied season as one. */
    undoBatch({ batchId, anyway }: { readonly batchId: string; readonly anyway: boolean }, moment: Moment) {
      return carryOut(moment, (tx) => undoBatch(tx, batchId, anyway, moment))
    },

    /**
     * Derives the instants of all sessions to come anew when the machine has another edition of the time zone database than
     * the last time: wall times stay and instants follow. Says how many sessions that touched.
     */
    settleClocks(zoneData: string, now: Date): Promise<number> {
      return database.write(async (tx) => {
        if (!(await takeZoneData(tx, zoneData))) return 0
        const patches = (await findSessionsToCome(tx, now)).flatMap((session): Patch[] => {
          const { id, when, zone, room } = session
          const columns = whenColumns(placeSpan(when, zone), zone, room)
          return differs(columns, session) ? [{ id, patch: columns }] : []
        })
        await patchSessions(tx, patches)
        return patches.length
      })
    },
  }
}

const existingSeries = (id: string) => async (tx: Tx) =>
  (await tx.series.findUnique({ where: { id }, select: { id: true } }))?.id ?? null

/** What is to come, shifted. Dates taken out go through the same pairs as the sessions, so they are given as they were. */
function shiftedSchedule({ programEnd }: PlannedActivity, after: Schedule, days: number, now: Date): Schedule {
  const shifted = shiftSchedule(after, days, programEnd)
  const [first] = datesOf(shifted, programEnd).occurrences
  if (first && first.startMs <= now.getTime()) throw new InThePastError(first.recurrenceId, 'days')
  return shifted.kind === 'rule' && after.kind === 'rule' ? { ...shifted, excluded: after.excluded } : shifted
}

async function insteadColumns(tx: Tx, activity: PlannedActivity, instead: Instead | null, moment: Moment) {
  if (instead === null) return { insteadId: null, insteadText: null }
  if (instead.kind === 'text') return { insteadId: null, insteadText: instead.text }
  if (instead.kind === 'session') {
    await refuseForeign(tx, { insteadId: instead.sessionId }, 'instead', moment)
    return { insteadId: instead.sessionId, insteadText: null }
  }
  await refuseForeign(tx, instead.place ?? {}, 'instead.place', moment)
  return { insteadId: await addExtra(tx, activity, { ...instead, path: 'instead.' }, moment.now), insteadText: null }
}

function differs({ startsAt, endsAt }: WhenColumns, { startMs, endMs }: { startMs: number; endMs: number }): boolean {
  return startsAt.getTime() !== startMs || endsAt.getTime() !== endMs
}
