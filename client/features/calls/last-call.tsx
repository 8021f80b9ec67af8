import { formatBrief, wallInWarsaw } from '#shared/time/format.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import type { CallView } from './queries.ts'

/** How the last attempt ended, and when to try again. */
export function LastCall({ last }: { readonly last: NonNullable<CallView['last']> }) {
  const t = useWords()
  const language = useLanguage()
  const brief = (moment: string) => formatBrief(wallInWarsaw(Date.parse(moment)), last.at.slice(0, 4), language)
  return (
    <p className="quiet">
      {t('calls.last', { result: t(`calls.results.${last.result}`), when: brief(last.at), by: last.by })}
      {last.again && `, ${t('calls.again', { when: brief(last.again) })}`}
    </p>
  )
}
