import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '#shared/contract/answer.ts'
import type { newPersonalFeed, personalFeedsAnswer } from '#shared/contract/personal-feed.ts'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { deleteJson, getJson, postJson } from '#client/lib/api.ts'

export type PersonalFeeds = Answer<typeof personalFeedsAnswer>
export type PersonalFeed = PersonalFeeds['feeds'][number]
export type NewPersonalFeed = Answer<typeof newPersonalFeed>
export type FeedInput = { readonly holds: PersonalFeed['holds']; readonly waiting: boolean }

/** Where the calendars of somebody are asked for and changed: behind the link of a sign-up, or at the desk. */
export type CalendarSource = {
  readonly key: readonly string[]
  readonly list: (signal: AbortSignal) => Promise<PersonalFeeds>
  readonly make: (input: FeedInput) => Promise<NewPersonalFeed>
  readonly rotate: (id: string) => Promise<NewPersonalFeed>
  readonly revoke: (id: string) => Promise<void>
}

/** @param proof - what stood after `#` in a mailed link: it opens more than the one sign-up. Sent in a header, so that no log sees it */
export function calendarsBehind(token: string, proof: string): CalendarSource {
  const path = `${api.manage(token)}/feeds`
  const headers = proof === '' ? {} : { 'mailbox-proof': proof }
  return {
    key: ['managed', token, 'feeds', proof],
    list: (signal) => getJson(path, signal, headers),
    make: (input) => postJson(path, input, { headers }),
    rotate: (id) => postJson(`${path}/${id}/rotate`, {}, { headers }),
    revoke: (id) => postJson(`${path}/${id}/revoke`, {}, { headers }),
  }
}

export const calendarsOf = (personId: string): CalendarSource => ({
  key: ['panel', 'person', personId, 'feeds'],
  list: (signal) => getJson(deskApi.feeds(personId), signal),
  make: (input) => postJson(deskApi.feeds(personId), input),
  rotate: (id) => postJson(deskApi.rotateFeed(personId, id), {}),
  revoke: (id) => deleteJson(deskApi.feed(personId, id), undefined),
})

/** Asked anew each time and forgotten with the page. */
export const calendarsQuery = ({ key, list }: CalendarSource) =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => list(signal), staleTime: 0, gcTime: 0 })
