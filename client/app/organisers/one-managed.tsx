import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import type { ManagedNoun } from '#shared/contract/paths.ts'
import { choicesQuery, useOne, type Managed } from '#client/features/manage/queries.ts'
import { ProblemError } from '#client/lib/api.ts'
import { Failure, Loading } from '#client/ui/states.tsx'
import { useQuery } from '@tanstack/react-query'
import { NoSuchPage } from './no-such-page.tsx'
import { ObjectHistory } from './object-history.tsx'

/** Waits for what a form is about, and for what it offers to choose from; without an id in the address it is a new one. */
export function OneManaged<Noun extends ManagedNoun>({
  noun,
  children,
}: {
  readonly noun: Noun
  readonly children: (view: Managed[Noun] | null) => ReactNode
}) {
  const { id } = useParams()
  const choices = useQuery(choicesQuery)
  if (choices.isPending) return <Loading />
  return id === undefined ? (
    children(null)
  ) : (
    <One key={id} noun={noun} id={id}>
      {children}
    </One>
  )
}

function One<Noun extends ManagedNoun>({
  noun,
  id,
  children,
}: {
  readonly noun: Noun
  readonly id: string
  readonly children: (view: Managed[Noun]) => ReactNode
}) {
  const one = useOne(noun, id)
  if (one.isPending) return <Loading />
  if (one.data !== undefined)
    return (
      <div className="panel-column">
        {children(one.data)}
        <ObjectHistory object={id} />
      </div>
    )
  if (one.error instanceof ProblemError && one.error.status === 404) return <NoSuchPage />
  return one.error && <Failure error={one.error} retry={() => void one.refetch()} />
}
