import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#shared/contract/kinds.ts'

/** One chunk per language: a reader loads only the words that are shown. */
const chunks = { pl: () => import('./pl.ts'), en: () => import('./en.ts'), uk: () => import('./uk.ts') }
const loading = new Map<Language, Promise<void>>()

export const translator = createInstance()
void translator.use(initReactI18next).init({
  lng: 'pl',
  fallbackLng: false,
  resources: {},
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
})

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
