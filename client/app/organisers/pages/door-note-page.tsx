import { useParams } from 'react-router'
import { pages } from '#shared/contract/paths.ts'
import type { SessionAnswer } from '#shared/contract/public.ts'
import { useSession } from '#client/features/sessions/queries.ts'
import { DoorNote } from '#client/features/share/door-note.tsx'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { useNow } from '#client/lib/use-now.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icons.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'

/** What to hang on the door of a meeting that is cancelled, as it will be printed. */
export default function DoorNotePage() {
  const t = useWords()
  const { id = '' } = useParams()
  const session = useSession(id, useLanguage())
  const isHidden = session.error instanceof ProblemError && session.error.status === 404
  const isOff = session.data?.cancelled != null
  return (
    <div className="panel-page">
      <div className="no-print panel-page">
        <PageTitle title={t('shareTitles.doorNote')} />
        <p className="quiet">{t('calls.doorNote.lead')}</p>
        {isOff && (
          <p>
            <Button look="main" onClick={() => window.print()}>
              <Icon name="print" />
              {t('calls.doorNote.print')}
            </Button>
          </p>
        )}
      </div>
      {session.isPending && <Loading lines={10} />}
      {isHidden && <p>{t('share.post.notPublic')}</p>}
      {session.isError && !isHidden && <Failure error={session.error} retry={() => void session.refetch()} />}
      {session.data && !isOff && <p>{t('calls.doorNote.on')}</p>}
      {session.data && isOff && <Note id={id} session={session.data} />}
    </div>
  )
}

function Note({ id, session }: { readonly id: string; readonly session: SessionAnswer }) {
  const language = useLanguage()
  const now = useNow()
  const other = session.discreet ? null : (session.cancelled?.instead ?? null)
  const insteadId = other && 'id' in other ? other.id : null
  const instead = useSession(insteadId ?? id, language)
  return (
    <DoorNote
      session={session}
      instead={insteadId === null ? null : (instead.data ?? null)}
      link={location.origin + localPath(language, pages.session(id))}
      nowMs={now}
    />
  )
}
