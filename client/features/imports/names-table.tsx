import { useWords } from '#client/i18n/use-words.ts'
import { activityKinds } from '#shared/contract/kinds.ts'
import { Card } from '#client/ui/card.tsx'
import { DataTable, type Column } from '#client/ui/data-table.tsx'
import { SelectField } from '#client/ui/form/inputs.tsx'
import type { Plan } from './queries.ts'

type Name = Plan['names'][number]
const none = 'none'

type NamesTableProps = {
  readonly plan: Plan
  readonly onChoose: (field: Name['field'], key: string, id: string | null | undefined) => void
}

/** Names in the file that are nothing we know: asked once each, with what is like them first. */
export function NamesTable({ plan, onChoose }: NamesTableProps) {
  const t = useWords()
  const asked = plan.names.filter(({ open, chosen, suggestions }) => open || chosen === null || suggestions.length > 0)
  if (asked.length === 0) return null
  const choicesOf = ({ field, suggestions }: Name) => {
    const lists = {
      club: plan.choices.clubs,
      venue: plan.choices.venues,
      room: plan.choices.rooms,
      program: plan.choices.programs,
      kind: activityKinds.map((id) => ({ id, name: t(`kinds.${id}`) })),
    }
    const first = new Set(suggestions.map(({ id }) => id))
    return [...suggestions, ...lists[field].filter(({ id }) => !first.has(id))].map(({ id, name }) => ({
      value: id,
      label: name,
    }))
  }
  return (
    <Card heading={t('imports.names.heading')}>
      <p className="quiet">{t('imports.names.text')}</p>
      <DataTable
        caption={t('imports.names.heading')}
        rows={asked}
        rowKey={({ field, key }) => `${field} ${key}`}
        columns={columnsOf(t, choicesOf, onChoose)}
      />
    </Card>
  )
}

function columnsOf(
  t: ReturnType<typeof useWords>,
  choicesOf: (name: Name) => readonly { readonly value: string; readonly label: string }[],
  onChoose: NamesTableProps['onChoose'],
): readonly Column<Name>[] {
  return [
    {
      key: 'text',
      heading: t('imports.names.written'),
      main: true,
      cell: ({ field, text }) => (
        <>
          <span className="quiet">{t(`imports.fields.${field}`)}:</span> {text}
        </>
      ),
    },
    { key: 'rows', heading: t('imports.names.rows'), number: true, cell: ({ rows }) => rows },
    {
      key: 'means',
      heading: t('imports.names.means'),
      cell: (name) => (
        <SelectField
          label={`${t('imports.names.means')}: ${name.text}`}
          empty={t('imports.names.choose')}
          choices={[{ value: none, label: t('imports.names.none') }, ...choicesOf(name)]}
          value={name.open ? '' : (name.chosen ?? none)}
          onChange={({ target }) =>
            onChoose(name.field, name.key, target.value === '' ? undefined : target.value === none ? null : target.value)
          }
        />
      ),
    },
  ]
}
