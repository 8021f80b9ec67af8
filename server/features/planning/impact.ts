import type { Answer } from '#shared/contract/answer.ts'
import type { impact, leftPart, roomConflict, softConflict, spot } from '#shared/contract/impact.ts'
import { changesBetween, sameValue, type Columns, type RowChange, type Rows } from './row-change.ts'

/** All activities and sessions of a series at one moment. */
export type Snapshot = {
  readonly activities: Rows
  readonly sessions: Rows
  readonly people: ReadonlyMap<string, number>
  /** Names of where each session is. */
  readonly places: ReadonlyMap<string, { readonly venue: string | null; readonly room: string | null }>
}

export type Impact = Answer<typeof impact>
export type RoomConflict = Answer<typeof roomConflict>
export type SoftConflict = Answer<typeof softConflict>
/** A part of an edit that can't be taken back, with the reason. */
export type Left = Omit<Answer<typeof leftPart>, 'start'>
type Spot = Answer<typeof spot>

/** What an operation knows of its impact beyond the rows that it changes. */
export type Told = Partial<Omit<Impact, 'left'>> & { readonly left?: readonly Left[] }

type Changed = {
  readonly sessionId: string
  readonly old: Columns | null
  readonly row: Columns
  readonly people: number
  readonly from: Spot
  readonly to: Spot
}

/** The impact of an edit, seen from its rows: so what is announced is what happens. */
export function impactOf(before: Snapshot, after: Snapshot, { left = [], ...told }: Told, now: Date): Impact {
  const changes = changesBetween(before.sessions, after.sessions).map(({ id }) => changeOf(id, before, after))
  const both = changes.flatMap((change) => (change.old ? [{ ...change, old: change.old }] : []))
  const stillHeld = both.filter(({ old, row }) => isHeld(old) && isHeld(row))
  const moved = stillHeld.filter(({ from, to, old, row }) => !sameValue(from, to) || wasElsewhere(old, row))
  const reworded = stillHeld.filter(({ old, row }) => fieldsOf(old, row).length > 0)
  const cancelled = both.filter(({ old, row }) => isHeld(old) && !isHeld(row) && row['removedAt'] === null)
  const restored = both.filter(({ old, row }) => !isHeld(old) && isHeld(row))
  const added = changes.filter(({ old, row }) => old === null && isHeld(row))
  const removed = both.filter(({ old, row }) => old['removedAt'] === null && row['removedAt'] !== null)
  const shown = stillHeld.filter(({ old, row }) => !isShown(old) && isShown(row))
  const hidden = stillHeld.filter(({ old, row }) => isShown(old) && !isShown(row))
  const restated = changesBetween(before.activities, after.activities).filter((change) => change.before !== null)
  const listed = [moved, added, cancelled, removed, restored, reworded, shown, hidden].flat()
  const touched = new Set(listed.map((one) => one.sessionId))
  const fields = fieldsChanged(restated).filter((name) => name !== 'schedule' || touched.size === 0)
  const affected = [...moved, ...cancelled, ...restored]
  return {
    moved: moved.map(({ sessionId, from, to, people }) => ({ sessionId, from, to, people })),
    added: added.map(({ sessionId, to }) => ({ sessionId, ...to })),
    cancelled: cancelled.map(withPeople),
    removed: removed.map(({ sessionId, to }) => ({ sessionId, ...to })),
    restored: restored.map(withPeople),
    shown: shown.map(withPeople),
    hidden: hidden.map(withPeople),
    reworded: reworded.map((one) => ({ ...withPeople(one), fields: fieldsOf(one.old, one.row) })),
    fields,
    sessions: new Set([...touched, ...(fields.length > 0 ? heldToCome(after, restated, now) : [])]).size,
    people: affected.reduce((sum, { people }) => sum + people, 0),
    roomConflicts: [],
    conflicts: [],
    skipped: [],
    unmatchedExclusions: [],
    ...told,
    left: left.map((part) => ({ ...part, start: startOf(part.id, after) })),
  }
}

function changeOf(id: string, before: Snapshot, after: Snapshot): Changed {
  const [old, row] = [before.sessions.rows.get(id) ?? null, after.sessions.rows.get(id) ?? {}]
  return {
    sessionId: id,
    old,
    row,
    people: after.people.get(id) ?? 0,
    from: spotOf(old ?? row, before.places.get(id)),
    to: spotOf(row, after.places.get(id)),
  }
}

const withPeople = ({ sessionId, to, people }: Changed) => ({ sessionId, ...to, people })

function spotOf(row: Columns, place: { readonly venue: string | null; readonly room: string | null } | undefined): Spot {
  return { start: String(row['wallStart']), end: String(row['wallEnd']), venue: place?.venue ?? null, room: place?.room ?? null }
}

/** Two rooms of different venues may have one name. */
const wasElsewhere = (old: Columns, row: Columns): boolean => old['venueId'] !== row['venueId'] || old['roomId'] !== row['roomId']

const words = ['title', 'host', 'hostId', 'note']
const fieldsOf = (old: Columns, row: Columns): string[] => words.filter((name) => !sameValue(old[name], row[name]))

/** What changed in what the activities say of themselves. Whether they are drafts is told by their sessions. */
function fieldsChanged(changes: readonly RowChange[]): string[] {
  const names = changes.flatMap((change) => Object.keys(change.after)).filter((name) => name !== 'status')
  return [...new Set(names)]
}

/** Sessions of these activities that are to come. */
function heldToCome({ sessions }: Snapshot, activities: readonly RowChange[], now: Date): string[] {
  const ids = new Set<unknown>(activities.map(({ id }) => id))
  return [...sessions.rows].flatMap(([id, row]) =>
    ids.has(row['activityId']) && isHeld(row) && Date.parse(String(row['startsAt'])) > now.getTime() ? [id] : [],
  )
}

function startOf(id: string, { sessions }: Snapshot): string | null {
  const row = sessions.rows.get(id)
  return row ? String(row['wallStart']) : null
}

/** Takes place: neither cancelled nor removed. */
export function isHeld(row: Columns): boolean {
  return row['removedAt'] === null && row['status'] !== 'CANCELLED'
}

const isShown = (row: Columns): boolean => row['publishedAt'] !== null
