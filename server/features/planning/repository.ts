import { randomUUID } from 'node:crypto'
import { scheduleSchema } from '#shared/contract/schedule.ts'
import type { Occurrence } from '#shared/schedule/expand.ts'
import type { Schedule } from '#shared/schedule/schedule.ts'
import { warsaw, type LocalDay } from '#shared/time/when.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import type { Columns, EditRows, Snapshot } from './impact.ts'
import type { Patch } from './patches.ts'
import { whenColumns, whenOf, type RoomConflict, type RoomTimes } from './rules.ts'
import type { SessionRow } from './reconcile.ts'

/** An activity as planning needs it. */
export type PlannedActivity = {
  readonly id: string
  readonly seriesId: string
  readonly version: number
  readonly isPublished: boolean
  readonly title: unknown
  readonly venueId: string | null
  readonly roomId: string | null
  readonly room: RoomTimes | null
  readonly schedule: Schedule
  /** The last day of its program; null: open. */
  readonly programEnd: LocalDay | null
}

/** A session with what planning looks at. */
export type PlannedSession = SessionRow & {
  readonly version: number
  readonly activityId: string
  readonly wallStart: string
  readonly overrides: readonly string[]
  readonly venueId: string | null
  readonly roomId: string | null
  readonly room: RoomTimes | null
}

const roomTimes = { select: { setupMinutes: true, clearMinutes: true } } as const

/**
 * Takes the locks of an edit, always in this order: the series, its rooms and those it goes to, its sessions by id.
 * Times are read and written in UTC from here on, so that a snapshot compares with one of another day.
 */
export async function lockSeries(tx: Tx, seriesId: string, roomIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT set_config('TimeZone', 'UTC', true)`
  await tx.$executeRaw`SELECT 1 FROM "Series" WHERE id = ${seriesId}::uuid FOR NO KEY UPDATE`
  await tx.$executeRaw`
    SELECT 1 FROM "Room" WHERE id = ANY (${[...roomIds]}::uuid[]) OR id IN (
      SELECT s."roomId" FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE a."seriesId" = ${seriesId}::uuid
      UNION SELECT "roomId" FROM "Activity" WHERE "seriesId" = ${seriesId}::uuid)
    ORDER BY id FOR NO KEY UPDATE`
  await tx.$executeRaw`
    SELECT 1 FROM "Session" s WHERE s."activityId" IN (SELECT id FROM "Activity" WHERE "seriesId" = ${seriesId}::uuid)
    ORDER BY s.id FOR NO KEY UPDATE`
}

/** All rows of a series as JSON, without what planning doesn't own. */
export async function readSnapshot(tx: Tx, seriesId: string): Promise<Snapshot> {
  const activities = await tx.$queryRaw<readonly { id: string; row: Columns }[]>`
    SELECT id, to_jsonb(a) - ARRAY['id', 'version', 'createdAt'] AS row FROM "Activity" a WHERE "seriesId" = ${seriesId}::uuid ORDER BY id`
  const sessions = await tx.$queryRaw<readonly { id: string; people: number; row: Columns }[]>`
    SELECT s.id, s."peopleCount" AS people, to_jsonb(s) - ARRAY['id', 'version', 'createdAt', 'peopleCount'] AS row
    FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE a."seriesId" = ${seriesId}::uuid ORDER BY s."startsAt", s.id`
  return {
    activities: new Map(activities.map(({ id, row }) => [id, row])),
    sessions: new Map(sessions.map(({ id, row }) => [id, row])),
    people: new Map(sessions.map(({ id, people }) => [id, people])),
  }
}

export async function findActivity(tx: Tx, id: string): Promise<PlannedActivity | null> {
  const found = await tx.activity.findUnique({
    where: { id },
    select: {
      id: true,
      seriesId: true,
      version: true,
      status: true,
      title: true,
      venueId: true,
      roomId: true,
      schedule: true,
      room: roomTimes,
      series: { select: { program: { select: { endsOn: true } } } },
    },
  })
  if (!found) return null
  const { series, status, schedule, ...rest } = found
  return {
    ...rest,
    isPublished: status === 'PUBLISHED',
    schedule: readSchedule(id, schedule),
    programEnd: series.program.endsOn?.toISOString().slice(0, 10) ?? null,
  }
}

/** The sessions of an activity that aren't removed. */
export async function findSessions(tx: Tx, { id, schedule }: PlannedActivity): Promise<PlannedSession[]> {
  const rows = await tx.session.findMany({
    where: { activityId: id, removedAt: null },
    select: sessionColumns,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => toSession(row, schedule.zone))
}

const sessionColumns = {
  id: true,
  version: true,
  activityId: true,
  recurrenceId: true,
  whenKind: true,
  wallStart: true,
  wallEnd: true,
  startsAt: true,
  endsAt: true,
  overrides: true,
  venueId: true,
  roomId: true,
  status: true,
  publishedAt: true,
  peopleCount: true,
  room: roomTimes,
} as const

function toSession(row: Prisma.SessionGetPayload<{ select: typeof sessionColumns }>, zone: string): PlannedSession {
  const { status, publishedAt, whenKind, wallEnd, startsAt, endsAt, ...rest } = row
  return {
    ...rest,
    when: whenOf({ whenKind, wallStart: row.wallStart, wallEnd, startsAt, endsAt }, zone),
    startMs: startsAt.getTime(),
    hasOwnTime: row.overrides.includes('when'),
    isCancelled: status === 'CANCELLED',
    isPublished: publishedAt !== null,
  }
}

function readSchedule(activityId: string, stored: unknown): Schedule {
  const result = scheduleSchema.safeParse(stored)
  if (!result.success) throw new Error(`activity ${activityId} holds no schedule`, { cause: result.error })
  return result.data
}

export async function findRoom(tx: Tx, id: string): Promise<(RoomTimes & { readonly venueId: string }) | null> {
  return tx.room.findUnique({ where: { id }, select: { venueId: true, setupMinutes: true, clearMinutes: true } })
}

/** To which series a thing belongs, before anything is locked; null when there is no such thing. */
export async function findSeriesOf(
  tx: Tx,
  what: { activityId: string } | { sessionId: string } | { editId: string },
): Promise<string | null> {
  if ('activityId' in what)
    return (await tx.activity.findUnique({ where: { id: what.activityId }, select: { seriesId: true } }))?.seriesId ?? null
  if ('editId' in what)
    return (await tx.edit.findUnique({ where: { id: what.editId }, select: { seriesId: true } }))?.seriesId ?? null
  const session = await tx.session.findFirst({
    where: { id: what.sessionId, removedAt: null },
    select: { activity: { select: { seriesId: true } } },
  })
  return session?.activity.seriesId ?? null
}

export async function insertSessions(tx: Tx, activity: PlannedActivity, dates: readonly Occurrence[], now: Date): Promise<void> {
  const { id, venueId, roomId, room, schedule, isPublished } = activity
  await tx.session.createMany({
    data: dates.map(({ recurrenceId, when }) => ({
      activityId: id,
      recurrenceId,
      ...whenColumns(when, schedule.zone, room),
      overrides: [],
      venueId,
      roomId,
      publishedAt: isPublished ? now : null,
      createdAt: now,
    })),
  })
}

/** Changes sessions in one statement; each that becomes different gets a new version. */
export async function patchSessions(tx: Tx, patches: readonly Patch[]): Promise<void> {
  if (patches.length === 0) return
  await tx.$executeRaw`
    UPDATE "Session" s SET (
      "activityId", "recurrenceId", "whenKind", "wallStart", "wallEnd", "startsAt", "endsAt", overrides, title, host, "hostId", note, "venueId", "roomId",
      "occupiedFrom", "occupiedTo", status, "cancelledAt", "cancelReason", "insteadId", "insteadText", "movedFrom", "movedAt", "moveReason",
      "publishedAt", "removedAt", version
    ) = (SELECT
      p."activityId", p."recurrenceId", p."whenKind", p."wallStart", p."wallEnd", p."startsAt", p."endsAt", p.overrides, p.title, p.host, p."hostId", p.note,
      p."venueId", p."roomId", p."occupiedFrom", p."occupiedTo", p.status, p."cancelledAt", p."cancelReason", p."insteadId", p."insteadText",
      p."movedFrom", p."movedAt", p."moveReason", p."publishedAt", p."removedAt", s.version + 1
      FROM jsonb_populate_record(s, changed.patch) p)
    FROM jsonb_to_recordset(${JSON.stringify(patches)}::jsonb) AS changed(id uuid, patch jsonb)
    WHERE s.id = changed.id AND to_jsonb(s) IS DISTINCT FROM to_jsonb(jsonb_populate_record(s, changed.patch))`
}

/** Changes one activity; if it becomes different it gets a new version. */
export async function patchActivity(tx: Tx, id: string, patch: Columns): Promise<void> {
  const columns = JSON.stringify(patch)
  await tx.$executeRaw`
    UPDATE "Activity" a SET (
      status, title, description, kind, audiences, languages, host, "hostId", "venueId", "roomId", "districtId", "stepFree", "planB", "meetingPoint", bring,
      "isFree", "costText", "careSeats", "signLanguage", "easyToRead", "inductionLoop", "contactPhone", "contactEmail", "contactHours", enrolment,
      capacity, eligibility, "isDiscreet", "discreetTitle", "discreetListed", schedule, version
    ) = (SELECT
      p.status, p.title, p.description, p.kind, p.audiences, p.languages, p.host, p."hostId", p."venueId", p."roomId", p."districtId", p."stepFree", p."planB",
      p."meetingPoint", p.bring, p."isFree", p."costText", p."careSeats", p."signLanguage", p."easyToRead", p."inductionLoop", p."contactPhone",
      p."contactEmail", p."contactHours", p.enrolment, p.capacity, p.eligibility, p."isDiscreet", p."discreetTitle", p."discreetListed",
      p.schedule, a.version + 1
      FROM jsonb_populate_record(a, ${columns}::jsonb) p)
    WHERE a.id = ${id}::uuid AND to_jsonb(a) IS DISTINCT FROM to_jsonb(jsonb_populate_record(a, ${columns}::jsonb))`
}

/** A new activity of the same series that says the same, with another schedule. */
export async function copyActivity(tx: Tx, { id, seriesId }: PlannedActivity, schedule: Schedule, now: Date): Promise<string> {
  const copy = { id: randomUUID(), position: await nextPosition(tx, seriesId), version: 1, schedule, createdAt: now }
  await tx.$executeRaw`
    INSERT INTO "Activity" SELECT (jsonb_populate_record(a, ${JSON.stringify(copy)}::jsonb)).* FROM "Activity" a WHERE a.id = ${id}::uuid`
  return copy.id
}

export async function nextPosition(tx: Tx, seriesId: string): Promise<number> {
  const { _max } = await tx.activity.aggregate({ where: { seriesId }, _max: { position: true } })
  return (_max.position ?? 0) + 1
}

/** Which sessions of a series hold a room that another session holds at the same time. The constraint itself waits for the end. */
export async function findRoomConflicts(tx: Tx, seriesId: string): Promise<RoomConflict[]> {
  const rows = await tx.$queryRaw<
    readonly {
      sessionId: string
      start: string
      room: string
      otherId: string
      title: string
      otherStart: string
      otherEnd: string
    }[]
  >`
    SELECT s.id AS "sessionId", s."wallStart" AS start, room.name AS room, o.id AS "otherId", o."wallStart" AS "otherStart", o."wallEnd" AS "otherEnd",
      CASE WHEN other."isDiscreet" THEN other."discreetTitle" ELSE coalesce(o.title, other.title) END ->> 'pl' AS title
    FROM "Session" s
    JOIN "Activity" a ON a.id = s."activityId" AND a."seriesId" = ${seriesId}::uuid
    JOIN "Session" o ON o."roomId" = s."roomId" AND o.id <> s.id
      AND tstzrange(o."occupiedFrom", o."occupiedTo") && tstzrange(s."occupiedFrom", s."occupiedTo")
    JOIN "Activity" other ON other.id = o."activityId"
    JOIN "Room" room ON room.id = s."roomId"
    WHERE s.status <> 'CANCELLED' AND s."removedAt" IS NULL AND o.status <> 'CANCELLED' AND o."removedAt" IS NULL
    ORDER BY s."startsAt", o."startsAt", s.id, o.id`
  return rows.map(({ sessionId, start, room, otherId, title, otherStart, otherEnd }) => ({
    sessionId,
    start,
    room,
    other: { sessionId: otherId, title, start: otherStart, end: otherEnd },
  }))
}

export async function insertEdit(tx: Tx, seriesId: string, kind: string, at: Date, rows: EditRows): Promise<string> {
  const data = { seriesId, kind, at, rows: rows as unknown as Prisma.InputJsonValue }
  return (await tx.edit.create({ data, select: { id: true } })).id
}

export async function findEdit(tx: Tx, id: string): Promise<{ readonly rows: EditRows; readonly isUndone: boolean } | null> {
  const edit = await tx.edit.findUnique({ where: { id }, select: { rows: true, undoneBy: true } })
  return edit ? { rows: edit.rows as unknown as EditRows, isUndone: edit.undoneBy !== null } : null
}

export async function markUndone(tx: Tx, id: string, undoneBy: string): Promise<void> {
  await tx.edit.update({ where: { id }, data: { undoneBy }, select: { id: true } })
}

/** Sessions to come with their zone: what a new rule of a zone may have shifted. */
export async function findSessionsToCome(tx: Tx, now: Date) {
  const isToCome = { startsAt: { gt: now }, removedAt: null }
  const activities = await tx.activity.findMany({ where: { sessions: { some: isToCome } }, select: { id: true, schedule: true } })
  const zones = new Map(activities.map(({ id, schedule }) => [id, readSchedule(id, schedule).zone]))
  const rows = await tx.session.findMany({ where: isToCome, select: sessionColumns, orderBy: { id: 'asc' } })
  return rows.map((row) => {
    const zone = zones.get(row.activityId) ?? warsaw
    return { ...toSession(row, zone), endMs: row.endsAt.getTime(), zone }
  })
}

/** Notes the edition of the time zone database; false when it is the one noted already. */
export async function takeZoneData(tx: Tx, zoneData: string): Promise<boolean> {
  const { count } = await tx.installation.updateMany({ where: { zoneData: { not: zoneData } }, data: { zoneData } })
  return count > 0
}
