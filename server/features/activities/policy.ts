import type { Reach } from '../../actor.ts'
import { everything } from '../../db/everything.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { clubsIn } from '../clubs/policy.ts'
import { programsIn } from '../programs/policy.ts'

const nowhere = { everywhere: false, organisations: [], projects: [], programs: [], clubs: [], own: null } as const

/** Series in reach as a whole: by their program or their club. */
export function seriesIn(reach: Reach): Prisma.SeriesWhereInput {
  return reach.everywhere ? everything : { OR: [{ program: programsIn(reach) }, { club: clubsIn(reach) }] }
}

/** Activities in reach: with their series, or, where somebody's right reaches only to what they host, by the host's account. */
export function activitiesIn(reach: Reach): Prisma.ActivityWhereInput {
  const whole = { series: seriesIn(reach) }
  if (reach.everywhere || !reach.own) return whole
  const own = seriesIn({ ...nowhere, accountId: reach.accountId, ...reach.own })
  const isHost = { OR: [{ hostId: reach.accountId }, { sessions: { some: { hostId: reach.accountId } } }] }
  return { OR: [whole, { AND: [{ series: own }, isHost] }] }
}
