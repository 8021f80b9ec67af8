/** A row as the database wrote it in JSON: the columns that planning owns. */
export type Columns = Readonly<Record<string, unknown>>

/** What one row held before and after an edit: only the columns that differ. `before` null: the edit made it. */
export type RowChange = {
  readonly id: string
  readonly before: Columns | null
  readonly after: Columns
  /** The row's version before and after; edits of long ago don't say. */
  readonly versions?: readonly [number, number]
}

/** What undo needs of an edit. */
export type EditRows = { readonly activities: readonly RowChange[]; readonly sessions: readonly RowChange[] }

/** Rows at one moment, with their versions. */
export type Rows = { readonly rows: ReadonlyMap<string, Columns>; readonly versions: ReadonlyMap<string, number> }

export function changesBetween(before: Rows, after: Rows): RowChange[] {
  return [...after.rows].flatMap(([id, row]): RowChange[] => {
    const old = before.rows.get(id)
    const versions = [before.versions.get(id) ?? 0, after.versions.get(id) ?? 0] as const
    if (!old) return [{ id, before: null, after: row, versions }]
    const differing = Object.keys(row).filter((name) => !sameValue(row[name], old[name]))
    return differing.length === 0 ? [] : [{ id, before: pick(old, differing), after: pick(row, differing), versions }]
  })
}

/**
 * What a row held at an earlier version, from what it holds now and the edits since, the newest first. Null where they don't reach back
 * without a gap.
 */
export function rowAt(
  version: number,
  now: { readonly row: Columns; readonly version: number },
  changes: readonly RowChange[],
): Columns | null {
  let { row, version: reached } = now
  for (const { before, versions } of changes) {
    if (reached <= version) break
    if (!before || versions?.[1] !== reached) return null
    row = Object.assign({}, row, before)
    reached = versions[0]
  }
  return reached === version ? row : null
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

export function pick(columns: Columns, names: readonly string[]): Columns {
  return Object.fromEntries(names.map((name) => [name, columns[name]]))
}

/** Both come from the database as JSON, whose keys it keeps in one order. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
