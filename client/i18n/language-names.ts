import type { Language } from '#shared/contract/kinds.ts'

/** Each language in its own words, so they are no keys of a translation. */
export const languageNames: Record<Language, { readonly short: string; readonly full: string }> = {
  pl: { short: 'PL', full: 'polski' },
  en: { short: 'EN', full: 'English' },
  uk: { short: 'УКР', full: 'українська' },
}
