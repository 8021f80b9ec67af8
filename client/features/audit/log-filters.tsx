import { auditSubjects } from '#shared/contract/audit-subjects.ts'
import type { AuditAnswer } from '#shared/contract/audit.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { DateField, SelectField } from '#client/ui/form/inputs.tsx'
import { filterNames, noFilter, type LogFilter } from './queries.ts'

type LogFiltersProps = {
  readonly filter: LogFilter
  readonly people: AuditAnswer['people']
  readonly onChange: (part: Partial<Record<keyof LogFilter, string>>) => void
}

/** Who, what and when. */
export function LogFilters({ filter, people, onChange }: LogFiltersProps) {
  const t = useWords()
  return (
    <section className="log-filters" aria-label={t('log.filters')}>
      <SelectField
        label={t('log.subject')}
        empty={t('log.anything')}
        choices={auditSubjects.map((value) => ({ value, label: t(`log.subjects.${value}`) }))}
        value={filter.subject}
        onChange={({ target }) => onChange({ subject: target.value })}
      />
      <SelectField
        label={t('log.who')}
        empty={t('log.anybody')}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.account}
        onChange={({ target }) => onChange({ account: target.value })}
      />
      <DateField label={t('log.from')} value={filter.from} onChange={({ target }) => onChange({ from: target.value })} />
      <DateField label={t('log.to')} value={filter.to} onChange={({ target }) => onChange({ to: target.value })} />
      {filterNames.some((name) => filter[name] !== '') && <Button onClick={() => onChange(noFilter)}>{t('log.clear')}</Button>}
    </section>
  )
}
