import type { Tx } from '../../db/write.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Cohort, FoundRoomConflict, FoundSoftConflict, Wanted } from './conflicts.ts'
import type { Booking, RoomOption } from './proposals.ts'

/** Other sessions that hold the rooms of the wanted ones at the same time. The constraint itself waits for the end of a transaction. */
export async function findRoomConflicts(
  tx: Tx,
  wanted: readonly Wanted[],
  exceptActivity: string | null = null,
): Promise<FoundRoomConflict[]> {
  const inRooms = wanted.filter(({ roomId }) => roomId !== null)
  if (inRooms.length === 0) return []
  return tx.$queryRaw<FoundRoomConflict[]>`
    SELECT w.n, room.name AS room, o.id AS "otherId", o."wallStart" AS "otherStart", o."wallEnd" AS "otherEnd",
      CASE WHEN a."isDiscreet" THEN a."discreetTitle" ELSE coalesce(o.title, a.title) END AS title
    FROM jsonb_to_recordset(${JSON.stringify(inRooms)}::jsonb)
      AS w(n int, "sessionId" uuid, "roomId" uuid, "occupiedFrom" timestamptz, "occupiedTo" timestamptz)
    JOIN "Session" o ON o."roomId" = w."roomId" AND o.id IS DISTINCT FROM w."sessionId"
      AND tstzrange(o."occupiedFrom", o."occupiedTo") && tstzrange(w."occupiedFrom", w."occupiedTo")
    JOIN "Activity" a ON a.id = o."activityId"
    JOIN "Room" room ON room.id = w."roomId"
    WHERE o.status <> 'CANCELLED' AND o."removedAt" IS NULL AND a.id IS DISTINCT FROM ${exceptActivity}::uuid
    ORDER BY w.n, o."startsAt", o.id`
}

/**
 * Other sessions at the same time with the same host (by account; by name where one of them has none), or of the same edition, group or club.
 * Activities are looked through first, as there are few; then only the sessions of those that match.
 */
export async function findSoftConflicts(
  tx: Tx,
  wanted: readonly Wanted[],
  cohort: Cohort,
  exceptActivity: string | null = null,
): Promise<FoundSoftConflict[]> {
  if (wanted.length === 0) return []
  return tx.$queryRaw<FoundSoftConflict[]>`
    WITH wanted AS MATERIALIZED (
      SELECT w.n, w."sessionId", w."startsAt", w."endsAt", w."hostId", host_key(w.host) AS host
      FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
        AS w(n int, "sessionId" uuid, "startsAt" timestamptz, "endsAt" timestamptz, "hostId" uuid, host text)),
    bounds AS (SELECT min("startsAt") AS first, max("endsAt") AS last FROM wanted),
    near AS MATERIALIZED (
      SELECT a.id, a."hostId", host_key(a.host) AS host, a.title, a."isDiscreet", a."discreetTitle",
        ser."clubId" = ${cohort.clubId}::uuid OR ser."editionId" = ${cohort.editionId}::uuid OR ser."groupId" = ${cohort.groupId}::uuid AS "sameCohort"
      FROM "Activity" a JOIN "Series" ser ON ser.id = a."seriesId"
      WHERE a.id IS DISTINCT FROM ${exceptActivity}::uuid),
    others AS MATERIALIZED (
      SELECT o.id, o."startsAt", o."endsAt", o."wallStart", o."wallEnd", near."sameCohort", own.host, own."hostId",
        CASE WHEN near."isDiscreet" THEN near."discreetTitle" ELSE coalesce(o.title, near.title) END AS title
      FROM bounds
      JOIN "Session" o ON o."startsAt" < bounds.last AND o."endsAt" > bounds.first AND o."startsAt" > bounds.first - interval '32 days'
      JOIN near ON near.id = o."activityId"
      CROSS JOIN LATERAL (
        SELECT CASE WHEN 'host' = ANY (o.overrides) THEN host_key(o.host) ELSE near.host END AS host,
          CASE WHEN 'host' = ANY (o.overrides) THEN o."hostId" ELSE near."hostId" END AS "hostId") own
      WHERE o.status <> 'CANCELLED' AND o."removedAt" IS NULL AND (
        near."sameCohort" OR own."hostId" IN (SELECT "hostId" FROM wanted) OR own.host IN (SELECT host FROM wanted)))
    SELECT w.n, match.kind, o.id AS "otherId", o.title, o."wallStart" AS "otherStart", o."wallEnd" AS "otherEnd"
    FROM wanted w
    JOIN others o ON o.id IS DISTINCT FROM w."sessionId" AND o."startsAt" < w."endsAt" AND o."endsAt" > w."startsAt"
    CROSS JOIN LATERAL (
      SELECT CASE
        WHEN o."hostId" = w."hostId" OR (o.host = w.host AND (o."hostId" IS NULL OR w."hostId" IS NULL)) THEN 'host'
        WHEN o."sameCohort" THEN 'cohort' END AS kind) match
    WHERE match.kind IS NOT NULL
    ORDER BY w.n, o."startsAt", o.id`
}

/** Which of these sessions somebody may see, and so may know by their title. */
export async function seenOf(
  tx: Tx,
  ids: readonly string[],
  sees: Prisma.SessionWhereInput | undefined,
): Promise<ReadonlySet<string>> {
  if (!sees || ids.length === 0) return new Set(ids)
  const rows = await tx.session.findMany({ where: { AND: [{ id: { in: [...ids] } }, sees] }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

/** The names that a series' cohort goes by, and the program's last day. */
export async function findCohort(tx: Tx, seriesId: string) {
  return tx.series.findUniqueOrThrow({
    where: { id: seriesId },
    select: {
      clubId: true,
      editionId: true,
      groupId: true,
      club: { select: { name: true } },
      edition: { select: { name: true } },
      group: { select: { name: true } },
    },
  })
}

export async function placeNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<readonly { id: string; name: string }[]>`
    SELECT id, name FROM "Venue" WHERE id = ANY (${[...ids]}::uuid[])
    UNION ALL SELECT id, name FROM "Room" WHERE id = ANY (${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Rooms of the same cities that could be used instead, those that are taken included. */
export async function findRoomOptions(
  tx: Tx,
  roomIds: readonly string[],
  usable: Prisma.VenueWhereInput | undefined,
): Promise<RoomOption[]> {
  const inSameCity = { municipality: { venues: { some: { rooms: { some: { id: { in: [...roomIds] } } } } } } }
  const rows = await tx.room.findMany({
    where: { archivedAt: null, venue: { AND: [inSameCity, { archivedAt: null }, usable ?? {}] } },
    select: {
      id: true,
      name: true,
      venueId: true,
      capacity: true,
      stepFree: true,
      setupMinutes: true,
      clearMinutes: true,
      venue: { select: { name: true, accessibility: { select: { value: true }, where: { fact: 'STEP_FREE_ENTRANCE' } } } },
    },
    orderBy: [{ venue: { name: 'asc' } }, { name: 'asc' }],
    take: 200,
  })
  return rows.map(({ venue, ...room }) => ({ ...room, venue: venue.name, entrance: venue.accessibility[0]?.value ?? 'UNKNOWN' }))
}

/** When rooms are taken between two instants. */
export async function findBookings(tx: Tx, roomIds: readonly string[], from: Date, to: Date): Promise<Booking[]> {
  const rows = await tx.session.findMany({
    where: {
      roomId: { in: [...roomIds] },
      status: { not: 'CANCELLED' },
      removedAt: null,
      occupiedFrom: { lt: to },
      occupiedTo: { gt: from },
    },
    select: { id: true, roomId: true, occupiedFrom: true, occupiedTo: true },
  })
  return rows.map(({ id, roomId, occupiedFrom, occupiedTo }) => ({
    sessionId: id,
    roomId: roomId ?? '',
    fromMs: occupiedFrom.getTime(),
    toMs: occupiedTo.getTime(),
  }))
}
