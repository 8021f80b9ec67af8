import { addDays, addMonths, isLocalDay, mondayOf, weeksOfMonth } from '#shared/time/calendar.ts'
import type { LocalDay } from '#shared/time/when.ts'

export const views = ['week', 'month', 'list'] as const
export type View = (typeof views)[number]

/** What can be filtered by; one value of each. */
export const filterNames = ['program', 'club', 'venue', 'room', 'host', 'kind', 'status', 'draft'] as const
export type FilterName = (typeof filterNames)[number]
export type PlanFilters = Readonly<Partial<Record<FilterName, string>>>

/** What the address says is shown: a view, a day in it, filters. */
export type PlanView = { readonly view: View; readonly date: LocalDay; readonly filters: PlanFilters }

/** How many days the list shows at once. */
export const listDays = 28

/** Reads the address; what isn't understood is as if it weren't there. */
export function readView(query: URLSearchParams, today: LocalDay): PlanView {
  const date = query.get('date') ?? ''
  const filters = filterNames.flatMap((name) => {
    const value = query.get(name)
    return value === null || value === '' ? [] : [[name, value] as const]
  })
  return {
    view: views.find((view) => view === query.get('view')) ?? 'week',
    date: isLocalDay(date) ? date : today,
    filters: Object.fromEntries(filters),
  }
}

/** The query of the address; what is so anyway isn't said. */
export function queryOfView({ view, date, filters }: PlanView, today: LocalDay): URLSearchParams {
  return new URLSearchParams({
    ...(view === 'week' ? {} : { view }),
    ...(date === today ? {} : { date }),
    ...filters,
  })
}

/** First and last day that are shown. */
export function daysOfView({ view, date }: Pick<PlanView, 'view' | 'date'>): { readonly from: LocalDay; readonly to: LocalDay } {
  if (view === 'week') return { from: mondayOf(date), to: addDays(mondayOf(date), 6) }
  if (view === 'list') return { from: date, to: addDays(date, listDays - 1) }
  const weeks = weeksOfMonth(date.slice(0, 7))
  return { from: weeks[0]?.[0] ?? date, to: weeks.at(-1)?.at(-1) ?? date }
}

/** The same view one step on or back. */
export function stepped({ view, date, ...rest }: PlanView, step: 1 | -1): PlanView {
  const next =
    view === 'month' ? addMonths(`${date.slice(0, 7)}-01`, step) : addDays(date, step * (view === 'week' ? 7 : listDays))
  return { view, date: next, ...rest }
}
