import { ManagedList, type ColumnsOf } from '#client/features/manage/managed-list.tsx'
import { useWords } from '#client/i18n/use-words.ts'

export default function ClubsPage() {
  const t = useWords()
  const columns: ColumnsOf<'clubs'> = [{ key: 'program', heading: t('manage.columns.program'), cell: ({ program }) => program }]
  return <ManagedList noun="clubs" columns={columns} />
}
