import type { Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { everything } from '../../db/everything.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { activitiesIn, seriesIn } from '../activities/policy.ts'
import { clubsIn } from '../clubs/policy.ts'
import { linkSelect } from '../organisations/repository.ts'
import { programsIn } from '../programs/policy.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { budgetOf } from '../sign-ups/rush.ts'
import { venuesIn } from '../venues/policy.ts'

/** From an instant to another. */
export type Span = { readonly from: Date; readonly to: Date }

const stands = { status: 'PLANNED', removedAt: null } as const satisfies Prisma.SessionWhereInput
const toCome = ({ from, to }: Span) => ({ startsAt: { gte: from, lt: to }, ...stands }) as const

const comingSelect = {
  id: true,
  whenKind: true,
  wallStart: true,
  wallEnd: true,
  startsAt: true,
  endsAt: true,
  title: true,
  host: true,
  hostId: true,
  overrides: true,
  venueId: true,
  roomId: true,
  venue: {
    select: {
      ...linkSelect,
      id: true,
      organisationId: true,
      accessibility: { select: { value: true }, where: { fact: 'STEP_FREE_ENTRANCE' } },
      rooms: { select: { id: true }, where: { archivedAt: null }, take: 1 },
    },
  },
  activity: {
    select: {
      status: true,
      title: true,
      host: true,
      hostId: true,
      isDiscreet: true,
      discreetTitle: true,
      enrolment: true,
      series: { select: { id: true, editionId: true, groupId: true } },
    },
  },
} as const satisfies Prisma.SessionSelect

export type ComingRow = Prisma.SessionGetPayload<{ select: typeof comingSelect }>

/** Sessions in reach that begin in a time and take place, in order of start. */
export function findComing({ prisma }: Pick<Database, 'prisma'>, span: Span, see: Reach): Promise<ComingRow[]> {
  return prisma.session.findMany({
    where: { AND: [toCome(span), sessionsIn(see)] },
    select: comingSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    relationLoadStrategy: 'join',
  })
}

/** Of the discreet ones among them, the ids of those in reach. */
export async function findComingDiscreetIn(
  { prisma }: Pick<Database, 'prisma'>,
  span: Span,
  sensitive: Reach,
): Promise<ReadonlySet<string>> {
  const found = await prisma.session.findMany({
    where: { AND: [toCome(span), sessionsIn(sensitive), { activity: { isDiscreet: true } }] },
    select: { id: true },
  })
  return new Set(found.map(({ id }) => id))
}

/** Of some sessions those to which, or to whose course, more signed up on the web within an hour of the last two days than their budget (`sign-ups/rush.ts`). */
export async function findRushed(
  { prisma }: Pick<Database, 'prisma'>,
  ids: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await prisma.$queryRaw<readonly { id: string }[]>`
    WITH place AS (
      SELECT s.id, a."seriesId", a.enrolment, greatest(${budgetOf(null)}, 2 * coalesce(a.capacity, 0)) AS budget
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE s.id = ANY (${[...ids]}::uuid[])),
    came AS (
      SELECT place.id, budget, u."createdAt", u.source, u.status, u."duplicateOfId" FROM place JOIN "SignUp" u ON u."sessionId" = place.id AND u."shiftId" IS NULL
      UNION ALL
      SELECT place.id, budget, u."createdAt", u.source, u.status, u."duplicateOfId" FROM place JOIN "SignUp" u ON u."seriesId" = place."seriesId"
        WHERE enrolment IN ('WHOLE_COURSE', 'MEMBERSHIP')),
    counted AS (
      SELECT id, budget, count(*) OVER (PARTITION BY id ORDER BY "createdAt" RANGE BETWEEN interval '1 hour' PRECEDING AND CURRENT ROW) AS many
      FROM came WHERE source = 'WEB' AND status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL
        AND "createdAt" > ${now}::timestamptz - interval '2 days')
    SELECT DISTINCT id FROM counted WHERE many > budget`
  return rows.map(({ id }) => id)
}

export async function findPlanned(
  { prisma }: Pick<Database, 'prisma'>,
  ids: readonly string[],
  plan: Reach,
): Promise<ReadonlySet<string>> {
  const where = { AND: [{ id: { in: [...ids] } }, sessionsIn(plan)] }
  return new Set((await prisma.session.findMany({ where, select: { id: true } })).map(({ id }) => id))
}

const heldSelect = {
  id: true,
  startsAt: true,
  endsAt: true,
  wallStart: true,
  hostId: true,
  activity: { select: { hostId: true, series: { select: { editionId: true, groupId: true } } } },
} as const satisfies Prisma.SessionSelect

export type HeldRow = Prisma.SessionGetPayload<{ select: typeof heldSelect }>

/** When some hosts and groups are busy, whoever plans it: only times, as the sessions may be none of the reader's business. */
export function findHeld(
  { prisma }: Pick<Database, 'prisma'>,
  span: Span,
  who: { readonly hosts: readonly string[]; readonly editions: readonly string[]; readonly groups: readonly string[] },
): Promise<HeldRow[]> {
  const [hosts, editions, groups] = [[...who.hosts], [...who.editions], [...who.groups]]
  return prisma.session.findMany({
    where: {
      ...toCome(span),
      OR: [
        { hostId: { in: hosts } },
        { hostId: null, activity: { hostId: { in: hosts } } },
        { activity: { series: { editionId: { in: editions } } } },
        { activity: { series: { groupId: { in: groups } } } },
      ],
    },
    select: heldSelect,
    relationLoadStrategy: 'join',
  })
}

/** Ids of everything whose names begin with some words, by kind; whose they are is asked afterwards. One statement. */
export type Candidates = Readonly<Record<'series' | 'clubs' | 'programs' | 'venues' | 'people', readonly string[]>>

export async function findByWords(
  { pool }: Pick<Database, 'pool'>,
  words: readonly string[],
  withPeople: boolean,
): Promise<Candidates> {
  const holds = words.map((word) => `% ${word}%`) // letters and digits only: nothing that LIKE reads as a pattern
  const { rows } = await pool.query<{ kind: keyof Candidates; ids: string[] }>(
    `SELECT kind, array_agg(id) AS ids FROM (
       SELECT 'series' AS kind, id, concat_ws(' ', title ->> 'pl', title ->> 'en', title ->> 'uk') AS said FROM "Series" WHERE "archivedAt" IS NULL
       UNION ALL SELECT 'clubs', id, name FROM "Club" WHERE "archivedAt" IS NULL
       UNION ALL SELECT 'programs', id, name FROM "Program" WHERE "archivedAt" IS NULL
       UNION ALL SELECT 'venues', v.id, concat_ws(' ', v.name, v.address, string_agg(a.text, ' '))
         FROM "Venue" v LEFT JOIN "VenueAlias" a ON a."venueId" = v.id WHERE v."archivedAt" IS NULL GROUP BY v.id
       UNION ALL SELECT 'people', id, concat_ws(' ', name, email) FROM "Account" WHERE $2) AS everything
     WHERE search_text(said) LIKE ALL ($1::text[]) GROUP BY kind`,
    [holds, withPeople],
  )
  const idsOf = (kind: keyof Candidates) => rows.find((row) => row.kind === kind)?.ids ?? []
  return {
    series: idsOf('series'),
    clubs: idsOf('clubs'),
    programs: idsOf('programs'),
    venues: idsOf('venues'),
    people: idsOf('people'),
  }
}

/** Of the candidates those in reach, at most `rows` of each. The name of a series tells, so one with a discreet activity must be in `sensitive`. */
export async function findInReach(
  { prisma }: Pick<Database, 'prisma'>,
  candidates: Candidates,
  { see, sensitive, administer }: { readonly see: Reach; readonly sensitive: Reach; readonly administer: Reach },
  rows: number,
) {
  const among = (kind: keyof Candidates) => ({ id: { in: [...candidates[kind]] } })
  const [series, clubs, programs, venues, people] = await Promise.all([
    prisma.series.findMany({
      where: {
        AND: [
          among('series'),
          { OR: [seriesIn(see), { activities: { some: activitiesIn(see) } }] },
          {
            OR: [
              { activities: { none: { isDiscreet: true } } },
              seriesIn(sensitive),
              { activities: { some: activitiesIn(sensitive) } },
            ],
          },
        ],
      },
      select: { id: true, slug: true, title: true, program: { select: { name: true } } },
      orderBy: { slug: 'asc' },
      take: rows,
      relationLoadStrategy: 'join',
    }),
    prisma.club.findMany({
      where: { AND: [among('clubs'), clubsIn(see)] },
      select: { id: true, ...linkSelect },
      orderBy: { name: 'asc' },
      take: rows,
    }),
    prisma.program.findMany({
      where: { AND: [among('programs'), programsIn(see)] },
      select: { id: true, ...linkSelect },
      orderBy: { name: 'asc' },
      take: rows,
    }),
    prisma.venue.findMany({
      where: { AND: [among('venues'), { OR: [venuesIn(see), { organisationId: null }] }] },
      select: { id: true, ...linkSelect, address: true },
      orderBy: { name: 'asc' },
      take: rows,
    }),
    prisma.account.findMany({
      where: { AND: [among('people'), accountsIn(administer)] },
      select: { id: true, name: true, email: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: rows,
    }),
  ])
  return { series, clubs, programs, venues, people }
}

export type FoundRows = Awaited<ReturnType<typeof findInReach>>

/** Accounts with a role inside the reach of an administrator. */
function accountsIn({ everywhere, organisations, programs, clubs }: Reach): Prisma.AccountWhereInput {
  if (everywhere) return everything
  const inside = { organisationId: { in: [...organisations] } }
  const below = [
    { program: { operatorId: { in: [...organisations] } } },
    { club: { program: { operatorId: { in: [...organisations] } } } },
    { programId: { in: [...programs] } },
    { club: { programId: { in: [...programs] } } },
    { clubId: { in: [...clubs] } },
  ]
  return { grants: { some: { OR: [inside, ...below] } } }
}
