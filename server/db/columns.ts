import { languages, type Language } from '#shared/contract/kinds.ts'
import type { Texts } from '#shared/contract/manage/views.ts'
import type { Text } from '#shared/contract/public.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { Prisma } from './generated/client.ts'

/** How texts and days stand in their columns. */

/** A text for residents as it is stored: Polish always, the others if there. */
export type StoredText = { readonly pl: string; readonly en?: string | undefined; readonly uk?: string | undefined }

/** Chooses a language; where it isn't there, or is empty, Polish with `lang` set to it. Null for a column that is empty. */
export function textIn(stored: unknown, language: Language): Text | null {
  if (typeof stored !== 'object' || stored === null) return null
  const texts = new Map<string, unknown>(Object.entries(stored))
  const found = [language, ...languages].find((code) => typeof texts.get(code) === 'string' && texts.get(code) !== '')
  return found ? { text: String(texts.get(found)), lang: found } : null
}

/** The same for a column that is never empty. */
export const titleIn = (stored: unknown, language: Language): Text => textIn(stored, language) ?? { text: '', lang: 'pl' }

/** All languages of a column as forms edit them; null for one that is empty. */
export function textsIn(stored: unknown): Texts | null {
  if (typeof stored !== 'object' || stored === null) return null
  const texts = new Map<string, unknown>(Object.entries(stored))
  const [pl, en, uk] = ['pl', 'en', 'uk'].map((code) => texts.get(code))
  return { pl: String(pl ?? ''), ...(typeof en === 'string' && { en }), ...(typeof uk === 'string' && { uk }) }
}

/** The same for a column that is never empty. */
export const wordsIn = (stored: unknown): Texts => textsIn(stored) ?? { pl: '' }

/** A text as it is stored: without the languages that nobody wrote; SQL's NULL where nobody wrote any. */
export function textColumn(texts: Texts | null): StoredText | typeof Prisma.DbNull {
  return texts === null || texts.pl.trim() === '' ? Prisma.DbNull : wordsColumn(texts)
}

/** The same for a column that is never empty. */
export function wordsColumn({ pl, en, uk }: Texts): StoredText {
  return { pl: pl.trim(), ...(en?.trim() && { en: en.trim() }), ...(uk?.trim() && { uk: uk.trim() }) }
}

/** A `date` column is read as midnight in UTC. */
export const dayOf = (stored: Date): LocalDay => stored.toISOString().slice(0, 10)
export const dayColumn = (day: LocalDay): Date => new Date(`${day}T00:00:00Z`)
export const dayOrNull = (stored: Date | null): LocalDay | null => stored && dayOf(stored)
export const dayColumnOrNull = (day: LocalDay | null): Date | null => (day === null ? null : dayColumn(day))
