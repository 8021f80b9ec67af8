import type { words } from './pl.ts'

/** The shape of all words: the Polish ones. */
export type Words = typeof words

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Words }
  }
}
