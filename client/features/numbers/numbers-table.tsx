import type { Figures, NumbersView } from '#shared/contract/numbers.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { DataTable, type Column } from '#client/ui/data-table.tsx'

const lines = ['held', 'uncounted', 'cancelled', 'toCome', 'visits', 'people', 'volunteers', 'hours'] as const
type Line = (typeof lines)[number]

const valueOf = (line: Line, figures: Figures): number | null =>
  line === 'uncounted' ? figures.held - figures.counted : figures[line]

/** A line for each figure; of a project a column for each of its parts too. */
export function NumbersTable({ view: { all, parts } }: { readonly view: NumbersView }) {
  const t = useWords()
  const number = new Intl.NumberFormat(useLanguage(), { maximumFractionDigits: 2 })
  const column = (key: string, heading: string, figures: Figures): Column<Line> => ({
    key,
    heading,
    number: true,
    cell: (line) => {
      const value = valueOf(line, figures)
      return value === null ? t('numbers.notCounted') : number.format(value)
    },
  })
  const columns: readonly Column<Line>[] = [
    { key: 'figure', heading: t('numbers.figure'), main: true, cell: (line) => t(`numbers.${line}`) },
    column('all', t('numbers.all'), all),
    ...parts.map(({ id, name, figures }) => column(id, name, figures)),
  ]
  return <DataTable caption={t('numbers.table')} columns={columns} rows={lines} rowKey={(line) => line} />
}
