import { useParams } from 'react-router'
import { pages } from '#shared/contract/paths.ts'
import { useSession } from '#client/features/sessions/queries.ts'
import { Poster } from '#client/features/share/poster.tsx'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icons.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'

/** The poster as it will be printed, and one button to print it. A session that isn't public, or is discreet, has none. */
export default function PosterPage() {
  const t = useWords()
  const language = useLanguage()
  const { id = '' } = useParams()
  const session = useSession(id, language)
  const isHidden = session.error instanceof ProblemError && session.error.status === 404
  return (
    <div className="panel-page">
      <div className="no-print panel-page">
        <PageTitle title={t('shareTitles.poster')} />
        <p className="quiet">{t('share.poster.lead')}</p>
        {session.data && !session.data.discreet && (
          <p>
            <Button look="main" onClick={() => window.print()}>
              <Icon name="print" />
              {t('share.poster.print')}
            </Button>
          </p>
        )}
      </div>
      {session.isPending && <Loading lines={10} />}
      {isHidden && <p>{t('share.post.notPublic')}</p>}
      {session.isError && !isHidden && <Failure error={session.error} retry={() => void session.refetch()} />}
      {session.data?.discreet && <p>{t('share.post.discreet')}</p>}
      {session.data && !session.data.discreet && (
        <Poster session={session.data} link={location.origin + localPath(language, pages.session(id))} />
      )}
    </div>
  )
}
