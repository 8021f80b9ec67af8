import * as z from 'zod'
import { accessibilityFacts, threeValues } from './kinds.ts'
import { day, link, text } from './text.ts'

/** A fact about a building: yes, no or not known, and the day somebody looked. */
export const factView = z
  .strictObject({
    fact: z.enum(accessibilityFacts),
    value: z.enum(threeValues),
    checkedOn: day.nullable(),
    note: text.nullable(),
  })
  .meta({ id: 'AccessibilityFact' })

export const venueView = z
  .strictObject({
    ...link.shape,
    aliases: z.array(z.string()),
    address: z.string(),
    city: link,
    district: link.nullable(),
    geo: z.strictObject({ latitude: z.number(), longitude: z.number() }).nullable(),
    /** Every fact there is, in the order of the list: what nobody looked at is unknown. */
    accessibility: z.array(factView),
    rooms: z.array(z.strictObject({ name: z.string(), capacity: z.int().nullable(), stepFree: z.enum(threeValues) })),
    directions: text.nullable(),
    sample: z.boolean(),
  })
  .meta({ id: 'Venue' })
