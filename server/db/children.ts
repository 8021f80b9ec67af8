type Stored = { readonly id: string; readonly position: number }
type Wanted = { readonly id: string | null }

/** What becomes of the rows under something, so that a list of theirs is what somebody wants it to be. */
export type RowPlan<W> = {
  readonly gone: readonly string[]
  readonly kept: readonly { readonly id: string; readonly position: number; readonly row: W }[]
  readonly made: readonly { readonly position: number; readonly row: W }[]
  /** Rows that stay and are in another place than before. */
  readonly moved: readonly string[]
  /** Places in the list whose id is none of the rows: somebody else's, or invented. */
  readonly strangers: readonly number[]
}

/**
 * Compares a list as it is with the list that is wanted; positions count from 0.
 *
 * @example planRows([{ id: 'a', position: 0 }, { id: 'b', position: 1 }], [{ id: 'b' }, { id: null }])
 * // gone: a; kept and moved: b, to 0; made: one at 1
 */
export function planRows<W extends Wanted>(stored: readonly Stored[], wanted: readonly W[]): RowPlan<W> {
  const before = new Map(stored.map(({ id, position }) => [id, position]))
  const listed = wanted.map((row, position) => ({ id: row.id, position, row }))
  const kept = listed.flatMap(({ id, ...rest }) => (id !== null && before.has(id) ? [{ id, ...rest }] : []))
  const stays = new Set(kept.map(({ id }) => id))
  return {
    gone: stored.filter(({ id }) => !stays.has(id)).map(({ id }) => id),
    kept,
    made: listed.filter(({ id }) => id === null).map(({ position, row }) => ({ position, row })),
    moved: kept.filter(({ id, position }) => before.get(id) !== position).map(({ id }) => id),
    strangers: listed.filter(({ id }, index) => isStranger(id, index, before, listed)).map(({ position }) => position),
  }
}

/** Also an id that stands twice. */
function isStranger(
  id: string | null,
  index: number,
  before: ReadonlyMap<string, number>,
  listed: readonly { readonly id: string | null }[],
): boolean {
  return id !== null && (!before.has(id) || listed.findIndex((one) => one.id === id) !== index)
}

/** Rows on their way to another place stand out of the way of the others meanwhile: positions are unique at every moment. */
export const outOfTheWay = { position: { increment: 10_000 } } as const
