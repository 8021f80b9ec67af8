import { codeOf, type ActivityKind } from '#shared/contract/kinds.ts'
import type { PlanQuery } from '#shared/contract/plan.ts'
import type { Link } from '#shared/contract/public.ts'
import { boundsOfDay } from '#shared/time/place.ts'
import { warsaw } from '#shared/time/when.ts'
import type { Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import { activitiesIn } from '../activities/policy.ts'
import { activitySelect, surroundingsSelect } from '../activities/repository.ts'
import { clubsIn } from '../clubs/policy.ts'
import { linkSelect } from '../organisations/repository.ts'
import { programsIn } from '../programs/policy.ts'
import { venuesIn } from '../venues/policy.ts'
import { venueSelect } from '../venues/repository.ts'
import { sessionsIn } from './policy.ts'

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

const nameSelect = { select: { name: true } } as const

const plannedSelect = {
  id: true,
  whenKind: true,
  wallStart: true,
  wallEnd: true,
  status: true,
  title: true,
  overrides: true,
  host: true,
  hostAccount: nameSelect,
  movedFrom: true,
  roomId: true,
  venue: { select: linkSelect },
  room: { select: { id: true, name: true, capacity: true } },
  activity: {
    select: {
      status: true,
      title: true,
      kind: true,
      enrolment: true,
      capacity: true,
      isDiscreet: true,
      discreetTitle: true,
      host: true,
      hostAccount: nameSelect,
      series: { select: { slug: true, isSample: true, program: { select: linkSelect }, club: { select: linkSelect } } },
    },
  },
} as const satisfies Prisma.SessionSelect

export type PlannedRow = Prisma.SessionGetPayload<{ select: typeof plannedSelect }>

/** Sessions that lie at least in part in some days, drafts and cancelled ones included, in order of start. One statement. */
export function findPlanned(
  { prisma }: Pick<Database, 'prisma'>,
  query: PlanQuery,
  see: Reach,
  sensitive: Reach,
): Promise<PlannedRow[]> {
  return prisma.session.findMany({
    where: plannedWhere(query, see, sensitive),
    select: plannedSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    relationLoadStrategy: 'join',
  })
}

/** Sessions of some days in reach, filtered; what a filter could tell of a discreet one it doesn't. */
export function plannedWhere(query: PlanQuery, see: Reach, sensitive: Reach): Prisma.SessionWhereInput {
  return { AND: [inDays(query), sessionsIn(see), ...filtersOf(query, sensitive)] }
}

/** Of the discreet sessions of some days, the ids of those in reach. */
export async function findPlannedIn({ prisma }: Pick<Database, 'prisma'>, query: PlanQuery, reach: Reach): Promise<string[]> {
  const found = await prisma.session.findMany({
    where: { AND: [inDays(query), sessionsIn(reach), { activity: { isDiscreet: true } }] },
    select: { id: true },
  })
  return found.map(({ id }) => id)
}

/** No session is longer: without an earliest start the database would look through all the past. */
const longestMs = 366 * 86_400_000

function inDays({ from, to }: Pick<PlanQuery, 'from' | 'to'>): Prisma.SessionWhereInput {
  const [{ startMs }, { endMs }] = [boundsOfDay(from, warsaw), boundsOfDay(to, warsaw)]
  return {
    removedAt: null,
    startsAt: { gt: new Date(startMs - longestMs), lt: new Date(endMs) },
    endsAt: { gt: new Date(startMs) },
  }
}

/** A filter that finds a discreet session tells what it is: it finds only those that the reader may know. */
function filtersOf(query: PlanQuery, sensitive: Reach): Prisma.SessionWhereInput[] {
  const { club, program, venue, room, host, kind, status, draft } = query
  const telling: Prisma.SessionWhereInput[] = [
    ...(club ? [{ activity: { series: { club: { slug: { in: club } } } } }] : []),
    ...(program ? [{ activity: { series: { program: { slug: { in: program } } } } }] : []),
    ...(kind ? [{ activity: { kind: { in: kind.map(codeOf) as ActivityKind[] } } }] : []),
    ...(host ? [ledBy(host)] : []),
  ]
  return [
    ...telling,
    ...(telling.length > 0 ? [{ OR: [{ activity: { isDiscreet: false } }, sessionsIn(sensitive)] }] : []),
    ...(venue ? [{ venue: { slug: { in: venue } } }] : []),
    ...(room ? [{ roomId: { in: room } }] : []),
    ...(status ? [{ status: status === 'planned' ? ('PLANNED' as const) : ('CANCELLED' as const) }] : []),
    ...(draft ? [{ activity: { status: draft === 'yes' ? ('DRAFT' as const) : ('PUBLISHED' as const) } }] : []),
  ]
}

const ledBy = (accounts: string[]): Prisma.SessionWhereInput => ({
  OR: [{ hostId: { in: accounts } }, { hostId: null, activity: { hostId: { in: accounts } } }],
})

export type PlanChoiceRows = {
  readonly programs: readonly Link[]
  readonly clubs: readonly (Link & { readonly program: { readonly slug: string } })[]
  readonly venues: readonly (Link & { readonly rooms: { id: string; name: string }[] })[]
  readonly hosts: readonly { readonly id: string; readonly name: string }[]
}

/** What there is to filter by in reach. A venue counts when a session in reach is there, whosever it is; hosts lead something known. */
export async function findPlanChoices(
  { prisma }: Pick<Database, 'prisma'>,
  see: Reach,
  sensitive: Reach,
): Promise<PlanChoiceRows> {
  const known = { OR: [{ activity: { isDiscreet: false } }, sessionsIn(sensitive)] }
  const led = { AND: [sessionsIn(see), known, { removedAt: null }] }
  const openActivities = { AND: [activitiesIn(see), { OR: [{ isDiscreet: false }, activitiesIn(sensitive)] }] }
  const [programs, clubs, venues, hosts] = await Promise.all([
    prisma.program.findMany({ where: programsIn(see), select: linkSelect, orderBy: { name: 'asc' } }),
    prisma.club.findMany({
      where: clubsIn(see),
      select: { ...linkSelect, program: { select: { slug: true } } },
      orderBy: { name: 'asc' },
      relationLoadStrategy: 'join',
    }),
    prisma.venue.findMany({
      where: { OR: [venuesIn(see), { sessions: { some: sessionsIn(see) } }] },
      select: {
        ...linkSelect,
        rooms: { select: { id: true, name: true }, where: { archivedAt: null }, orderBy: { name: 'asc' } },
      },
      orderBy: { name: 'asc' },
      relationLoadStrategy: 'join',
    }),
    prisma.account.findMany({
      where: { OR: [{ sessions: { some: led } }, { activities: { some: openActivities } }] },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
  ])
  return { programs, clubs, venues, hosts }
}
