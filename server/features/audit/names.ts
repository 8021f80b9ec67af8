import { languages, type Language } from '#shared/contract/kinds.ts'
import type { Columns, Entry } from './rules.ts'

/** How a thing is called now: an entry holds its id only, so that erasing a person empties the log (mechanics 34). */
export type Named = {
  readonly kind: string
  /** A plain text, or texts by language. */
  readonly name: unknown
  /** The wall start of a session. */
  readonly start: string | null
  /** Set for a discreet thing: what those may read who don't know it by its true name. */
  readonly discreet: unknown
}

export type Names = ReadonlyMap<string, Named>

/** Things that are known by what they belong to: the opening hours of a room, of a venue. */
const owners: Readonly<Record<string, readonly string[]>> = {
  OpeningHours: ['Room', 'Venue'],
  Closure: ['Room', 'Venue'],
  ProjectEvent: ['Project'],
}

/** The name of an entry's object, also of one that is gone: its last entry holds it. */
export function nameOfObject(entry: Entry, names: Names, language: Language): string | null {
  const own = entry.objectId === null ? undefined : names.get(entry.objectId)
  const owner = (owners[entry.kind] ?? []).flatMap((kind) => idsOfKind(entry, names, kind)).at(0)
  const found = own ?? (owner === undefined ? undefined : names.get(owner))
  return found ? inLanguage(found.name, language) : nameInColumns(entry.before ?? entry.after, language)
}

export const idsOfKind = ({ belongsTo }: Entry, names: Names, kind: string): readonly string[] =>
  belongsTo.filter((id) => names.get(id)?.kind === kind)

const nameInColumns = (columns: Columns | null, language: Language): string | null =>
  ['title', 'name', 'text'].flatMap((column) => inLanguage(columns?.[column], language) ?? []).at(0) ?? null

/** A plain text as it is, texts by language in the reader's or in Polish; null for anything else. */
export function inLanguage(value: unknown, language: Language): string | null {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return null
  const texts = new Map<string, unknown>(Object.entries(value))
  const found = [language, ...languages].map((code) => texts.get(code)).filter((text) => typeof text === 'string')
  return found.find((text) => text !== '') ?? null
}

/** Every id that sentences about these entries need a name for. */
export function idsToName(entries: readonly Entry[]): readonly string[] {
  const ids = entries.flatMap(({ objectId, belongsTo, before, after }) => [
    ...(objectId === null ? [] : [objectId]),
    ...belongsTo,
    ...referencesIn(before),
    ...referencesIn(after),
  ])
  return [...new Set(ids)]
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const referencesIn = (columns: Columns | null): readonly string[] =>
  Object.entries(columns ?? {}).flatMap(([name, value]) =>
    name.endsWith('Id') && typeof value === 'string' && uuid.test(value) ? [value] : [],
  )

/** Whether a reader who doesn't know discreet things by their true name may not read this entry as it is. */
export const discreetNameOf = (entry: Entry, names: Names): unknown =>
  [entry.objectId, ...entry.belongsTo].flatMap((id) => (id === null ? [] : (names.get(id)?.discreet ?? []))).at(0) ?? null
