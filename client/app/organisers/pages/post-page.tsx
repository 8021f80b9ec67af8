import { useState } from 'react'
import { useParams } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { pages } from '#shared/contract/paths.ts'
import { useSession } from '#client/features/sessions/queries.ts'
import { PostBox } from '#client/features/share/post-box.tsx'
import { PostLanguage } from '#client/features/share/post-language.tsx'
import { postOfSession } from '#client/features/share/post-text.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { ButtonLink } from '#client/ui/button.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'

/** A post about one session, made of what residents see of it. */
export default function PostPage() {
  const t = useWords()
  const { id = '' } = useParams()
  const [language, setLanguage] = useState(useLanguage())
  const session = useSession(id, language)
  const link = location.origin + localPath(language, pages.session(id))
  const text = session.data ? postOfSession(session.data, link, language) : null
  const isHidden = session.error instanceof ProblemError && session.error.status === 404
  return (
    <div className="panel-page">
      <PageTitle title={t('shareTitles.post')} />
      <p className="quiet">{t('share.post.lead')}</p>
      <PostLanguage value={language} onChange={setLanguage} />
      {session.isPending && <Loading />}
      {isHidden && <p>{t('share.post.notPublic')}</p>}
      {session.isError && !isHidden && <Failure error={session.error} retry={() => void session.refetch()} />}
      {session.data?.discreet && <p>{t('share.post.discreet')}</p>}
      {text !== null && (
        <>
          <PostBox text={text} />
          <p>
            <ButtonLink to={panelPages.poster(id)}>{t('share.post.poster')}</ButtonLink>
          </p>
        </>
      )}
    </div>
  )
}
