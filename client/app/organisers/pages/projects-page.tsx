import { ManagedList, type ColumnsOf } from '#client/features/manage/managed-list.tsx'
import { useDays } from '#client/features/manage/use-days.ts'
import { useWords } from '#client/i18n/use-words.ts'

export default function ProjectsPage() {
  const t = useWords()
  const daysOf = useDays()
  const columns: ColumnsOf<'projects'> = [
    { key: 'city', heading: t('manage.columns.city'), cell: ({ city }) => city ?? t('manage.none') },
    { key: 'period', heading: t('manage.columns.period'), cell: ({ startsOn, endsOn }) => daysOf(startsOn, endsOn) },
    { key: 'parts', heading: t('manage.columns.parts'), number: true, cell: ({ parts }) => parts },
  ]
  return <ManagedList noun="projects" columns={columns} />
}
