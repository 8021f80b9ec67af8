import { ManagedList, type ColumnsOf } from '#client/features/manage/managed-list.tsx'
import { useWords } from '#client/i18n/use-words.ts'

export default function CitiesPage() {
  const t = useWords()
  const names: Readonly<Record<string, string>> = t('manage.voivodeships', { returnObjects: true })
  const columns: ColumnsOf<'cities'> = [
    {
      key: 'voivodeship',
      heading: t('manage.columns.voivodeship'),
      cell: ({ voivodeship }) => names[voivodeship] ?? voivodeship,
    },
    {
      key: 'districts',
      heading: t('manage.columns.districts'),
      cell: ({ districts }) => districts.join(', ') || t('manage.none'),
    },
  ]
  return <ManagedList noun="cities" columns={columns} byCity={false} />
}
