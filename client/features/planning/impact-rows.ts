import type { Impact, RoomConflict, Slot } from './wire.ts'

type Spot = Slot & { readonly venue: string | null; readonly room: string | null }

/** One line of the impact table: a session before and after. */
export type ImpactRow = {
  readonly sessionId: string
  readonly what: 'moved' | 'added' | 'cancelled' | 'removed' | 'restored' | 'shown' | 'hidden' | 'reworded'
  readonly was: Spot | null
  readonly will: Spot | null
  readonly people: number
  readonly fields: readonly string[]
  readonly conflict: RoomConflict | null
}

/** All that an edit does to sessions, what can't be saved first, then in order of time. */
export function impactRows(impact: Impact): readonly ImpactRow[] {
  const conflictOf = (sessionId: string) => impact.roomConflicts.find((conflict) => conflict.sessionId === sessionId) ?? null
  const row = (what: ImpactRow['what'], sessionId: string, rest: Partial<ImpactRow>): ImpactRow => {
    const empty = { was: null, will: null, people: 0, fields: [] }
    return { what, sessionId, ...empty, ...rest, conflict: conflictOf(sessionId) }
  }
  const rows = [
    ...impact.moved.map(({ sessionId, from, to, people }) => row('moved', sessionId, { was: from, will: to, people })),
    ...impact.added.map((session) => row('added', session.sessionId, { will: session })),
    ...impact.restored.map((session) => row('restored', session.sessionId, { will: session, people: session.people })),
    ...impact.shown.map((session) => row('shown', session.sessionId, { will: session, people: session.people })),
    ...impact.hidden.map((session) => row('hidden', session.sessionId, { was: session, people: session.people })),
    ...impact.cancelled.map((session) => row('cancelled', session.sessionId, { was: session, people: session.people })),
    ...impact.removed.map((session) => row('removed', session.sessionId, { was: session })),
    ...impact.reworded.map((session) =>
      row('reworded', session.sessionId, { was: session, will: session, people: session.people, fields: session.fields }),
    ),
  ]
  const timeOf = ({ was, will }: ImpactRow) => was?.start ?? will?.start ?? ''
  return rows.toSorted(
    (one, other) => Number(other.conflict !== null) - Number(one.conflict !== null) || timeOf(one).localeCompare(timeOf(other)),
  )
}

/** Conflicts of sessions that no line names: they would take place as before, but not with what was changed. */
export function otherConflicts(impact: Impact): readonly RoomConflict[] {
  const told = new Set(impactRows(impact).map(({ sessionId }) => sessionId))
  return impact.roomConflicts.filter(({ sessionId }) => sessionId === null || !told.has(sessionId))
}

export const isNothing = (impact: Impact): boolean =>
  impactRows(impact).length === 0 && impact.fields.length === 0 && impact.roomConflicts.length === 0

/**
 * How many people a change is told to: those of the one session whose time, place or taking place changes; `many` where there are several
 * sessions, as the same people may be in all of them.
 */
export function toldOf({ moved, cancelled, restored }: Pick<Impact, 'moved' | 'cancelled' | 'restored'>): number | 'many' | null {
  const withPeople = [...moved, ...cancelled, ...restored].filter(({ people }) => people > 0)
  return withPeople.length > 1 ? 'many' : (withPeople[0]?.people ?? null)
}
