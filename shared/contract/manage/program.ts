import * as z from 'zod'
import { audiences, opennesses } from '../kinds.ts'
import { day } from '../text.ts'
import { managedHead, managedRow, name, optionalTexts, reference, slugInput } from './fields.ts'

/** Which part of a project pays, and when: sessions on other days carry no strip and count for nothing. */
export const fundingInput = z
  .strictObject({ partId: reference, startsOn: day, endsOn: day })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'] })

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time as 17:00')

export const programInput = z.strictObject({
  name,
  slug: slugInput,
  cityId: reference,
  operatorId: reference.nullable(),
  /** The seat. */
  venueId: reference.nullable(),
  /** First and last day, both inside; null is open. */
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  openness: z.enum(opennesses),
  openTo: optionalTexts,
  audiences: z.array(z.enum(audiences)),
  description: optionalTexts,
  /** Where it is placed. */
  districtIds: z.array(reference).max(50),
  funding: z.array(fundingInput).max(50),
  /** Whoever comes is reminded by mail so many days before, at this time; null: nobody is. */
  remindDaysBefore: z.int().min(0).max(14).nullable().default(1),
  remindAt: timeOfDay.default('17:00'),
  /** No mail that can wait goes out from the first to the second; the same twice: at any hour. */
  quietFrom: timeOfDay.default('21:00'),
  quietTo: timeOfDay.default('08:00'),
})

const inProgram = z.strictObject({ id: reference, name: z.string(), archived: z.boolean() })

export const programManaged = z
  .strictObject({
    ...managedHead,
    ...programInput.shape,
    clubs: z.array(inProgram),
    editions: z.array(inProgram),
    groups: z.array(inProgram),
  })
  .meta({ id: 'ManagedProgram' })

export const programRow = z
  .strictObject({
    ...managedRow,
    city: z.string(),
    operator: z.string().nullable(),
    startsOn: day.nullable(),
    endsOn: day.nullable(),
    clubs: z.array(inProgram),
    editions: z.int(),
    groups: z.int(),
  })
  .meta({ id: 'ManagedProgramRow' })
