import { useMe } from '#client/features/me/queries.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { PageTitle } from '#client/ui/page-title.tsx'

export default function TodayPage() {
  const t = useWords()
  const me = useMe()
  return (
    <div className="panel-page">
      <PageTitle title={t('panel.sections.today')} />
      <p>{t('panel.hello', { name: me.data?.name ?? '' })}</p>
    </div>
  )
}
