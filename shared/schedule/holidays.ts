import { addDays } from '#shared/time/calendar.ts'
import type { LocalDay } from '#shared/time/when.ts'

/** Polish public holidays (ustawa z 18 stycznia 1951 o dniach wolnych od pracy); their names stand in `shared/words`. */
export const publicHolidays = [
  'NEW_YEAR',
  'EPIPHANY',
  'EASTER_SUNDAY',
  'EASTER_MONDAY',
  'LABOUR_DAY',
  'CONSTITUTION_DAY',
  'PENTECOST',
  'CORPUS_CHRISTI',
  'ASSUMPTION',
  'ALL_SAINTS',
  'INDEPENDENCE_DAY',
  'CHRISTMAS_EVE',
  'CHRISTMAS_DAY',
  'SECOND_CHRISTMAS_DAY',
] as const
export type PublicHoliday = (typeof publicHolidays)[number]

type Entry = { readonly holiday: PublicHoliday; readonly on: string | number; readonly since?: number }

/** Month and day, or days after Easter Sunday; with the first year where the law is younger than this calendar. */
const table: readonly Entry[] = [
  { holiday: 'NEW_YEAR', on: '01-01' },
  { holiday: 'EPIPHANY', on: '01-06', since: 2011 },
  { holiday: 'EASTER_SUNDAY', on: 0 },
  { holiday: 'EASTER_MONDAY', on: 1 },
  { holiday: 'LABOUR_DAY', on: '05-01' },
  { holiday: 'CONSTITUTION_DAY', on: '05-03' },
  { holiday: 'PENTECOST', on: 49 },
  { holiday: 'CORPUS_CHRISTI', on: 60 },
  { holiday: 'ASSUMPTION', on: '08-15' },
  { holiday: 'ALL_SAINTS', on: '11-01' },
  { holiday: 'INDEPENDENCE_DAY', on: '11-11' },
  { holiday: 'CHRISTMAS_EVE', on: '12-24', since: 2025 },
  { holiday: 'CHRISTMAS_DAY', on: '12-25' },
  { holiday: 'SECOND_CHRISTMAS_DAY', on: '12-26' },
]

/** The public holiday on a day, or null. Right from 1990 on. */
export function publicHolidayOn(day: LocalDay): PublicHoliday | null {
  return holidaysOf(Number(day.slice(0, 4))).get(day) ?? null
}

/** All public holidays of a year by day. When two fall on one day (3 May and Pentecost) the later in the law's list is named. */
export function holidaysOf(year: number): ReadonlyMap<LocalDay, PublicHoliday> {
  const easter = easterOf(year)
  const valid = table.filter(({ since = 0 }) => since <= year)
  return new Map(valid.map(({ holiday, on }) => [typeof on === 'number' ? addDays(easter, on) : `${year}-${on}`, holiday]))
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876, as in Meeus, Astronomical Algorithms, ch. 8). */
export function easterOf(year: number): LocalDay {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const exception = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * exception + 114
  return `${year}-${String(Math.floor(days / 31)).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`
}
