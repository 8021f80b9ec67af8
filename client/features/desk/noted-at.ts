import type { Language } from '#shared/contract/kinds.ts'
import { formatBrief, wallInWarsaw } from '#shared/time/format.ts'

/** When something was noted, as a table has room for it: the year only where it is another one. */
export const notedAt = (at: string, language: Language): string =>
  formatBrief(wallInWarsaw(Date.parse(at)), wallInWarsaw(Date.now()).slice(0, 4), language)
