import type { Language } from '#shared/contract/kinds.ts'
import { parseQuery, queryOf, type FilterName, type Selection, type SelectionIssue } from '#shared/contract/selection.ts'
import { addMonths, isLocalDay } from '#shared/time/calendar.ts'
import type { LocalDay } from '#shared/time/when.ts'

/** What the address of a calendar page says: which sessions, and how they are laid out. */
export type Choice = {
  readonly selection: Selection
  readonly layout: Layout
}
export type Layout =
  | { readonly view: 'list'; readonly steps: number }
  | { readonly view: 'month'; readonly month: string; readonly day: LocalDay | null }

const layoutNames = new Set(['view', 'month', 'day', 'more'])
const mostSteps = 60

/**
 * Reads the query of a calendar page. A layout that makes no sense falls back to the list; a selection that makes none is
 * reported, because showing something else than was asked for would be a lie.
 */
export function readChoice(
  slice: Selection['slice'],
  query: URLSearchParams,
  language: Language,
  today: LocalDay,
): Choice | { readonly issues: readonly SelectionIssue[] } {
  const rest = new URLSearchParams([...query].filter(([name]) => !layoutNames.has(name)))
  rest.set('lang', language)
  const { selection, issues } = parseQuery(slice, rest)
  return selection ? { selection, layout: readLayout(query, today) } : { issues }
}

/** The query of a choice in its one canonical form, `?` included; empty for the plain list of everything. */
export function queryOfChoice({ selection, layout }: Choice, today: LocalDay): string {
  const query = new URLSearchParams(queryOf({ ...selection, language: 'pl' }))
  if (layout.view === 'list' && layout.steps > 0) query.set('more', String(layout.steps))
  if (layout.view === 'month') {
    query.set('view', 'month')
    if (layout.month !== today.slice(0, 7)) query.set('month', layout.month)
    if (layout.day) query.set('day', layout.day)
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The same choice with other values of one filter; the list begins at its top again. */
export function withFilter(choice: Choice, name: FilterName, values: readonly string[]): Choice {
  const { [name]: _, ...others } = choice.selection.filters
  const filters = values.length === 0 ? others : { ...others, [name]: values.toSorted() }
  return fromTop({ ...choice, selection: { ...choice.selection, filters } })
}

export function withStepFree(choice: Choice, stepFree: boolean): Choice {
  return fromTop({ ...choice, selection: { ...choice.selection, stepFree } })
}

/** Everything of the place again, laid out as before. */
export function withoutFilters(choice: Choice): Choice {
  return fromTop({ ...choice, selection: { ...choice.selection, filters: {}, stepFree: false } })
}

export const isFiltered = ({ selection }: Choice): boolean =>
  selection.stepFree || Object.values(selection.filters).some((values) => values.length > 0)

/** `2026-11` and -1 -> `2026-10`. */
export const monthAfter = (month: string, months: number): string => addMonths(`${month}-01`, months).slice(0, 7)

function fromTop(choice: Choice): Choice {
  return choice.layout.view === 'list' ? { ...choice, layout: { view: 'list', steps: 0 } } : choice
}

function readLayout(query: URLSearchParams, today: LocalDay): Layout {
  const steps = Math.trunc(Number(query.get('more')))
  if (query.get('view') !== 'month') return { view: 'list', steps: steps > 0 && steps <= mostSteps ? steps : 0 }
  const month = query.get('month') ?? ''
  const day = query.get('day') ?? ''
  return {
    view: 'month',
    month: isLocalDay(`${month}-01`) ? month : today.slice(0, 7),
    day: isLocalDay(day) ? day : null,
  }
}
