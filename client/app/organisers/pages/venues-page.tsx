import { ManagedList, type ColumnsOf } from '#client/features/manage/managed-list.tsx'
import { useWords } from '#client/i18n/use-words.ts'

export default function VenuesPage() {
  const t = useWords()
  const columns: ColumnsOf<'venues'> = [
    { key: 'address', heading: t('manage.columns.address'), cell: ({ address, city }) => `${address}, ${city}` },
    { key: 'whose', heading: t('manage.columns.whose'), cell: ({ organisation }) => organisation ?? t('manage.none') },
    { key: 'rooms', heading: t('manage.sections.rooms'), cell: ({ rooms }) => t('manage.rooms', { count: rooms }) },
    {
      key: 'access',
      heading: t('manage.columns.access'),
      cell: ({ stepFree, unknown }) =>
        [t(`manage.access.${stepFree}`), ...(unknown > 0 ? [t('manage.unknown', { count: unknown })] : [])].join(' · '),
    },
  ]
  return <ManagedList noun="venues" columns={columns} />
}
