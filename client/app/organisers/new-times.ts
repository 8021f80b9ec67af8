import { panelPages } from '#shared/contract/panel-paths.ts'
import { daysBetween, isLocalDay } from '#shared/time/calendar.ts'
import type { LocalDay, WallSpan } from '#shared/time/when.ts'
import { emptyDraft, type ScheduleDraft } from '#client/features/planning/schedule-draft.ts'

/** Where something new is planned at a time that was clicked or drawn in the plan, or on a day at the usual hours. */
export function newTimesPath(when: WallSpan | { readonly day: LocalDay }): string {
  const times =
    'day' in when
      ? { day: when.day }
      : when.kind === 'timed'
        ? { start: when.start, end: when.end }
        : { firstDay: when.firstDay, lastDay: when.lastDay }
  return `${panelPages.newSeries}?${new URLSearchParams(times)}`
}

/** The schedule that the form of a new series begins with. What the address says and isn't a time is as if it weren't there. */
export function askedTimes(query: URLSearchParams, today: LocalDay): ScheduleDraft {
  const part = (name: string) => query.get(name) ?? ''
  const [start, end] = [part('start'), part('end')]
  if (isWallTime(start) && isWallTime(end))
    return { ...emptyDraft(start.slice(0, 10)), start: start.slice(11, 16), end: end.slice(11, 16) }
  const [first, last] = [part('firstDay'), part('lastDay')]
  if (isLocalDay(first) && isLocalDay(last) && last >= first)
    return { ...emptyDraft(first), allDay: true, repeat: 'once', days: daysBetween(first, last) + 1 }
  return emptyDraft(isLocalDay(part('day')) ? part('day') : today)
}

const isWallTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:00$/.test(text) && isLocalDay(text.slice(0, 10))
