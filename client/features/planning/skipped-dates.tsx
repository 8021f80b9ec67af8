import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { dayInWords } from './moments.ts'
import type { Impact } from './wire.ts'

type Skipped = Impact['skipped'][number]

/** Why the rule's date isn't in the plan: "dzień wolny: Święto Niepodległości". */
export function useSkipReason(): (skipped: Skipped) => string {
  const t = useWords()
  return ({ reason }) => {
    if (reason.kind !== 'holiday') return t(`schedule.skipped.${reason.kind}`)
    const names: Readonly<Record<string, string>> = t('schedule.holidays', { returnObjects: true })
    return t('schedule.skipped.holiday', { name: names[reason.holiday] ?? reason.holiday })
  }
}

/** The dates that the rule gives and the plan leaves out, each with its reason. */
export function SkippedDates({ skipped }: { readonly skipped: readonly Skipped[] }) {
  const t = useWords()
  const language = useLanguage()
  const reasonOf = useSkipReason()
  if (skipped.length === 0) return null
  return (
    <details className="skipped">
      <summary>{t('planning.skipped', { count: skipped.length })}</summary>
      <ul>
        {skipped.map((one) => (
          <li key={one.recurrenceId}>
            <s>{dayInWords(one.recurrenceId, language)}</s> {reasonOf(one)}
          </li>
        ))}
      </ul>
    </details>
  )
}
