import * as z from 'zod'
import { languages, noticeVersion } from './kinds.ts'
import { text } from './text.ts'

export const outcomes = ['confirmed', 'waiting', 'withdrawn'] as const

/** How old a volunteer says they are: 18 and more, 16 or 17, 13 to 15. Whoever is younger comes with a grown-up who signs up. */
export const volunteerAges = ['18', '16', '13'] as const

/** What a shift may ask for that somebody hasn't shown yet. */
export const missingKinds = ['age', 'guardian-consent', 'clearance', 'agreement'] as const

/** What a request that waits is waiting for. */
export const waitReasons = ['check', 'place', 'approval'] as const

export const shiftSignUpInput = z
  .strictObject({
    who: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('new'),
        name: z.string().max(1000),
        contact: z.string().max(1000),
        age: z.enum(volunteerAges),
      }),
      z
        .strictObject({ kind: z.literal('link'), token: z.string().max(100), age: z.enum(volunteerAges).nullable() })
        .meta({ description: 'Whoever has a link already is known: what was checked for them once counts.' }),
    ]),
    language: z.enum(languages),
    seen: z.string().max(30).meta({ description: 'The start of the shift that the form showed.' }),
    waiting: z
      .boolean()
      .meta({ description: 'Whether the request may wait: for a check, for a place, for the approval of a swap.' }),
    overlapping: z.boolean().meta({ description: 'Whether it is meant although the same person is elsewhere at that time.' }),
    notice: z.literal(noticeVersion),
  })
  .meta({ id: 'ShiftSignUpInput' })

export const shiftSignUpAnswer = z
  .strictObject({
    outcome: z.enum(outcomes),
    waitsFor: z.enum(waitReasons).nullable(),
    missing: z.array(z.enum(missingKinds)),
    code: z.string(),
    token: z.string(),
  })
  .meta({ id: 'ShiftSignUp' })

/** A member of staff gives a shift to somebody whom they made sure of: by the rules of the public form. */
export const staffShiftInput = z
  .strictObject({
    person: z.uuid(),
    /** Null where it is known. */
    age: z.enum(volunteerAges).nullable(),
    language: z.enum(languages),
    seen: z.string().max(30),
    waiting: z.boolean(),
    overlapping: z.boolean(),
    source: z.enum(['phone', 'desk']),
    notice: z.literal(noticeVersion),
  })
  .meta({ id: 'ManagedShiftInput' })
export type StaffShiftInput = z.infer<typeof staffShiftInput>

export const staffShiftAnswer = shiftSignUpAnswer
  .omit({ token: true })
  .extend({ id: z.uuid() })
  .meta({ id: 'ManagedShiftAnswer' })
export type StaffShiftAnswer = z.infer<typeof staffShiftAnswer>

export const requirements = z.strictObject({
  minAge: z.int().nullable(),
  clearance: z.boolean(),
  agreement: z.boolean(),
})

/** A shift as residents see it: how many are missing, and never who comes. */
export const openShift = z
  .strictObject({
    id: z.uuid(),
    name: text,
    start: z.string(),
    end: z.string(),
    /** How many more it takes to hold it, and how many more can join. */
    missing: z.int(),
    free: z.int(),
    /** Whether somebody looks for a stand-in. */
    standIn: z.boolean(),
    asks: requirements,
  })
  .meta({ id: 'OpenShift' })

export const openShifts = z.strictObject({ shifts: z.array(openShift) }).meta({ id: 'OpenShifts' })

/** A shift somewhere that lacks hands. */
export const neededShift = openShift.extend({
  session: z.uuid(),
  title: text,
  place: z.string().nullable(),
  city: z.string(),
  /** What whoever asks would have to see to first. */
  lacks: z.array(z.enum(missingKinds)),
  sample: z.boolean(),
})

/** `name`: of whoever asks with the link of a sign-up; null: nobody said who asks. */
export const neededShifts = z
  .strictObject({ name: z.string().nullable(), agesKnown: z.boolean(), shifts: z.array(neededShift) })
  .meta({ id: 'NeededShifts' })

/** Of a volunteer's own shift, on the page of the link. */
export const ownShift = z
  .strictObject({
    name: text,
    waitsFor: z.enum(waitReasons).nullable(),
    missing: z.array(z.enum(missingKinds)),
    /** `wanted`: looks for somebody; `found`: somebody would take it, and staff decide. */
    standIn: z.enum(['none', 'wanted', 'found']),
  })
  .meta({ id: 'OwnShift' })

export const standInInput = z.strictObject({ wanted: z.boolean() }).meta({ id: 'StandInInput' })
