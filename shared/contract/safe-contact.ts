import * as z from 'zod'
import type { Answer } from './answer.ts'

/** How somebody may be reached without harm (mechanics 24). Why is never asked. */

export const safeMails = ['usual', 'neutral', 'none'] as const

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const fields = {
  calls: z.boolean(),
  sms: z.boolean(),
  /** Whether one may leave a message on an answering machine. */
  voicemail: z.boolean(),
  /** `neutral`: neither sender nor subject nor words tell what it is about. */
  mail: z.enum(safeMails),
  /** Days of the week, Monday is 1; none: every day. */
  days: z.array(z.int().min(1).max(7)).max(7),
  /** Local times of a day; null: at any hour. */
  from: clock.nullable(),
  to: clock.nullable(),
  /** What to say first to whoever answers. */
  opening: z.string().max(300),
}

export const safeContactInput = z.strictObject(fields).meta({ id: 'SafeContactInput' })
export type SafeContactInput = z.infer<typeof safeContactInput>

export const safeContactView = z
  .strictObject({ ...fields, notedAt: z.iso.datetime(), notedBy: z.string() })
  .meta({ id: 'SafeContact' })
export type SafeContactView = Answer<typeof safeContactView>

/** What whoever calls must know first. */
export const safeToCall = z.strictObject({
  calls: z.boolean(),
  sms: z.boolean(),
  voicemail: z.boolean(),
  days: z.array(z.int()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  opening: z.string(),
})
export type SafeToCall = Answer<typeof safeToCall>
