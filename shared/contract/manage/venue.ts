import * as z from 'zod'
import { accessibilityFacts, threeValues } from '../kinds.ts'
import { day } from '../text.ts'
import {
  line,
  managedHead,
  managedRow,
  name,
  optionalTexts,
  reference,
  sessionTold,
  slugInput,
  texts,
  version,
} from './fields.ts'

/** A time of day as typed. An end of `00:00` is midnight, the end of that day. */
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** One span of a weekday (1 is Monday, 7 Sunday) in which a place is open. */
export const openingSpan = z
  .strictObject({ weekday: z.int().min(1).max(7), opens: clockTime, closes: clockTime })
  .meta({ id: 'OpeningSpan' })
const hours = z.array(openingSpan).max(50)

const accessFact = z.strictObject({
  fact: z.enum(accessibilityFacts),
  value: z.enum(threeValues),
  /** The day on which somebody looked; only the unknown needs none. */
  checkedOn: day.nullable(),
  note: optionalTexts,
})

export const venueInput = z.strictObject({
  name,
  slug: slugInput,
  cityId: reference,
  districtId: reference.nullable(),
  /** Whose it is; null is nobody's: a square, a yard. */
  organisationId: reference.nullable(),
  address: z.string().trim().min(1).max(200),
  position: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).nullable(),
  directions: optionalTexts,
  /** Other names and spellings of the same place. */
  aliases: z.array(name).max(50),
  /** Facts that aren't listed are unknown. */
  accessibility: z.array(accessFact).max(accessibilityFacts.length),
  /** Empty: nobody said. */
  hours,
})

export const roomInput = z.strictObject({
  name,
  capacity: z.int().min(1).max(100_000).nullable(),
  /** Whether one gets from the entrance into this room without stairs. */
  stepFree: z.enum(threeValues),
  /** The room is taken this long before and after a session. */
  setupMinutes: z.int().min(0).max(1440),
  clearMinutes: z.int().min(0).max(1440),
  /** Of its own, where they differ from the venue's; empty: the venue's. */
  hours,
})
export const roomManaged = z
  .strictObject({ id: reference, version, archived: z.boolean(), ...roomInput.shape })
  .meta({ id: 'ManagedRoom' })

const moment = z.string().max(19)
export const closureInput = z.strictObject({
  /** Null closes the whole venue. */
  roomId: reference.nullable(),
  when: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('timed'), start: moment, end: moment }),
    z.strictObject({ kind: z.literal('all-day'), firstDay: day, lastDay: day }),
  ]),
  /** Shown in public. */
  reason: texts,
})
/** With the version that its editor saw. */
export const closureChangeInput = z.strictObject({ version, ...closureInput.shape })
/** With the sessions to come that it hits: they stand until somebody moves them. */
export const closureManaged = z
  .strictObject({ id: reference, version, ...closureInput.shape, hits: z.array(sessionTold) })
  .meta({ id: 'ManagedClosure' })

export const venueManaged = z
  .strictObject({
    ...managedHead,
    ...venueInput.shape,
    rooms: z.array(roomManaged),
    /** Those that aren't over. */
    closures: z.array(closureManaged),
  })
  .meta({ id: 'ManagedVenue' })

export const venueRow = z
  .strictObject({
    ...managedRow,
    address: z.string(),
    city: z.string(),
    district: line.nullable(),
    organisation: z.string().nullable(),
    rooms: z.int(),
    stepFree: z.enum(threeValues),
    /** How many of the questions about getting in nobody has answered. */
    unknown: z.int(),
  })
  .meta({ id: 'ManagedVenueRow' })
