import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { findBySlug } from '../../db/slugs.ts'
import { linkSelect } from '../organisations/repository.ts'

/** What is shown of a venue, wherever it is shown in full. */
export const venueSelect = {
  ...linkSelect,
  address: true,
  latitude: true,
  longitude: true,
  directions: true,
  isSample: true,
  municipality: { select: linkSelect },
  district: { select: linkSelect },
  aliases: { select: { text: true }, orderBy: { text: 'asc' } },
  accessibility: { select: { fact: true, value: true, checkedOn: true, note: true } },
  rooms: { select: { name: true, capacity: true, stepFree: true }, orderBy: { name: 'asc' } },
} as const satisfies Prisma.VenueSelect

export type VenueRow = Prisma.VenueGetPayload<{ select: typeof venueSelect }>

export function findVenue({ prisma }: Pick<Database, 'prisma'>, slug: string): Promise<VenueRow | null> {
  return findBySlug(prisma, 'VENUE', slug, (where) => prisma.venue.findUnique({ where, select: venueSelect }))
}
