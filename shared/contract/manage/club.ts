import * as z from 'zod'
import { audiences } from '../kinds.ts'
import { day } from '../text.ts'
import { managedHead, managedRow, name, optionalTexts, people, reference, slugInput, texts } from './fields.ts'

export const clubInput = z.strictObject({
  name,
  slug: slugInput,
  programId: reference,
  districtId: reference.nullable(),
  venueId: reference.nullable(),
  description: optionalTexts,
  openTo: optionalTexts,
  audiences: z.array(z.enum(audiences)),
})
export const clubManaged = z.strictObject({ ...managedHead, ...clubInput.shape }).meta({ id: 'ManagedClub' })
export const clubRow = z.strictObject({ ...managedRow, program: z.string(), programId: reference }).meta({ id: 'ManagedClubRow' })

/** A cohort that goes through stages together. */
export const editionInput = z.strictObject({
  programId: reference,
  number: z.int().min(1).max(1000),
  name: texts,
  /** Null where the documents don't say. */
  size: people.nullable(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  stages: z.array(z.strictObject({ id: reference.nullable(), name: texts })).max(50),
})
export const editionManaged = z.strictObject({ ...managedHead, ...editionInput.shape }).meta({ id: 'ManagedEdition' })
export const editionRow = z
  .strictObject({ ...managedRow, program: z.string(), programId: reference })
  .meta({ id: 'ManagedEditionRow' })

/** A named group inside a program (seniors; youth and adults). */
export const groupInput = z.strictObject({ programId: reference, name: texts, size: people.nullable() })
export const groupManaged = z.strictObject({ ...managedHead, ...groupInput.shape }).meta({ id: 'ManagedGroup' })
export const groupRow = z
  .strictObject({ ...managedRow, program: z.string(), programId: reference })
  .meta({ id: 'ManagedGroupRow' })
