import { activityKinds, type ActivityKind } from '#shared/contract/kinds.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { Button } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { CheckField, SelectField, TextField } from '#client/ui/form/inputs.tsx'
import { Note } from '#client/ui/note.tsx'
import type { Plan, Reading, Targets } from './queries.ts'

/** How a reading is to be understood, as it is chosen on the page. */
export type Settings = {
  readonly target: string
  readonly source: { readonly id: string; readonly name: string } | null
  readonly name: string
  readonly sheet: number
  readonly columns: Readonly<Record<string, number>> | null
  readonly minutes: number
  readonly kind: ActivityKind
  readonly publish: boolean
}

type SettingsProps = {
  readonly reading: Reading
  readonly targets: Targets
  readonly settings: Settings
  readonly plan: Plan | undefined
  readonly onChange: (changes: Partial<Settings>) => void
}

const lengths = [30, 45, 60, 90, 120, 180, 240]

export function SettingsCard({ reading, targets, settings, plan, onChange }: SettingsProps) {
  const t = useWords()
  const { source } = settings
  const choices = [
    ...targets.programs.map(({ id, name }) => ({ value: `program:${id}`, label: name })),
    ...targets.clubs.map(({ id, name }) => ({ value: `club:${id}`, label: t('imports.choose.club', { name }) })),
  ]
  return (
    <Card heading={t('imports.choose.heading')}>
      <div className="form">
        {reading.insecure && <Note tone="window">{t('imports.address.insecure')}</Note>}
        {source ? (
          <Note tone="sky">
            <p>{t('imports.choose.source', { name: source.name })}</p>
            <Button look="quiet" onClick={() => onChange({ source: null })}>
              {t('imports.choose.asNew')}
            </Button>
          </Note>
        ) : (
          <div className="form-row">
            <SelectField
              label={t('imports.choose.target')}
              empty={t('imports.choose.targetEmpty')}
              choices={choices}
              value={settings.target}
              onChange={({ target }) => onChange({ target: target.value })}
            />
            <TextField
              label={t('imports.choose.name')}
              hint={t('imports.choose.nameHint')}
              value={settings.name}
              maxLength={120}
              onChange={({ target }) => onChange({ name: target.value })}
            />
          </div>
        )}
        {reading.sheets.length > 1 && (
          <SelectField
            label={t('imports.choose.sheet')}
            choices={reading.sheets.map(({ name, rows }, n) => ({
              value: String(n),
              label: t('imports.choose.sheetName', { name, rows }),
            }))}
            value={String(settings.sheet)}
            onChange={({ target }) => onChange({ sheet: Number(target.value), columns: null })}
          />
        )}
        <div className="form-row">
          <SelectField
            label={t('imports.choose.kind')}
            choices={activityKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            value={settings.kind}
            onChange={({ target }) => onChange({ kind: activityKinds.find((one) => one === target.value) ?? settings.kind })}
          />
          {reading.kind === 'table' && (
            <SelectField
              label={t('imports.choose.minutes')}
              choices={lengths.map((minutes) => ({ value: String(minutes), label: t('imports.choose.minutesOf', { minutes }) }))}
              value={String(settings.minutes)}
              onChange={({ target }) => onChange({ minutes: Number(target.value) })}
            />
          )}
        </div>
        <CheckField
          label={t('imports.choose.publish')}
          checked={settings.publish}
          onChange={({ target }) => onChange({ publish: target.checked })}
        />
        {plan && plan.heads.length > 0 && <ColumnChoice plan={plan} onChange={(columns) => onChange({ columns })} />}
      </div>
    </Card>
  )
}

const asked = [
  'date',
  'start',
  'end',
  'time',
  'title',
  'club',
  'venue',
  'room',
  'kind',
  'host',
  'description',
  'status',
  'id',
] as const

/** Which column is what: open at once where the table doesn't say enough. */
function ColumnChoice({ plan, onChange }: { readonly plan: Plan; readonly onChange: (columns: Record<string, number>) => void }) {
  const t = useWords()
  const isUnclear = plan.columns['date'] === undefined || plan.columns['title'] === undefined
  const choices = plan.heads.map((head, n) => ({
    value: String(n),
    label: head === '' ? t('imports.choose.columnNumber', { number: n + 1 }) : head.slice(0, 60),
  }))
  const fields = (
    <div className="import-columns">
      {asked.map((field) => (
        <SelectField
          key={field}
          label={t(`imports.fields.${field}`)}
          empty={t('imports.choose.noColumn')}
          choices={choices}
          value={String(plan.columns[field] ?? '')}
          onChange={({ target }) => {
            const { [field]: _before, ...others } = plan.columns
            onChange(target.value === '' ? others : { ...others, [field]: Number(target.value) })
          }}
        />
      ))}
    </div>
  )
  if (!isUnclear)
    return (
      <details className="import-details">
        <summary>{t('imports.choose.columns')}</summary>
        {fields}
      </details>
    )
  return (
    <>
      <Note tone="sun">{t('imports.choose.columnsMissing')}</Note>
      {fields}
    </>
  )
}
