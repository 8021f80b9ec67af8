import * as z from 'zod'
import { voivodeships } from '#shared/schedule/school-breaks.ts'
import { organisationKinds } from '../kinds.ts'
import { line, managedHead, managedRow, name, optionalTexts, reference, slugInput } from './fields.ts'

export const cityInput = z.strictObject({ name, slug: slugInput, voivodeship: z.enum(voivodeships) })
export const cityManaged = z.strictObject({ ...managedHead, ...cityInput.shape }).meta({ id: 'ManagedCity' })
export const cityRow = z
  .strictObject({ ...managedRow, voivodeship: z.enum(voivodeships), districts: z.array(z.string()) })
  .meta({ id: 'ManagedCityRow' })

/** Districts of different cities share names, so their address begins with the city's. */
export const districtInput = z.strictObject({ name, slug: slugInput, cityId: reference })
export const districtManaged = z.strictObject({ ...managedHead, ...districtInput.shape }).meta({ id: 'ManagedDistrict' })
export const districtRow = z.strictObject({ ...managedRow, city: z.string() }).meta({ id: 'ManagedDistrictRow' })

export const organisationInput = z.strictObject({
  name,
  slug: slugInput,
  kind: z.enum(organisationKinds),
  cityId: reference.nullable(),
  address: line.nullable(),
  description: optionalTexts,
})
export const organisationManaged = z
  .strictObject({ ...managedHead, ...organisationInput.shape })
  .meta({ id: 'ManagedOrganisation' })
export const organisationRow = z
  .strictObject({ ...managedRow, kind: z.enum(organisationKinds), city: z.string().nullable() })
  .meta({ id: 'ManagedOrganisationRow' })
