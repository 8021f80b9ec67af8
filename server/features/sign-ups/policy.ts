import { reachOf, type Actor } from '../../actor.ts'
import { everything } from '../../db/everything.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { clubsIn } from '../clubs/policy.ts'
import { programsIn } from '../programs/policy.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { forSeries } from './rules.ts'

/** Sessions whose people somebody may see and write down. Who comes to a discreet one only those know who know what it is (mechanics 24). */
export function peopleIn(actor: Actor): Prisma.SessionWhereInput {
  const known = { OR: [{ activity: { isDiscreet: false } }, sessionsIn(reachOf(actor, 'see-sensitive'))] }
  return { AND: [{ removedAt: null }, sessionsIn(reachOf(actor, 'sign-up')), known] }
}

/** Sign-ups on their lists: of a session, or of a course or club with such a session. */
export function signUpsIn(actor: Actor): Prisma.SignUpWhereInput {
  const sessions = peopleIn(actor)
  const course = { activities: { some: { enrolment: { in: [...forSeries] }, sessions: { some: sessions } } } }
  return { OR: [{ session: sessions }, { series: course }] }
}

/** People who have signed up, or were signed up, for anything of that: nobody is found who has to do with others only (T09). */
export function personsIn(actor: Actor): Prisma.PersonWhereInput {
  const signUps = signUpsIn(actor)
  return { OR: [{ signUps: { some: signUps } }, { parties: { some: { signUp: signUps } } }] }
}

/** Sign-ups that are about a person, to what somebody plans. */
export function plannedFor(actor: Actor, personId: string): Prisma.SignUpWhereInput {
  const planned = sessionsIn(reachOf(actor, 'plan'))
  const on = { OR: [{ session: planned }, { series: { activities: { some: { sessions: { some: planned } } } } }] }
  return { AND: [{ OR: [{ personId }, { party: { some: { personId } } }] }, on] }
}

/** Programs that somebody takes calls for. */
export function calledPrograms(actor: Actor): Prisma.ProgramWhereInput {
  const reach = reachOf(actor, 'sign-up')
  return reach.everywhere ? everything : { OR: [programsIn(reach), { clubs: { some: clubsIn(reach) } }] }
}
