import { ManagedList, type ColumnsOf } from '#client/features/manage/managed-list.tsx'
import { useWords } from '#client/i18n/use-words.ts'

export default function OrganisationsPage() {
  const t = useWords()
  const columns: ColumnsOf<'organisations'> = [
    { key: 'kind', heading: t('manage.columns.kind'), cell: ({ kind }) => t(`manage.kinds.${kind}`) },
    { key: 'city', heading: t('manage.columns.city'), cell: ({ city }) => city ?? t('manage.none') },
  ]
  return <ManagedList noun="organisations" columns={columns} />
}
