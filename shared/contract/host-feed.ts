import * as z from 'zod'

/** How many calendars of one's own somebody can have: one for each device, and to spare. */
export const mostHostFeeds = 5

export const hostFeed = z
  .strictObject({
    id: z.uuid(),
    createdAt: z.iso.datetime(),
    /** The last day on which a calendar program read it; null: never. */
    lastUsedOn: z.iso.date().nullable(),
  })
  .meta({ id: 'HostFeed' })

export const hostFeedsAnswer = z.strictObject({ feeds: z.array(hostFeed) }).meta({ id: 'HostFeeds' })

/** The address is told this once: the server keeps only its hash. */
export const newHostFeed = z.strictObject({ feed: hostFeed, url: z.url() }).meta({ id: 'NewHostFeed' })
