import { reachOf, type Actor, type Right } from '../../actor.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { seriesIn } from '../activities/policy.ts'
import { sessionsIn } from '../sessions/policy.ts'

/** Sign-ups on lists in reach: of a session, or of a whole course. */
export function signUpsIn(actor: Actor, right: Right): Prisma.SignUpWhereInput {
  const reach = reachOf(actor, right)
  return { OR: [{ session: sessionsIn(reach) }, { series: seriesIn(reach) }] }
}

/** Where a sign-up is about somebody: they signed up, or somebody wrote them down as one who comes along. */
export const about = (personId: string): Prisma.SignUpWhereInput => ({
  OR: [{ personId }, { party: { some: { personId } } }],
})

/** Whoever administers everything answers for everybody. */
export const answersForAll = (actor: Actor): boolean => reachOf(actor, 'administer').everywhere

/** Meetings in reach at which somebody was, signed up or not. */
export const attendancesIn = (actor: Actor, right: Right): Prisma.AttendanceWhereInput => ({
  session: sessionsIn(reachOf(actor, right)),
})
