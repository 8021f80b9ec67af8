import { reachOf, type Actor } from '../../actor.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { forSeries } from '../sign-ups/rules.ts'

/** Sessions that somebody plans and knows by their true name: whose people they may join, as they see their contacts anyway. */
const knownAndPlanned = (actor: Actor): Prisma.SessionWhereInput => ({
  AND: [
    sessionsIn(reachOf(actor, 'plan')),
    { OR: [{ activity: { isDiscreet: false } }, sessionsIn(reachOf(actor, 'see-sensitive'))] },
  ],
})

/** Sign-ups to those. */
export function plannedSignUps(actor: Actor): Prisma.SignUpWhereInput {
  const sessions = knownAndPlanned(actor)
  const course = { activities: { some: { enrolment: { in: [...forSeries] }, sessions: { some: sessions } } } }
  return { OR: [{ session: sessions }, { series: course }] }
}

/** Marks at those. */
export const plannedAttendances = (actor: Actor): Prisma.AttendanceWhereInput => ({ session: knownAndPlanned(actor) })
