import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { CallList } from '#client/features/calls/call-list.tsx'
import { callsQuery, closeCalls, reachQuery, reopenCalls, useReach, useRefreshCalls } from '#client/features/calls/queries.ts'
import { Texts } from '#client/features/calls/texts.tsx'
import { SafeNote } from '#client/features/safe-contact/safe-note.tsx'
import { useRights } from '#client/features/me/queries.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { useSave } from '#client/lib/use-save.ts'
import { Button, ButtonLink } from '#client/ui/button.tsx'
import { LocalLink } from '#client/ui/local-link.tsx'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Empty } from '#client/ui/states.tsx'
import { Asked } from '../asked.tsx'

/** Whom no message reached, or nobody knows whether it did: one call after another. `?session=…`: about one meeting, which can be closed. */
export default function CallsPage() {
  const t = useWords()
  const [query] = useSearchParams()
  const plans = useRights().includes('plan')
  const sessionId = query.get('session')
  const calls = useQuery(callsQuery(sessionId, useLanguage()))
  return (
    <div className="panel-page">
      <div className="panel-head">
        <PageTitle title={t('calls.title')} />
        {plans && <ButtonLink to={panelPages.mails}>{t('calls.mails.title')}</ButtonLink>}
      </div>
      {sessionId !== null && (
        <p>
          {t('calls.ofSession')} <LocalLink to={panelPages.calls}>{t('calls.allSessions')}</LocalLink>
        </p>
      )}
      <Asked query={calls}>
        {(data) => (
          <>
            {sessionId !== null && <Closing sessionId={sessionId} open={data.calls.length} />}
            <Texts sessionId={sessionId} calls={data.calls} />
            {data.calls.length === 0 ? (
              <Nobody sessionId={sessionId} />
            ) : (
              <CallList calls={data.calls} renderFirst={({ safe }) => safe && <SafeNote safe={safe} />} />
            )}
          </>
        )}
      </Asked>
    </div>
  )
}

/** Nobody to call. Where messages about one meeting went out without an answer, not everybody knows. */
function Nobody({ sessionId }: { readonly sessionId: string | null }) {
  const t = useWords()
  const reach = useQuery({ ...reachQuery(sessionId ?? ''), enabled: sessionId !== null })
  const unanswered = reach.data ? reach.data.sent + reach.data.texted + reach.data.pending : 0
  if (unanswered > 0) return <Empty title={t('calls.nobodyNow')} text={t('calls.nobodyNowText')} />
  return <Empty title={t('calls.none')} text={t('calls.noneText')} />
}

/** Ends the calls about a meeting with the names of those who don't know, or goes on. */
function Closing({ sessionId, open }: { readonly sessionId: string; readonly open: number }) {
  const t = useWords()
  const refresh = useRefreshCalls()
  const reach = useReach(sessionId)
  const close = useSave((id: string, key) => closeCalls(id, key), { onSuccess: refresh })
  const reopen = useSave((id: string, key) => reopenCalls(id, key), { onSuccess: refresh })
  const left = reach.data?.left ?? []
  const busy = close.isPending || reopen.isPending
  return (
    <>
      {left.length > 0 && (
        <Note tone="sun" filled>
          <p>{t('calls.closed', { names: left.join(', ') })}</p>
          <Button aria-disabled={busy || undefined} onClick={() => !busy && reopen.mutate(sessionId)}>
            {t('calls.reopen')}
          </Button>
        </Note>
      )}
      {open > 0 && (
        <p>
          <Button aria-disabled={busy || undefined} onClick={() => !busy && close.mutate(sessionId)}>
            {t('calls.close', { count: open })}
          </Button>
        </p>
      )}
    </>
  )
}
