import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { Language } from '#shared/contract/kinds.ts'
import { loadLanguage } from '#client/i18n/languages.ts'
import { useLanguage } from '#client/i18n/use-words.ts'
import { shiftsQuery } from './shift-queries.ts'

const load = async (language: Language) =>
  (await Promise.all([import('./shifts-card.tsx'), loadLanguage(language, 'joining')]))[0]
const cards = {
  pl: lazy(() => load('pl')),
  en: lazy(() => load('en')),
  uk: lazy(() => load('uk')),
} as const satisfies Record<Language, unknown>

/** Most meetings need no volunteers: the words and the form are fetched only where there is something to do. */
export default function ShiftsLater({ sessionId }: { readonly sessionId: string }) {
  const language = useLanguage()
  const { data } = useQuery(shiftsQuery(sessionId, language))
  if (!data || data.shifts.length === 0) return null
  const ShiftsCard = cards[language]
  return (
    <Suspense fallback={null}>
      <ShiftsCard sessionId={sessionId} shifts={data.shifts} />
    </Suspense>
  )
}
