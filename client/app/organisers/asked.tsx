import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemError } from '#client/lib/api.ts'
import { Failure, Loading } from '#client/ui/states.tsx'
import { NoSuchPage } from './no-such-page.tsx'

/** The four states of a page about one thing: on its way, failed, not there (or not yours), there. */
export function Asked<Data>({
  query,
  children,
}: {
  readonly query: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.isPending) return <Loading />
  if (query.error instanceof ProblemError && query.error.status === 404) return <NoSuchPage />
  return <Failure error={query.error ?? new Error('no answer')} retry={() => void query.refetch()} />
}
