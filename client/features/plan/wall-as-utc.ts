import { addDays } from '#shared/time/calendar.ts'
import { wallInWarsaw } from '#shared/time/format.ts'
import { firstDayOf, type WallSpan, type WallTime } from '#shared/time/when.ts'

/**
 * The calendar is told wall times as if they were UTC and shows UTC, so that 17:00 in Warsaw stands at 17:00 whatever the browser's
 * zone, also where that zone's clocks change that night.
 */
export function toCalendar(when: WallSpan): { readonly start: string; readonly end: string; readonly allDay: boolean } {
  return when.kind === 'timed'
    ? { start: `${when.start}Z`, end: `${when.end}Z`, allDay: false }
    : { start: when.firstDay, end: addDays(when.lastDay, 1), allDay: true }
}

/** Back from what was dragged; without an end it is an hour, or a day. The end of whole days is exclusive there. */
export function fromCalendar(start: Date, end: Date | null, allDay: boolean): WallSpan {
  const wall = (date: Date): WallTime => date.toISOString().slice(0, 19)
  if (!allDay) return { kind: 'timed', start: wall(start), end: wall(end ?? new Date(start.getTime() + 3_600_000)) }
  const first = wall(start).slice(0, 10)
  return { kind: 'all-day', firstDay: first, lastDay: end ? addDays(wall(end).slice(0, 10), -1) : first }
}

/** A whole day made of an hour, or an hour of a whole day, keeps its kind: a timed session dropped on whole days keeps its hours. */
export function keepKind(was: WallSpan, now: WallSpan): WallSpan {
  if (was.kind === now.kind || was.kind === 'all-day') return now
  const day = firstDayOf(now)
  const nights = was.end.slice(0, 10) > was.start.slice(0, 10) ? 1 : 0
  return { kind: 'timed', start: day + was.start.slice(10), end: addDays(day, nights) + was.end.slice(10) }
}

export const nowForCalendar = (): string => `${wallInWarsaw(Date.now())}Z`
