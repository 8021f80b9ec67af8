import * as z from 'zod'
import { day } from './text.ts'

const wallTime = z.iso.datetime({ local: true, precision: 0 })

/** When a session is: wall times as typed with the instants that they are, or whole days, first and last both inside. */
export const when = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('timed'),
      start: wallTime,
      end: wallTime,
      zone: z.string(),
      startMs: z.int(),
      endMs: z.int(),
    }),
    z.strictObject({ kind: z.literal('all-day'), firstDay: day, lastDay: day }),
  ])
  .meta({ id: 'When' })
