import { addDays, addMonths, daysBetween, dayOfNumber, isLocalDay, numberOfDay, weekdayOf } from '#shared/time/calendar.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { plain } from './names.ts'

/** A day or days as written, or why they can't be. */
export type ReadDays =
  | {
      readonly kind: 'days'
      readonly first: LocalDay
      readonly last: LocalDay
      readonly rest: string
      readonly guessedYear: boolean
    }
  | { readonly kind: 'wrong'; readonly reason: 'no-such-day' | 'weekday-mismatch' | 'no-day' }

/** Times of day as `17:00`; `end` null: not said. */
export type ReadTimes =
  | { readonly kind: 'times'; readonly start: string; readonly end: string | null }
  | { readonly kind: 'all-day' }
  | { readonly kind: 'none' }

/** Beginnings of the months' names without marks: Polish (both cases), English, Ukrainian in Latin letters is not written. */
const months: readonly RegExp[] = [
  /^(?:sty|jan|січ)/,
  /^(?:lut|feb|лют)/,
  /^(?:mar|бер)/,
  /^(?:kwi|apr|квіт)/,
  /^(?:maj|may|трав)/,
  /^(?:cze|jun|черв)/,
  /^(?:lip|jul|лип)/,
  /^(?:sie|aug|серп)/,
  /^(?:wrz|sep|верес)/,
  /^(?:paz|oct|жовт)/,
  /^(?:lis|nov|листоп)/,
  /^(?:gru|dec|груд)/,
]
/** Monday first. */
const weekdays: readonly RegExp[] = [
  /^(?:pn|pon|mon|пн|понед)/,
  /^(?:wt|tue|вт)/,
  /^(?:sr|wed|ср|серед)/,
  /^(?:cz|thu|чт|четв)/,
  /^(?:pt|pia|fri|пт)/,
  /^(?:so|sb|sat|сб|суб)/,
  /^(?:nd|nie|sun|нд|нед)/,
]

const numeric = /(?<!\d)(\d{1,2})\s?[.\-/]\s?(\d{1,2})(?:\s?[.\-/]\s?(\d{4})(?!\d)|[.\-/](\d{2})(?![\d:]))?\.?/
const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/
const worded = /(?<!\d)(\d{1,2})\.?\s+(\p{L}{3,14})\.?(?:\s+(\d{4}))?/u
const american = /(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?/u
const rangeOfDays = /(?<![\d.])(\d{1,2})\.?\s?[–—-]\s?(\d{1,2}[.\s]\s?(?:\d{1,2}|\p{L}{3,14}))/u

/**
 * Reads a day or days: `24.11.2026`, `2026-11-24`, `wt. 24 listopada`, `24–26.11.2026`, a number of a spreadsheet. Where the year isn't
 * said it is the one in which the weekday fits, else the one that lies nearest ahead.
 *
 * @param today - for years that aren't said
 */
export function readDays(text: string, today: LocalDay): ReadDays {
  const serial = /^\d{5}(?:\.\d+)?$/.exec(text.trim())
  if (serial) return dayOfSerial(Number(text))
  const written = plain(text)
  const weekday = weekdayIn(written)
  const range = rangeOfDays.exec(written)
  const inOneMonth = range && !iso.test(written) ? rangeStart(written, range, today) : null
  if (inOneMonth) return inOneMonth
  const one = oneDay(written, weekday, today)
  if (one.kind === 'wrong') return one
  const second = /^\s*(?:[–—-]|do|to)\s*(.+)$/u.exec(one.rest)
  const last = second ? oneDay(second[1] ?? '', null, today) : null
  if (last?.kind !== 'days') return one
  const first = one.guessedYear && !last.guessedYear ? `${last.first.slice(0, 4)}${one.first.slice(4)}` : one.first
  if (!isLocalDay(first) || last.first < first) return one
  return { ...one, first, last: last.first, rest: last.rest, guessedYear: last.guessedYear }
}

/** Day 60 of Excel is a 29 February 1900 that never was, so counting begins on 30 December 1899. */
function dayOfSerial(serial: number): ReadDays {
  const day = dayOfNumber(numberOfDay('1899-12-30') + Math.floor(serial))
  const minutes = Math.round((serial % 1) * 1440)
  const rest = minutes === 0 ? '' : clock(Math.floor(minutes / 60), minutes % 60)
  return { kind: 'days', first: day, last: day, rest, guessedYear: false }
}

/** `24–26.11.2026` and `24–26 listopada`: the month and the year stand behind the last day. */
function rangeStart(written: string, range: RegExpExecArray, today: LocalDay): ReadDays | null {
  const [whole, firstDay = '', lastText = ''] = range
  const from = written.slice(range.index)
  const last = oneDay(from.slice(whole.length - lastText.length), null, today)
  if (last.kind !== 'days') return null
  const first = `${last.first.slice(0, 8)}${firstDay.padStart(2, '0')}`
  return isLocalDay(first) && first <= last.first ? { ...last, first } : null
}

function oneDay(written: string, weekday: number | null, today: LocalDay): ReadDays {
  const found = partsOf(written)
  if (!found) return { kind: 'wrong', reason: 'no-day' }
  const { year, month, date, rest } = found
  const named = (of: number) => `${of}-${pad(month)}-${pad(date)}`
  if (year !== null) {
    const day = named(year)
    if (!isLocalDay(day)) return { kind: 'wrong', reason: 'no-such-day' }
    if (weekday !== null && weekdayOf(day) !== weekday) return { kind: 'wrong', reason: 'weekday-mismatch' }
    return { kind: 'days', first: day, last: day, rest, guessedYear: false }
  }
  const thisYear = Number(today.slice(0, 4))
  const existing = [thisYear, thisYear + 1, thisYear - 1].map(named).filter(isLocalDay)
  if (existing.length === 0) return { kind: 'wrong', reason: 'no-such-day' }
  const candidates = existing.filter((day) => distance(day, today) <= furthestGuess)
  const fitting = candidates.filter((day) => weekday === null || weekdayOf(day) === weekday)
  const near = fitting.toSorted((a, b) => distance(a, today) - distance(b, today))[0]
  if (near === undefined) return { kind: 'wrong', reason: 'weekday-mismatch' }
  return { kind: 'days', first: near, last: near, rest, guessedYear: true }
}

/** A day without a year is meant within ten months ahead or 75 days back. */
const furthestGuess = 300

/** What lies ahead is meant more often than what lies behind: a day back counts as four ahead. */
function distance(day: LocalDay, today: LocalDay): number {
  const days = daysBetween(today, day)
  return days >= 0 ? days : -4 * days
}

type Parts = { readonly year: number | null; readonly month: number; readonly date: number; readonly rest: string }

function partsOf(written: string): Parts | null {
  const asIso = iso.exec(written)
  if (asIso) return { year: Number(asIso[1]), month: Number(asIso[2]), date: Number(asIso[3]), rest: behind(written, asIso) }
  const asNumbers = numeric.exec(written)
  if (asNumbers) {
    const [first, second] = [Number(asNumbers[1]), Number(asNumbers[2])]
    // An American date gives itself away when there is no such month.
    const [date, month] = second > 12 && first <= 12 ? [second, first] : [first, second]
    if (date >= 1 && month >= 1 && month <= 12)
      return { year: yearOf(asNumbers[3] ?? asNumbers[4]), month, date, rest: behind(written, asNumbers) }
    return { year: yearOf(asNumbers[3] ?? asNumbers[4]), month: 99, date: 99, rest: '' }
  }
  const asWords = worded.exec(written)
  const month = monthNamed(asWords?.[2])
  if (asWords && month) return { year: yearOf(asWords[3]), month, date: Number(asWords[1]), rest: behind(written, asWords) }
  for (const match of written.matchAll(new RegExp(american, 'gu'))) {
    const named = monthNamed(match[1])
    if (named) return { year: yearOf(match[3]), month: named, date: Number(match[2]), rest: behind(written, match) }
  }
  return null
}

const behind = (written: string, match: RegExpExecArray): string => written.slice(match.index + match[0].length).trim()

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function monthNamed(word: string | undefined): number | null {
  const n = word === undefined ? -1 : months.findIndex((pattern) => pattern.test(word))
  return n < 0 ? null : n + 1
}

function weekdayIn(written: string): number | null {
  const [word = ''] = written.match(/\p{L}+/gu) ?? []
  if (monthNamed(word) !== null) return null
  const n = weekdays.findIndex((pattern) => pattern.test(word))
  return n < 0 ? null : n + 1
}

const timePattern = /(?<![\d.:])(\d{1,2})(?:\s?[:.]\s?(\d{2})(?::\d{2}(?:\.\d+)?)?)?\s?(am|pm)?(?![\d])/gu

/** Reads times: `17:00`, `17.00–19.00`, `od 17 do 19`, `5 pm`, a fraction of a day, `cały dzień`. */
export function readTimes(text: string): ReadTimes {
  const written = plain(text)
  if (/caly dzien|calodnio|all day|увесь день/u.test(written)) return { kind: 'all-day' }
  const fraction = /^0?[.,]\d+$/.exec(written) ? Number(written.replace(',', '.')) : null
  if (fraction !== null && fraction < 1) {
    const minutes = Math.round(fraction * 1440)
    return { kind: 'times', start: clock(Math.floor(minutes / 60), minutes % 60), end: null }
  }
  const found = [...written.replaceAll(/[–—-]/g, ' - ').matchAll(timePattern)].flatMap((match) => timeOf(match) ?? [])
  const [start, end = null] = found
  return start === undefined ? { kind: 'none' } : { kind: 'times', start, end }
}

function timeOf([, hours = '', minutes = '0', half]: RegExpMatchArray): string | null {
  const hour = (Number(hours) % (half ? 12 : 100)) + (half === 'pm' ? 12 : 0)
  return hour <= 24 && Number(minutes) < 60 && (hour < 24 || Number(minutes) === 0) ? clock(hour, Number(minutes)) : null
}

const clock = (hours: number, minutes: number): string => `${pad(hours)}:${pad(minutes)}`
const pad = (number: number): string => String(number).padStart(2, '0')

/** A day and a time of day as a wall time; 24:00 is the next midnight. */
export function wallAt(day: LocalDay, time: string): string {
  return time === '24:00' ? `${addDays(day, 1)}T00:00:00` : `${day}T${time}:00`
}

/** How far ahead an import plans. */
export const horizon = (today: LocalDay): LocalDay => addMonths(today, 24)
