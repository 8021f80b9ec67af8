import type { Texts } from '#shared/contract/manage/views.ts'

export const noTexts = { pl: '', en: '', uk: '' }

/** A text as a form holds it: never null, so that its fields have a place. */
export const asTexts = (texts: Texts | null): { pl: string; en: string; uk: string } => ({
  pl: texts?.pl ?? '',
  en: texts?.en ?? '',
  uk: texts?.uk ?? '',
})
