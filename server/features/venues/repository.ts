import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { findBySlug } from '../../db/slugs.ts'
import type { Tx } from '../../db/write.ts'
import { linkSelect } from '../organisations/repository.ts'
import type { ClosedTime, Opening, OpeningSpan, Spot } from './opening.ts'

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

/**
 * Hours of the places, and their closures that reach into a time, in two statements however many places there are; then
 * {@link objectionsTo} of `opening.ts` says what speaks against a time at one of them.
 */
export async function findOpening(
  prisma: Pick<Tx, 'openingHours' | 'closure'>,
  spots: readonly Spot[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<Opening> {
  const ids = { in: [...new Set(spots.flatMap(({ venueId, roomId }) => (roomId === null ? [venueId] : [venueId, roomId])))] }
  const isThere = { OR: [{ venueId: ids }, { roomId: ids }] }
  const hours = await prisma.openingHours.findMany({
    where: isThere,
    select: { venueId: true, roomId: true, weekday: true, opensMinute: true, closesMinute: true },
    orderBy: [{ weekday: 'asc' }, { opensMinute: 'asc' }],
  })
  const closures = await prisma.closure.findMany({
    where: { AND: [isThere, { startsAt: { lt: to }, endsAt: { gt: from } }] },
    select: { id: true, venueId: true, roomId: true, startsAt: true, endsAt: true, reason: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return {
    hours: byPlace<OpeningSpan, (typeof hours)[number]>(hours, ({ weekday, opensMinute, closesMinute }) => ({
      weekday,
      opensMinute,
      closesMinute,
    })),
    closures: byPlace<ClosedTime, (typeof closures)[number]>(closures, ({ id, startsAt, endsAt, reason }) => ({
      id,
      startMs: startsAt.getTime(),
      endMs: endsAt.getTime(),
      reason,
    })),
  }
}

type OfPlace = { readonly venueId: string | null; readonly roomId: string | null }

function byPlace<T, Row extends OfPlace>(rows: readonly Row[], read: (row: Row) => T): ReadonlyMap<string, readonly T[]> {
  const places = new Map<string, T[]>()
  for (const row of rows) {
    const id = row.venueId ?? row.roomId ?? ''
    places.set(id, [...(places.get(id) ?? []), read(row)])
  }
  return places
}
