import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { CopySeasonDialog } from '#client/features/planning/season-dialog.tsx'
import { slotInWords } from '#client/features/planning/moments.ts'
import { allSeriesQuery } from '#client/features/planning/queries.ts'
import type { SeriesListing } from '#client/features/planning/wire.ts'
import { useRights } from '#client/features/me/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { Card } from '#client/ui/card.tsx'
import { DataTable } from '#client/ui/data-table.tsx'
import { CheckField, TextField } from '#client/ui/form/inputs.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Mark } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Empty } from '#client/ui/states.tsx'
import { Asked } from '../asked.tsx'

type Row = SeriesListing['series'][number]

/** Every series in reach, what comes next of each. */
export default function AllSeriesPage() {
  const t = useWords()
  const query = useQuery(allSeriesQuery)
  const plans = useRights().includes('plan')
  const [copying, setCopying] = useState(false)
  return (
    <div className="panel-page">
      <div className="panel-head">
        <PageTitle title={t('series.list.title')} />
        {plans && <Button onClick={() => setCopying(true)}>{t('series.season.title')}</Button>}
      </div>
      <Asked query={query}>{({ series }) => <List rows={series} plans={plans} />}</Asked>
      {copying && <CopySeasonDialog onClose={() => setCopying(false)} />}
    </div>
  )
}

function List({ rows, plans }: { readonly rows: readonly Row[]; readonly plans: boolean }) {
  const t = useWords()
  const [sought, setSought] = useState('')
  const [archived, setArchived] = useState(false)
  const words = sought.toLocaleLowerCase()
  const shown = rows.filter(
    (row) =>
      (archived || !row.archived) &&
      `${row.title.pl} ${row.program.name} ${row.club?.name ?? ''}`.toLocaleLowerCase().includes(words),
  )
  if (rows.length === 0)
    return (
      <Empty title={t('series.list.none')} text={t('series.list.noneText')}>
        {plans && (
          <ButtonLink look="main" to={panelPages.newSeries}>
            {t('panel.newSeries')}
          </ButtonLink>
        )}
      </Empty>
    )
  return (
    <Card>
      <div className="form-row">
        <TextField
          label={t('series.list.search')}
          type="search"
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
        <CheckField label={t('series.list.archived')} checked={archived} onChange={({ target }) => setArchived(target.checked)} />
      </div>
      {shown.length === 0 ? <p className="quiet">{t('form.nothingFound')}</p> : <Table rows={shown} />}
    </Card>
  )
}

function Table({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <DataTable
      caption={t('series.list.title')}
      rows={rows}
      rowKey={({ id }) => id}
      rowTone={(row) => (row.archived ? 'quiet' : undefined)}
      columns={[
        {
          key: 'title',
          heading: t('series.fields.title'),
          main: true,
          cell: titleCell,
        },
        {
          key: 'whose',
          heading: t('series.whose.programId'),
          cell: (row) => [row.program.name, row.club?.name].filter(Boolean).join(' · '),
        },
        { key: 'next', heading: t('series.list.next'), cell: (row) => (row.next ? slotInWords(row.next, language) : '–') },
        { key: 'count', heading: t('series.list.toCome'), number: true, cell: (row) => row.toCome },
      ]}
    />
  )
}

const titleCell = (row: Row) => <Title row={row} />

function Title({ row }: { readonly row: Row }) {
  const t = useWords()
  const language = useLanguage()
  return (
    <>
      <LocalLink to={panelPages.series(row.id)} className="table-link">
        {row.title[language] ?? row.title.pl}
      </LocalLink>{' '}
      {!row.published && <Mark tone="plain">{t('series.page.draft')}</Mark>}
    </>
  )
}
