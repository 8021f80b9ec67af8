import { reachOf, type Actor, type Reach } from '../../actor.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { clubsIn } from '../clubs/policy.ts'
import { hostsFor } from '../planning/policy.ts'
import { programsIn } from '../programs/policy.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { venuesIn } from '../venues/policy.ts'

/**
 * What somebody imports with: all of it in reach of `plan`. A right that reaches only to what one hosts isn't enough, as a table of
 * others' sessions has no host.
 */
export type ImportReach = {
  readonly programs: Prisma.ProgramWhereInput
  readonly clubs: Prisma.ClubWhereInput
  readonly venues: Prisma.VenueWhereInput
  readonly sources: Prisma.ImportSourceWhereInput
  /** People who can be named as hosts. */
  readonly hosts: Prisma.AccountWhereInput
  /** What may be told of by its title. */
  readonly sees: Prisma.SessionWhereInput
}

export function importReach(actor: Actor): ImportReach {
  const reach = wholeOf(reachOf(actor, 'plan'))
  const [programs, clubs] = [programsIn(reach), clubsIn(reach)]
  return {
    programs: { AND: [programs, { archivedAt: null }] },
    clubs: { AND: [clubs, { archivedAt: null }] },
    venues: { AND: [{ archivedAt: null }, { OR: [{ organisationId: null }, venuesIn(reach), ...ofThose(programs, clubs)] }] },
    sources: { OR: [{ program: programs }, { club: clubs }] },
    hosts: hostsFor(reach, actor.accountId),
    sees: sessionsIn(reachOf(actor, 'see-sensitive')),
  }
}

const wholeOf = (reach: Reach): Reach => ({ ...reach, own: null })

/** Houses of those for whom one plans. */
function ofThose(programs: Prisma.ProgramWhereInput, clubs: Prisma.ClubWhereInput): Prisma.VenueWhereInput[] {
  const runs = { programs: { some: { OR: [programs, { clubs: { some: clubs } }] } } }
  return [{ programs: { some: programs } }, { clubs: { some: clubs } }, { organisation: runs }]
}
