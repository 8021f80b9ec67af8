import { scheduleSchema } from '#shared/contract/schedule.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { describeSchedule } from '#shared/schedule/describe.ts'
import { isLocalDay } from '#shared/time/calendar.ts'
import { formatBrief, formatDay, formatWeekday } from '#shared/time/format.ts'
import { audiences as audiencesEn } from '#shared/words/en/audiences.ts'
import { audit as en } from '#shared/words/en/audit.ts'
import { kinds as kindsEn } from '#shared/words/en/kinds.ts'
import { audiences as audiencesPl } from '#shared/words/pl/audiences.ts'
import { audit as pl } from '#shared/words/pl/audit.ts'
import { kinds as kindsPl } from '#shared/words/pl/kinds.ts'
import { audiences as audiencesUk } from '#shared/words/uk/audiences.ts'
import { audit as uk } from '#shared/words/uk/audit.ts'
import { kinds as kindsUk } from '#shared/words/uk/kinds.ts'
import { inLanguage, type Names } from './names.ts'

export type Words = typeof en | typeof pl | typeof uk

export const wordsOf = (language: Language): Words => ({ pl, en, uk })[language]

/** Codes of the database as people say them. */
const codes: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  pl: { ...kindsPl, ...audiencesPl, ...pl.values },
  en: { ...kindsEn, ...audiencesEn, ...en.values },
  uk: { ...kindsUk, ...audiencesUk, ...uk.values },
}

/** More of a text than this isn't told. */
const mostCharacters = 160

/** What a column held, as a person reads it. `year`: of the act, so that dates in it need none. */
export function sayValue(column: string, value: unknown, names: Names, year: string, language: Language): string {
  const words = wordsOf(language)
  const text = textOf(column, value, names, year, language)
  if (text === null || text.trim() === '') return words.none
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text
}

function textOf(column: string, value: unknown, names: Names, year: string, language: Language): string | null {
  const words = wordsOf(language)
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (column === 'schedule') return sayScheduleOf(value, language)
  if (typeof value === 'number') return sayNumber(column, value, language)
  if (Array.isArray(value)) return value.flatMap((one) => textOf(column, one, names, year, language) ?? []).join(', ')
  if (typeof value !== 'string') return inLanguage(value, language) ?? inLanguage(Object.values(value)[0], language)
  if (column.endsWith('Id')) return inLanguage(names.get(value)?.name, language) ?? words.gone
  if (column === 'wallStart' || column === 'wallEnd') return formatBrief(value, year, language)
  if (isLocalDay(value)) return formatDay(value, language)
  return codes[language][value] ?? value
}

function sayScheduleOf(value: unknown, language: Language): string {
  const schedule = scheduleSchema.safeParse(value)
  return schedule.success ? describeSchedule(schedule.data, language) : ''
}

function sayNumber(column: string, value: number, language: Language): string {
  if (column === 'weekday') return formatWeekday(`2024-01-0${value}`, language) // the first of January 2024 was a Monday
  if (!column.endsWith('sMinute')) return new Intl.NumberFormat(language).format(value)
  return `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`
}

/** How people call a column. */
export function sayColumn(column: string, language: Language): string {
  const fields: Readonly<Record<string, string>> & { readonly other: string } = wordsOf(language).fields
  return fields[column] ?? fields.other
}

export const sayCode = (code: string, language: Language): string => codes[language][code] ?? code
