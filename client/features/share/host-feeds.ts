import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Answer } from '#shared/contract/answer.ts'
import type { hostFeedsAnswer, newHostFeed } from '#shared/contract/host-feed.ts'
import { api } from '#shared/contract/paths.ts'
import { deleteJson, getJson, postJson } from '#client/lib/api.ts'

export type NewHostFeed = Answer<typeof newHostFeed>
export type HostFeed = NewHostFeed['feed']

export const hostFeedsQuery = queryOptions({
  queryKey: ['panel', 'host-feeds'],
  queryFn: ({ signal }) => getJson<Answer<typeof hostFeedsAnswer>>(api.hostFeeds, signal),
})

export const useHostFeeds = () => useQuery(hostFeedsQuery)

/** Without an idempotency key: the address must stand in one answer and nowhere else. */
export function useHostFeedActions() {
  const client = useQueryClient()
  const again = () => void client.invalidateQueries({ queryKey: hostFeedsQuery.queryKey })
  const and = async <Result>(act: Promise<Result>): Promise<Result> => act.finally(again)
  return {
    make: () => and(postJson<object, NewHostFeed>(api.hostFeeds, {})),
    rotate: (id: string) => and(postJson<object, NewHostFeed>(api.rotateHostFeed(id), {})),
    revoke: (id: string) => and(deleteJson<undefined, undefined>(api.hostFeed(id), undefined)),
  }
}
