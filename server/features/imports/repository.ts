import type { ChangedField, Item, ItemContent, Planned } from './diff.ts'
import type { ActivityKind } from '#shared/contract/kinds.ts'
import type { WallSpan } from '#shared/time/when.ts'
import type { Database } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import type { Rows } from '../planning/row-change.ts'
import type { RoomTimes } from '../planning/rules.ts'
import { nameKey } from './names.ts'
import type { ImportReach } from './policy.ts'
import type { Content } from './read.ts'
import type { ChosenNames, Known } from './resolve.ts'

type Reader = Pick<
  Tx,
  'account' | 'program' | 'club' | 'venue' | 'room' | 'importSource' | 'importReading' | 'session' | 'installation' | '$queryRaw'
>

export type { ChangedField }

/** Programs, clubs and places that somebody may plan with, with their other names. */
export async function findKnown(reader: Reader, { programs, clubs, venues }: ImportReach): Promise<Known> {
  const byName = { name: 'asc' } as const
  const [foundPrograms, foundClubs, foundVenues] = await Promise.all([
    reader.program.findMany({ where: programs, select: { id: true, name: true }, orderBy: byName }),
    reader.club.findMany({ where: clubs, select: { id: true, name: true, programId: true, venueId: true }, orderBy: byName }),
    reader.venue.findMany({
      where: venues,
      select: {
        id: true,
        name: true,
        address: true,
        aliases: { select: { text: true } },
        rooms: { select: { id: true, name: true }, where: { archivedAt: null }, orderBy: byName },
      },
      orderBy: byName,
    }),
  ])
  return {
    programs: foundPrograms.map((one) => ({ ...one, aliases: [] })),
    clubs: foundClubs.map((one) => ({ ...one, aliases: [one.name.replace(/^klub\s+/i, '')] })),
    venues: foundVenues.map(({ id, name, address, aliases }) => ({
      id,
      name,
      aliases: [address, `${name}, ${address}`, ...aliases.map(({ text }) => text)],
    })),
    rooms: foundVenues.flatMap(({ id: venueId, rooms }) =>
      rooms.map(({ id, name }) => ({ id, name, venueId, aliases: [`sala ${name}`, name.replace(/^sala\s+/i, '')] })),
    ),
  }
}

export type Source = {
  readonly id: string
  readonly name: string
  readonly url: string | null
  readonly programId: string
  readonly clubId: string | null
  readonly kind: ActivityKind
  readonly names: ChosenNames
}

const sourceColumns = { id: true, name: true, url: true, programId: true, clubId: true, kind: true, names: true } as const

export async function findSource(reader: Reader, where: Prisma.ImportSourceWhereInput): Promise<Source | null> {
  const found = await reader.importSource.findFirst({ where, select: sourceColumns, orderBy: { lastRunAt: 'desc' } })
  return found && { ...found, names: found.names as ChosenNames }
}

export function listSources(reader: Reader, where: Prisma.ImportSourceWhereInput, now: Date) {
  return reader.importSource.findMany({
    where,
    select: {
      ...sourceColumns,
      lastRunAt: true,
      lastBatchId: true,
      program: { select: { name: true } },
      club: { select: { name: true } },
      _count: { select: { items: { where: { session: { removedAt: null, status: 'PLANNED', startsAt: { gt: now } } } } } },
    },
    orderBy: [{ lastRunAt: { sort: 'desc', nulls: 'last' } }, { name: 'asc' }],
    take: 200,
  })
}

export type StoredReading = { readonly id: string; readonly name: string; readonly url: string | null; readonly content: Content }

/** Keeps what was read for a day; what is older goes. */
export async function insertReading(
  tx: Tx,
  reading: Omit<StoredReading, 'id'> & { readonly accountId: string; readonly at: Date },
): Promise<string> {
  await tx.importReading.deleteMany({ where: { at: { lt: new Date(reading.at.getTime() - 86_400_000) } } })
  const data = { ...reading, content: reading.content as unknown as Prisma.InputJsonValue }
  return (await tx.importReading.create({ data, select: { id: true } })).id
}

export async function findReading(reader: Reader, id: string, accountId: string): Promise<StoredReading | null> {
  const found = await reader.importReading.findFirst({
    where: { id, accountId },
    select: { id: true, name: true, url: true, content: true },
  })
  return found && { ...found, content: found.content as unknown as Content }
}

/** Stands behind `@` in our own UIDs; empty while nothing was ever started here. */
export async function findUidDomain(reader: Reader): Promise<string> {
  return (await reader.installation.findFirst({ select: { uidDomain: true } }))?.uidDomain ?? ''
}

/** A session that came from a source, with what applying needs of it. */
export type ImportedSession = Item & {
  readonly activityId: string
  readonly seriesId: string
  readonly recurrenceId: string
  readonly wallStart: string
  readonly overrides: readonly string[]
  readonly isPublished: boolean
  readonly room: RoomTimes | null
  readonly schedule: unknown
}

export async function findItems(reader: Reader, sourceId: string): Promise<readonly ImportedSession[]> {
  const sessions = await reader.session.findMany({
    where: { removedAt: null, imported: { sourceId } },
    select: {
      id: true,
      whenKind: true,
      wallStart: true,
      wallEnd: true,
      startsAt: true,
      overrides: true,
      title: true,
      host: true,
      venueId: true,
      roomId: true,
      status: true,
      publishedAt: true,
      peopleCount: true,
      recurrenceId: true,
      activityId: true,
      room: { select: { setupMinutes: true, clearMinutes: true } },
      activity: { select: { seriesId: true, title: true, host: true, schedule: true } },
      imported: { select: { key: true, content: true } },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return sessions.flatMap(({ imported, activity, ...row }) =>
    imported
      ? [
          {
            key: imported.key,
            content: imported.content as unknown as ItemContent,
            sessionId: row.id,
            startsAt: row.startsAt,
            people: row.peopleCount,
            now: {
              title: polish(row.title ?? activity.title),
              when: spanOf(row),
              venueId: row.venueId,
              roomId: row.roomId,
              host: row.overrides.includes('host') ? row.host : activity.host,
              cancelled: row.status === 'CANCELLED',
            },
            activityId: row.activityId,
            seriesId: activity.seriesId,
            recurrenceId: row.recurrenceId,
            wallStart: row.wallStart,
            overrides: row.overrides,
            isPublished: row.publishedAt !== null,
            room: row.room,
            schedule: activity.schedule,
          },
        ]
      : [],
  )
}

const polish = (text: unknown): string => String((text as Readonly<Record<string, string>> | null)?.['pl'] ?? '')

function spanOf(row: { readonly whenKind: string; readonly wallStart: string; readonly wallEnd: string }): WallSpan {
  return row.whenKind === 'ALL_DAY'
    ? { kind: 'all-day', firstDay: row.wallStart, lastDay: row.wallEnd }
    : { kind: 'timed', start: row.wallStart, end: row.wallEnd }
}

/** Sessions of some days that are in reach or in public, but for those of the source itself: what might come twice. */
export async function findPlanned(
  reader: Reader,
  {
    from,
    to,
    sees,
    sourceId,
  }: { readonly from: Date; readonly to: Date; readonly sees: Prisma.SessionWhereInput; readonly sourceId: string | null },
): Promise<readonly Planned[]> {
  const rows = await reader.session.findMany({
    where: {
      startsAt: { gte: from, lte: to },
      removedAt: null,
      status: 'PLANNED',
      AND: [
        { OR: [sees, { face: { is: { facts: { not: Prisma.DbNull } } } }] },
        sourceId === null ? {} : { OR: [{ imported: null }, { imported: { sourceId: { not: sourceId } } }] },
      ],
    },
    select: {
      id: true,
      whenKind: true,
      wallStart: true,
      wallEnd: true,
      title: true,
      activity: { select: { title: true, isDiscreet: true, discreetTitle: true } },
    },
    take: 20_000,
  })
  return rows.map((row) => ({
    sessionId: row.id,
    title: polish(row.activity.isDiscreet ? row.activity.discreetTitle : (row.title ?? row.activity.title)),
    when: spanOf(row),
  }))
}

/** A time in a room, or of a club, that a row wants. */
export type Claim = {
  readonly key: string
  readonly roomId: string | null
  readonly clubId: string | null
  readonly host: string | null
  readonly from: Date
  readonly to: Date
  readonly startsAt: Date
  readonly endsAt: Date
  /** The session that the row already is. */
  readonly sessionId: string | null
}

export type Met = {
  readonly key: string
  readonly kind: 'room' | 'club' | 'host'
  readonly otherId: string
  readonly start: string
  readonly end: string
}

/** Which claims meet sessions that are planned: in their room, of their club, with their host by name. */
export function findMet(reader: Reader, claims: readonly Claim[]): Promise<readonly Met[]> {
  if (claims.length === 0) return Promise.resolve([])
  return reader.$queryRaw<Met[]>`
    WITH claim AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) AS c(key text, "roomId" uuid, "clubId" uuid, host text,
        "from" timestamptz, "to" timestamptz, "startsAt" timestamptz, "endsAt" timestamptz, "sessionId" uuid))
    SELECT c.key, 'room' AS kind, o.id AS "otherId", o."wallStart" AS start, o."wallEnd" AS "end"
    FROM claim c JOIN "Session" o ON o."roomId" = c."roomId" AND tstzrange(o."occupiedFrom", o."occupiedTo") && tstzrange(c."from", c."to")
    WHERE o.status <> 'CANCELLED' AND o."removedAt" IS NULL AND o.id IS DISTINCT FROM c."sessionId"
    UNION ALL
    SELECT c.key, CASE WHEN s."clubId" = c."clubId" THEN 'club' ELSE 'host' END, o.id, o."wallStart", o."wallEnd"
    FROM claim c
    JOIN "Session" o ON o."startsAt" < c."endsAt" AND o."endsAt" > c."startsAt" AND o."startsAt" > c."startsAt" - interval '32 days'
    JOIN "Activity" a ON a.id = o."activityId" JOIN "Series" s ON s.id = a."seriesId"
    WHERE (s."clubId" = c."clubId" OR (c.host IS NOT NULL AND lower(coalesce(o.host, a.host)) = lower(c.host)))
      AND o.status <> 'CANCELLED' AND o."removedAt" IS NULL AND o.id IS DISTINCT FROM c."sessionId"`
}

/** Titles of those sessions that somebody may see. */
export async function findTitles(
  reader: Reader,
  ids: readonly string[],
  sees: Prisma.SessionWhereInput,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader.session.findMany({
    where: { AND: [{ id: { in: [...ids] } }, sees] },
    select: { id: true, title: true, activity: { select: { title: true } } },
  })
  return new Map(rows.map(({ id, title, activity }) => [id, polish(title ?? activity.title)]))
}

/** Accounts by the names of those who can be named as hosts; a name that two have leads to nobody. */
export async function findHostIds(
  reader: Reader,
  where: Prisma.AccountWhereInput,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map()
  const rows = await reader.account.findMany({ where, select: { id: true, name: true } })
  const keys = rows.map(({ name }) => nameKey(name))
  const isOne = (key: string) => keys.indexOf(key) === keys.lastIndexOf(key)
  return new Map(rows.flatMap(({ id, name }) => (isOne(nameKey(name)) ? [[nameKey(name), id] as const] : [])))
}

export async function findRooms(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, RoomTimes>> {
  const rows = await reader.room.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, setupMinutes: true, clearMinutes: true },
  })
  return new Map(rows.map(({ id, ...times }) => [id, times]))
}

/** The locks of an import: its series, their rooms and those it goes to, their sessions, each in the order of ids, as planning takes them. */
export async function lockForImport(tx: Tx, seriesIds: readonly string[], roomIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT set_config('TimeZone', 'UTC', true)`
  await tx.$executeRaw`SELECT 1 FROM "Series" WHERE id = ANY (${[...seriesIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  await tx.$executeRaw`
    SELECT 1 FROM "Room" WHERE id = ANY (${[...roomIds]}::uuid[]) OR id IN (
      SELECT s."roomId" FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE a."seriesId" = ANY (${[...seriesIds]}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`
  await tx.$executeRaw`
    SELECT 1 FROM "Session" s WHERE s."activityId" IN (SELECT id FROM "Activity" WHERE "seriesId" = ANY (${[...seriesIds]}::uuid[]))
    ORDER BY s.id FOR NO KEY UPDATE`
}

type SnapshotRow = {
  readonly seriesId: string
  readonly id: string
  readonly version: number
  readonly row: Readonly<Record<string, unknown>>
}

export type SeriesRows = { readonly activities: Rows; readonly sessions: Rows }

/** Snapshots of many series in two statements. */
export async function readSnapshots(tx: Tx, seriesIds: readonly string[]): Promise<ReadonlyMap<string, SeriesRows>> {
  const ids = [...seriesIds]
  const activities = await tx.$queryRaw<readonly SnapshotRow[]>`
    SELECT "seriesId", id, version, to_jsonb(a) - ARRAY['id', 'version', 'createdAt'] AS row FROM "Activity" a WHERE "seriesId" = ANY (${ids}::uuid[]) ORDER BY id`
  const sessions = await tx.$queryRaw<readonly SnapshotRow[]>`
    SELECT a."seriesId", s.id, s.version, to_jsonb(s) - ARRAY['id', 'version', 'createdAt', 'peopleCount'] AS row
    FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE a."seriesId" = ANY (${ids}::uuid[]) ORDER BY s."startsAt", s.id`
  const of = (all: readonly SnapshotRow[], seriesId: string): Rows => {
    const own = all.filter((row) => row.seriesId === seriesId)
    return { rows: new Map(own.map(({ id, row }) => [id, row])), versions: new Map(own.map(({ id, version }) => [id, version])) }
  }
  return new Map(ids.map((id) => [id, { activities: of(activities, id), sessions: of(sessions, id) }]))
}

/** Address names that are taken, or once were, among some. */
export async function takenSlugs(tx: Tx, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  const among = { in: [...slugs] }
  const [current, former] = [
    await tx.series.findMany({ where: { slug: among }, select: { slug: true } }),
    await tx.slugAlias.findMany({ where: { kind: 'SERIES', slug: among }, select: { slug: true } }),
  ]
  return new Set([...current, ...former].map(({ slug }) => slug))
}

/** Notes which session each row became and what it said. */
export async function writeItems(
  tx: Tx,
  sourceId: string,
  items: readonly { readonly key: string; readonly sessionId: string; readonly content: ItemContent }[],
): Promise<void> {
  if (items.length === 0) return
  await tx.$executeRaw`
    DELETE FROM "ImportedItem" WHERE "sourceId" = ${sourceId}::uuid AND (
      "sessionId" IN (SELECT "sessionId" FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS i("sessionId" uuid))
      OR key IN (SELECT key FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS i(key text)))`
  await tx.$executeRaw`
    INSERT INTO "ImportedItem" ("sourceId", key, "sessionId", content)
    SELECT ${sourceId}::uuid, i.key, i."sessionId", i.content
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS i(key text, "sessionId" uuid, content jsonb)`
}

export type ReaderOf = Pick<Database, 'prisma'>['prisma'] | Tx
