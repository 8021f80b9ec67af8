import * as z from 'zod'
import { activityKinds, audiences } from './kinds.ts'
import { link, slug } from './text.ts'

export const cityOption = z
  .strictObject({
    ...link.shape,
    districts: z.array(link),
    clubs: z.array(link.extend({ district: slug.nullable() })),
    venues: z.array(link),
    programs: z.array(link.extend({ finished: z.boolean(), sample: z.boolean(), project: link.nullable() })),
    /** Only those that some published session of the city has. */
    audiences: z.array(z.enum(audiences)),
    kinds: z.array(z.enum(activityKinds)),
  })
  .meta({ id: 'City' })

export const citiesAnswer = z.strictObject({ cities: z.array(cityOption), hasSample: z.boolean() }).meta({ id: 'Cities' })
