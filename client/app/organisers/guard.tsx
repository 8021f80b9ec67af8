import { useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { panelPages } from '#shared/contract/panel-paths.ts'
import { meQuery, useMe } from '#client/features/me/queries.ts'
import { localPath } from '#client/i18n/local-path.ts'
import { useLanguage, useWords } from '#client/i18n/use-words.ts'
import { ProblemError } from '#client/lib/api.ts'
import { Note } from '#client/ui/note.tsx'
import { PageTitle } from '#client/ui/page-title.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'

const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.status === 401

/** An administrator who has no second factor yet. */
const isHalfWay = (error: unknown): boolean => error instanceof ProblemError && error.code === 'second-factor-needed'

/**
 * Lets in who is signed in; sends everybody else to sign in, and back here afterwards. When any page's question is answered with 401
 * it asks again who is there. A save that is refused so stays where it is, with what was typed.
 */
export function Guard({ children }: { readonly children: ReactNode }) {
  const me = useMe()
  const language = useLanguage()
  const { pathname, search } = useLocation()
  useAskAgainWhenRefused()
  if (me.isPending)
    return (
      <div className="guard-waiting">
        <Loading />
      </div>
    )
  if (isSignedOut(me.error)) {
    const next = encodeURIComponent(pathname + search)
    return <Navigate replace to={`${localPath(language, panelPages.signIn)}?next=${next}`} />
  }
  if (isHalfWay(me.error)) {
    const next = encodeURIComponent(pathname + search)
    return <Navigate replace to={`${localPath(language, panelPages.secondFactor)}?next=${next}`} />
  }
  if (me.error instanceof ProblemError && me.error.code === 'no-role') return <NoRole />
  if (me.isError && !me.data)
    return (
      <main className="guard-waiting">
        <Failure error={me.error} retry={() => void me.refetch()} />
      </main>
    )
  return children
}

/** Signed in, and nothing left to do here: the last role was taken away, or its day has passed. */
function NoRole() {
  const t = useWords()
  return (
    <main className="guard-waiting panel-page">
      <PageTitle title={t('app.name')} />
      <Note tone="sky">{t('panel.noRole')}</Note>
    </main>
  )
}

function useAskAgainWhenRefused(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error' || !isSignedOut(event.action.error)) return
        if (event.query.queryKey[1] !== meQuery.queryKey[1]) void client.resetQueries({ queryKey: meQuery.queryKey, exact: true })
      }),
    [client],
  )
}
