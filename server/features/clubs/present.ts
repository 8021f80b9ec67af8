import type { Language } from '#shared/contract/kinds.ts'
import type { ClubView } from '#shared/contract/public.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import { toLink } from '../organisations/present.ts'
import { presentVenue } from '../venues/present.ts'
import type { ClubRow } from './repository.ts'

/** What is shown of a club. Its members are nobody's business (T07). */
export function presentClub(row: ClubRow, language: Language): ClubView {
  const { slug, name, program, district, venue } = row
  return {
    slug,
    name,
    description: textIn(row.description, language),
    city: program.municipality,
    district: district ?? venue?.district ?? null,
    program: toLink(program),
    venue: venue && presentVenue(venue, language),
    openTo: textIn(row.openTo, language),
    series: row.series.map((series) => ({ slug: series.slug, name: titleIn(series.title, language).text })),
    sample: row.isSample,
  }
}
