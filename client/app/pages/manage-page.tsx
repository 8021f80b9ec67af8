import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { Managed } from '#client/features/sign-ups/managed.tsx'
import { managedQuery } from '#client/features/sign-ups/queries.ts'
import { useLanguage } from '#client/i18n/use-words.ts'
import { Asked } from './asked.tsx'
import './detail.css'

/** A sign-up's own page, for whoever has its link. */
export default function ManagePage() {
  const { token = '' } = useParams()
  const query = useQuery(managedQuery(token, useLanguage()))
  return (
    <Asked query={query} invented={({ sample }) => sample}>
      {(signUp) => <Managed token={token} signUp={signUp} onChange={() => query.refetch()} />}
    </Asked>
  )
}
