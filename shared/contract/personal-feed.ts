import * as z from 'zod'

/** How many calendars of one's own somebody can have: one for each device of a family, and to spare. */
export const mostPersonalFeeds = 8

/** Sent along by a page that was opened from a mailed link: shows that whoever asks reads the mailbox. */
export const mailboxProofHeader = 'Mailbox-Proof'

export const feedScopes = ['sign-up', 'person', 'household'] as const

export const personalFeed = z
  .strictObject({
    id: z.uuid(),
    /** What it holds: one sign-up, all of a person, or all of a household. */
    holds: z.enum(feedScopes),
    /** Whether it also holds what one only waits for, as tentative. */
    waiting: z.boolean(),
    createdAt: z.iso.datetime(),
    /** Made at the desk. */
    byStaff: z.boolean(),
    /** The last day on which a calendar program read it; null: never. */
    lastUsedOn: z.iso.date().nullable(),
    /** Whether whoever asks may give it another address or take it away: not without having shown as much as was shown for it. */
    yours: z.boolean(),
  })
  .meta({ id: 'PersonalFeed' })

export const personalFeedsAnswer = z
  .strictObject({
    feeds: z.array(personalFeed),
    /** What can be made now. */
    offers: z.array(z.enum(feedScopes)),
    /** Where a link can be mailed that opens more; null: no mailbox is known. */
    mailbox: z.string().nullable(),
  })
  .meta({ id: 'PersonalFeeds' })

/** The address is told this once: the server keeps only its hash. */
export const newPersonalFeed = z.strictObject({ feed: personalFeed, url: z.url() }).meta({ id: 'NewPersonalFeed' })

export const personalFeedInput = z
  .strictObject({ holds: z.enum(feedScopes), waiting: z.boolean() })
  .meta({ id: 'PersonalFeedInput' })
