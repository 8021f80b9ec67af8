import type { Reach } from '../../actor.ts'
import type { Prisma } from '../../db/generated/client.ts'

/** Venues of organisations in reach. Those of nobody - squares, yards - everybody may use, and administrators of everything change. */
export function venuesIn({ everywhere, organisations }: Reach): Prisma.VenueWhereInput {
  return everywhere ? {} : { organisationId: { in: [...organisations] } }
}
