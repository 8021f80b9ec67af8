import type { Reach } from '../../actor.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { seriesIn } from '../activities/policy.ts'
import { sessionsIn } from '../sessions/policy.ts'

/** Whose news somebody may bring: of sessions in reach; of discreet ones only who knows them by their true name (mechanics 24). */
export function noticesIn(tell: Reach, sensitive: Reach): Prisma.NoticeWhereInput {
  return {
    OR: [
      { session: sessionsToTell(tell, sensitive) },
      { sessionId: null, signUp: { series: { AND: [seriesIn(tell), { OR: [isOpen, seriesIn(sensitive)] }] } } },
    ],
  }
}

const isOpen = { activities: { none: { isDiscreet: true } } } as const satisfies Prisma.SeriesWhereInput

export const sessionsToTell = (tell: Reach, sensitive: Reach): Prisma.SessionWhereInput => ({
  AND: [sessionsIn(tell), { OR: [{ activity: { isDiscreet: false } }, sessionsIn(sensitive)] }],
})
