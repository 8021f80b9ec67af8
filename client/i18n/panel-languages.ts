import type { Language } from '#shared/contract/kinds.ts'
import { loadLanguage, loadWords, type Chunks, type WordsPart } from './languages.ts'

/** Words of pages of the organisers' area, loaded with the pages that name them in their table. */
const chunks = {
  accounts: {
    pl: () => import('./accounts/pl.ts'),
    en: () => import('./accounts/en.ts'),
    uk: () => import('./accounts/uk.ts'),
  },
  calls: {
    pl: () => import('./calls/pl.ts'),
    en: () => import('./calls/en.ts'),
    uk: () => import('./calls/uk.ts'),
  },
  desk: {
    pl: () => import('./desk/pl.ts'),
    en: () => import('./desk/en.ts'),
    uk: () => import('./desk/uk.ts'),
  },
  imports: {
    pl: () => import('./imports/pl.ts'),
    en: () => import('./imports/en.ts'),
    uk: () => import('./imports/uk.ts'),
  },
  log: {
    pl: () => import('./log/pl.ts'),
    en: () => import('./log/en.ts'),
    uk: () => import('./log/uk.ts'),
  },
  manage: {
    pl: () => import('./manage/pl.ts'),
    en: () => import('./manage/en.ts'),
    uk: () => import('./manage/uk.ts'),
  },
  numbers: {
    pl: () => import('./numbers/pl.ts'),
    en: () => import('./numbers/en.ts'),
    uk: () => import('./numbers/uk.ts'),
  },
  share: {
    pl: () => import('./share/pl.ts'),
    en: () => import('./share/en.ts'),
    uk: () => import('./share/uk.ts'),
  },
  today: {
    pl: () => import('./today/pl.ts'),
    en: () => import('./today/en.ts'),
    uk: () => import('./today/uk.ts'),
  },
  volunteers: {
    pl: () => import('./volunteers/pl.ts'),
    en: () => import('./volunteers/en.ts'),
    uk: () => import('./volunteers/uk.ts'),
  },
} as const satisfies Readonly<Record<string, Chunks>>
type OwnPart = keyof typeof chunks
export type PanelWordsPart = OwnPart | WordsPart

const isOwn = (part: PanelWordsPart): part is OwnPart => part in chunks

export const loadPanelLanguage = (language: Language, part: PanelWordsPart): Promise<void> =>
  isOwn(part) ? loadWords(language, part, chunks[part]) : loadLanguage(language, part)
