import { createInstance } from 'i18next'
import type { Language } from '#shared/contract/kinds.ts'
import './words.ts'

/**
 * One chunk per language and part: a reader loads only the words that are shown. `first` stands on every page and in the agenda;
 * the others belong to the pages that name them in the page table, `panel` to the whole organisers' area.
 */
const chunks = {
  first: { pl: () => import('./pl.ts'), en: () => import('./en.ts'), uk: () => import('./uk.ts') },
  places: { pl: () => import('./places/pl.ts'), en: () => import('./places/en.ts'), uk: () => import('./places/uk.ts') },
  taking: { pl: () => import('./taking/pl.ts'), en: () => import('./taking/en.ts'), uk: () => import('./taking/uk.ts') },
  statement: {
    pl: () => import('./statement/pl.ts'),
    en: () => import('./statement/en.ts'),
    uk: () => import('./statement/uk.ts'),
  },
  joining: { pl: () => import('./joining/pl.ts'), en: () => import('./joining/en.ts'), uk: () => import('./joining/uk.ts') },
  imports: { pl: () => import('./imports/pl.ts'), en: () => import('./imports/en.ts'), uk: () => import('./imports/uk.ts') },
  attendance: {
    pl: () => import('./attendance/pl.ts'),
    en: () => import('./attendance/en.ts'),
    uk: () => import('./attendance/uk.ts'),
  },
  volunteers: {
    pl: () => import('./volunteers/pl.ts'),
    en: () => import('./volunteers/en.ts'),
    uk: () => import('./volunteers/uk.ts'),
  },
  calls: { pl: () => import('./calls/pl.ts'), en: () => import('./calls/en.ts'), uk: () => import('./calls/uk.ts') },
  today: { pl: () => import('./today/pl.ts'), en: () => import('./today/en.ts'), uk: () => import('./today/uk.ts') },
  log: { pl: () => import('./log/pl.ts'), en: () => import('./log/en.ts'), uk: () => import('./log/uk.ts') },
  desk: { pl: () => import('./desk/pl.ts'), en: () => import('./desk/en.ts'), uk: () => import('./desk/uk.ts') },
  panel: { pl: () => import('./panel/pl.ts'), en: () => import('./panel/en.ts'), uk: () => import('./panel/uk.ts') },
  manage: { pl: () => import('./manage/pl.ts'), en: () => import('./manage/en.ts'), uk: () => import('./manage/uk.ts') },
} as const
export type WordsPart = keyof typeof chunks

const loading = new Map<string, Promise<void>>()

const translator = createInstance()
void translator.init({
  lng: 'pl',
  fallbackLng: false,
  resources: {},
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
})

/** `t` of each language; it answers with the key itself until the language is loaded. */
export const wordsIn = {
  pl: translator.getFixedT('pl'),
  en: translator.getFixedT('en'),
  uk: translator.getFixedT('uk'),
} as const satisfies Record<Language, unknown>

/** Loads a part of a language once; the same promise for every asker, so that a component may wait for it with `use`.
 * A part that failed stays failed until the page is loaded anew, or React would ask for ever. */
export function loadLanguage(language: Language, part: WordsPart = 'first'): Promise<void> {
  const key = `${language} ${part}`
  const running = loading.get(key)
  if (running) return running
  const started = chunks[part][language]().then(
    ({ words }) => void translator.addResourceBundle(language, 'translation', words, true),
  )
  loading.set(key, started)
  return started
}
