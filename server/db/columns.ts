import { languages, type Language } from '#shared/contract/kinds.ts'
import type { Text } from '#shared/contract/public.ts'
import type { LocalDay } from '#shared/time/when.ts'

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

/** A `date` column is read as midnight in UTC. */
export const dayOf = (stored: Date): LocalDay => stored.toISOString().slice(0, 10)
export const dayColumn = (day: LocalDay): Date => new Date(`${day}T00:00:00Z`)
