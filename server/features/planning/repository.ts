import { randomUUID } from 'node:crypto'
import { scheduleSchema } from '#shared/contract/schedule.ts'
import type { Occurrence } from '#shared/schedule/expand.ts'
import type { Schedule } from '#shared/schedule/schedule.ts'
import { warsaw, type LocalDay } from '#shared/time/when.ts'
import type { StoredText } from '../../db/columns.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import type { Snapshot } from './impact.ts'
import type { Patch } from './patches.ts'
import type { SessionRow } from './reconcile.ts'
import type { Columns, EditRows, RowChange } from './row-change.ts'
import { whenColumns, whenOf, type RoomTimes } from './rules.ts'

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
 * Takes the locks of an edit, always in this order: the series by id, their rooms and those that they go to, their sessions by id.
 * Times are read and written in UTC from here on, so that a snapshot compares with one of another day.
 */
export async function lockSeries(tx: Tx, seriesIds: readonly string[], roomIds: readonly string[]): Promise<void> {
  const ids = [...seriesIds]
  await tx.$executeRaw`SELECT set_config('TimeZone', 'UTC', true)`
  await tx.$executeRaw`SELECT 1 FROM "Series" WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  await tx.$executeRaw`
    SELECT 1 FROM "Room" WHERE id = ANY (${[...roomIds]}::uuid[]) OR id IN (
      SELECT s."roomId" FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE a."seriesId" = ANY (${ids}::uuid[])
      UNION SELECT "roomId" FROM "Activity" WHERE "seriesId" = ANY (${ids}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`
  await tx.$executeRaw`
    SELECT 1 FROM "Session" s WHERE s."activityId" IN (SELECT id FROM "Activity" WHERE "seriesId" = ANY (${ids}::uuid[]))
    ORDER BY s.id FOR NO KEY UPDATE`
}

/** All rows of a series as JSON, without what planning doesn't own. */
export async function readSnapshot(tx: Tx, seriesId: string): Promise<Snapshot> {
  const activities = await tx.$queryRaw<readonly Row[]>`
    SELECT id, version, to_jsonb(a) - ARRAY['id', 'version', 'createdAt'] AS row
    FROM "Activity" a WHERE "seriesId" = ${seriesId}::uuid ORDER BY id`
  const sessions = await tx.$queryRaw<readonly (Row & Where & { readonly people: number })[]>`
    SELECT s.id, s.version, s."peopleCount" AS people, venue.name AS venue, room.name AS room,
      to_jsonb(s) - ARRAY['id', 'version', 'createdAt', 'peopleCount'] AS row
    FROM "Session" s
    JOIN "Activity" a ON a.id = s."activityId"
    LEFT JOIN "Venue" venue ON venue.id = s."venueId"
    LEFT JOIN "Room" room ON room.id = s."roomId"
    WHERE a."seriesId" = ${seriesId}::uuid ORDER BY s."startsAt", s.id`
  return {
    activities: rowsOf(activities),
    sessions: rowsOf(sessions),
    people: new Map(sessions.map(({ id, people }) => [id, people])),
    places: new Map(sessions.map(({ id, venue, room }) => [id, { venue, room }])),
  }
}

type Row = { readonly id: string; readonly version: number; readonly row: Columns }
type Where = { readonly venue: string | null; readonly room: string | null }

const rowsOf = (rows: readonly Row[]) => ({
  rows: new Map(rows.map(({ id, row }) => [id, row])),
  versions: new Map(rows.map(({ id, version }) => [id, version])),
})

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
    isExtra: row.overrides.includes('extra'),
    isCancelled: status === 'CANCELLED',
    isPublished: publishedAt !== null,
  }
}

function readSchedule(activityId: string, stored: unknown): Schedule {
  const result = scheduleSchema.safeParse(stored)
  if (!result.success) throw new Error(`activity ${activityId} holds no schedule`, { cause: result.error })
  return result.data
}

/** A room's times around its sessions. */
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

/** Makes sessions of dates and says their ids, in the same order. */
export async function insertSessions(
  tx: Tx,
  activity: PlannedActivity,
  dates: readonly Occurrence[],
  now: Date,
  overrides: readonly string[] = [],
): Promise<readonly string[]> {
  const { id: activityId, venueId, roomId, room, schedule, isPublished } = activity
  const rows = dates.map(({ recurrenceId, when }) => ({
    id: randomUUID(),
    activityId,
    recurrenceId,
    ...whenColumns(when, schedule.zone, room),
    overrides: [...overrides],
    venueId,
    roomId,
    publishedAt: isPublished ? now : null,
    createdAt: now,
  }))
  if (rows.length > 0) await tx.session.createMany({ data: rows })
  return rows.map(({ id }) => id)
}

export async function insertActivity(
  tx: Tx,
  {
    seriesId,
    fields,
    schedule,
    publish,
    now,
  }: {
    readonly seriesId: string
    readonly fields: Omit<Prisma.ActivityUncheckedCreateInput, 'seriesId' | 'position' | 'schedule'>
    readonly schedule: Schedule
    readonly publish: boolean
    readonly now: Date
  },
): Promise<string> {
  const { id } = await tx.activity.create({
    data: {
      ...fields,
      seriesId,
      position: await nextPosition(tx, seriesId),
      status: publish ? 'PUBLISHED' : 'DRAFT',
      schedule: schedule as Prisma.InputJsonValue,
      createdAt: now,
    },
    select: { id: true },
  })
  return id
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
      capacity, "opensDaysBefore", "closesMinutesBefore", "offerHours",
      "reservedSeats", "largestParty", "slotMinutes", "ageFrom", "ageTo", "residentsOnly", "audienceOnly", eligibility, "isDiscreet", "discreetTitle", "discreetListed", schedule, version
    ) = (SELECT
      p.status, p.title, p.description, p.kind, p.audiences, p.languages, p.host, p."hostId", p."venueId", p."roomId", p."districtId", p."stepFree", p."planB",
      p."meetingPoint", p.bring, p."isFree", p."costText", p."careSeats", p."signLanguage", p."easyToRead", p."inductionLoop", p."contactPhone",
      p."contactEmail", p."contactHours", p.enrolment, p.capacity, p."opensDaysBefore",
      p."closesMinutesBefore", p."offerHours",
      p."reservedSeats", p."largestParty", p."slotMinutes", p."ageFrom", p."ageTo", p."residentsOnly", p."audienceOnly", p.eligibility, p."isDiscreet", p."discreetTitle", p."discreetListed",
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

async function nextPosition(tx: Tx, seriesId: string): Promise<number> {
  const { _max } = await tx.activity.aggregate({ where: { seriesId }, _max: { position: true } })
  return (_max.position ?? 0) + 1
}

/** Sessions of a series that hold a room which another session holds at the same time. */
export async function findDoublyBooked(tx: Tx, seriesId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<readonly { id: string }[]>`
    SELECT DISTINCT s.id
    FROM "Session" s
    JOIN "Activity" a ON a.id = s."activityId" AND a."seriesId" = ${seriesId}::uuid
    JOIN "Session" o ON o."roomId" = s."roomId" AND o.id <> s.id
      AND tstzrange(o."occupiedFrom", o."occupiedTo") && tstzrange(s."occupiedFrom", s."occupiedTo")
    WHERE s.status <> 'CANCELLED' AND s."removedAt" IS NULL AND o.status <> 'CANCELLED' AND o."removedAt" IS NULL`
  return new Set(rows.map(({ id }) => id))
}

export async function insertEdit(
  tx: Tx,
  edit: {
    readonly seriesId: string
    readonly kind: string
    readonly at: Date
    readonly rows: EditRows
    readonly accountId: string | null
    readonly batchId: string | null
  },
): Promise<string> {
  const data = { ...edit, rows: edit.rows as unknown as Prisma.InputJsonValue }
  return (await tx.edit.create({ data, select: { id: true } })).id
}

/** Changes of one row by the edits of its series, the newest first, with who made them. */
export async function findChangesOf(
  tx: Tx,
  seriesId: string,
  of: 'activities' | 'sessions',
  id: string,
): Promise<readonly EditedRow[]> {
  return tx.$queryRaw<EditedRow[]>`
    SELECT change, edit.at, account.name
    FROM "Edit" edit
    CROSS JOIN LATERAL jsonb_array_elements(edit.rows -> ${of}::text) change
    LEFT JOIN "Account" account ON account.id = edit."accountId"
    WHERE edit."seriesId" = ${seriesId}::uuid AND change ->> 'id' = ${id}
    ORDER BY (change -> 'versions' ->> 1)::int DESC NULLS LAST, edit.at DESC LIMIT 50`
}

export type EditedRow = { readonly change: RowChange; readonly at: Date; readonly name: string | null }

export type StoredEdit = {
  readonly id: string
  readonly seriesId: string
  readonly kind: string
  readonly at: Date
  readonly rows: EditRows
  readonly isUndone: boolean
  readonly batchId: string | null
}

export async function findEdit(tx: Tx, id: string): Promise<StoredEdit | null> {
  const [edit] = await findEdits(tx, { id })
  return edit ?? null
}

/** The newest first: taken back in this order, each finds what it left. */
export async function findEdits(tx: Tx, where: { readonly id: string } | { readonly batchId: string }): Promise<StoredEdit[]> {
  const edits = await tx.edit.findMany({
    where,
    select: { id: true, seriesId: true, kind: true, at: true, rows: true, undoneBy: true, batchId: true },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
  })
  return edits.map(({ undoneBy, rows, ...edit }) => ({ ...edit, rows: rows as unknown as EditRows, isUndone: undoneBy !== null }))
}

export async function markUndone(tx: Tx, id: string, undoneBy: string): Promise<void> {
  await tx.edit.update({ where: { id }, data: { undoneBy }, select: { id: true } })
}

export type SeriesToCopy = {
  readonly id: string
  readonly title: StoredText
  readonly programId: string
  readonly clubId: string | null
  readonly editionId: string | null
  readonly groupId: string | null
  readonly programEnd: LocalDay | null
  readonly activities: readonly { readonly id: string; readonly schedule: Schedule }[]
}

export async function findSeriesToCopy(tx: Tx, where: Prisma.SeriesWhereInput): Promise<SeriesToCopy[]> {
  const rows = await tx.series.findMany({
    where,
    select: {
      id: true,
      title: true,
      programId: true,
      clubId: true,
      editionId: true,
      groupId: true,
      program: { select: { endsOn: true } },
      activities: { select: { id: true, schedule: true }, orderBy: { position: 'asc' } },
    },
    orderBy: { id: 'asc' },
    take: 200,
  })
  return rows.map(({ program, title, activities, ...series }) => ({
    ...series,
    title: title as StoredText,
    programEnd: program.endsOn?.toISOString().slice(0, 10) ?? null,
    activities: activities.map(({ id, schedule }) => ({ id, schedule: readSchedule(id, schedule) })),
  }))
}

/** The same activity in another series, as a draft. */
export async function copyActivityInto(
  tx: Tx,
  id: string,
  { seriesId, schedule, now }: { readonly seriesId: string; readonly schedule: Schedule; readonly now: Date },
): Promise<string> {
  const copy = {
    id: randomUUID(),
    seriesId,
    position: await nextPosition(tx, seriesId),
    version: 1,
    status: 'DRAFT',
    schedule,
    createdAt: now,
  }
  await tx.$executeRaw`
    INSERT INTO "Activity" SELECT (jsonb_populate_record(a, ${JSON.stringify(copy)}::jsonb)).* FROM "Activity" a WHERE a.id = ${id}::uuid`
  return copy.id
}

/** Addresses of series, past ones too, that begin like one. */
export async function findSlugsLike(tx: Pick<Tx, 'series' | 'slugAlias'>, slug: string): Promise<ReadonlySet<string>> {
  const startsWith = { startsWith: slug }
  const series = await tx.series.findMany({ where: { slug: startsWith }, select: { slug: true } })
  const former = await tx.slugAlias.findMany({ where: { kind: 'SERIES', slug: startsWith }, select: { slug: true } })
  return new Set([...series, ...former].map((one) => one.slug))
}

/** Takes a draft series away for good, with everything in it. */
export async function deleteSeriesRows(tx: Tx, seriesId: string): Promise<void> {
  await tx.session.deleteMany({ where: { activity: { seriesId } } })
  await tx.activity.deleteMany({ where: { seriesId } })
  await tx.series.delete({ where: { id: seriesId }, select: { id: true } })
}

export async function insertBatch(
  tx: Tx,
  batch: { readonly kind: string; readonly at: Date; readonly accountId: string | null } & (
    { readonly name: string } | { readonly ofBatch: string }
  ),
): Promise<string> {
  const { kind, at, accountId } = batch
  const name =
    'name' in batch
      ? batch.name
      : (await tx.editBatch.findUniqueOrThrow({ where: { id: batch.ofBatch }, select: { name: true } })).name
  return (await tx.editBatch.create({ data: { kind, at, accountId, name }, select: { id: true } })).id
}

/** A series whose only sessions were taken back is in no list any more; one that gets them again is. */
export async function archiveEmptySeries(tx: Tx, seriesId: string, now: Date, mode: 'archive' | 'unarchive'): Promise<void> {
  if (mode === 'archive')
    await tx.$executeRaw`
      UPDATE "Series" SET "archivedAt" = ${now} WHERE id = ${seriesId}::uuid AND "archivedAt" IS NULL AND NOT EXISTS (
        SELECT FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE a."seriesId" = ${seriesId}::uuid AND s."removedAt" IS NULL)`
  else
    await tx.$executeRaw`
      UPDATE "Series" SET "archivedAt" = NULL WHERE id = ${seriesId}::uuid AND "archivedAt" IS NOT NULL AND EXISTS (
        SELECT FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE a."seriesId" = ${seriesId}::uuid AND s."removedAt" IS NULL)`
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
