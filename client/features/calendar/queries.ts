import { queryOptions, useQuery } from '@tanstack/react-query'
import type { FeedEvent, FeedHead } from '#shared/ical/event.ts'
import { readFeed } from '#shared/ical/read-feed.ts'
import { fetchFeed, type FeedText } from '#client/lib/feed.ts'

export type Calendar = {
  readonly head: FeedHead
  readonly events: readonly FeedEvent[]
  /** Set when the text is the copy of this device: epoch milliseconds of the copying. */
  readonly copiedAt: number | null
}

const readCalendar = ({ text, copiedAt }: FeedText): Calendar => ({ ...readFeed(text), copiedAt })

/** The published feed as a query: the very text that a resident's phone subscribes to, read into events on the way out. */
export const feedQuery = (path: string) =>
  queryOptions({
    queryKey: ['feed', path],
    queryFn: ({ signal }) => fetchFeed(path, signal),
    select: readCalendar, // a named function: the result is kept until the text changes
  })

/** While another choice of the same page loads, the last one stays on the screen. */
export const useFeed = (path: string) => useQuery({ ...feedQuery(path), placeholderData: (last: FeedText | undefined) => last })
