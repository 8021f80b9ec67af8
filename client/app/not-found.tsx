import { pages } from '#shared/contract/paths.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'

/** What exists no longer, or never did: the two look the same. */
export function NotFound() {
  const t = useWords()
  return (
    <div className="page reading">
      <PageTitle title={t('app.notFound.title')} />
      <p>{t('app.notFound.text')}</p>
      <p>
        <ButtonLink look="main" to={pages.front}>
          {t('app.notFound.home')}
        </ButtonLink>
      </p>
    </div>
  )
}
