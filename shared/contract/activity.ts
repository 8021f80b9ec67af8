import * as z from 'zod'
import { activityKinds, audiences, enrolmentModes, threeValues } from './kinds.ts'
import { text } from './text.ts'

const threeValued = z.enum(threeValues)

/** Everything an activity says of itself in public. `null` is unknown and is shown as unknown, except where it says "none". */
export const activityView = z
  .strictObject({
    kind: z.enum(activityKinds),
    audiences: z.array(z.enum(audiences)),
    languages: z.array(z.string()),
    title: text,
    description: text.nullable(),
    host: z.string().nullable(),
    planB: text.nullable(),
    meetingPoint: text.nullable(),
    bring: text.nullable(),
    cost: z
      .discriminatedUnion('free', [z.strictObject({ free: z.literal(true) }), z.strictObject({ free: z.literal(false), text })])
      .nullable(),
    careSeats: z.int().nullable(),
    eventAccessibility: z.strictObject({ signLanguage: threeValued, easyToRead: threeValued, inductionLoop: threeValued }),
    contact: z.strictObject({ phone: z.string().nullable(), email: z.string().nullable(), hours: text.nullable() }).nullable(),
    enrolment: z.enum(enrolmentModes),
    capacity: z.int().nullable(),
    /** By appointment: how long one lasts; null: times are agreed on by phone. */
    slotMinutes: z.int().nullable(),
    eligibility: text.nullable(),
    /** The rule in words: "co wtorek o 17:00, oprócz dni wolnych". */
    rule: z.string(),
  })
  .meta({ id: 'Activity' })

/** A fund's strip: its sentence, and its colour logos in their order. */
export const funding = z
  .strictObject({ sentence: text, logos: z.array(z.strictObject({ src: z.string(), alt: z.string() })) })
  .meta({ id: 'Funding' })
