import type { TFunction } from 'i18next'
import type { Language } from '#shared/contract/kinds.ts'
import { weekdayOf } from '#shared/time/calendar.ts'
import { formatClock, formatDayAndMonth, formatShortDay, relativeDay, wallInWarsaw } from '#shared/time/format.ts'
import { firstDayOf, type LocalDay, type WallTime, type When } from '#shared/time/when.ts'
import { lastDayOf } from './agenda-days.ts'

/** The keys of words that differ by weekday, from Monday. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** "od 10:00 do 12:00", "cały dzień", "cały dzień, do 28 lutego": the part of the sentence that says the hours. */
export function hoursInWords(when: When, t: TFunction, language: Language): string {
  const lastDay = lastDayOf(when)
  const until = lastDay > firstDayOf(when) ? t('calendar.days.untilDay', { day: formatDayAndMonth(lastDay, language) }) : null
  if (when.kind === 'all-day') return [t('calendar.allDay'), until].filter(Boolean).join(', ')
  const hours = t('calendar.from', { from: formatClock(when.start), to: formatClock(when.end) })
  return until ? `${hours}, ${until}` : hours
}

/** "z poniedziałku 23 listopada, 17:00": from where a session was moved. Its argument is a wall time or a day. */
export function movedFromInWords(from: WallTime | LocalDay, t: TFunction, language: Language): string {
  const day = from.slice(0, 10)
  const weekday = weekdays[weekdayOf(day) - 1] ?? 'monday'
  const date = `${t(`calendar.fromWeekday.${weekday}`)} ${formatDayAndMonth(day, language)}`
  return from.length > 10 ? `${date}, ${formatClock(from)}` : date
}

/** "we wtorek 3 marca": the day since when something is cancelled or moved. */
export function sinceInWords(day: LocalDay, t: TFunction, language: Language): string {
  const weekday = weekdays[weekdayOf(day) - 1] ?? 'monday'
  return `${t(`calendar.onWeekday.${weekday}`)} ${formatDayAndMonth(day, language)}`
}

/** "jutro, 10:00" or "wtorek 24 listopada, 17:00" */
export function startInWords(when: When, today: LocalDay, language: Language): string {
  const first = firstDayOf(when)
  const day = relativeDay(first, today, language) ?? formatShortDay(first, language)
  return when.kind === 'timed' ? `${day}, ${formatClock(when.start)}` : day
}

/** "22 listopada, 18:40": when a copy was made. */
export function copyTimeInWords(copiedAt: number, language: Language): string {
  const wall = wallInWarsaw(copiedAt)
  return `${formatDayAndMonth(wall.slice(0, 10), language)}, ${formatClock(wall)}`
}

/** True when a session has ended by `now`. Whole days end with the day. */
export const isOver = (when: When, now: number, today: LocalDay): boolean =>
  when.kind === 'timed' ? when.endMs <= now : when.lastDay < today
