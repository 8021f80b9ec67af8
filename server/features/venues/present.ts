import { accessibilityFacts, type Language, type ThreeValued } from '#shared/contract/kinds.ts'
import type { FactView, VenueView } from '#shared/contract/public.ts'
import { dayOf, textIn } from '../../db/columns.ts'
import type { VenueRow } from './repository.ts'

/** What is shown of a venue. Facts that nobody looked at are there too, as unknown. */
export function presentVenue(row: VenueRow, language: Language): VenueView {
  const { slug, name, address, latitude, longitude } = row
  return {
    slug,
    name,
    aliases: row.aliases.map(({ text }) => text),
    address,
    city: row.municipality,
    district: row.district,
    geo: latitude === null || longitude === null ? null : { latitude, longitude },
    accessibility: presentFacts(row.accessibility, language),
    rooms: row.rooms.map((room) => ({ ...room, stepFree: threeValued(room.stepFree) })),
    directions: textIn(row.directions, language),
    sample: row.isSample,
  }
}

function presentFacts(known: VenueRow['accessibility'], language: Language): readonly FactView[] {
  return accessibilityFacts.map((fact) => {
    const row = known.find((one) => one.fact === fact)
    return {
      fact,
      value: threeValued(row?.value ?? 'UNKNOWN'),
      checkedOn: row?.checkedOn ? dayOf(row.checkedOn) : null,
      note: textIn(row?.note, language),
    }
  })
}

const values = { YES: 'yes', NO: 'no', UNKNOWN: 'unknown' } as const

export const threeValued = (stored: keyof typeof values): ThreeValued => values[stored]
