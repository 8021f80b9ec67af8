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

/** A venue on its own page: also when it is open (empty where nobody said), and when it will be closed. */
export const venuePageView = z
  .strictObject({
    ...venueView.shape,
    hours: z.array(
      z.strictObject({
        /** 1 is Monday, 7 Sunday. */
        weekday: z.int().min(1).max(7),
        opens: z.string(),
        /** `00:00` is midnight, the end of that day. */
        closes: z.string(),
      }),
    ),
    closures: z.array(
      z.strictObject({
        /** Null: the whole venue. */
        room: z.string().nullable(),
        when: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('timed'), start: z.string(), end: z.string() }),
          z.strictObject({ kind: z.literal('all-day'), firstDay: day, lastDay: day }),
        ]),
        reason: text,
      }),
    ),
  })
  .meta({ id: 'VenuePage' })
