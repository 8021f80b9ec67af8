import type { PlaceInWhole } from '#shared/contract/public.ts'
import { formatDay, formatDayRange } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ForeignText } from '#client/ui/foreign-text.tsx'

/** What happened, with its dates, oldest first. */
export function History({ history }: { readonly history: PlaceInWhole['history'] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <ol className="plain history">
      {history.map(({ from, to, whenText, text, people }) => (
        <li key={`${from} ${text.text}`}>
          <p className="history-when">
            {whenText ? <ForeignText text={whenText} /> : to ? formatDayRange(from, to, language) : formatDay(from, language)}
          </p>
          <p>
            <ForeignText text={text} />
            {people !== null && <span className="quiet"> ({t('place.peopleCount', { count: people })})</span>}
          </p>
        </li>
      ))}
    </ol>
  )
}
