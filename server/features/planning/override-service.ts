import type { WallSpan, When } from '#shared/time/when.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import type { Tx } from '../../db/write.ts'
import type { Moment } from './edit-service.ts'
import { issue, type Text } from './field-columns.ts'
import type { Snapshot } from './impact.ts'
import { marked, moved, type Patch } from './patches.ts'
import { refuseForeign } from './reference-service.ts'
import { findRoom, findSessions, patchSessions, type PlannedActivity, type PlannedSession } from './repository.ts'
import type { Columns } from './row-change.ts'
import { datesOf, placeAhead, refuseImpossibleSpan } from './rules.ts'
import type { Place } from './scope-service.ts'
import { existing } from './version-service.ts'

/** What can be set for one session alone. `when: null` and so on give it back to the rule and to the activity. */
export type SessionChanges = {
  readonly when?: WallSpan | null | undefined
  readonly place?: Place | null | undefined
  readonly title?: Text | null | undefined
  readonly host?: { readonly name: string | null; readonly accountId: string | null } | null | undefined
  readonly note?: Text | null | undefined
}

/** One date of a schedule that goes to another time or another room than the rest; `at` is the start that the schedule gives. */
export type Elsewhere = { readonly at: string; readonly when: WallSpan | null; readonly place: Place | null }

/** Rooms that single dates go to, to be locked with the others. */
export const roomsOf = (elsewhere: readonly Elsewhere[]): string[] => elsewhere.flatMap(({ place }) => place?.roomId ?? [])

/** @throws {ImpossibleScheduleError} 422, naming the field */
export function refuseImpossibleElsewhere(elsewhere: readonly Elsewhere[]): void {
  elsewhere.forEach(({ when }, n) => when && refuseImpossibleSpan(when, `elsewhere.${n}.when`))
}

/**
 * After a schedule gave its sessions: single ones go elsewhere. Where residents knew a session before this edit, that is what it
 * is said to have moved from, not the date in between that nobody saw.
 *
 * @throws {ImpossibleValueError} 422, when no session to come begins there
 */
export async function divert(
  tx: Tx,
  activityIds: readonly string[],
  elsewhere: readonly Elsewhere[],
  { before, moment, reason }: { readonly before: Snapshot; readonly moment: Moment; readonly reason: Text | null },
): Promise<void> {
  if (elsewhere.length === 0) return
  const activities = await Promise.all(activityIds.map((id) => existing(tx, id)))
  const sessions = (await Promise.all(activities.map((activity) => findSessions(tx, activity)))).flat()
  const patches: Patch[] = []
  for (const [n, { at, when, place }] of elsewhere.entries()) {
    const session = sessions.find((one) => one.wallStart === at && !one.isCancelled && one.startMs > moment.now.getTime())
    const activity = activities.find(({ id }) => id === session?.activityId)
    if (!session || !activity) throw new ImpossibleValueError([issue(`elsewhere.${n}.at`, at, 'a date to come', 'unknown')])
    const known = before.sessions.rows.get(session.id)
    await refuseForeign(tx, place ?? {}, `elsewhere.${n}.place`, moment, known)
    const changes = { ...(when && { when }), ...(place && { place }) }
    const order = { now: moment.now, reason, path: `elsewhere.${n}.when` }
    patches.push({
      id: session.id,
      patch: { ...moveOf(known), ...(await patchOf(tx, activity, asKnown(session, known), changes, order)) },
    })
  }
  await patchSessions(tx, patches)
}

const asKnown = (session: PlannedSession, known: Columns | undefined): PlannedSession =>
  known ? { ...session, wallStart: String(known['wallStart']) } : { ...session, isPublished: false }

/** What was said of an earlier move stays said, unless this is another one. */
function moveOf(known: Columns | undefined): Columns {
  const { movedFrom = null, movedAt = null, moveReason = null } = known ?? {}
  return { movedFrom, movedAt, moveReason }
}

/** What of one session's row changes when it is set apart from its activity. */
export async function patchOf(
  tx: Tx,
  activity: PlannedActivity,
  session: PlannedSession,
  changes: SessionChanges,
  { now, reason, path }: { readonly now: Date; readonly reason: Text | null; readonly path: string },
): Promise<Patch['patch']> {
  const { zone } = activity.schedule
  const { when, place, host, ...words } = changes
  const isElsewhere = place !== undefined
  const { venueId, roomId } = place ?? (place === null ? activity : session)
  const room = !isElsewhere ? session.room : roomId === null ? null : await findRoom(tx, roomId)
  if (roomId !== null && isElsewhere && !room) throw new NotFoundError()
  const time = when ? placeAhead(when, zone, now, path) : when === null ? ruleTimeOf(activity, session) : session.when
  return {
    ...words,
    ...(host === undefined ? {} : { host: host?.name ?? null, hostId: host?.accountId ?? null }),
    ...(isElsewhere ? { venueId, roomId } : {}),
    ...moved(session, time, { now, zone, reason }, room),
    overrides: marked(session.overrides, changes),
  }
}

/** The time that the rule gives a session; the one it has, when the rule doesn't know it any more. */
function ruleTimeOf({ schedule, programEnd }: PlannedActivity, { recurrenceId, when }: PlannedSession): When {
  return datesOf(schedule, programEnd).occurrences.find((date) => date.recurrenceId === recurrenceId)?.when ?? when
}
