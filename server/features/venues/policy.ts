import type { Reach } from '../../actor.ts'
import { everything } from '../../db/everything.ts'
import type { Prisma } from '../../db/generated/client.ts'

/** Venues of organisations in reach. Those of nobody - squares, yards - everybody may use, and administrators of everything change. */
export function venuesIn({ everywhere, organisations }: Reach): Prisma.VenueWhereInput {
  return everywhere ? everything : { organisationId: { in: [...organisations] } }
}

/**
 * Venues that may be used: those in reach, those of nobody, and those of an organisation that runs a program in reach - whoever plans a program
 * or a club plans it into its operator's rooms. Changing them takes {@link venuesIn}.
 */
export function usableVenues(reach: Reach): Prisma.VenueWhereInput {
  if (reach.everywhere) return everything
  const runs = { OR: [{ id: { in: [...reach.programs] } }, { clubs: { some: { id: { in: [...reach.clubs] } } } }] }
  return { OR: [venuesIn(reach), { organisationId: null }, { organisation: { programs: { some: runs } } }] }
}
