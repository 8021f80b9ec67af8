import type { Issue } from '#shared/contract/problem.ts'
import { isSlugShaped } from '#shared/contract/selection.ts'
import { isLocalDay } from '#shared/time/calendar.ts'
import { localDayAt } from '#shared/time/place.ts'
import { warsaw, type LocalDay } from '#shared/time/when.ts'
import type { SessionTold } from '#shared/contract/manage/views.ts'
import { AppError, ImpossibleValueError } from '../../errors.ts'

const longestName = 200
const longestText = 20_000
/** Control characters, line ends included, and those that turn the direction of what follows. */
const hidden = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

/** @throws {ImpossibleValueError} with every issue there is */
export function refuse(issues: readonly (Issue | null)[]): void {
  const found = issues.filter((issue) => issue !== null)
  if (found.length > 0) throw new ImpossibleValueError(found)
}

/** @param code - names the kind of mistake for programs, and so the words in which a form says it */
export const issueOf = (name: string, value: string, expected: string, code?: string): Issue => ({
  name,
  value: value.slice(0, 60),
  expected,
  ...(code !== undefined && { code }),
})

/** For a reference to what isn't there, and to what isn't in reach: the two are one answer (T03). */
export const unknownIssue = (field: string, value: string): Issue => issueOf(field, value, 'something that is there', 'unknown')

export function slugIssue(slug: string): Issue | null {
  if (isSlugShaped(slug)) return null
  return issueOf('slug', slug, 'lower-case letters without diacritics, digits and single hyphens, at most 100 characters', 'slug')
}

/** A name is one line that people can read. */
export function nameIssue(name: string, field = 'name'): Issue | null {
  if (name.trim() === name && name !== '' && name.length <= longestName && !hidden.test(name)) return null
  return issueOf(field, name, `one line of 1 to ${longestName} characters without spaces around it`, 'one-line')
}

/** A text by language: not empty in Polish, at most 20,000 characters in any. */
export function textIssue(
  field: string,
  text: Partial<Readonly<Record<string, string | null | undefined>>> | null | undefined,
): Issue | null {
  if (!text || Object.values(text).every((words) => !words?.trim())) return null
  if (!text['pl']?.trim()) return issueOf(`${field}.pl`, '', 'words in Polish, whatever else there is', 'missing')
  const [language, long] = Object.entries(text).find(([, words]) => (words?.length ?? 0) > longestText) ?? []
  return long ? issueOf(`${field}.${language}`, long, `at most ${longestText} characters`, 'too_big') : null
}

/** The same for a text that has to be there. */
export const wordsIssue = (field: string, text: Parameters<typeof textIssue>[1]): Issue | null =>
  text?.['pl']?.trim() ? textIssue(field, text) : issueOf(`${field}.pl`, '', 'words in Polish', 'missing')

/** First and last day, both inside. */
export function daysIssue(from: LocalDay | null, to: LocalDay | null, field = 'endsOn'): Issue | null {
  const wrong = [from, to].find((day) => day !== null && !isLocalDay(day))
  if (wrong) return issueOf(field, wrong, 'a day between 1900-01-01 and 2199-12-31 that exists', 'day')
  if (from === null || to === null || from <= to) return null
  return issueOf(field, `${from} to ${to}`, 'a last day that is not before the first', 'days-in-order')
}

/** Districts of different cities share names, so their addresses begin with the city's. */
export function districtSlugIssue(slug: string, city: string): Issue | null {
  return slug.startsWith(`${city}-`) ? null : issueOf('slug', slug, `a name that begins with ${city}-`, 'city-first')
}

/** What lies in a city lies in one of its own districts. */
export function sameCityIssue(field: string, city: string, other: { readonly municipalityId: string } | null): Issue | null {
  return other?.municipalityId === city ? null : issueOf(field, '', 'one of the same city', 'unknown')
}

/** What has sessions to come is not put away; the first of them are named, so that somebody can move or cancel them. */
export class SessionsToComeError extends AppError {
  readonly code = 'has-sessions-to-come'
  readonly status = 409
  constructor(count: number, sessions: readonly SessionTold[]) {
    super(`${count} sessions to come stand in the way: move or cancel them first`, { count, sessions })
  }
}

/** The day in Warsaw at an instant. */
export const todayAt = (now: Date): LocalDay => localDayAt(now.getTime(), warsaw)
