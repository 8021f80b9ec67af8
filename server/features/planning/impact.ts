import type { Skipped } from '#shared/schedule/expand.ts'
import type { RecurrenceId } from '#shared/schedule/schedule.ts'
import type { Left, RoomConflict } from './rules.ts'

/** A row as the database wrote it in JSON: the columns that planning owns. */
export type Columns = Readonly<Record<string, unknown>>

/** All activities and sessions of a series at one moment, by id. */
export type Snapshot = {
  readonly activities: ReadonlyMap<string, Columns>
  readonly sessions: ReadonlyMap<string, Columns>
  readonly people: ReadonlyMap<string, number>
}

/** What one row held before and after an edit: only the columns that differ. `before` null: the edit made it. */
export type RowChange = { readonly id: string; readonly before: Columns | null; readonly after: Columns }

/** What undo needs of an edit. */
export type EditRows = { readonly activities: readonly RowChange[]; readonly sessions: readonly RowChange[] }

type Place = { readonly start: string; readonly end: string }

/** What an edit does to residents: shown before it is saved, and told after. */
export type Impact = {
  readonly moved: readonly { readonly sessionId: string; readonly from: Place; readonly to: Place; readonly people: number }[]
  readonly added: readonly (Place & { readonly sessionId: string })[]
  readonly cancelled: readonly (Place & { readonly sessionId: string; readonly people: number })[]
  readonly removed: readonly (Place & { readonly sessionId: string })[]
  /** Was cancelled or removed and takes place again. */
  readonly restored: readonly (Place & { readonly sessionId: string; readonly people: number })[]
  /** People whose session is moved, cancelled or restored. */
  readonly people: number
  readonly roomConflicts: readonly RoomConflict[]
  readonly skipped: readonly Skipped[]
  /** Dates taken out for which the new schedule has no counterpart. */
  readonly unmatchedExclusions: readonly RecurrenceId[]
  /** Parts of an undone edit that stay as they are. */
  readonly left: readonly Left[]
}

export function changesBetween(before: ReadonlyMap<string, Columns>, after: ReadonlyMap<string, Columns>): RowChange[] {
  return [...after].flatMap(([id, row]): RowChange[] => {
    const old = before.get(id)
    if (!old) return [{ id, before: null, after: row }]
    const differing = Object.keys(row).filter((name) => !sameValue(row[name], old[name]))
    return differing.length === 0 ? [] : [{ id, before: pick(old, differing), after: pick(row, differing) }]
  })
}

/** The impact of an edit, seen from its rows: so what is announced is what happens. */
export function impactOf(before: Snapshot, after: Snapshot, told: Partial<Impact>): Impact {
  const changes = changesBetween(before.sessions, after.sessions).map((change) => {
    const row = after.sessions.get(change.id) ?? {}
    const old = before.sessions.get(change.id) ?? null
    return { sessionId: change.id, old, row, people: after.people.get(change.id) ?? 0 }
  })
  const both = changes.flatMap(({ old, ...rest }) => (old ? [{ ...rest, old }] : []))
  const stillHeld = both.filter(({ old, row }) => isHeld(old) && isHeld(row))
  const moved = stillHeld
    .filter(({ old, row }) => old['wallStart'] !== row['wallStart'] || old['wallEnd'] !== row['wallEnd'])
    .map(({ sessionId, old, row, people }) => ({ sessionId, from: placeOf(old), to: placeOf(row), people }))
  const cancelled = both.filter(({ old, row }) => isHeld(old) && !isHeld(row) && row['removedAt'] === null)
  const restored = both.filter(({ old, row }) => !isHeld(old) && isHeld(row))
  const asTold = ({ sessionId, row, people }: (typeof both)[number]) => ({ sessionId, ...placeOf(row), people })
  const affected = [...moved, ...cancelled, ...restored]
  return {
    moved,
    added: changes
      .filter(({ old, row }) => old === null && isHeld(row))
      .map(({ sessionId, row }) => ({ sessionId, ...placeOf(row) })),
    cancelled: cancelled.map(asTold),
    removed: both
      .filter(({ old, row }) => old['removedAt'] === null && row['removedAt'] !== null)
      .map(({ sessionId, row }) => ({ sessionId, ...placeOf(row) })),
    restored: restored.map(asTold),
    people: affected.reduce((sum, { people }) => sum + people, 0),
    roomConflicts: [],
    skipped: [],
    unmatchedExclusions: [],
    left: [],
    ...told,
  }
}

/** Columns that only make sense together: they go back together or not at all. */
const groups: readonly (readonly string[])[] = [
  ['whenKind', 'wallStart', 'wallEnd', 'startsAt', 'endsAt', 'occupiedFrom', 'occupiedTo', 'movedFrom', 'movedAt', 'moveReason'],
  ['venueId', 'roomId'],
  ['status', 'cancelledAt', 'cancelReason', 'insteadId', 'insteadText', 'removedAt'],
  ['activityId', 'recurrenceId', 'seriesId', 'position'],
]

/**
 * What of an edit's change can go back: the columns that still hold what the edit left (mechanics 6), and the names of those
 * that somebody changed since.
 */
export function takenBack(
  change: RowChange,
  current: Columns,
): { readonly back: Columns; readonly changedSince: readonly string[] } {
  const { before, after } = change
  if (!before) return { back: {}, changedSince: [] }
  const names = Object.keys(after).filter((name) => name !== 'overrides')
  const isStale = (name: string) => name in after && !sameValue(current[name], after[name])
  const changedSince = names.filter((name) => (groups.find((group) => group.includes(name)) ?? [name]).some(isStale))
  const back = pick(
    before,
    names.filter((name) => !changedSince.includes(name)),
  )
  if (!('overrides' in after)) return { back, changedSince }
  return { back: { ...back, overrides: overridesBack(listOf(before), listOf(after), listOf(current)) }, changedSince }
}

/** Takes away the marks that the edit set and sets those that it took away, whatever others were set since. */
function overridesBack(before: readonly string[], after: readonly string[], current: readonly string[]): string[] {
  const withoutNew = current.filter((name) => before.includes(name) || !after.includes(name))
  const restored = before.filter((name) => !after.includes(name) && !current.includes(name))
  return [...withoutNew, ...restored]
}

function listOf(columns: Columns): readonly string[] {
  const value = columns['overrides']
  return Array.isArray(value) ? value.map(String) : []
}

/** Takes place: neither cancelled nor removed. */
export function isHeld(row: Columns): boolean {
  return row['removedAt'] === null && row['status'] !== 'CANCELLED'
}

function placeOf(row: Columns): Place {
  return { start: String(row['wallStart']), end: String(row['wallEnd']) }
}

function pick(columns: Columns, names: readonly string[]): Columns {
  return Object.fromEntries(names.map((name) => [name, columns[name]]))
}

/** Both come from the database as JSON, whose keys it keeps in one order. */
function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
