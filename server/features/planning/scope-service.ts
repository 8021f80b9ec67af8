import type { RecurrenceId, Schedule } from '#shared/schedule/schedule.ts'
import { shiftDate, splitSchedule } from '#shared/schedule/split.ts'
import { startOf, type When, type WallSpan } from '#shared/time/when.ts'
import type { Tx } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import type { Told } from './impact.ts'
import { moved, patchesOf, secondLater, type Patch } from './patches.ts'
import { reconcile } from './reconcile.ts'
import {
  copyActivity,
  findRoom,
  findSessions,
  insertSessions,
  patchActivity,
  patchSessions,
  type PlannedActivity,
  type PlannedSession,
} from './repository.ts'
import type { Columns } from './row-change.ts'
import { datesOf, placeAhead, SessionOverError, whenColumns } from './rules.ts'
import { existing } from './version-service.ts'

/** Which sessions of an activity an edit means. */
export type Scope = { readonly kind: 'all' } | { readonly kind: 'following'; readonly sessionId: string }

export type Place = { readonly venueId: string | null; readonly roomId: string | null }

/** Makes the sessions of an activity those of a schedule, and stores it. */
export async function settle(
  tx: Tx,
  activity: PlannedActivity,
  schedule: Schedule,
  now: Date,
  reason: Columns | null,
  shifted?: ReadonlyMap<RecurrenceId, RecurrenceId>,
): Promise<Told> {
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

/** The activity of a scope: the whole, or what begins with one session. */
export async function activityOf(tx: Tx, whole: PlannedActivity, scope: Scope, now: Date): Promise<PlannedActivity> {
  return scope.kind === 'all' ? whole : splitBefore(tx, whole, scope.sessionId, now)
}

/** Ends an activity before a session and lets a copy in the same series go on with the rows from there on. */
async function splitBefore(tx: Tx, activity: PlannedActivity, sessionId: string, now: Date): Promise<PlannedActivity> {
  const sessions = await findSessions(tx, activity)
  const session = sessions.find(({ id }) => id === sessionId)
  if (!session)
    throw new ImpossibleValueError([
      { name: 'scope.sessionId', value: sessionId, expected: 'a session of this activity', code: 'unknown' },
    ])
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

/** What of a schedule is still to come, where each of its dates goes when it is shifted, and what stands beside the schedule. */
export async function shiftable(tx: Tx, activity: PlannedActivity, days: number, now: Date) {
  const sessions = await findSessions(tx, activity)
  const began = new Set(sessions.filter(({ startMs }) => startMs <= now.getTime()).map(({ recurrenceId }) => recurrenceId))
  const { occurrences } = datesOf(activity.schedule, activity.programEnd)
  const ahead = occurrences.filter(({ recurrenceId, startMs }) => startMs > now.getTime() && !began.has(recurrenceId))
  const [next] = ahead
  const after = next ? splitSchedule(activity.schedule, next.recurrenceId).after : null
  const pairs = new Map(ahead.map(({ recurrenceId }) => [recurrenceId, shiftDate(recurrenceId, days)]))
  const extras = sessions.filter(({ isExtra, isCancelled, startMs }) => isExtra && !isCancelled && startMs > now.getTime())
  return { after, pairs, extras }
}

/** Dates beside the schedule go along when everything is shifted. */
export function shiftedExtras(
  extras: readonly PlannedSession[],
  days: number,
  zone: string,
  now: Date,
  reason: Columns | null,
): Patch[] {
  return extras.map((session) => {
    const when = placeAhead(shiftSpan(session.when, days), zone, now, 'days')
    const recurrenceId = shiftDate(session.recurrenceId, days)
    return { id: session.id, patch: { recurrenceId, ...moved(session, when, { now, zone, reason }) } }
  })
}

function shiftSpan(when: When, days: number): WallSpan {
  return when.kind === 'timed'
    ? { kind: 'timed', start: shiftDate(when.start, days), end: shiftDate(when.end, days) }
    : { kind: 'all-day', firstDay: shiftDate(when.firstDay, days), lastDay: shiftDate(when.lastDay, days) }
}

/** Sessions to come follow their activity to another place, unless they have one of their own. */
export async function followPlace(tx: Tx, activity: PlannedActivity, now: Date): Promise<void> {
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

/** One more date beside the schedule. No rule moves it or takes it away. */
export async function addExtra(
  tx: Tx,
  activity: PlannedActivity,
  input: { readonly when: WallSpan; readonly place: Place | null; readonly path: string },
  now: Date,
): Promise<string> {
  const { schedule } = activity
  const when = placeAhead(input.when, schedule.zone, now, `${input.path}when`)
  const { venueId, roomId } = input.place ?? activity
  const room = roomId === null ? null : await findRoom(tx, roomId)
  if (roomId !== null && !room) throw new NotFoundError()
  const taken = new Set((await findSessions(tx, activity)).map(({ recurrenceId }) => recurrenceId))
  let recurrenceId = secondLater(startOf(when))
  while (taken.has(recurrenceId)) recurrenceId = secondLater(recurrenceId)
  const overrides = ['extra', ...(input.place ? ['place'] : [])]
  const place = { venueId, roomId, room }
  const [id] = await insertSessions(tx, { ...activity, ...place }, [{ recurrenceId, when }], now, overrides)
  return id ?? ''
}
