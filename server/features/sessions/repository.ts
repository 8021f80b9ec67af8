import type { Database } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import { activitySelect, surroundingsSelect } from '../activities/repository.ts'
import { linkSelect } from '../organisations/repository.ts'
import { venueSelect } from '../venues/repository.ts'

/** Public is what the database's own view says is public, the one that feeds are made of (migration `session_faces`). */
const inPublic = { face: { is: { facts: { not: Prisma.DbNull } } } } as const satisfies Prisma.SessionWhereInput

const sessionSelect = {
  id: true,
  whenKind: true,
  wallStart: true,
  wallEnd: true,
  startsAt: true,
  endsAt: true,
  overrides: true,
  title: true,
  host: true,
  note: true,
  cancelledAt: true,
  cancelReason: true,
  insteadText: true,
  movedFrom: true,
  movedAt: true,
  moveReason: true,
  venue: { select: venueSelect },
  room: { select: { name: true } },
  instead: {
    select: {
      id: true,
      removedAt: true,
      activity: { select: { status: true, isDiscreet: true, series: { select: { slug: true, title: true } } } },
    },
  },
  activity: {
    select: {
      ...activitySelect,
      isDiscreet: true,
      discreetTitle: true,
      seriesId: true,
      district: { select: linkSelect },
      series: { select: surroundingsSelect },
    },
  },
} as const satisfies Prisma.SessionSelect

export type SessionRow = Prisma.SessionGetPayload<{ select: typeof sessionSelect }>

export function findSession({ prisma }: Pick<Database, 'prisma'>, id: string): Promise<SessionRow | null> {
  return prisma.session.findUnique({ where: { id, ...inPublic }, select: sessionSelect })
}

/** Which session of its series this is, and of how many, among those that residents may see and that take place. */
export async function placeInSeries(
  { prisma }: Pick<Database, 'prisma'>,
  session: { readonly id: string; readonly seriesId: string },
): Promise<{ number: number; of: number }> {
  const [place] = await prisma.$queryRaw<readonly { number: number; of: number }[]>`
    SELECT count(*)::int AS of,
      count(*) FILTER (WHERE (s."startsAt", s.id) <= (this."startsAt", this.id))::int AS number
    FROM "Session" s
    JOIN "Activity" a ON a.id = s."activityId"
    CROSS JOIN (SELECT "startsAt", id FROM "Session" WHERE id = ${session.id}::uuid) this
    WHERE a."seriesId" = ${session.seriesId}::uuid AND a.status = 'PUBLISHED' AND NOT a."isDiscreet"
      AND s."removedAt" IS NULL AND s.status <> 'CANCELLED'`
  return { number: place?.number ?? 0, of: place?.of ?? 0 }
}
