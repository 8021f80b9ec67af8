import type { Occurrence } from '#shared/schedule/expand.ts'
import type { RecurrenceId } from '#shared/schedule/schedule.ts'
import { startOf, type When } from '#shared/time/when.ts'
import { pairDates, type Planned } from './pairing.ts'

/** What reconcile needs to know of a session that is in the database and not removed. */
export type SessionRow = {
  readonly id: string
  readonly recurrenceId: RecurrenceId
  readonly when: When
  /** Instants, for whole days the local midnights. */
  readonly startMs: number
  /** Its time was set for this session alone, so that no rule moves it. */
  readonly hasOwnTime: boolean
  /** One more date beside the schedule: no rule moves it or takes it away. */
  readonly isExtra?: boolean
  readonly isCancelled: boolean
  readonly isPublished: boolean
  readonly peopleCount: number
}

/** An occurrence with the instant at which it starts. */
export type Dated = Occurrence & { readonly startMs: number }

export type ReconcileInput = {
  readonly rows: readonly SessionRow[]
  /** The dates of the schedule as it shall be, those taken out included: `excluded` says which those are. */
  readonly occurrences: readonly Dated[]
  /** Dates that the organiser took out of the schedule so far. They go through the same matching. */
  readonly excluded: readonly RecurrenceId[]
  readonly nowMs: number
  /** Old date to new one, for "shift the whole series": paired by position, so nothing is matched by nearness. */
  readonly shifted?: ReadonlyMap<RecurrenceId, RecurrenceId>
}

/** What has to happen so that the sessions are those of the schedule. Every row is in exactly one of the lists. */
export type Plan = {
  /** Stays as it is; its recurrence id may be another one from now on. */
  readonly keep: readonly { readonly id: string; readonly recurrenceId: RecurrenceId }[]
  readonly move: readonly { readonly id: string; readonly recurrenceId: RecurrenceId; readonly when: When }[]
  readonly create: readonly Occurrence[]
  /** Shown as cancelled: it has people, or it is published and soon. */
  readonly cancel: readonly string[]
  /** Taken away softly; undo brings the same row back. */
  readonly remove: readonly string[]
  /** The dates taken out, as they are in the new schedule. */
  readonly excluded: readonly RecurrenceId[]
  /** Dates taken out that nothing in the new schedule continues: the organiser chooses. */
  readonly unmatchedExclusions: readonly RecurrenceId[]
}

/** A published session that starts within this time is cancelled in view of everybody, never removed (mechanics 4). */
export const noticePeriodMs = 60 * 86_400_000

/**
 * Compares a schedule's dates with the sessions that exist (mechanics 1-4). Found again by recurrence id, else by nearness
 * (`pairDates`); a time set for one session alone stays; what began by `now` stays and uses up its date; nothing is
 * made or moved into the past; nobody's session is removed. Running it again after its plan was carried out changes nothing.
 */
export function reconcile({ rows: all, occurrences, excluded, nowMs, shifted }: ReconcileInput): Plan {
  const rows = all.filter(({ isExtra }) => !isExtra)
  const startOfDate = new Map(occurrences.map(({ recurrenceId, startMs }) => [recurrenceId, startMs]))
  const isOver = (recurrenceId: RecurrenceId) => (startOfDate.get(recurrenceId) ?? 0) <= nowMs
  const takenOut = new Set(excluded)
  // A session on a date that was taken out belongs to no date; what is over there stays.
  const olds: Old[] = [
    ...rows.filter((row) => !takenOut.has(row.recurrenceId)).map((row) => oldOf(row, nowMs, isOver)),
    ...excluded.map((recurrenceId) => ({ recurrenceId, row: null, hasPeople: false, mayTake: () => true })),
  ].toSorted((a, b) => compare(a.recurrenceId, b.recurrenceId))

  const sorted = occurrences.toSorted((a, b) => compare(a.recurrenceId, b.recurrenceId))
  const dates = sorted.map(({ recurrenceId }) => recurrenceId)
  const pairs = shifted ? pairShifted(olds, dates, shifted) : pairDates(olds, dates)
  const dateAt = (n: number): Dated | null => sorted[pairs[n] ?? -1] ?? null
  const used = new Set(olds.map((_, n) => dateAt(n)?.recurrenceId))
  const dateOf = new Map(olds.map(({ row }, n) => [row, dateAt(n)]))
  const fates = rows.map((row) => fateOf(row, dateOf.get(row) ?? null, nowMs))
  const exclusions = olds.flatMap(({ row, recurrenceId }, n) => (row === null ? [{ old: recurrenceId, date: dateAt(n) }] : []))
  return {
    keep: [
      ...fates.flatMap((fate) => (fate.kind === 'keep' ? [{ id: fate.id, recurrenceId: fate.recurrenceId }] : [])),
      ...all.flatMap(({ isExtra, id, recurrenceId }) => (isExtra ? [{ id, recurrenceId }] : [])),
    ],
    move: fates.flatMap((fate) =>
      fate.kind === 'move' ? [{ id: fate.id, recurrenceId: fate.recurrenceId, when: fate.when }] : [],
    ),
    cancel: fates.flatMap((fate) => (fate.kind === 'cancel' ? [fate.id] : [])),
    remove: fates.flatMap((fate) => (fate.kind === 'remove' ? [fate.id] : [])),
    create: sorted
      .filter((date) => !used.has(date.recurrenceId) && date.startMs > nowMs)
      .map(({ recurrenceId, when }) => ({ recurrenceId, when })),
    excluded: exclusions.flatMap(({ date }) => date?.recurrenceId ?? []),
    unmatchedExclusions: exclusions.flatMap(({ old, date }) => (date === null ? [old] : [])),
  }
}

type Old = Planned & { readonly row: SessionRow | null }

type Fate =
  | { readonly kind: 'keep'; readonly id: string; readonly recurrenceId: RecurrenceId }
  | { readonly kind: 'move'; readonly id: string; readonly recurrenceId: RecurrenceId; readonly when: When }
  | { readonly kind: 'cancel' | 'remove'; readonly id: string }

function oldOf(row: SessionRow, nowMs: number, isOver: (recurrenceId: RecurrenceId) => boolean): Old {
  const isFrozen = row.startMs <= nowMs
  // What is to come may stay on its day although the new hour has passed, but it can't go to another day that is over.
  const mayTake = (recurrenceId: RecurrenceId, sameDay: boolean) => isFrozen || sameDay || !isOver(recurrenceId)
  return { recurrenceId: row.recurrenceId, row, hasPeople: row.peopleCount > 0, mayTake }
}

/** By the given pairs; what isn't in them keeps its own date, and comes first. */
function pairShifted(
  olds: readonly Old[],
  dates: readonly RecurrenceId[],
  shifted: ReadonlyMap<RecurrenceId, RecurrenceId>,
): (number | null)[] {
  const indexOf = new Map(dates.map((date, n) => [date, n]))
  const own = new Set(olds.filter(({ recurrenceId }) => !shifted.has(recurrenceId)).map(({ recurrenceId }) => recurrenceId))
  return olds.map(({ recurrenceId, mayTake }) => {
    const target = shifted.get(recurrenceId)
    if (target === undefined) return indexOf.get(recurrenceId) ?? null
    return own.has(target) || !mayTake(target, false) ? null : (indexOf.get(target) ?? null)
  })
}

function fateOf(row: SessionRow, date: Dated | null, nowMs: number): Fate {
  const { id } = row
  if (row.startMs <= nowMs) {
    const usesUp = date !== null && date.startMs > nowMs
    return { kind: 'keep', id, recurrenceId: usesUp ? date.recurrenceId : row.recurrenceId }
  }
  if (date === null) return farewell(row, nowMs)
  const { recurrenceId, when } = date
  const stays = row.hasOwnTime || row.isCancelled || date.startMs <= nowMs || isSame(row.when, when)
  return stays ? { kind: 'keep', id, recurrenceId } : { kind: 'move', id, recurrenceId, when }
}

function farewell(row: SessionRow, nowMs: number): Fate {
  const { id } = row
  if (row.isCancelled) return { kind: 'keep', id, recurrenceId: row.recurrenceId }
  const mustBeSeen = row.peopleCount > 0 || (row.isPublished && row.startMs < nowMs + noticePeriodMs)
  return { kind: mustBeSeen ? 'cancel' : 'remove', id }
}

function isSame(a: When, b: When): boolean {
  if (a.kind === 'all-day' || b.kind === 'all-day')
    return a.kind === 'all-day' && b.kind === 'all-day' && startOf(a) === startOf(b) && a.lastDay === b.lastDay
  return a.start === b.start && a.end === b.end && a.startMs === b.startMs && a.endMs === b.endMs
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
