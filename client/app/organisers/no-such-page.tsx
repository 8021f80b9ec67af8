import { panelPages } from '#shared/contract/panel-paths.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'

/** What isn't there and what isn't yours look the same. */
export function NoSuchPage() {
  const t = useWords()
  return (
    <div className="panel-page">
      <PageTitle title={t('app.notFound.title')} />
      <p>{t('panel.notFound')}</p>
      <p>
        <ButtonLink look="main" to={panelPages.today}>
          {t('panel.sections.today')}
        </ButtonLink>
      </p>
    </div>
  )
}
