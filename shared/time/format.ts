import type { Language } from '#shared/contract/kinds.ts'
import { time as en } from '#shared/words/en/time.ts'
import { time as pl } from '#shared/words/pl/time.ts'
import { time as uk } from '#shared/words/uk/time.ts'
import { addDays, daysBetween } from './calendar.ts'
import { firstDayOf, warsaw, type LocalDay, type WallSpan, type WallTime } from './when.ts'

/**
 * Every date that a person reads. Intl does the grammar, always in Europe/Warsaw whatever the browser's zone;
 * no luxon and no zod here, so that public pages may load it.
 */

const words = { pl, en, uk }
const locales = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' } as const satisfies Record<Language, string>

/** A day as a heading of the agenda in its two parts: "Poniedziałek" and "23 listopada". */
export function formatDayHeading(day: LocalDay, language: Language): { readonly weekday: string; readonly date: string } {
  return { weekday: capitalised(formatWeekday(day, language), language), date: formatDayAndMonth(day, language) }
}

/** "wtorek 24 listopada" */
export function formatShortDay(day: LocalDay, language: Language): string {
  return `${formatWeekday(day, language)} ${formatDayAndMonth(day, language)}`
}

/** "24 listopada 2026" */
export function formatDay(day: LocalDay, language: Language): string {
  return withoutYearWord(format(day, language, { day: 'numeric', month: 'long', year: 'numeric' }))
}

/** "24 listopada" */
export function formatDayAndMonth(day: LocalDay, language: Language): string {
  return format(day, language, { day: 'numeric', month: 'long' })
}

/** "wtorek", and "wt." where a column is narrow. */
export function formatWeekday(day: LocalDay, language: Language, width: 'long' | 'short' = 'long'): string {
  return format(day, language, { weekday: width })
}

/** "listopad 2026", for a month written `2026-11`. */
export function formatMonth(month: string, language: Language): string {
  return withoutYearWord(format(`${month}-01`, language, { month: 'long', year: 'numeric' }))
}

/** "26–28 lutego 2017"; one day is written as one. Both days are inside. */
export function formatDayRange(firstDay: LocalDay, lastDay: LocalDay, language: Language): string {
  if (firstDay === lastDay) return formatDay(firstDay, language)
  const last = formatDay(lastDay, language)
  if (firstDay.slice(0, 7) === lastDay.slice(0, 7)) return `${Number(firstDay.slice(8))}–${last}`
  if (firstDay.slice(0, 4) === lastDay.slice(0, 4)) return `${formatDayAndMonth(firstDay, language)} – ${last}`
  return `${formatDay(firstDay, language)} – ${last}`
}

/** "17:00–19:00" from two wall times; when the end is on another day, that day is said: "23:00–04:00 (niedziela 28 marca)". */
export function formatTimeRange(start: WallTime, end: WallTime, language: Language): string {
  const range = `${formatClock(start)}–${formatClock(end)}`
  return start.slice(0, 10) === end.slice(0, 10) ? range : `${range} (${formatShortDay(end.slice(0, 10), language)})`
}

/** "17:00" */
export function formatClock(wall: WallTime): string {
  return wall.slice(11, 16)
}

/** When a session is, in one phrase: "wtorek 24 listopada, 17:00–19:00" or "26–28 lutego 2017". */
export function formatSpan(span: WallSpan, language: Language): string {
  if (span.kind === 'timed')
    return `${formatShortDay(firstDayOf(span), language)}, ${formatTimeRange(span.start, span.end, language)}`
  if (span.firstDay === span.lastDay) return `${formatShortDay(span.firstDay, language)}, ${words[language].allDay}`
  return formatDayRange(span.firstDay, span.lastDay, language)
}

/** "czw. 26.11, 17:00", for lists and logs: a wall time or a whole day; another year than the reader's is said. */
export function formatBrief(wall: WallTime | LocalDay, thisYear: string, language: Language): string {
  const day = wall.slice(0, 10)
  const month = language === 'en' ? 'short' : '2-digit'
  const date = format(day, language, { day: 'numeric', month, ...(day.startsWith(thisYear) ? {} : { year: 'numeric' }) })
  const said = `${formatWeekday(day, language, 'short')} ${withoutYearWord(date)}`
  return wall.length > 10 ? `${said}, ${formatClock(wall)}` : said
}

/** "dziś", "jutro", "wczoraj", or null for every other day. */
export function relativeDay(day: LocalDay, today: LocalDay, language: Language): string | null {
  const word = ({ '-1': 'yesterday', '0': 'today', '1': 'tomorrow' } as const)[String(daysBetween(today, day))]
  return word ? words[language][word] : null
}

/** The local day in Warsaw at an instant, without luxon: what the agenda calls today. */
export function dayInWarsaw(ms: number): LocalDay {
  return wallInWarsaw(ms).slice(0, 10)
}

/** The wall time in Warsaw at an instant, without luxon. */
export function wallInWarsaw(ms: number): WallTime {
  return wallClock.format(ms).replace(' ', 'T')
}

/** An instant as people read it: "23 listopada 2026, 17:05". */
export function formatInstant(ms: number, language: Language): string {
  const wall = wallInWarsaw(ms)
  return `${formatDay(wall.slice(0, 10), language)}, ${formatClock(wall)}`
}

/** The seven weekday names from Monday, for the head of a month table. */
export function weekdayNames(language: Language, width: 'long' | 'short'): string[] {
  return Array.from({ length: 7 }, (_, n) => formatWeekday(addDays('2024-01-01', n), language, width))
}

/** The Swedish way of writing a moment is the ISO one. */
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: warsaw,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...options, timeZone: warsaw })
  formatters.set(key, made)
  return made
}

function format(day: LocalDay, language: Language, options: Intl.DateTimeFormatOptions): string {
  return formatter(language, options)
    .format(noonOf(day))
    .replaceAll(/[\u00a0\u202f]/g, ' ')
}

/** Noon in UTC is the same day in Warsaw, in summer and in winter. */
function noonOf(day: LocalDay): Date {
  return new Date(`${day}T12:00:00Z`)
}

function capitalised(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(locales[language]) + text.slice(1)
}

/** Ukrainian dates end in "р." ("of the year"), which our lists and headings leave out. */
function withoutYearWord(text: string): string {
  return text.replace(/ р\.$/, '')
}
