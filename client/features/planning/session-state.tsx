import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Mark } from '#client/ui/note.tsx'
import { dayInWords } from './moments.ts'
import type { PlannedSession } from './wire.ts'

/** What isn't as usual about a session, in a word or two: a draft, cancelled, moved from when, set for itself. */
export function SessionState({ session }: { readonly session: PlannedSession }) {
  const t = useWords()
  const language = useLanguage()
  const { cancelled, moved, published, overrides } = session
  const own = overrides.filter((name) => name !== 'when')
  return (
    <>
      {cancelled && (
        <b className="impact-bad">
          {t('planning.impact.cancelled')}
          {cancelled.reason && `: ${cancelled.reason[language] ?? cancelled.reason.pl}`}
        </b>
      )}
      {!cancelled && moved && (
        <span className="state-moved">{t('series.page.movedFrom', { when: dayInWords(moved.from, language) })} </span>
      )}
      {!published && <Mark tone="plain">{t('series.page.draft')}</Mark>}
      {!cancelled && own.length > 0 && (
        <span className="quiet">
          {t('series.page.own', { what: own.map((name) => t(`planning.fields.${name}`)).join(', ') })}
        </span>
      )}
    </>
  )
}
