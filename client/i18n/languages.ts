import { createInstance } from 'i18next'
import type { Language } from '#shared/contract/kinds.ts'
import './words.ts'

/** One chunk per language: a reader loads only the words that are shown. */
const chunks = { pl: () => import('./pl.ts'), en: () => import('./en.ts'), uk: () => import('./uk.ts') }
const loading = new Map<Language, Promise<void>>()

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

/** Loads a language once; the same promise for every asker, so that a component may wait for it with `use`. */
export function loadLanguage(language: Language): Promise<void> {
  const running = loading.get(language)
  if (running) return running
  const started = chunks[language]().then(
    ({ words }) => void translator.addResourceBundle(language, 'translation', words),
    (error: unknown) => {
      loading.delete(language)
      throw error
    },
  )
  loading.set(language, started)
  return started
}
