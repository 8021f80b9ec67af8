/** Two versions of one thing, field by field: what differs, and what is kept of it. */

export type Version = Readonly<Record<string, unknown>>

/** The fields in which two versions differ; nothing, a blank and what isn't there are the same. */
export const differing = (mine: Version, theirs: Version): readonly string[] =>
  Object.keys(mine).filter((key) => JSON.stringify(bare(mine[key])) !== JSON.stringify(bare(theirs[key])))

/** Mine, with their values where those were chosen. */
export const merged = (mine: Version, theirs: Version, chosen: ReadonlySet<string>): Version =>
  Object.fromEntries(Object.entries(mine).map(([key, value]) => [key, chosen.has(key) ? theirs[key] : value]))

function bare(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(bare)
  if (typeof value !== 'object') return value
  const kept = Object.entries(value)
    .map(([key, inside]) => [key, bare(inside)] as const)
    .filter(([, inside]) => inside !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

/** A value in a line that people can compare; ids by their names. */
export function inWords(value: unknown, names: Readonly<Record<string, string>>): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'string') return names[value] ?? value
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (Array.isArray(value))
    return value
      .map((one) => inWords(one, names))
      .filter(Boolean)
      .join('; ')
  if (typeof value !== 'object') return String(value)
  if ('pl' in value && typeof value.pl === 'string') return value.pl
  return Object.entries(value)
    .filter(([key]) => key !== 'id')
    .map(([, inside]) => inWords(inside, names))
    .filter(Boolean)
    .join(' · ')
}
