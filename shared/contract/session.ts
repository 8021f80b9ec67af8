import * as z from 'zod'
import { activityView, funding } from './activity.ts'
import { link, text } from './text.ts'
import { venueView } from './venue.ts'
import { when } from './when.ts'

const moment = z.iso.datetime()

const opening = {
  id: z.uuid(),
  when,
  city: link,
  ended: z.boolean(),
  sample: z.boolean(),
}

export const sessionView = z
  .strictObject({
    ...opening,
    discreet: z.literal(false),
    series: link,
    /** "3 z 8": cancelled sessions keep their place in time but are not counted; see `sessions` in server/features/README.md. */
    place: z.strictObject({ number: z.int(), of: z.int() }),
    activity: activityView,
    venue: venueView.nullable(),
    room: z.string().nullable(),
    district: link.nullable(),
    program: link,
    club: link.nullable(),
    cancelled: z
      .strictObject({
        at: moment,
        reason: text.nullable(),
        instead: z.union([link.extend({ id: z.uuid() }), text]).nullable(),
      })
      .nullable(),
    moved: z.strictObject({ at: moment, from: z.string(), reason: text.nullable() }).nullable(),
    /** Null where no money of a project pays for this session. */
    funding: funding.nullable(),
  })
  .meta({ id: 'Session' })

/** The neutral face of a discreet session (mechanics 24): a title and a time, nothing that could tell what it is about. */
export const discreetSessionView = z
  .strictObject({
    ...opening,
    discreet: z.literal(true),
    title: text,
    cancelled: z.strictObject({ at: moment }).nullable(),
    moved: z.strictObject({ at: moment, from: z.string() }).nullable(),
  })
  .meta({ id: 'DiscreetSession' })

export const sessionAnswer = z.discriminatedUnion('discreet', [sessionView, discreetSessionView])
