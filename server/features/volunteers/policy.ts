import { reachOf, type Actor } from '../../actor.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { sessionsIn } from '../sessions/policy.ts'

/** Sessions whose volunteers' papers somebody may read, or with `plan` also note: never the desk's, as papers tell more than a name. */
export const papersAt = (actor: Actor, right: 'see-sensitive' | 'plan'): Prisma.SessionWhereInput => ({
  AND: [{ removedAt: null }, sessionsIn(reachOf(actor, 'see-sensitive')), sessionsIn(reachOf(actor, right))],
})

/** Whoever volunteers, or has asked to, at such a session. */
export const volunteersIn = (actor: Actor, right: 'see-sensitive' | 'plan'): Prisma.PersonWhereInput => ({
  erasedAt: null,
  signUps: { some: { shiftId: { not: null }, duplicateOfId: null, session: papersAt(actor, right) } },
})
