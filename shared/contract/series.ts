import * as z from 'zod'
import { activityView, funding } from './activity.ts'
import { link, text } from './text.ts'

export const seriesView = z
  .strictObject({
    ...link.shape,
    title: text,
    /** One, or several after a split, in their order. */
    activities: z.array(activityView),
    /** The session through which one signs up for all of them at once; null: one doesn't, or there is none to come. */
    join: z.uuid().nullable(),
    venue: link.nullable(),
    city: link,
    district: link.nullable(),
    program: link,
    club: link.nullable(),
    funding: funding.nullable(),
    sample: z.boolean(),
  })
  .meta({ id: 'Series' })
