import type { Pool } from 'pg'
import {
  filterNames,
  filters,
  type CancelledStyle,
  type Collection,
  type FeedFacts,
  type Selection,
} from '#shared/contract/selection.ts'
import type { Reach } from '../../actor.ts'
import type { Prisma, PrismaClient } from '../../db/generated/client.ts'
import type { ChangeRange, Tx } from '../../db/write.ts'
import { sessionsIn } from '../sessions/policy.ts'
import type { NamedThing } from './directory.ts'
import type { Face } from './present.ts'
import { feedLimits, type ChangeRow, type Today, type Window } from './rules.ts'

/** A session's place in a feed, without what is shown of it. */
export type Slot = {
  readonly id: string
  readonly sequence: number
  readonly startMs: number
  readonly endMs: number
  readonly cancelled: boolean
}

const slotColumns = `"sessionId" AS id, sequence, epoch_ms("startsAt")::float8 AS "startMs", epoch_ms("endsAt")::float8 AS "endMs",
  "showUntil" IS NOT NULL AS cancelled`
const faceColumns = `"sessionId" AS id, shown, sequence, epoch_ms("createdAt")::float8 AS "createdMs", epoch_ms("modifiedAt")::float8 AS "modifiedMs"`

/**
 * The sessions of a selection that lie at least in part inside a window, at most a few more than a feed holds: the first that
 * haven't ended before today, and the last that have.
 */
export async function findSlots(pool: Pool, selection: Selection, window: Window, today: Today): Promise<Slot[]> {
  const values: unknown[] = [new Date(window.fromMs), new Date(window.toMs), new Date(today.startMs)]
  const inside = `facts IS NOT NULL AND "endsAt" > $1 AND "startsAt" < $2 AND ${ifCancelled(selection.cancelled)}
    AND ${condition(selection, 'facts', values)}`
  const limit = `LIMIT ${feedLimits.events + 1}`
  const { rows } = await pool.query<Slot>(
    `(SELECT ${slotColumns} FROM "SessionFace" WHERE ${inside} AND "endsAt" > $3 ORDER BY "startsAt", "sessionId" ${limit})
     UNION ALL
     (SELECT ${slotColumns} FROM "SessionFace" WHERE ${inside} AND "endsAt" <= $3 ORDER BY "startsAt" DESC, "sessionId" DESC ${limit})`,
    values,
  )
  return rows
}

/** Cancelled sessions stay until a day of their own, or aren't asked for. `$3` is the beginning of today. */
const ifCancelled = (style: CancelledStyle): string =>
  style === 'hide' ? '"showUntil" IS NULL' : '("showUntil" IS NULL OR "showUntil" > $3)'

export async function findFaces(pool: Pool, ids: readonly string[]): Promise<Face[]> {
  if (ids.length === 0) return []
  const { rows } = await pool.query<Face>(
    `SELECT ${faceColumns} FROM "SessionFace" WHERE "sessionId" = ANY ($1::uuid[]) AND facts IS NOT NULL`,
    [ids],
  )
  return rows
}

/** When something visible of the selection changed last, removals and names included, in epoch milliseconds; 0 for never. */
export async function lastChange(pool: Pool, selection: Selection): Promise<number> {
  const values: unknown[] = []
  const sides = (['before', 'after'] as const).map((side) => condition(selection, side, values))
  const named = namedFacts(selection).flatMap((facts) =>
    (['before', 'after'] as const).map((side) => `("sessionId" IS NULL AND ${contains(side, facts, values)})`),
  )
  const where = isEverything(selection) ? 'true' : [...sides, ...named].join(' OR ')
  const { rows } = await pool.query<{ at: number }>(
    `SELECT epoch_ms(at)::float8 AS at FROM "Change" WHERE ${where} ORDER BY "Change".at DESC LIMIT 1`,
    values,
  )
  return rows[0]?.at ?? 0
}

/** What a range of changes was about; null when there are too many to look at one by one. */
export async function changesIn(pool: Pool, { first, last }: ChangeRange, most: number): Promise<ChangeRow[] | null> {
  if (last - first >= BigInt(most)) return null
  const { rows } = await pool.query<ChangeRow>('SELECT "sessionId", before, after FROM "Change" WHERE id BETWEEN $1 AND $2', [
    String(first),
    String(last),
  ])
  return rows
}

/** Everything that a feed can be named after, under its present and its former slugs. Kinds and audiences apart: they are lists in code. */
export async function findNamedThings(pool: Pool): Promise<NamedThing[]> {
  const { rows } = await pool.query<NamedThing>(`
    WITH things AS (
      SELECT 'cities' AS collection, 'CITY' AS kind, id, slug, jsonb_build_object('pl', name) AS name, "archivedAt" IS NOT NULL AS archived FROM "Municipality"
      UNION ALL SELECT 'districts', 'DISTRICT', d.id, d.slug, jsonb_build_object('pl', d.name || ', ' || m.name), d."archivedAt" IS NOT NULL
        FROM "District" d JOIN "Municipality" m ON m.id = d."municipalityId"
      UNION ALL SELECT 'organisations', 'ORGANISATION', id, slug, jsonb_build_object('pl', name), "archivedAt" IS NOT NULL FROM "Organisation"
      UNION ALL SELECT 'projects', 'PROJECT', id, slug, jsonb_build_object('pl', name), "archivedAt" IS NOT NULL FROM "Project"
      UNION ALL SELECT 'programs', 'PROGRAM', id, slug, jsonb_build_object('pl', name), "archivedAt" IS NOT NULL FROM "Program"
      UNION ALL SELECT 'clubs', 'CLUB', id, slug, jsonb_build_object('pl', name), "archivedAt" IS NOT NULL FROM "Club"
      UNION ALL SELECT 'venues', 'VENUE', id, slug, jsonb_build_object('pl', name), "archivedAt" IS NOT NULL FROM "Venue"
      UNION ALL SELECT 'series', 'SERIES', id, slug, title, "archivedAt" IS NOT NULL FROM "Series" ser
        -- A series of discreet meetings has no public name (mechanics 24).
        WHERE NOT EXISTS (SELECT FROM "Activity" WHERE "seriesId" = ser.id AND "isDiscreet")
          OR EXISTS (SELECT FROM "Activity" WHERE "seriesId" = ser.id AND NOT "isDiscreet" AND status = 'PUBLISHED'))
    SELECT collection, slug, name, archived, NULL AS formerly FROM things
    UNION ALL
    SELECT t.collection, t.slug, t.name, t.archived, a.slug FROM "SlugAlias" a JOIN things t ON t.id = a."targetId" AND t.kind = a.kind::text
    ORDER BY collection, slug, formerly`)
  return rows
}

export type Count = { readonly collection: Collection | 'all'; readonly slug: string; readonly count: number }

/** How many events each named feed holds today, before any cut. */
export async function countEvents(pool: Pool, window: Window, today: Today): Promise<Count[]> {
  const { rows } = await pool.query<Count>(
    `WITH faces AS (SELECT facts FROM "SessionFace"
       WHERE facts IS NOT NULL AND "endsAt" > $1 AND "startsAt" < $2 AND ${ifCancelled('mark')})
     SELECT 'all' AS collection, '' AS slug, count(*)::int AS count FROM faces
     UNION ALL
     SELECT entry.key, slug, count(*)::int FROM faces, jsonb_each(facts - 'stepFree') AS entry, jsonb_array_elements_text(entry.value) AS slug
     GROUP BY entry.key, slug`,
    [new Date(window.fromMs), new Date(window.toMs), new Date(today.startMs)],
  )
  return rows
}

/** The number of the last change of each named feed. */
export async function lastRevisions(pool: Pool): Promise<Count[]> {
  const { rows } = await pool.query<Count>(
    `SELECT 'all' AS collection, '' AS slug, coalesce(max(id), 0)::float8 AS count FROM "Change"
     UNION ALL
     SELECT entry.key, slug, max(id)::float8
     FROM "Change", LATERAL (SELECT * FROM jsonb_each(before - 'stepFree') UNION ALL SELECT * FROM jsonb_each(after - 'stepFree')) AS entry,
       jsonb_array_elements_text(entry.value) AS slug
     GROUP BY entry.key, slug`,
  )
  return rows
}

export async function saveSelection(pool: Pool, hash: string, path: string): Promise<void> {
  await pool.query('INSERT INTO "SavedSelection" (hash, path) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING', [hash, path])
}

export async function findSelection(pool: Pool, hash: string): Promise<string | null> {
  const { rows } = await pool.query<{ path: string }>('SELECT path FROM "SavedSelection" WHERE hash = $1', [hash])
  return rows[0]?.path ?? null
}

/** The selection as SQL over a column of facts: containment, which the GIN indexes answer. Adds what it compares with to `values`. */
function condition(selection: Selection, column: string, values: unknown[]): string {
  const { slice, filters: chosen, stepFree } = selection
  const each = (collection: Collection, slugs: readonly string[]): string =>
    `(${slugs.map((slug) => contains(column, { [collection]: [slug] }, values)).join(' OR ')})`
  const parts = [
    ...(slice.collection === 'all' ? [] : [each(slice.collection, [slice.slug])]),
    ...filterNames.flatMap((name) => {
      const slugs = chosen[name]
      return slugs ? [each(filters[name], slugs)] : []
    }),
    ...(stepFree ? [contains(column, { stepFree: true }, values)] : []),
  ]
  return parts.length === 0 ? 'true' : parts.join(' AND ')
}

function contains(column: string, facts: Partial<FeedFacts>, values: unknown[]): string {
  values.push(JSON.stringify(facts))
  return `${column} @> $${values.length}::jsonb`
}

/** The facts of each thing that stands in the selection's title. */
function namedFacts({ slice, filters: chosen }: Selection): Partial<FeedFacts>[] {
  const own = slice.collection === 'all' ? [] : [{ [slice.collection]: [slice.slug] }]
  return [...own, ...filterNames.flatMap((name) => (chosen[name] ?? []).map((slug) => ({ [filters[name]]: [slug] })))]
}

const isEverything = ({ slice, filters: chosen, stepFree }: Selection): boolean =>
  slice.collection === 'all' && Object.keys(chosen).length === 0 && !stepFree

const grantSelect = {
  role: true,
  ownOnly: true,
  endsOn: true,
  organisationId: true,
  projectId: true,
  programId: true,
  clubId: true,
} as const satisfies Prisma.RoleGrantSelect

/** A private calendar with its reader and all grants of theirs, found by the hash of its address. */
export const findHostFeed = (prisma: PrismaClient, tokenHash: string) =>
  prisma.hostFeed.findUnique({
    where: { tokenHash, revokedAt: null, account: { is: { blockedAt: null } } },
    select: {
      id: true,
      lastUsedOn: true,
      account: { select: { id: true, name: true, email: true, grants: { select: grantSelect } } },
    },
    relationLoadStrategy: 'join',
  })

/** The sessions that an account leads and may see, drafts included, and whether each is one. */
export const findHosted = (prisma: PrismaClient, accountId: string, see: Reach, { fromMs, toMs }: Window) =>
  prisma.session.findMany({
    where: {
      AND: [
        sessionsIn(see),
        { OR: [{ hostId: accountId }, { hostId: null, activity: { hostId: accountId } }] },
        { removedAt: null, endsAt: { gt: new Date(fromMs) }, startsAt: { lt: new Date(toMs) } },
      ],
    },
    select: { id: true, activity: { select: { status: true } } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: feedLimits.events,
    relationLoadStrategy: 'join',
  })

/** Like {@link findFaces}, of drafts too. */
export async function findFacesOfAll(pool: Pool, ids: readonly string[]): Promise<Face[]> {
  const { rows } = await pool.query<Face>(
    `SELECT ${faceColumns} FROM "SessionFace" WHERE "sessionId" = ANY ($1::uuid[]) ORDER BY "startsAt", "sessionId"`,
    [ids],
  )
  return rows
}

export async function noteUse(prisma: PrismaClient, id: string, today: Date): Promise<void> {
  await prisma.hostFeed.updateMany({ where: { id }, data: { lastUsedOn: today } })
}

const ownFeed = { id: true, createdAt: true, lastUsedOn: true } as const

export const findOwnFeeds = (prisma: PrismaClient, accountId: string) =>
  prisma.hostFeed.findMany({
    where: { accountId, revokedAt: null },
    select: ownFeed,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
export type OwnFeedRow = Awaited<ReturnType<typeof findOwnFeeds>>[number]

/** Null when there are as many as there may be: the account's row is locked, so that two at once don't both find room. */
export async function addOwnFeed(tx: Tx, accountId: string, tokenHash: string, most: number): Promise<OwnFeedRow | null> {
  await tx.$executeRaw`SELECT 1 FROM "Account" WHERE id = ${accountId}::uuid FOR NO KEY UPDATE`
  if ((await tx.hostFeed.count({ where: { accountId, revokedAt: null } })) >= most) return null
  return tx.hostFeed.create({ data: { accountId, tokenHash }, select: ownFeed })
}

/** Gives one of somebody's own calendars another address; null when it isn't theirs. */
export async function rotateOwnFeed(
  tx: Tx,
  { id, accountId, tokenHash }: { readonly id: string; readonly accountId: string; readonly tokenHash: string },
): Promise<OwnFeedRow | null> {
  const { count } = await tx.hostFeed.updateMany({
    where: { id, accountId, revokedAt: null },
    data: { tokenHash, lastUsedOn: null },
  })
  return count === 0 ? null : tx.hostFeed.findUnique({ where: { id }, select: ownFeed })
}

export async function revokeOwnFeed(tx: Tx, id: string, accountId: string, now: Date): Promise<boolean> {
  const { count } = await tx.hostFeed.updateMany({ where: { id, accountId, revokedAt: null }, data: { revokedAt: now } })
  return count > 0
}
