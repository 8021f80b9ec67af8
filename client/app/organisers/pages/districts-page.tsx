import { ManagedList, type ColumnsOf } from '#client/features/manage/managed-list.tsx'
import { useWords } from '#client/i18n/use-words.ts'

export default function DistrictsPage() {
  const t = useWords()
  const columns: ColumnsOf<'districts'> = [{ key: 'city', heading: t('manage.columns.city'), cell: ({ city }) => city }]
  return <ManagedList noun="districts" columns={columns} />
}
