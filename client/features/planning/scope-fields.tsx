import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { RadioCards } from '#client/ui/form/choices.tsx'
import { SelectField } from '#client/ui/form/inputs.tsx'
import { slotInWords } from './moments.ts'
import type { PlannedSeries, Scope } from './wire.ts'

type ScopeFieldsProps = {
  readonly value: Scope
  readonly onChange: (value: Scope) => void
  readonly series: PlannedSeries
  readonly activityId: string
}

/** Which meetings an edit of the whole means: all to come, or one and those after it. */
export function ScopeFields({ value, onChange, series, activityId }: ScopeFieldsProps) {
  const t = useWords()
  const language = useLanguage()
  const toCome = series.sessions.filter((session) => session.activityId === activityId && !session.began)
  const [first] = toCome
  if (toCome.length < 2 || !first) return null
  return (
    <>
      <RadioCards
        label={t('planning.scope.label')}
        compact
        value={value.kind}
        onChange={(kind) => onChange(kind === 'all' ? { kind } : { kind, sessionId: (toCome[1] ?? first).id })}
        choices={[
          { value: 'all', label: t('planning.scope.all') },
          { value: 'following', label: t('series.edit.from') },
        ]}
      />
      {value.kind === 'following' && (
        <SelectField
          label={t('series.edit.fromWhich')}
          value={value.sessionId}
          onChange={({ target }) => onChange({ kind: 'following', sessionId: target.value })}
          choices={toCome.map((session) => ({ value: session.id, label: slotInWords(session, language) }))}
        />
      )}
    </>
  )
}
