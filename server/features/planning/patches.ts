import { wallNumber, wallOfNumber } from '#shared/time/calendar.ts'
import type { When } from '#shared/time/when.ts'

import type { Plan } from './reconcile.ts'
import type { Columns } from './row-change.ts'
import { whenColumns, type RoomTimes } from './rules.ts'

/** Changes to one row: only the columns that are named. */
export type Patch = { readonly id: string; readonly patch: Columns }

/** What a move needs to know of the session that it moves. */
export type Movable = {
  readonly id: string
  readonly recurrenceId: string
  readonly wallStart: string
  readonly isPublished: boolean
  readonly room: RoomTimes | null
}

export type Act = { readonly now: Date; readonly zone: string; readonly reason: Columns | null }

/** Why a session takes place, or not, and what instead: as if it had never been cancelled. */
export const held: Columns = { status: 'PLANNED', cancelledAt: null, cancelReason: null, insteadId: null, insteadText: null }

export function cancelled(now: Date, reason: Columns | null): Columns {
  return { status: 'CANCELLED', cancelledAt: now, cancelReason: reason }
}

/** A new time. Where residents knew the old start, it is kept for them to see. */
export function moved(session: Movable, when: When, { now, zone, reason }: Act, room = session.room): Columns {
  const columns = whenColumns(when, zone, room)
  const isKnown = session.isPublished && columns.wallStart !== session.wallStart
  return isKnown ? { ...columns, movedFrom: session.wallStart, movedAt: now, moveReason: reason } : columns
}

/** The plan of `reconcile` as changes to rows; what it creates is inserted apart. */
export function patchesOf(plan: Plan, sessions: readonly Movable[], act: Act): Patch[] {
  const byId = new Map(sessions.map((session) => [session.id, session]))
  const renamed = plan.keep.filter(({ id, recurrenceId }) => byId.get(id)?.recurrenceId !== recurrenceId)
  return [
    ...renamed.map(({ id, recurrenceId }) => ({ id, patch: { recurrenceId } })),
    ...plan.move.flatMap(({ id, recurrenceId, when }) => {
      const session = byId.get(id)
      return session ? [{ id, patch: { recurrenceId, ...moved(session, when, act) } }] : []
    }),
    ...plan.cancel.map((id) => ({ id, patch: cancelled(act.now, act.reason) })),
    ...plan.remove.map((id) => ({ id, patch: { removedAt: act.now } })),
  ]
}

/** Marks what is set for one session alone, and unmarks what was given back. */
export function marked(overrides: readonly string[], changes: Readonly<Record<string, unknown>>): string[] {
  const set = Object.keys(changes).filter((name) => changes[name] !== null && changes[name] !== undefined)
  const reset = Object.keys(changes).filter((name) => changes[name] === null)
  return [...new Set([...overrides, ...set])].filter((name) => !reset.includes(name))
}

/** A date that no rule gives: what is known by it belongs to none. */
export function secondLater(recurrenceId: string): string {
  return recurrenceId.length === 10 ? `${recurrenceId}T00:00:01` : wallOfNumber(wallNumber(recurrenceId) + 1000)
}
