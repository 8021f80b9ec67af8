import { activityKinds, audiences, languages, slugOf, type Language } from './kinds.ts'

/** What a feed can be named after; each is a folder under `/feeds/` and a list of slugs unique in it. */
export const collections = [
  'cities',
  'organisations',
  'projects',
  'programs',
  'clubs',
  'districts',
  'venues',
  'audiences',
  'kinds',
  'series',
] as const
export type Collection = (typeof collections)[number]

/** Filters that repeat (`?kind=workshop&kind=trip` means either), with the facts of a session that they look at. */
export const filters = {
  audience: 'audiences',
  kind: 'kinds',
  city: 'cities',
  district: 'districts',
  club: 'clubs',
  program: 'programs',
  venue: 'venues',
} as const satisfies Record<string, Collection>
export type FilterName = keyof typeof filters
export const filterNames = Object.keys(filters) as readonly FilterName[]

export const cancelledStyles = ['mark', 'title', 'hide'] as const
export type CancelledStyle = (typeof cancelledStyles)[number]

/** What a feed is asked for. Two addresses that mean the same give equal selections: values are sorted and without doubles. */
export type Selection = {
  readonly slice: { readonly collection: 'all' } | { readonly collection: Collection; readonly slug: string }
  readonly filters: Readonly<Partial<Record<FilterName, readonly string[]>>>
  readonly stepFree: boolean
  readonly language: Language
  readonly cancelled: CancelledStyle
  /** First and last local day, both inside. Both or neither; without them the window moves with today. */
  readonly range: { readonly from: string; readonly to: string } | null
}

/** What a session is found by: slugs, all current. A session matches a filter when one of its slugs is asked for. */
export type FeedFacts = Readonly<Record<Collection, readonly string[]>> & { readonly stepFree: boolean }

/** What is wrong with an address, for a problem document: which parameter, what it held, what would be right. */
export type SelectionIssue = { readonly name: string; readonly value: string; readonly expected: string }

export const everything: Selection = {
  slice: { collection: 'all' },
  filters: {},
  stepFree: false,
  language: 'pl',
  cancelled: 'mark',
  range: null,
}

export const limits = {
  filterValues: 20,
  slugLength: 100,
  rangeDays: 460,
  addressLength: 200,
  pastDays: 60,
  futureDays: 400,
} as const

const slugShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const dayMs = 86_400_000
const known: Partial<Record<Collection, ReadonlySet<string>>> = {
  audiences: new Set(audiences.map(slugOf)),
  kinds: new Set(activityKinds.map(slugOf)),
}

/**
 * Reads the query of a feed or of the agenda page into a selection. Every mistake is reported, not only the first.
 * Whether a slug exists is not known here (except kinds and audiences, which are closed lists).
 */
export function parseQuery(
  slice: Selection['slice'],
  query: URLSearchParams,
): { selection: Selection; issues: readonly [] } | { selection: null; issues: readonly SelectionIssue[] } {
  const issues: SelectionIssue[] = []
  const chosen: Partial<Record<FilterName, string[]>> = {}
  const single: Record<string, string> = {}

  for (const [name, value] of query) {
    if (isFilter(name)) (chosen[name] ??= []).push(value)
    else if (!singleNames.includes(name))
      issues.push({ name: short(name), value: short(value), expected: `one of the parameters ${allNames.join(', ')}` })
    else if (single[name] !== undefined) issues.push({ name, value: short(value), expected: 'to be given once' })
    else single[name] = value
  }
  for (const name of filterNames)
    for (const value of chosen[name] ?? [])
      if (!isSlug(filters[name], value)) issues.push({ name, value: short(value), expected: expectedSlug(filters[name]) })
  if (Object.values(chosen).flat().length > limits.filterValues)
    issues.push({
      name: 'filters',
      value: String(Object.values(chosen).flat().length),
      expected: `at most ${limits.filterValues} filter values`,
    })

  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = single[name] ?? fallback
    if (!(allowed as readonly string[]).includes(value))
      issues.push({ name, value: short(value), expected: `one of ${allowed.join(', ')}` })
    return value as T
  }
  const language = oneOf('lang', languages, 'pl')
  const cancelled = oneOf('cancelled', cancelledStyles, 'mark')
  const stepFree = single['stepFree'] !== undefined && oneOf('stepFree', ['yes'], 'yes') === 'yes'
  const range = readRange(single['from'], single['to'], issues)
  if (issues.length > 0) return { selection: null, issues }

  const sorted = Object.fromEntries(
    filterNames.flatMap((name) => (chosen[name] ? [[name, [...new Set(chosen[name])].toSorted()]] : [])),
  ) as Selection['filters']
  return { selection: { slice, filters: sorted, stepFree, language, cancelled, range }, issues: [] }
}

/** The query of a selection in its one canonical form: sorted, without doubles, defaults left out. Empty or begins with `?`. */
export function queryOf(selection: Selection): string {
  const query = new URLSearchParams()
  for (const name of filterNames) for (const value of selection.filters[name] ?? []) query.append(name, value)
  if (selection.stepFree) query.append('stepFree', 'yes')
  if (selection.language !== 'pl') query.append('lang', selection.language)
  if (selection.cancelled !== 'mark') query.append('cancelled', selection.cancelled)
  if (selection.range) {
    query.append('from', selection.range.from)
    query.append('to', selection.range.to)
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** True when a session with these facts belongs to the selection, its dates and its cancellation apart. */
export function matches(selection: Selection, facts: FeedFacts): boolean {
  const { slice } = selection
  if (slice.collection !== 'all' && !facts[slice.collection].includes(slice.slug)) return false
  if (selection.stepFree && !facts.stepFree) return false
  return filterNames.every((name) => {
    const wanted = selection.filters[name]
    return !wanted || wanted.some((slug) => facts[filters[name]].includes(slug))
  })
}

export function isSlug(collection: Collection, value: string): boolean {
  return isSlugShaped(value) && (known[collection]?.has(value) ?? true)
}

/** Lower-case letters, digits and single hyphens, at most 100 characters. */
export function isSlugShaped(value: string): boolean {
  return value.length <= limits.slugLength && slugShape.test(value)
}

export function isCollection(value: string): value is Collection {
  return (collections as readonly string[]).includes(value)
}

const singleNames: readonly string[] = ['stepFree', 'lang', 'cancelled', 'from', 'to']
const allNames: readonly string[] = [...filterNames, ...singleNames]

function isFilter(name: string): name is FilterName {
  return Object.hasOwn(filters, name)
}

function expectedSlug(collection: Collection): string {
  const list = known[collection]
  return list
    ? `one of ${[...list].join(', ')}`
    : 'a short name in lower-case letters, digits and hyphens, as listed by /api/feeds'
}

function readRange(from: string | undefined, to: string | undefined, issues: SelectionIssue[]): Selection['range'] {
  if (from === undefined && to === undefined) return null
  const days = Object.entries({ from, to }).map(([name, value]) => {
    const day = value === undefined ? NaN : dayNumber(value)
    if (Number.isNaN(day))
      issues.push({
        name,
        value: short(value ?? ''),
        expected:
          value === undefined ? '`from` and `to` together' : 'a day between 1900-01-01 and 2199-12-31 that exists, as 2026-11-23',
      })
    return day
  }) as [number, number]
  if (from === undefined || to === undefined || days.some(Number.isNaN)) return null
  if (days[0] > days[1]) issues.push({ name: 'from', value: from, expected: `a day not after \`to\` (${to})` })
  else if (days[1] - days[0] >= limits.rangeDays)
    issues.push({ name: 'to', value: to, expected: `at most ${limits.rangeDays} days from \`from\`` })
  return { from, to }
}

function dayNumber(text: string): number {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return NaN
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? NaN : time / dayMs
}

/** Keeps an answer about a 10,000-character value readable. */
function short(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}
