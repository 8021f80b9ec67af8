import type { Issue } from '#shared/contract/problem.ts'
import { isSlugShaped } from '#shared/contract/selection.ts'
import { isLocalDay } from '#shared/time/calendar.ts'
import type { LocalDay } from '#shared/time/when.ts'
import type { StoredText } from '../../db/columns.ts'
import { ImpossibleValueError } from '../../errors.ts'

const longestName = 200
const longestText = 20_000
/** Control characters, line ends included, and those that turn the direction of what follows. */
const hidden = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

/** @throws {ImpossibleValueError} with every issue there is */
export function refuse(issues: readonly (Issue | null)[]): void {
  const found = issues.filter((issue) => issue !== null)
  if (found.length > 0) throw new ImpossibleValueError(found)
}

export const issueOf = (name: string, value: string, expected: string): Issue => ({ name, value: value.slice(0, 60), expected })

export function slugIssue(slug: string): Issue | null {
  if (isSlugShaped(slug)) return null
  return issueOf('slug', slug, 'lower-case letters without diacritics, digits and single hyphens, at most 100 characters')
}

/** A name is one line that people can read. */
export function nameIssue(name: string, field = 'name'): Issue | null {
  if (name.trim() === name && name !== '' && name.length <= longestName && !hidden.test(name)) return null
  return issueOf(field, name, `one line of 1 to ${longestName} characters without spaces around it`)
}

/** A text by language: not empty in Polish, at most 20,000 characters in any. */
export function textIssue(field: string, text: StoredText | null | undefined): Issue | null {
  if (!text) return null
  if (text.pl.trim() === '') return issueOf(field, text.pl, 'words in Polish, whatever else there is')
  const long = Object.values(text).find((words) => (words?.length ?? 0) > longestText)
  return long === undefined ? null : issueOf(field, long, `at most ${longestText} characters`)
}

/** First and last day, both inside. */
export function daysIssue(from: LocalDay, to: LocalDay): Issue | null {
  const wrong = [from, to].find((day) => !isLocalDay(day))
  if (wrong !== undefined) return issueOf('days', wrong, 'a day between 1900-01-01 and 2199-12-31 that exists')
  return from <= to ? null : issueOf('days', `${from} to ${to}`, 'a last day that is not before the first')
}

/** Districts of different cities share names, so their addresses begin with the city's. */
export function districtSlugIssue(slug: string, city: string): Issue | null {
  return slug.startsWith(`${city}-`) ? null : issueOf('slug', slug, `a name that begins with ${city}-`)
}

/** What lies in a city lies in one of its own districts. */
export function sameCityIssue(field: string, city: string, other: { readonly municipalityId: string } | null): Issue | null {
  return other?.municipalityId === city ? null : issueOf(field, '', 'one of the same city')
}
