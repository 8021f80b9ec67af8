import type { Reach } from '../../actor.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { activitiesIn } from '../activities/policy.ts'

/** Sessions in reach: with their activity. Of somebody who has only what they host: those without another host. */
export function sessionsIn(reach: Reach): Prisma.SessionWhereInput {
  const whole = { activity: activitiesIn({ ...reach, own: null }) }
  if (reach.everywhere || !reach.own) return whole
  const isHost = { OR: [{ hostId: reach.accountId }, { hostId: null, activity: { hostId: reach.accountId } }] }
  return { OR: [whole, { AND: [{ activity: activitiesIn(reach) }, isHost] }] }
}
