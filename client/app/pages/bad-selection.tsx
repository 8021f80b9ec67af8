import { pages } from '#shared/contract/paths.ts'
import type { SelectionIssue } from '#shared/contract/selection.ts'
import { useWords } from '#client/i18n/use-words.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'

/** A page about a selection whose address makes no sense: says which part, and offers to choose again. */
export function BadSelection({ issues }: { readonly issues: readonly SelectionIssue[] }) {
  const t = useWords()
  return (
    <div className="page reading">
      <PageTitle title={t('calendar.badQuery.title')} />
      <p>{t('subscribe.bad', { names: issues.map(({ name, value }) => `${name}=${value}`).join(', ') })}</p>
      <p>
        <ButtonLink look="main" to={pages.front}>
          {t('app.notFound.home')}
        </ButtonLink>
      </p>
    </div>
  )
}
