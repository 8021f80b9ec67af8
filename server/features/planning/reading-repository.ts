import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { linkSelect } from '../organisations/repository.ts'

/** What the panel reads of what is planned; only what is in reach. */

type Reader = Pick<Database, 'prisma'>

const named = { id: true, ...linkSelect } as const

export const fieldSelect = {
  title: true,
  description: true,
  kind: true,
  audiences: true,
  languages: true,
  host: true,
  hostId: true,
  venueId: true,
  roomId: true,
  districtId: true,
  stepFree: true,
  planB: true,
  meetingPoint: true,
  bring: true,
  isFree: true,
  costText: true,
  careSeats: true,
  signLanguage: true,
  easyToRead: true,
  inductionLoop: true,
  contactPhone: true,
  contactEmail: true,
  contactHours: true,
  enrolment: true,
  capacity: true,
  opensDaysBefore: true,
  offerHours: true,
  reservedSeats: true,
  largestParty: true,
  slotMinutes: true,
  ageFrom: true,
  ageTo: true,
  residentsOnly: true,
  audienceOnly: true,
  closesMinutesBefore: true,
  eligibility: true,
  isDiscreet: true,
  discreetTitle: true,
  discreetListed: true,
} as const satisfies Prisma.ActivitySelect

const activitySelect = { id: true, version: true, status: true, schedule: true, ...fieldSelect } as const

const sessionSelect = {
  id: true,
  version: true,
  activityId: true,
  whenKind: true,
  wallStart: true,
  wallEnd: true,
  startsAt: true,
  endsAt: true,
  overrides: true,
  title: true,
  host: true,
  hostId: true,
  note: true,
  venue: { select: { id: true, name: true } },
  room: { select: { id: true, name: true } },
  status: true,
  publishedAt: true,
  peopleCount: true,
  movedFrom: true,
  movedAt: true,
  moveReason: true,
  cancelledAt: true,
  cancelReason: true,
  insteadText: true,
  instead: { select: { id: true, wallStart: true, wallEnd: true, removedAt: true } },
} as const satisfies Prisma.SessionSelect

const seriesSelect = {
  id: true,
  version: true,
  slug: true,
  title: true,
  isSample: true,
  archivedAt: true,
  program: { select: { ...named, endsOn: true, municipality: { select: { ...named, voivodeship: true } } } },
  club: { select: named },
  edition: { select: { id: true, name: true } },
  group: { select: { id: true, name: true } },
} as const satisfies Prisma.SeriesSelect

export type ActivityRow = Prisma.ActivityGetPayload<{ select: typeof activitySelect }>
export type SessionRow = Prisma.SessionGetPayload<{ select: typeof sessionSelect }>
export type SeriesRow = Prisma.SeriesGetPayload<{ select: typeof seriesSelect }>

type Ids = readonly { readonly id: string }[]
const idsOf = (rows: Ids): ReadonlySet<string> => new Set(rows.map(({ id }) => id))

export function findSeriesRow({ prisma }: Reader, where: Prisma.SeriesWhereInput): Promise<SeriesRow | null> {
  return prisma.series.findFirst({ where, select: seriesSelect })
}

export function findActivityRows({ prisma }: Reader, where: Prisma.ActivityWhereInput): Promise<ActivityRow[]> {
  return prisma.activity.findMany({ where, select: activitySelect, orderBy: { position: 'asc' } })
}

export function findSessionRows({ prisma }: Reader, where: Prisma.SessionWhereInput): Promise<SessionRow[]> {
  return prisma.session.findMany({
    where: { AND: [where, { removedAt: null }] },
    select: sessionSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
}

export const seriesIds = async ({ prisma }: Reader, where: Prisma.SeriesWhereInput) =>
  idsOf(await prisma.series.findMany({ where, select: { id: true } }))
export const activityIds = async ({ prisma }: Reader, where: Prisma.ActivityWhereInput) =>
  idsOf(await prisma.activity.findMany({ where, select: { id: true } }))
export const sessionIds = async ({ prisma }: Reader, where: Prisma.SessionWhereInput) =>
  idsOf(await prisma.session.findMany({ where, select: { id: true } }))

/** Series of an activity or of a session, with what it is in. */
export async function findSeriesIdOf(
  { prisma }: Reader,
  what: { readonly activityId: string } | { readonly sessionId: string },
): Promise<{ readonly seriesId: string; readonly activityId: string } | null> {
  if ('activityId' in what) {
    const found = await prisma.activity.findUnique({ where: { id: what.activityId }, select: { seriesId: true } })
    return found && { seriesId: found.seriesId, activityId: what.activityId }
  }
  const found = await prisma.session.findFirst({
    where: { id: what.sessionId, removedAt: null },
    select: { activityId: true, activity: { select: { seriesId: true } } },
  })
  return found && { seriesId: found.activity.seriesId, activityId: found.activityId }
}

/** Series for a list, with the next session of each and how many are to come. */
export async function findSeriesList({ prisma }: Reader, where: Prisma.SeriesWhereInput, now: Date) {
  const isToCome = { startsAt: { gt: now }, status: 'PLANNED', removedAt: null } as const
  return prisma.series.findMany({
    where,
    select: {
      id: true,
      slug: true,
      title: true,
      archivedAt: true,
      program: { select: named },
      club: { select: named },
      activities: {
        select: {
          status: true,
          isDiscreet: true,
          discreetTitle: true,
          sessions: {
            select: { id: true, wallStart: true, wallEnd: true, startsAt: true },
            where: isToCome,
            orderBy: { startsAt: 'asc' },
            take: 1,
          },
          _count: { select: { sessions: { where: isToCome } } },
        },
      },
    },
    orderBy: [{ program: { name: 'asc' } }, { slug: 'asc' }],
  })
}

export type ListedSeries = Awaited<ReturnType<typeof findSeriesList>>[number]

export type EditRow = {
  readonly id: string
  readonly seriesId: string
  readonly kind: string
  readonly at: Date
  readonly accountId: string | null
  readonly name: string | null
  readonly sessions: number
  readonly firstStart: string | null
  readonly firstEnd: string | null
  readonly fields: readonly string[] | null
  readonly batchId: string | null
  readonly batchKind: string | null
  readonly batchName: string | null
  readonly isUndone: boolean
}

/** Edits, the newest first: of a series, of one session in it, of a batch; or only those of one account. */
export function findEditRows(
  { prisma }: Reader,
  {
    seriesId = null,
    sessionId = null,
    batchId = null,
    accountId = null,
    limit = 100,
  }: {
    readonly seriesId?: string | null
    readonly sessionId?: string | null
    readonly batchId?: string | null
    readonly accountId?: string | null
    readonly limit?: number
  },
): Promise<EditRow[]> {
  const holdsSession = sessionId === null ? null : JSON.stringify([{ id: sessionId }])
  return prisma.$queryRaw<EditRow[]>`
    SELECT edit.id, edit."seriesId", edit.kind, edit.at, edit."accountId", account.name, edit."undoneBy" IS NOT NULL AS "isUndone",
      jsonb_array_length(edit.rows -> 'sessions') AS sessions, first."wallStart" AS "firstStart", first."wallEnd" AS "firstEnd",
      (SELECT array_agg(DISTINCT name) FROM jsonb_array_elements(edit.rows -> 'activities') change, jsonb_object_keys(change -> 'after') name
        WHERE jsonb_typeof(change -> 'before') = 'object') AS fields,
      batch.id AS "batchId", batch.kind AS "batchKind", batch.name AS "batchName"
    FROM "Edit" edit
    LEFT JOIN "Account" account ON account.id = edit."accountId"
    LEFT JOIN "EditBatch" batch ON batch.id = edit."batchId"
    LEFT JOIN "Session" first ON first.id = (edit.rows -> 'sessions' -> 0 ->> 'id')::uuid
    WHERE (${seriesId}::uuid IS NULL OR edit."seriesId" = ${seriesId}::uuid)
      AND (${batchId}::uuid IS NULL OR edit."batchId" = ${batchId}::uuid)
      AND (${accountId}::uuid IS NULL OR edit."accountId" = ${accountId}::uuid)
      AND (${holdsSession}::jsonb IS NULL OR edit.rows -> 'sessions' @> ${holdsSession}::jsonb)
    ORDER BY edit.at DESC, edit.id LIMIT ${limit}`
}

export function findEditPlace({ prisma }: Reader, id: string) {
  return prisma.edit.findUnique({ where: { id }, select: { seriesId: true, accountId: true, batchId: true } })
}

export function findBatch({ prisma }: Reader, id: string) {
  return prisma.editBatch.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      name: true,
      at: true,
      account: { select: { id: true, name: true } },
      edits: { select: { seriesId: true } },
    },
  })
}

export function findHosts({ prisma }: Reader, where: Prisma.AccountWhereInput) {
  return prisma.account.findMany({ where, select: { id: true, name: true }, orderBy: { name: 'asc' }, take: 500 })
}

/** Programs and clubs in which a new series may be. */
export async function mayHoldSeries(
  { prisma }: Reader,
  { programId, clubId }: { readonly programId: string; readonly clubId: string | null },
  where: { readonly program: Prisma.ProgramWhereInput; readonly club: Prisma.ClubWhereInput },
): Promise<boolean> {
  const program = await prisma.program.findFirst({
    where: { AND: [{ id: programId, archivedAt: null }, where.program] },
    select: { id: true },
  })
  if (program || clubId === null) return program !== null
  return (await prisma.club.findFirst({ where: { AND: [{ id: clubId, programId }, where.club] }, select: { id: true } })) !== null
}
