import type * as z from 'zod'
import { accessibilityFacts } from '#shared/contract/kinds.ts'
import type { venueInput } from '#shared/contract/manage/venue.ts'
import type { VenueManaged } from '#shared/contract/manage/views.ts'
import { asTexts, noTexts } from './texts.ts'

type Values = z.input<typeof venueInput>

/** The form holds every question about the building, in the order of the list. */
const unknown = accessibilityFacts.map((fact) => ({ fact, value: 'unknown' as const, checkedOn: null, note: noTexts }))

export const freshVenue: Values = {
  name: '',
  slug: '',
  cityId: '',
  districtId: null,
  organisationId: null,
  address: '',
  position: null,
  directions: noTexts,
  aliases: [],
  accessibility: unknown,
  hours: [],
}

export const venueValues = (view: VenueManaged): Values => ({
  name: view.name,
  slug: view.slug,
  cityId: view.cityId,
  districtId: view.districtId,
  organisationId: view.organisationId,
  address: view.address,
  position: view.position,
  directions: asTexts(view.directions),
  aliases: [...view.aliases],
  accessibility: unknown.map((empty) => {
    const known = view.accessibility.find(({ fact }) => fact === empty.fact)
    return known ? { ...known, note: asTexts(known.note) } : empty
  }),
  hours: view.hours.map((span) => ({ ...span })),
})
