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
    /** "3 z 8" among the sessions of the series that take place; a cancelled one has no number. */
    place: z.strictObject({ number: z.int(), of: z.int() }).nullable(),
    /** With what was set for this session alone: its own title, its own host. */
    activity: activityView,
    /** What people should know about this session alone. */
    note: text.nullable(),
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
