import * as z from 'zod'
import { scheduleBounds } from '#shared/schedule/schedule.ts'
import { voivodeships } from '#shared/schedule/school-breaks.ts'

/**
 * A schedule as it is sent and stored. Only its shape: whether it can be is said by `checkSchedule`, with 422.
 * Not for public pages: it loads zod.
 */
export const moment = z.string().max(19)

/** When one session is, as people typed it. */
export const span = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('timed'), start: moment, end: moment }),
  z.strictObject({ kind: z.literal('all-day'), firstDay: moment, lastDay: moment }),
])

export const scheduleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rule'),
    zone: z.string().max(64).default('Europe/Warsaw'),
    first: span,
    rule: z.string().max(scheduleBounds.ruleText),
    excluded: z.array(moment).max(10_000).default([]),
    skipHolidays: z.boolean().default(true),
    skipBreaksOf: z.enum(voivodeships).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('picked'),
    zone: z.string().max(64).default('Europe/Warsaw'),
    spans: z.array(span).max(10_000),
  }),
])
