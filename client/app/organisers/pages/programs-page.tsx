import { ManagedList, type ColumnsOf } from '#client/features/manage/managed-list.tsx'
import { useDays } from '#client/features/manage/use-days.ts'
import { useWords } from '#client/i18n/use-words.ts'

export default function ProgramsPage() {
  const t = useWords()
  const daysOf = useDays()
  const columns: ColumnsOf<'programs'> = [
    { key: 'city', heading: t('manage.columns.city'), cell: ({ city }) => city },
    { key: 'operator', heading: t('manage.columns.operator'), cell: ({ operator }) => operator ?? t('manage.none') },
    { key: 'period', heading: t('manage.columns.period'), cell: ({ startsOn, endsOn }) => daysOf(startsOn, endsOn) },
    {
      key: 'inside',
      heading: t('manage.columns.inside'),
      cell: ({ clubs, editions, groups }) =>
        [
          ...clubs.map(({ name }) => name),
          ...(editions > 0 ? [t('manage.editions', { count: editions })] : []),
          ...(groups > 0 ? [t('manage.groups', { count: groups })] : []),
        ].join(', ') || t('manage.none'),
    },
  ]
  return <ManagedList noun="programs" columns={columns} />
}
