import { isHeld, type Left, type Snapshot } from './impact.ts'
import { secondLater } from './patches.ts'
import { noticePeriodMs } from './reconcile.ts'
import { takenBack, type Columns, type EditRows, type RowChange } from './row-change.ts'

/** What taking an edit back writes, and what of it has to stay. */
export type TakenBack = {
  readonly sessions: readonly { readonly id: string; readonly patch: Columns }[]
  readonly activities: readonly { readonly id: string; readonly patch: Columns }[]
  readonly left: readonly Left[]
}

/**
 * Works out how an edit is taken back (mechanics 6): only columns that still hold what the edit left go back. Sessions that
 * it made go, unless they have people; nothing moves into the past; what began keeps its time.
 */
export function takeBack(rows: EditRows, current: Snapshot, now: Date): TakenBack {
  const sessions = rows.sessions.map((change) => sessionBack(change, current, now))
  const patches = new Map(sessions.map(({ id, patch }) => [id, patch]))
  const inUse = new Set(
    [...current.sessions.rows].flatMap(([id, row]) => {
      const after = { ...row, ...patches.get(id) }
      return after['removedAt'] === null ? [after['activityId']] : []
    }),
  )
  const activities = rows.activities.map((change) => activityBack(change, current, inUse.has(change.id)))
  return {
    sessions: withoutDoubles(
      sessions.flatMap(({ id, patch }) => (Object.keys(patch).length === 0 ? [] : [{ id, patch }])),
      current,
    ),
    activities: activities.flatMap(({ id, patch }) => (Object.keys(patch).length === 0 ? [] : [{ id, patch }])),
    left: [...sessions, ...activities].flatMap(({ left }) => left ?? []),
  }
}

type Back = { readonly id: string; readonly patch: Columns; readonly left: Left | null }

function sessionBack(change: RowChange, current: Snapshot, now: Date): Back {
  const { id, before } = change
  const row = current.sessions.rows.get(id)
  if (!row) return { id, patch: {}, left: null }
  const began = Date.parse(String(row['startsAt'])) <= now.getTime()
  if (before === null) return madeBack(id, row, current.people.get(id) ?? 0, began, now)
  const { back, changedSince } = takenBack(change, row)
  const fields = began || goesIntoPast(back, now) ? Object.keys(back).filter((name) => !bookkeeping.includes(name)) : []
  const patch = Object.fromEntries(Object.entries(back).filter(([name]) => !fields.includes(name)))
  if (changedSince.length > 0) return { id, patch, left: { id, reason: 'changed-since', fields: changedSince } }
  return { id, patch, left: fields.length > 0 ? { id, reason: 'began', fields } : null }
}

/** What nobody sees, and what must fit the schedule that comes back. */
const bookkeeping = ['activityId', 'recurrenceId']

function madeBack(id: string, row: Columns, people: number, began: boolean, now: Date): Back {
  if (!isHeld(row)) return { id, patch: {}, left: null }
  if (began) return { id, patch: {}, left: { id, reason: 'began', fields: [] } }
  if (people > 0) return { id, patch: {}, left: { id, reason: 'has-people', fields: [] } }
  const isSoon = Date.parse(String(row['startsAt'])) < now.getTime() + noticePeriodMs
  const patch = row['publishedAt'] !== null && isSoon ? { status: 'CANCELLED', cancelledAt: now } : { removedAt: now }
  return { id, patch, left: null }
}

function goesIntoPast(back: Columns, now: Date): boolean {
  return 'startsAt' in back && Date.parse(String(back['startsAt'])) <= now.getTime()
}

/** An activity that the edit made stays in public as long as it has sessions there, cancelled ones too. */
function activityBack(change: RowChange, current: Snapshot, isInUse: boolean): Back {
  const { id, before } = change
  const row = current.activities.rows.get(id)
  if (!row) return { id, patch: {}, left: null }
  if (before === null) return { id, patch: isInUse ? {} : { status: 'DRAFT' }, left: null }
  const { back, changedSince } = takenBack(change, row)
  const { seriesId: _seriesId, position: _position, ...patch } = back
  return { id, patch, left: changedSince.length > 0 ? { id, reason: 'changed-since', fields: changedSince } : null }
}

/**
 * A session that stays (as cancelled, or because of its people) may hold the date that another one gets back: then it yields
 * and is known by a date one second later, which no rule gives.
 */
function withoutDoubles(patches: TakenBack['sessions'], current: Snapshot): TakenBack['sessions'] {
  const key = (activityId: unknown, recurrenceId: unknown) => `${String(activityId)} ${String(recurrenceId)}`
  const wanted = new Set(
    patches.flatMap(({ id, patch }) => {
      if (!('recurrenceId' in patch) && !('activityId' in patch) && patch['removedAt'] !== null) return []
      const row = { ...current.sessions.rows.get(id), ...patch }
      return [key(row['activityId'], row['recurrenceId'])]
    }),
  )
  const patched = new Map(patches.map(({ id, patch }) => [id, patch]))
  const isWinner = (patch: Columns) => 'recurrenceId' in patch || 'activityId' in patch || patch['removedAt'] === null
  const yielding = [...current.sessions.rows].flatMap(([id, row]) => {
    const patch = patched.get(id) ?? {}
    const stays = (patch['removedAt'] ?? row['removedAt']) === null || patch['removedAt'] === null
    if (isWinner(patch) || !stays || !wanted.has(key(row['activityId'], row['recurrenceId']))) return []
    return [{ id, patch: { ...patch, recurrenceId: secondLater(String(row['recurrenceId'])) } }]
  })
  const yielded = new Set(yielding.map(({ id }) => id))
  return [...patches.filter(({ id }) => !yielded.has(id)), ...yielding]
}
