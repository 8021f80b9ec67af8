import type { When } from '#shared/time/when.ts'
import { objectionsTo, type Opening } from '../venues/opening.ts'
import { isHeld, type RoomConflict, type Snapshot, type SoftConflict } from './impact.ts'
import { sameValue, type Columns } from './row-change.ts'

/** A time at a place with a host that somebody wants, numbered; a row of the database, or a date that isn't one yet (`sessionId` null). */
export type Wanted = {
  readonly n: number
  readonly sessionId: string | null
  readonly when: When
  readonly start: string
  readonly end: string
  /** Instants as text. */
  readonly startsAt: string
  readonly endsAt: string
  readonly occupiedFrom: string
  readonly occupiedTo: string
  readonly venueId: string | null
  readonly roomId: string | null
  readonly host: string | null
  readonly hostId: string | null
}

export type Cohort = { readonly clubId: string | null; readonly editionId: string | null; readonly groupId: string | null }
/** A text as it is stored. */
export type Title = { readonly pl: string; readonly en?: string; readonly uk?: string }

type Found = {
  readonly n: number
  readonly otherId: string
  readonly title: Title
  readonly otherStart: string
  readonly otherEnd: string
}
export type FoundRoomConflict = Found & { readonly room: string }
export type FoundSoftConflict = Found & { readonly kind: 'host' | 'cohort' }

/**
 * The sessions of an edit whose room, host and hours have to be looked at: those that are new or take place again, at another time or place
 * or with another host. A new note asks nobody.
 */
export function wantedOf(before: Snapshot, after: Snapshot, zone: string, now: Date): Wanted[] {
  const changed = [...after.sessions.rows].filter(([id, row]) => {
    if (!isHeld(row) || Date.parse(String(row['startsAt'])) <= now.getTime()) return false
    const old = before.sessions.rows.get(id)
    if (!old || !isHeld(old)) return true
    return !sameValue(asked(old, before), asked(row, after))
  })
  return changed.map(([id, row], n) => ({
    n,
    sessionId: id,
    when: whenOfRow(row, zone),
    start: String(row['wallStart']),
    end: String(row['wallEnd']),
    startsAt: String(row['startsAt']),
    endsAt: String(row['endsAt']),
    occupiedFrom: String(row['occupiedFrom']),
    occupiedTo: String(row['occupiedTo']),
    venueId: textOrNull(row['venueId']),
    roomId: textOrNull(row['roomId']),
    ...hostOf(row, after),
  }))
}

function asked(row: Columns, snapshot: Snapshot) {
  const { host, hostId } = hostOf(row, snapshot)
  return [row['occupiedFrom'], row['occupiedTo'], row['startsAt'], row['endsAt'], row['venueId'], row['roomId'], host, hostId]
}

/** The host of a session: its own, else its activity's. */
function hostOf(row: Columns, { activities }: Snapshot): { readonly host: string | null; readonly hostId: string | null } {
  const overrides: unknown = row['overrides']
  const source = Array.isArray(overrides) && overrides.includes('host') ? row : activities.rows.get(String(row['activityId']))
  return { host: textOrNull(source?.['host']), hostId: textOrNull(source?.['hostId']) }
}

function whenOfRow(row: Columns, zone: string): When {
  const [start, end] = [String(row['wallStart']), String(row['wallEnd'])]
  if (row['whenKind'] === 'ALL_DAY') return { kind: 'all-day', firstDay: start, lastDay: end }
  return {
    kind: 'timed',
    start,
    end,
    zone,
    startMs: Date.parse(String(row['startsAt'])),
    endMs: Date.parse(String(row['endsAt'])),
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Conflicts of rooms, without proposals yet; of two sessions that the edit changed both, the first one is told. */
export function roomConflictsOf(
  wanted: readonly Wanted[],
  found: readonly FoundRoomConflict[],
  seen: ReadonlySet<string>,
): RoomConflict[] {
  return withoutMirrored(wanted, found).map(({ one, room, ...other }) => ({
    sessionId: one.sessionId,
    start: one.start,
    end: one.end,
    room,
    other: otherOf(other, seen),
    freeSlots: [],
    freeRooms: [],
  }))
}

/** Conflicts of hosts and cohorts. The id stays the same from rehearsal to save, where sessions are made anew. */
export function softConflictsOf(
  wanted: readonly Wanted[],
  found: readonly FoundSoftConflict[],
  cohort: Title | null,
  seen: ReadonlySet<string>,
): SoftConflict[] {
  return withoutMirrored(wanted, found).map(({ one, kind, ...other }): SoftConflict => {
    const about = { sessionId: one.sessionId, start: one.start, end: one.end, other: otherOf(other, seen) }
    const id = [kind, one.start, other.otherStart, other.otherEnd].join('/')
    return kind === 'host' ? { kind, id, ...about, host: one.host ?? '' } : { kind, id, ...about, cohort: cohort ?? { pl: '' } }
  })
}

/** What speaks against times and places: hours of a venue or room, and closures. */
export function openingConflictsOf(
  wanted: readonly Wanted[],
  opening: Opening,
  names: ReadonlyMap<string, string>,
  zone: string,
): SoftConflict[] {
  return wanted.flatMap((one) => {
    const { venueId, roomId, sessionId, start, end } = one
    if (venueId === null) return []
    const spot = { venueId, roomId }
    return objectionsTo(opening, spot, one.when, zone).map((objection): SoftConflict => {
      const about = { sessionId, start, end }
      if (objection.kind === 'closed') {
        const { kind, closureId, placeId, reason } = objection
        return {
          kind,
          id: [kind, start, closureId].join('/'),
          ...about,
          place: names.get(placeId) ?? '',
          reason: titleOrNull(reason),
        }
      }
      const { kind, day, open } = objection
      const placeId = roomId !== null && (opening.hours.get(roomId)?.length ?? 0) > 0 ? roomId : venueId
      const hours = open.map(({ opensMinute, closesMinute }) => ({ opensMinute, closesMinute }))
      return { kind, id: [kind, start, end, day].join('/'), ...about, place: names.get(placeId) ?? '', open: hours }
    })
  })
}

const titleOrNull = (value: unknown): Title | null =>
  typeof value === 'object' && value !== null && 'pl' in value ? (value as Title) : null

function otherOf({ otherId, title, otherStart, otherEnd }: Omit<Found, 'n'>, seen: ReadonlySet<string>) {
  return { sessionId: otherId, title: seen.has(otherId) ? title : null, start: otherStart, end: otherEnd }
}

function withoutMirrored<T extends Found>(wanted: readonly Wanted[], found: readonly T[]): (T & { readonly one: Wanted })[] {
  const byNumber = new Map(wanted.map((one) => [one.n, one]))
  const told = new Set<string>()
  return found.flatMap((conflict) => {
    const one = byNumber.get(conflict.n)
    if (!one || told.has(`${conflict.otherId} ${one.sessionId}`)) return []
    told.add(`${one.sessionId} ${conflict.otherId}`)
    return [{ ...conflict, one }]
  })
}

/** What nobody said yes to. */
export function unconfirmed(conflicts: readonly SoftConflict[], confirmed: readonly string[]): readonly SoftConflict[] {
  return conflicts.filter(({ id }) => !confirmed.includes(id))
}
