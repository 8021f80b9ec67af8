import { checkSchedule, checkSpan } from '#shared/schedule/check.ts'
import { ScheduleError } from '#shared/schedule/error.ts'
import type { RecurrenceId, Schedule } from '#shared/schedule/schedule.ts'
import { shiftDate, shiftSchedule, splitSchedule } from '#shared/schedule/split.ts'
import { placeSpan } from '#shared/time/place.ts'
import type { WallSpan, When } from '#shared/time/when.ts'
import type { Prisma, PrismaClient } from '../../db/generated/client.ts'
import { sqlState, type Tx, type Write } from '../../db/write.ts'
import { EditedMeanwhileError, NotFoundError } from '../../errors.ts'
import { changesBetween, impactOf, type EditRows, type Impact, type Snapshot } from './impact.ts'
import { cancelled, held, marked, moved, patchesOf, type Patch } from './patches.ts'
import { reconcile } from './reconcile.ts'
import {
  copyActivity,
  findActivity,
  findEdit,
  findRoom,
  findRoomConflicts,
  findSeriesOf,
  findSessions,
  findSessionsToCome,
  insertEdit,
  insertSessions,
  lockSeries,
  markUndone,
  nextPosition,
  patchActivity,
  patchSessions,
  readSnapshot,
  takeZoneData,
  type PlannedActivity,
  type PlannedSession,
} from './repository.ts'
import {
  datesOf,
  ImpossibleScheduleError,
  InThePastError,
  placeAhead,
  RoomTakenError,
  SessionOverError,
  UndoConflictError,
  whenColumns,
  type Left,
  type RoomConflict,
  type WhenColumns,
} from './rules.ts'
import { takeBack } from './undo.ts'

/** What an activity says of itself: everything but its schedule, its state and its place in the series. */
export type ActivityFields = Omit<
  Prisma.ActivityUncheckedCreateInput,
  'id' | 'seriesId' | 'position' | 'status' | 'schedule' | 'version' | 'createdAt' | 'sessions'
>
export type Text = Readonly<Record<string, string>>

/** What an edit did, or would do when it was only rehearsed (`editId` null: nothing was changed). */
export type Done = { readonly editId: string | null; readonly activityId: string; readonly impact: Impact }

/** `now` is the instant of the edit. A rehearsal does everything and takes it back: the impact before saving is what happens. */
export type Moment = { readonly now: Date; readonly rehearse?: boolean }

/** Which sessions of an activity an edit means. */
export type Scope = { readonly kind: 'all' } | { readonly kind: 'following'; readonly sessionId: string }

/** What can be set for one session alone. `when: null` and so on give it back to the rule and to the activity. */
export type SessionChanges = {
  readonly when?: WallSpan | null
  readonly place?: { readonly venueId: string | null; readonly roomId: string | null } | null
  readonly title?: Text | null
  readonly host?: string | null
  readonly note?: Text | null
}

export type PlanningService = ReturnType<typeof planningService>

/** Creating, changing and cancelling what is planned. Every operation is one transaction and one row of `Edit`. */
export function planningService({ write, prisma }: { readonly write: Write; readonly prisma: PrismaClient }) {
  /** One edit of one series: locks, work, room conflicts, impact, record. */
  async function edit(
    kind: string,
    { now, rehearse = false }: Moment,
    roomIds: readonly string[],
    seriesOf: (tx: Tx) => Promise<string | null>,
    work: (
      tx: Tx,
      before: Snapshot,
    ) => Promise<{ readonly activityId: string; readonly told?: Partial<Impact>; readonly undoes?: string }>,
  ): Promise<Done> {
    const perform = async (tx: Tx): Promise<Done> => {
      const seriesId = await seriesOf(tx)
      if (seriesId === null) throw new NotFoundError()
      await lockSeries(tx, seriesId, roomIds)
      const before = await readSnapshot(tx, seriesId)
      const { activityId, told = {}, undoes } = await work(tx, before)
      const after = await readSnapshot(tx, seriesId)
      const rows = {
        activities: changesBetween(before.activities, after.activities),
        sessions: changesBetween(before.sessions, after.sessions),
      }
      const roomConflicts = conflictsOf(new Set(rows.sessions.map(({ id }) => id)), await findRoomConflicts(tx, seriesId))
      if (roomConflicts.length > 0 && !rehearse) throw new RoomTakenError(roomConflicts)
      const impact = impactOf(before, after, { ...told, roomConflicts })
      if (rows.activities.length + rows.sessions.length === 0 || rehearse) return { editId: null, activityId, impact }
      const editId = await insertEdit(tx, seriesId, kind, now, rows)
      if (undoes) await markUndone(tx, undoes, editId)
      return { editId, activityId, impact }
    }
    return rehearse ? rehearsed(prisma, perform) : namingConflicts(() => write(perform))
  }

  const seriesOfActivity = (activityId: string) => (tx: Tx) => findSeriesOf(tx, { activityId })
  const seriesOfSession = (sessionId: string) => (tx: Tx) => findSeriesOf(tx, { sessionId })

  return {
    /** A new activity of a series, with its sessions to come. @throws {AppError} 404, 409 room-taken, 422 impossible-schedule */
    createActivity(
      input: {
        readonly seriesId: string
        readonly fields: ActivityFields
        readonly schedule: Schedule
        readonly publish: boolean
      },
      moment: Moment,
    ): Promise<Done> {
      const { seriesId, fields, schedule, publish } = input
      refuseImpossible(schedule)
      return edit('create', moment, fields.roomId ? [fields.roomId] : [], existingSeries(seriesId), async (tx) => {
        const { id } = await tx.activity.create({
          data: {
            ...fields,
            seriesId,
            position: await nextPosition(tx, seriesId),
            status: publish ? 'PUBLISHED' : 'DRAFT',
            schedule: schedule as Prisma.InputJsonValue,
            createdAt: moment.now,
          },
          select: { id: true },
        })
        return { activityId: id, told: await settle(tx, await existing(tx, id), schedule, moment.now, null) }
      })
    },

    /** Shows an activity and its sessions in public. */
    publishActivity(
      { activityId, version }: { readonly activityId: string; readonly version: number },
      moment: Moment,
    ): Promise<Done> {
      return edit('publish', moment, [], seriesOfActivity(activityId), async (tx) => {
        const activity = await current(tx, activityId, version)
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
      input: {
        readonly activityId: string
        readonly version: number
        readonly schedule: Schedule
        readonly scope: Scope
        readonly reason?: Text | null
      },
      moment: Moment,
    ): Promise<Done> {
      const { activityId, version, schedule, scope, reason = null } = input
      refuseImpossible(schedule)
      return edit('schedule', moment, [], seriesOfActivity(activityId), async (tx) => {
        const whole = await current(tx, activityId, version)
        const activity = scope.kind === 'all' ? whole : await splitBefore(tx, whole, scope.sessionId, moment.now)
        return { activityId: activity.id, told: await settle(tx, activity, schedule, moment.now, reason) }
      })
    },

    /** Every session to come by the same number of days, paired by position: nothing is matched by nearness. */
    shiftSeries(
      input: { readonly activityId: string; readonly version: number; readonly days: number; readonly reason?: Text | null },
      moment: Moment,
    ): Promise<Done> {
      const { activityId, version, days, reason = null } = input
      return edit('shift', moment, [], seriesOfActivity(activityId), async (tx) => {
        const activity = await current(tx, activityId, version)
        const { after, pairs } = await shiftable(tx, activity, days, moment.now)
        if (!after) return { activityId }
        const { occurrences } = datesOf(shiftSchedule(after, days, activity.programEnd), activity.programEnd)
        const first = occurrences[0]
        if (first && first.startMs <= moment.now.getTime()) throw new InThePastError(first.recurrenceId)
        const shifted = shiftSchedule(after, days, activity.programEnd)
        // Dates taken out go through the same pairs, so they are given as they were.
        const schedule = shifted.kind === 'rule' && after.kind === 'rule' ? { ...shifted, excluded: after.excluded } : shifted
        return { activityId, told: await settle(tx, activity, schedule, moment.now, reason, pairs) }
      })
    },

    /** Other words, host, place and so on, for all or from one session on. Overrides of single sessions stay; the past keeps its place. */
    changeDetails(
      input: {
        readonly activityId: string
        readonly version: number
        readonly fields: Partial<ActivityFields>
        readonly scope: Scope
      },
      moment: Moment,
    ): Promise<Done> {
      const { activityId, version, fields, scope } = input
      return edit('details', moment, fields.roomId ? [fields.roomId] : [], seriesOfActivity(activityId), async (tx) => {
        const whole = await current(tx, activityId, version)
        const activity = scope.kind === 'all' ? whole : await splitBefore(tx, whole, scope.sessionId, moment.now)
        await patchActivity(tx, activity.id, fields)
        await followPlace(tx, await existing(tx, activity.id), moment.now)
        return { activityId: activity.id }
      })
    },

    /** One session alone; what is set here no rule changes any more. */
    changeSession(
      input: {
        readonly sessionId: string
        readonly version: number
        readonly changes: SessionChanges
        readonly reason?: Text | null
      },
      moment: Moment,
    ): Promise<Done> {
      const { sessionId, version, changes, reason = null } = input
      if (changes.when) refuseImpossibleSpan(changes.when)
      const roomIds = changes.place?.roomId ? [changes.place.roomId] : []
      return edit('session', moment, roomIds, seriesOfSession(sessionId), async (tx) => {
        const { activity, session } = await sessionAhead(tx, sessionId, version, moment.now)
        await patchSessions(tx, [{ id: sessionId, patch: await patchOf(tx, activity, session, changes, moment.now, reason) }])
        return { activityId: activity.id }
      })
    },

    /** Cancels in view of everybody: the session stays, with the word, the reason and what instead. */
    cancelSession(
      input: {
        readonly sessionId: string
        readonly version: number
        readonly reason?: Text | null
        readonly insteadId?: string | null
        readonly insteadText?: Text | null
      },
      moment: Moment,
    ): Promise<Done> {
      const { sessionId, version, reason = null, insteadId = null, insteadText = null } = input
      return edit('cancel', moment, [], seriesOfSession(sessionId), async (tx) => {
        const { activity } = await sessionAhead(tx, sessionId, version, moment.now)
        await patchSessions(tx, [{ id: sessionId, patch: { ...cancelled(moment.now, reason), insteadId, insteadText } }])
        return { activityId: activity.id }
      })
    },

    /** A cancelled session takes place after all. Whoever was signed up still is. */
    restoreSession(
      { sessionId, version }: { readonly sessionId: string; readonly version: number },
      moment: Moment,
    ): Promise<Done> {
      return edit('restore', moment, [], seriesOfSession(sessionId), async (tx) => {
        const { activity } = await sessionAhead(tx, sessionId, version, moment.now)
        await patchSessions(tx, [{ id: sessionId, patch: held }])
        return { activityId: activity.id }
      })
    },

    /**
     * Takes an edit back as a new edit (mechanics 6). What somebody changed since, what began and what has people stays; without
     * `anyway` such a rest is a 409 that lists it.
     */
    undo({ editId, anyway }: { readonly editId: string; readonly anyway: boolean }, moment: Moment): Promise<Done> {
      return edit(
        'undo',
        moment,
        [],
        (tx) => findSeriesOf(tx, { editId }),
        async (tx, before) => {
          const found = await findEdit(tx, editId)
          if (!found) throw new NotFoundError()
          if (found.isUndone) throw new UndoConflictError([{ id: editId, reason: 'changed-since', fields: ['undoneBy'] }])
          const left = await writeBack(tx, found.rows, before, moment.now)
          if (left.length > 0 && !anyway && !moment.rehearse) throw new UndoConflictError(left)
          const activityId =
            found.rows.activities[0]?.id ?? String(before.sessions.get(found.rows.sessions[0]?.id ?? '')?.['activityId'])
          return { activityId, told: { left }, undoes: editId }
        },
      )
    },

    /**
     * Derives the instants of all sessions to come anew when the machine has another edition of the time zone database than
     * the last time: wall times stay and instants follow. Says how many sessions that touched.
     */
    settleClocks(zoneData: string, now: Date): Promise<number> {
      return write(async (tx) => {
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

/** Makes the sessions of an activity those of a schedule, and stores it. */
async function settle(
  tx: Tx,
  activity: PlannedActivity,
  schedule: Schedule,
  now: Date,
  reason: Text | null,
  shifted?: ReadonlyMap<RecurrenceId, RecurrenceId>,
): Promise<Partial<Impact>> {
  const sessions = await findSessions(tx, activity)
  const { occurrences, skipped } = datesOf(schedule, activity.programEnd)
  const excluded = schedule.kind === 'rule' ? schedule.excluded : []
  const plan = reconcile({ rows: sessions, occurrences, excluded, nowMs: now.getTime(), ...(shifted ? { shifted } : {}) })
  const stored = schedule.kind === 'rule' ? { ...schedule, excluded: plan.excluded } : schedule
  await patchActivity(tx, activity.id, { schedule: stored })
  await patchSessions(tx, patchesOf(plan, sessions, { now, zone: schedule.zone, reason }))
  await insertSessions(tx, { ...activity, schedule }, plan.create, now)
  const takenOut = plan.excluded.map((recurrenceId) => ({ recurrenceId, reason: { kind: 'excluded' as const } }))
  return { skipped: [...skipped, ...takenOut], unmatchedExclusions: plan.unmatchedExclusions }
}

/** Ends an activity before a session and lets a copy in the same series go on with the rows from there on. */
async function splitBefore(tx: Tx, activity: PlannedActivity, sessionId: string, now: Date): Promise<PlannedActivity> {
  const sessions = await findSessions(tx, activity)
  const session = sessions.find(({ id }) => id === sessionId)
  if (!session) throw new NotFoundError()
  if (session.startMs <= now.getTime()) throw new SessionOverError(sessionId, session.wallStart)
  const dates = datesOf(activity.schedule, activity.programEnd).occurrences.map(({ recurrenceId }) => recurrenceId)
  const at = dates.find((date) => date >= session.recurrenceId) ?? session.recurrenceId
  const { before, after } = splitSchedule(activity.schedule, at)
  if (!before) return activity
  const id = await copyActivity(tx, activity, after ?? activity.schedule, now)
  await patchActivity(tx, activity.id, { schedule: before })
  const following = sessions.filter(({ recurrenceId }) => recurrenceId >= at)
  await patchSessions(
    tx,
    following.map((one) => ({ id: one.id, patch: { activityId: id } })),
  )
  return existing(tx, id)
}

/** What of a schedule is still to come, and where each of its dates goes when it is shifted. */
async function shiftable(tx: Tx, activity: PlannedActivity, days: number, now: Date) {
  const sessions = await findSessions(tx, activity)
  const began = new Set(sessions.filter(({ startMs }) => startMs <= now.getTime()).map(({ recurrenceId }) => recurrenceId))
  const { occurrences } = datesOf(activity.schedule, activity.programEnd)
  const ahead = occurrences.filter(({ recurrenceId, startMs }) => startMs > now.getTime() && !began.has(recurrenceId))
  const [next] = ahead
  const after = next ? splitSchedule(activity.schedule, next.recurrenceId).after : null
  const pairs = new Map(ahead.map(({ recurrenceId }) => [recurrenceId, shiftDate(recurrenceId, days)]))
  return { after, pairs }
}

/** Sessions to come follow their activity to another place, unless they have one of their own. */
async function followPlace(tx: Tx, activity: PlannedActivity, now: Date): Promise<void> {
  const { venueId, roomId, room, schedule } = activity
  const following = (await findSessions(tx, activity)).filter(
    (one) => one.startMs > now.getTime() && !one.isCancelled && !one.overrides.includes('place'),
  )
  const elsewhere = following.filter((one) => one.venueId !== venueId || one.roomId !== roomId)
  await patchSessions(
    tx,
    elsewhere.map(({ id, when }) => {
      const { occupiedFrom, occupiedTo } = whenColumns(when, schedule.zone, room)
      return { id, patch: { venueId, roomId, occupiedFrom, occupiedTo } }
    }),
  )
}

async function patchOf(
  tx: Tx,
  activity: PlannedActivity,
  session: PlannedSession,
  changes: SessionChanges,
  now: Date,
  reason: Text | null,
): Promise<Patch['patch']> {
  const { zone } = activity.schedule
  const { when, place, ...words } = changes
  const isElsewhere = place !== undefined
  const { venueId, roomId } = place ?? (place === null ? activity : session)
  const room = !isElsewhere ? session.room : roomId === null ? null : await findRoom(tx, roomId)
  if (roomId !== null && isElsewhere && !room) throw new NotFoundError()
  const time = when ? placeAhead(when, zone, now) : when === null ? ruleTimeOf(activity, session) : session.when
  return {
    ...words,
    ...(isElsewhere ? { venueId, roomId } : {}),
    ...moved(session, time, { now, zone, reason }, room),
    overrides: marked(session.overrides, changes),
  }
}

/** The time that the rule gives a session; the one it has, when the rule doesn't know it any more. */
function ruleTimeOf({ schedule, programEnd }: PlannedActivity, { recurrenceId, when }: PlannedSession): When {
  return datesOf(schedule, programEnd).occurrences.find((date) => date.recurrenceId === recurrenceId)?.when ?? when
}

/** Writes what can be taken back; a row whose room is taken by now stays as it is. */
async function writeBack(tx: Tx, rows: EditRows, before: Snapshot, now: Date): Promise<readonly Left[]> {
  const { sessions, activities, left } = takeBack(rows, before, now)
  for (const { id, patch } of activities) await patchActivity(tx, id, patch)
  await patchSessions(tx, sessions)
  const [seriesId] = [...before.activities.values()].map((row) => String(row['seriesId']))
  const taken = new Set((await findRoomConflicts(tx, seriesId ?? '')).map(({ sessionId }) => sessionId))
  const stays = sessions.filter(({ id }) => taken.has(id))
  await patchSessions(
    tx,
    stays.map(({ id, patch }) => ({ id, patch: pickFrom(before, id, Object.keys(patch)) })),
  )
  return [...left, ...stays.map(({ id, patch }) => ({ id, reason: 'room-taken' as const, fields: Object.keys(patch) }))]
}

function pickFrom({ sessions }: Snapshot, id: string, names: readonly string[]): Patch['patch'] {
  const row = sessions.get(id) ?? {}
  return Object.fromEntries(names.map((name) => [name, row[name]]))
}

async function existing(tx: Tx, activityId: string): Promise<PlannedActivity> {
  const activity = await findActivity(tx, activityId)
  if (!activity) throw new NotFoundError()
  return activity
}

/** The activity, if it is still the version that the editor saw. */
async function current(tx: Tx, activityId: string, version: number): Promise<PlannedActivity> {
  const activity = await existing(tx, activityId)
  const { title, schedule } = activity
  if (activity.version !== version) throw new EditedMeanwhileError({ version }, { version: activity.version, title, schedule })
  return activity
}

async function sessionAhead(tx: Tx, sessionId: string, version: number, now: Date) {
  const found = await tx.session.findFirst({ where: { id: sessionId, removedAt: null }, select: { activityId: true } })
  if (!found) throw new NotFoundError()
  const activity = await existing(tx, found.activityId)
  const session = (await findSessions(tx, activity)).find(({ id }) => id === sessionId)
  if (!session) throw new NotFoundError()
  const { wallStart, overrides } = session
  if (session.version !== version) throw new EditedMeanwhileError({ version }, { version: session.version, wallStart, overrides })
  if (session.startMs <= now.getTime()) throw new SessionOverError(sessionId, wallStart)
  return { activity, session }
}

const existingSeries = (id: string) => async (tx: Tx) =>
  (await tx.series.findUnique({ where: { id }, select: { id: true } }))?.id ?? null

function refuseImpossible(schedule: Schedule): void {
  try {
    checkSchedule(schedule)
  } catch (error) {
    throw error instanceof ScheduleError ? new ImpossibleScheduleError(error) : error
  }
}

function refuseImpossibleSpan(span: WallSpan): void {
  try {
    checkSpan(span)
  } catch (error) {
    throw error instanceof ScheduleError ? new ImpossibleScheduleError(error) : error
  }
}

function differs({ startsAt, endsAt }: WhenColumns, { startMs, endMs }: { startMs: number; endMs: number }): boolean {
  return startsAt.getTime() !== startMs || endsAt.getTime() !== endMs
}

/** Seen from the sessions that the edit changed; of two that it changed both, the first one is told. */
function conflictsOf(changed: ReadonlySet<string>, conflicts: readonly RoomConflict[]): RoomConflict[] {
  const told = new Set<string>()
  return conflicts.filter(({ sessionId, other }) => {
    const isNews = changed.has(sessionId) && !told.has(`${other.sessionId} ${sessionId}`)
    told.add(`${sessionId} ${other.sessionId}`)
    return isNews || (changed.has(sessionId) && !changed.has(other.sessionId))
  })
}

/** Carries the answer of a rehearsal out of the transaction that it takes back. */
class Rehearsed extends Error {
  constructor(readonly done: Done) {
    super('rehearsed')
  }
}

async function rehearsed(prisma: PrismaClient, perform: (tx: Tx) => Promise<Done>): Promise<Done> {
  try {
    return await prisma.$transaction(
      async (tx) => {
        throw new Rehearsed(await perform(tx))
      },
      { timeout: 60_000, maxWait: 10_000 },
    )
  } catch (error) {
    if (error instanceof Rehearsed) return error.done
    throw error
  }
}

/** Who lost a race for a room runs again: the winner's session is visible then and can be named. */
async function namingConflicts(run: () => Promise<Done>): Promise<Done> {
  try {
    return await run()
  } catch (error) {
    if (sqlState(error) !== '23P01') throw error
    return run()
  }
}
