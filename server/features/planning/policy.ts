import { reachOf, type Actor, type Reach } from '../../actor.ts'
import { everything } from '../../db/everything.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { activitiesIn, seriesIn } from '../activities/policy.ts'
import { clubsIn } from '../clubs/policy.ts'
import { programsIn } from '../programs/policy.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { venuesIn } from '../venues/policy.ts'

/** What somebody who plans may know by name and may use. A part that is absent: everything. */
export type Sight = {
  readonly sees?: Prisma.SessionWhereInput | undefined
  readonly uses?: Prisma.VenueWhereInput | undefined
  readonly hosts?: Prisma.AccountWhereInput | undefined
}

export function sightOf(actor: Actor): Sight {
  const [see, plan] = [reachOf(actor, 'see'), reachOf(actor, 'plan')]
  return { sees: sessionsIn(see), uses: venuesToUse(plan), hosts: hostsFor(plan, actor.accountId) }
}

/** Series that have anything in reach: as a whole, or something that one hosts. */
export function seriesWithAnythingIn(reach: Reach): Prisma.SeriesWhereInput {
  const whole = seriesIn(reach)
  return reach.everywhere || !reach.own ? whole : { OR: [whole, { activities: { some: activitiesIn(reach) } }] }
}

/** Activities that may be changed as a whole: with their series, or because one hosts them oneself; hosting some sessions isn't enough. */
export function activitiesToChange(reach: Reach): Prisma.ActivityWhereInput {
  if (reach.everywhere || !reach.own) return activitiesIn(reach)
  return { AND: [activitiesIn(reach), { OR: [{ series: seriesIn(reach) }, { hostId: reach.accountId }] }] }
}

/**
 * Venues where one may plan: those in reach, those of nobody, and those of whoever runs what one plans for - who plans for a club
 * uses the houses of the organisation behind it.
 */
export function venuesToUse(reach: Reach): Prisma.VenueWhereInput {
  if (reach.everywhere) return everything
  const scopes = scopesOf(reach)
  const runs = {
    programs: { some: { OR: [...scopes.map(programsIn), ...scopes.map((one) => ({ clubs: { some: clubsIn(one) } }))] } },
  }
  return {
    OR: [
      { organisationId: null },
      ...scopes.flatMap((one) => [venuesIn(one), { programs: { some: programsIn(one) } }, { clubs: { some: clubsIn(one) } }]),
      { organisation: runs },
    ],
  }
}

/**
 * People who can be named as hosts: those with a part in planning at the same places or above them; oneself too. Nobody who is blocked. Who
 * plans only what they host names nobody else: what they gave away would be out of their reach.
 */
export function hostsFor(reach: Reach, accountId: string): Prisma.AccountWhereInput {
  const plans = { role: { in: ['ADMINISTRATOR', 'COORDINATOR', 'ORGANISER'] } } satisfies Prisma.RoleGrantWhereInput
  const inPlace: Prisma.RoleGrantWhereInput[] = [{ ...reach, own: null }].flatMap((one) => {
    const programs = { OR: [programsIn(one), { clubs: { some: clubsIn(one) } }] }
    return [
      { organisationId: { in: [...one.organisations] } },
      { organisation: { programs: { some: programs } } },
      { program: programs },
      { club: clubsIn(one) },
    ]
  })
  const grants = reach.everywhere ? { some: plans } : { some: { AND: [plans, { OR: inPlace }] } }
  return { AND: [{ blockedAt: null }, { OR: [{ id: accountId }, { grants }] }] }
}

/** A reach and, where there is one, its part that counts only for what one hosts. */
function scopesOf(reach: Reach): Reach[] {
  const own = reach.own ? [{ ...reach, everywhere: false, projects: [], ...reach.own, own: null }] : []
  return [{ ...reach, own: null }, ...own]
}

/** Templates of whatever one plans for, and of the organisations behind it. */
export function templatesIn(reach: Reach): Prisma.TemplateWhereInput {
  if (reach.everywhere) return everything
  const places = scopesOf(reach).flatMap((one): Prisma.TemplateWhereInput[] => {
    const programs = { OR: [programsIn(one), { clubs: { some: clubsIn(one) } }] }
    return [
      { organisationId: { in: [...one.organisations] } },
      { organisation: { programs: { some: programs } } },
      { program: programs },
    ]
  })
  return { OR: places }
}
