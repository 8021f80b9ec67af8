import { useQuery } from '@tanstack/react-query'
import { panelPages } from '#shared/contract/panel-paths.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { formatClock, formatDay } from '#shared/time/format.ts'
import { volunteersQuery, type VolunteerList } from '#client/features/volunteers/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { DataTable, type Column } from '#client/ui/data-table.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Empty } from '#client/ui/states.tsx'
import { Asked } from '../asked.tsx'

type Row = VolunteerList['volunteers'][number]

/** Everybody who volunteers, who has a shift next first, with what is not in order. */
export default function VolunteersPage() {
  const t = useWords()
  const language = useLanguage()
  return (
    <div className="panel-page">
      <PageTitle title={t('volunteers.list.title')} />
      <Asked query={useQuery(volunteersQuery(language))}>
        {({ volunteers }) =>
          volunteers.length === 0 ? (
            <Empty title={t('volunteers.list.none')} text={t('volunteers.list.noneText')} />
          ) : (
            <DataTable
              caption={t('volunteers.list.title')}
              columns={columnsOf(t, language)}
              rows={volunteers}
              rowKey={({ id }) => id}
            />
          )
        }
      </Asked>
    </div>
  )
}

const columnsOf = (t: ReturnType<typeof useWords>, language: Language): readonly Column<Row>[] => [
  {
    key: 'name',
    heading: t('volunteers.list.name'),
    main: true,
    cell: ({ id, name }) => <LocalLink to={panelPages.volunteer(id)}>{name}</LocalLink>,
  },
  {
    key: 'next',
    heading: t('volunteers.list.next'),
    cell: ({ next }) => (next === null ? '–' : `${formatDay(next.slice(0, 10), language)}, ${formatClock(next)}`),
  },
  { key: 'shifts', heading: t('volunteers.list.shifts'), number: true, cell: ({ shifts }) => shifts },
  {
    key: 'warnings',
    heading: t('volunteers.list.warnings'),
    cell: ({ warnings }) => warnings.map((one) => t(`volunteers.warnings.${one}`)).join(' · ') || '–',
  },
]
