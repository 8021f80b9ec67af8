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
    series: z.array(link),
    sample: z.boolean(),
  })
  .meta({ id: 'Club' })
