import * as z from 'zod'

export const feedListing = z
  .strictObject({
    url: z.string(),
    title: z.string(),
    slice: z.string(),
    events: z.int(),
    /** Rises with every visible change of the slice, removals included. */
    revision: z.int(),
  })
  .meta({ id: 'FeedListing' })

export const feedsAnswer = z.strictObject({ feeds: z.array(feedListing) }).meta({ id: 'Feeds' })

/**
 * A selection whose address is longer than `limits.addressLength`: the path of its feed as `feedPath` writes it goes in, the path of
 * the same feed under `/feeds/s/` comes out. The same selection always gets the same one.
 */
export const savedSelectionInput = z.strictObject({ path: z.string().max(10_000) }).meta({ id: 'SavedSelectionInput' })
export const savedSelectionAnswer = z.strictObject({ path: z.string() }).meta({ id: 'SavedSelection' })
