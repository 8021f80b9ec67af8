import * as z from 'zod'
import { missingKinds, outcomes, waitReasons } from './shift.ts'
import { texts } from './manage/fields.ts'
import { day, text } from './text.ts'

/** What the panel asks and is told about volunteers. 422 names fields; 409 `edited-meanwhile`, `people-there`. */
const id = z.uuid()
const version = z.int().min(1)

const fields = {
  name: texts,
  /** Minutes of wall time after the session's start (of whole days: after midnight); negative: before it. */
  fromMinutes: z.int().min(-2880).max(20_160),
  minutes: z.int().min(5).max(1440),
  least: z.int().min(0).max(200),
  most: z.int().min(1).max(200),
  minAge: z.int().min(13).max(99).nullable(),
  needsClearance: z.boolean(),
  needsAgreement: z.boolean(),
  /** Whether residents see it and what is missing; else only volunteers of the organisation do. */
  isPublic: z.boolean(),
}

export const shiftInput = z.strictObject(fields).meta({ id: 'VolunteerShiftInput' })
export const shiftChange = z.strictObject({ ...fields, version }).meta({ id: 'VolunteerShiftChange' })
export const shiftRemoval = z.strictObject({ version }).meta({ id: 'VolunteerShiftRemoval' })
/** Whether one session does without a shift of its series. */
export const shiftSkip = z.strictObject({ skip: z.boolean() }).meta({ id: 'VolunteerShiftSkip' })

export const paperWarnings = [...missingKinds, 'agreement-30-days', 'insurance'] as const

const planned = z.strictObject({
  id,
  version,
  of: z.enum(['session', 'series']),
  ...fields,
})

export const seriesShifts = z.strictObject({ mayPlan: z.boolean(), shifts: z.array(planned) }).meta({ id: 'SeriesShifts' })

export const shiftVolunteer = z
  .strictObject({
    signUp: id,
    person: id,
    name: z.string(),
    contact: z.string().nullable(),
    status: z.enum(outcomes),
    waitsFor: z.enum(waitReasons).nullable(),
    standIn: z.enum(['none', 'wanted', 'found']),
    standsInFor: z.string().nullable(),
    /** What is not in order on that day; null for whoever may not see papers. */
    warnings: z.array(z.enum(paperWarnings)).nullable(),
  })
  .meta({ id: 'ShiftVolunteer' })

export const sessionShifts = z
  .strictObject({
    mayPlan: z.boolean(),
    shifts: z.array(
      planned.extend({
        start: z.string(),
        end: z.string(),
        skipped: z.boolean(),
        taken: z.int(),
        waiting: z.int(),
        /** Null for whoever may not see who comes. */
        people: z.array(shiftVolunteer).nullable(),
      }),
    ),
  })
  .meta({ id: 'SessionShifts' })

export const factKinds = ['agreement', 'insurance', 'guardian-consent', 'clearance'] as const

export const factInput = z
  .strictObject({ kind: z.enum(factKinds), organisationId: id, startsOn: day, endsOn: day.nullable() })
  .meta({ id: 'VolunteerFactInput' })

const done = z.strictObject({
  session: id,
  title: text,
  name: text,
  start: z.string(),
  end: z.string(),
  /** Elapsed, so that a night of a clock change counts as long as it was. */
  hours: z.number(),
  over: z.boolean(),
  /** Marked as there, at the door or afterwards: only that counts for hours. */
  attended: z.boolean(),
  organisation: z.string().nullable(),
  warnings: z.array(z.enum(paperWarnings)),
})

export const volunteerView = z
  .strictObject({
    id,
    name: z.string(),
    contact: z.string().nullable(),
    /** Of age today, by what they said; null: they didn't say. */
    adult: z.boolean().nullable(),
    organisations: z.array(z.strictObject({ id, name: z.string() })),
    facts: z.array(
      z.strictObject({
        id,
        kind: z.enum(factKinds),
        startsOn: day,
        endsOn: day.nullable(),
        organisation: z.string(),
        recordedBy: z.string(),
      }),
    ),
    shifts: z.array(done),
    /** Elapsed on shifts at which they were; what overlaps counts once. */
    hours: z.number(),
    mayRecord: z.boolean(),
  })
  .meta({ id: 'Volunteer' })

export const volunteerList = z
  .strictObject({
    volunteers: z.array(
      z.strictObject({
        id,
        name: z.string(),
        next: z.string().nullable(),
        shifts: z.int(),
        warnings: z.array(z.enum(paperWarnings)),
      }),
    ),
  })
  .meta({ id: 'Volunteers' })
