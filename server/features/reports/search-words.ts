import { addDays, isLocalDay } from '#shared/time/calendar.ts'
import type { LocalDay } from '#shared/time/when.ts'

const plainLetters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ґ: 'г' }

/**
 * The words of a text as they are compared: small letters without accents. The database's function `search_text` does the same.
 *
 * @example searchWords('Ćwiczenia „Pod Lipą”') // ['cwiczenia', 'pod', 'lipa']
 */
export function searchWords(text: string): readonly string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[łøđґ]/g, (letter) => plainLetters[letter] ?? letter)
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether every word begins some word of the text. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const said = searchWords(text)
  return words.every((word) => said.some((one) => one.startsWith(word)))
}

/** What is searched for: a day, when one is named, and words. */
export type SearchedFor = { readonly day: LocalDay | null; readonly words: readonly string[] }

const dayShapes = [
  /(?<![\d.])(?<year>\d{4})-(?<month>\d{1,2})-(?<date>\d{1,2})(?![\d.])/,
  /(?<![\d.])(?<date>\d{1,2})\.(?<month>\d{1,2})\.?(?:(?<year>\d{4}))?(?![\d.])/,
] as const

/**
 * Reads what somebody typed. A day without a year is the nearest one that is not long over: up to two months back, else the next.
 *
 * @example readSearch('joga 24.11', '2026-11-23') // { day: '2026-11-24', words: ['joga'] }
 */
export function readSearch(typed: string, today: LocalDay): SearchedFor {
  for (const shape of dayShapes) {
    const match = shape.exec(typed)
    const day = match && dayOf(match.groups ?? {}, today)
    if (match && day) return { day, words: searchWords(typed.replace(match[0], ' ')) }
  }
  return { day: null, words: searchWords(typed) }
}

const pastDays = 60

function dayOf(parts: Readonly<Record<string, string | undefined>>, today: LocalDay): LocalDay | null {
  const [month, date] = [parts['month'] ?? '', parts['date'] ?? ''].map((part) => part.padStart(2, '0'))
  const year = Number(parts['year'] ?? today.slice(0, 4))
  const inYear = (one: number) => `${one}-${month}-${date}`
  if (parts['year'] !== undefined) return isLocalDay(inYear(year)) ? inYear(year) : null
  const earliest = addDays(today, -pastDays)
  return [year - 1, year, year + 1, year + 2, year + 3].map(inYear).find((day) => isLocalDay(day) && day >= earliest) ?? null
}
