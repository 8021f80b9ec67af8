import * as z from 'zod'
import { link, text } from './text.ts'
import { venueView } from './venue.ts'

export const clubView = z
  .strictObject({
    ...link.shape,
    description: text.nullable(),
    city: link,
    district: link.nullable(),
    program: link,
    venue: venueView.nullable(),
    openTo: text.nullable(),
    /** `join`: the session through which one joins it, once for all meetings; null: one doesn't. */
    series: z.array(z.strictObject({ ...link.shape, join: z.uuid().nullable() })),
    sample: z.boolean(),
  })
  .meta({ id: 'Club' })
