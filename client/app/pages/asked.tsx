import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemError } from '#client/lib/api.ts'
import { SampleBannerOfPage } from '#client/ui/sample-banner.tsx'
import { Failure, Loading } from '#client/ui/states.tsx'
import { NotFound } from '../not-found.tsx'

type AskedProps<Answer> = {
  readonly query: UseQueryResult<Answer>
  /** Whether what the answer holds is invented: the page then says so before anything else. */
  readonly invented: (answer: Answer) => boolean
  readonly children: (answer: Answer) => ReactNode
}

/** A page about one thing that the server knows: waiting, not there, failed, or the page itself. */
export function Asked<Answer>({ query, invented, children }: AskedProps<Answer>) {
  if (query.data !== undefined) {
    return (
      <>
        {invented(query.data) && <SampleBannerOfPage />}
        {children(query.data)}
      </>
    )
  }
  if (query.error instanceof ProblemError && (query.error.status === 404 || query.error.status === 400)) return <NotFound />
  return (
    <div className="page">
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Loading lines={9} />}
    </div>
  )
}
