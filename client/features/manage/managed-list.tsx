import { useDeferredValue, useState } from 'react'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { type ManagedNoun } from '#shared/contract/paths.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { DataTable, type Column } from '#client/ui/data-table.tsx'
import { SelectField, TextField } from '#client/ui/form/inputs.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Mark } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Empty, Failure, Loading } from '#client/ui/states.tsx'
import { useChoices, useList, type Rows } from './queries.ts'
import { Tabs } from './tabs.tsx'
import './manage.css'

const nameCell = (noun: ManagedNoun, sampleMark: string) => (row: Rows[ManagedNoun]) => (
  <>
    <LocalLink to={panelPages.oneManaged(noun, row.id)}>{row.name}</LocalLink>
    {row.sample && (
      <>
        {' '}
        <Mark tone="plain">{sampleMark}</Mark>
      </>
    )}
  </>
)

export type ColumnsOf<Noun extends ManagedNoun> = readonly Column<Rows[Noun]>[]

/** One list of what is managed: found by name, by city, and in the archive. */
export function ManagedList<Noun extends ManagedNoun>({
  noun,
  columns,
  byCity = true,
}: {
  readonly noun: Noun
  /** Beside the name, which every list has. */
  readonly columns: readonly Column<Rows[Noun]>[]
  readonly byCity?: boolean
}) {
  const t = useWords()
  const { cities } = useChoices()
  const [search, setSearch] = useState('')
  const [city, setCity] = useState('')
  const [shown, setShown] = useState('current')
  const asked = { search: useDeferredValue(search.trim()), city, archived: shown === 'archived' }
  const list = useList(noun, asked)
  const name: Column<Rows[Noun]> = {
    key: 'name',
    heading: t('manage.columns.name'),
    main: true,
    cell: nameCell(noun, t('manage.sampleMark')),
  }
  return (
    <div className="panel-page">
      <div className="panel-head">
        <PageTitle title={t(`manage.nouns.${noun}`)} />
        {list.data?.mayCreate && (
          <ButtonLink look="main" to={panelPages.newManaged(noun)}>
            {t(`manage.make.${noun}`)}
          </ButtonLink>
        )}
      </div>
      <Tabs noun={noun} />
      <search className="form-row manage-filters">
        <TextField
          type="search"
          label={t('manage.search')}
          value={search}
          maxLength={100}
          onChange={({ target }) => setSearch(target.value)}
        />
        {byCity && cities.length > 1 && (
          <SelectField
            label={t('manage.city')}
            empty={t('manage.allCities')}
            choices={cities.map(({ id, name: label }) => ({ value: id, label }))}
            value={city}
            onChange={({ target }) => setCity(target.value)}
          />
        )}
        <SelectField
          label={t('manage.shown')}
          choices={[
            { value: 'current', label: t('manage.current') },
            { value: 'archived', label: t('manage.archived') },
          ]}
          value={shown}
          onChange={({ target }) => setShown(target.value)}
        />
      </search>
      {list.isPending && <Loading />}
      {list.isError && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && list.data.rows.length === 0 && <Empty title={t('manage.nothing.title')} text={t('manage.nothing.text')} />}
      {list.data && list.data.rows.length > 0 && (
        <DataTable
          caption={t(`manage.nouns.${noun}`)}
          columns={[name, ...columns]}
          rows={list.data.rows}
          rowKey={({ id }) => id}
        />
      )}
    </div>
  )
}
