import { createInstance } from 'i18next'
import type { Language } from '#shared/contract/kinds.ts'
import './words.ts'

/** What brings a part's words in each language. */
export type Chunks = Readonly<Record<Language, () => Promise<{ readonly words: object }>>>

/**
 * One chunk per language and part: a reader loads only the words that are shown. `first` stands on every page and in the agenda;
 * the others belong to the pages that name them in the page table, `panel` to the whole organisers' area, whose pages have parts of their own
 * (`panel-languages.ts`): a resident's browser needn't know where those are.
 */
const chunks = {
  first: { pl: () => import('./pl.ts'), en: () => import('./en.ts'), uk: () => import('./uk.ts') },
  places: {
    pl: () => import('./places/pl.ts'),
    en: () => import('./places/en.ts'),
    uk: () => import('./places/uk.ts'),
  },
  taking: {
    pl: () => import('./taking/pl.ts'),
    en: () => import('./taking/en.ts'),
    uk: () => import('./taking/uk.ts'),
  },
  statement: {
    pl: () => import('./statement/pl.ts'),
    en: () => import('./statement/en.ts'),
    uk: () => import('./statement/uk.ts'),
  },
  joining: {
    pl: () => import('./joining/pl.ts'),
    en: () => import('./joining/en.ts'),
    uk: () => import('./joining/uk.ts'),
  },
  attendance: {
    pl: () => import('./attendance/pl.ts'),
    en: () => import('./attendance/en.ts'),
    uk: () => import('./attendance/uk.ts'),
  },
  panel: {
    pl: () => import('./panel/pl.ts'),
    en: () => import('./panel/en.ts'),
    uk: () => import('./panel/uk.ts'),
  },
} as const satisfies Readonly<Record<string, Chunks>>
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
export const loadLanguage = (language: Language, part: WordsPart = 'first'): Promise<void> =>
  loadWords(language, part, chunks[part])

/** The same for a part from another table. */
export function loadWords(language: Language, part: string, from: Chunks): Promise<void> {
  const key = `${language} ${part}`
  const running = loading.get(key)
  if (running) return running
  const started = from[language]().then(({ words }) => void translator.addResourceBundle(language, 'translation', words, true))
  loading.set(key, started)
  return started
}
