import type { FeedEvent } from '#shared/ical/event.ts'
import { addDays, daysFrom, mondayOf } from '#shared/time/calendar.ts'
import { firstDayOf, type LocalDay, type When } from '#shared/time/when.ts'

export type AgendaDay = { readonly day: LocalDay; readonly events: readonly FeedEvent[] }

/** The last local day of a session; one that ends at midnight ended the day before. */
export function lastDayOf(when: When): LocalDay {
  if (when.kind === 'all-day') return when.lastDay
  const lastDay = when.end.slice(0, 10)
  return when.end.endsWith('T00:00:00') && lastDay > firstDayOf(when) ? addDays(lastDay, -1) : lastDay
}

/**
 * The agenda from today on, each session once: under its first day, or under today when it began before. Within a day whole days
 * come first, then by start.
 */
export function agendaDays(events: readonly FeedEvent[], today: LocalDay): AgendaDay[] {
  const days = new Map<LocalDay, FeedEvent[]>()
  for (const event of events) {
    if (lastDayOf(event.when) < today) continue
    const first = firstDayOf(event.when)
    const day = first < today ? today : first
    const list = days.get(day)
    if (list) list.push(event)
    else days.set(day, [event])
  }
  return [...days]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, list]) => ({ day, events: list.toSorted(byStart) }))
}

/** The days that the agenda shows at first, and after each "more": two more weeks that have something each time. */
export function firstWeeks(days: readonly AgendaDay[], steps: number): readonly AgendaDay[] {
  const weeks = [...new Set(days.map(({ day }) => mondayOf(day)))]
  const next = weeks[2 * (steps + 1)]
  return next === undefined ? days : days.filter(({ day }) => day < next)
}

/** Which sessions each of these days has; one of several days stands under each of them. */
export function eventsByDay(
  events: readonly FeedEvent[],
  days: readonly LocalDay[],
): ReadonlyMap<LocalDay, readonly FeedEvent[]> {
  const lists = new Map<LocalDay, FeedEvent[]>(days.map((day) => [day, []]))
  for (const event of events.toSorted(byStart))
    for (const day of daysFrom(firstDayOf(event.when), lastDayOf(event.when))) lists.get(day)?.push(event)
  return lists
}

/** Sessions whose title, place, kind or description hold every word that was typed; case and diacritics don't count. */
export function searched(events: readonly FeedEvent[], text: string): readonly FeedEvent[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return events
  return events.filter((event) => {
    const all = plain([event.title, event.location, event.extra.venue?.name, ...event.categories, event.description].join(' '))
    return words.every((word) => all.includes(word))
  })
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'l').toLowerCase()
}

function byStart(one: FeedEvent, other: FeedEvent): number {
  const [a, b] = [startOf(one), startOf(other)]
  return a < b ? -1 : a > b ? 1 : one.uid < other.uid ? -1 : 1
}

/** A day sorts before every time of it. */
const startOf = ({ when }: FeedEvent): string => (when.kind === 'timed' ? when.start : when.firstDay)
