import type { Reach } from '../../actor.ts'
import { everything } from '../../db/everything.ts'
import type { Prisma } from '../../db/generated/client.ts'

/**
 * Organisations in reach: those that a grant names. Cities and districts belong to nobody: everybody who is signed in sees them,
 * administrators of everything change them.
 */
export function organisationsIn({ everywhere, organisations }: Reach): Prisma.OrganisationWhereInput {
  return everywhere ? everything : { id: { in: [...organisations] } }
}
