import { lazy, Suspense } from 'react'

/** Asked for with the page, not before it. */
const Join = lazy(() => import('./join.tsx'))

/** Joining a course or a club from its own page. */
export function JoinLater({ sessionId }: { readonly sessionId: string }) {
  return (
    <Suspense fallback={null}>
      <Join sessionId={sessionId} />
    </Suspense>
  )
}
