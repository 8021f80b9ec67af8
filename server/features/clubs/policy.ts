import type { Reach } from '../../actor.ts'
import { everything } from '../../db/everything.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { programsIn } from '../programs/policy.ts'

/** Clubs in reach: by their own grant, or by their program's. */
export function clubsIn(reach: Reach): Prisma.ClubWhereInput {
  return reach.everywhere ? everything : { OR: [{ id: { in: [...reach.clubs] } }, { program: programsIn(reach) }] }
}
