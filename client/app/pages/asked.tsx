import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemError } from '#client/lib/api.ts'
import { Failure, Loading } from '#client/ui/states.tsx'
import { NotFound } from '../not-found.tsx'

type AskedProps<Answer> = { readonly query: UseQueryResult<Answer>; readonly children: (answer: Answer) => ReactNode }

/** A page about one thing that the server knows: waiting, not there, failed, or the page itself. */
export function Asked<Answer>({ query, children }: AskedProps<Answer>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error instanceof ProblemError && (query.error.status === 404 || query.error.status === 400)) return <NotFound />
  return (
    <div className="page">
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Loading lines={9} />}
    </div>
  )
}
