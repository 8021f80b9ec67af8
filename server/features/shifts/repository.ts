import type { LocalDay } from '#shared/time/when.ts'
import type { Database } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import type { Requirements, ShiftTime, Volunteer } from './rules.ts'

type Db = Tx | Database['prisma']

/** A shift at one session. */
export type ShiftAt = ShiftTime &
  Requirements & {
    readonly id: string
    readonly sessionId: string
    readonly seriesId: string
    readonly name: unknown
    readonly least: number
    readonly most: number
    readonly isPublic: boolean
    /** The session is cancelled, or the shift isn't held at it. */
    readonly off: boolean
    /** Of the session. */
    readonly wallStart: string
    readonly discreet: boolean
    /** Whose volunteers they are: who runs the program; null where nobody said. */
    readonly organisationId: string | null
  }

/** SQL for shifts of sessions: their own, and those of their series. Aliases: sh, s, a, ser, p. */
const shiftsAt = Prisma.sql`
  SELECT sh.id, s.id AS "sessionId", a."seriesId", sh.name, sh."fromMinutes", sh.minutes, sh.least, sh.most, sh."minAge", sh."needsClearance",
    sh."needsAgreement", sh."isPublic", s.status = 'CANCELLED' OR sh."removedAt" IS NOT NULL OR s.id = ANY (sh."notAt") AS off, s."wallStart",
    a."isDiscreet" AS discreet, p."operatorId" AS "organisationId"
  FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Series" ser ON ser.id = a."seriesId" JOIN "Program" p ON p.id = ser."programId"
  JOIN "Shift" sh ON sh."sessionId" = s.id OR sh."seriesId" = ser.id`

/** A shift at a session that takes volunteers; null where there is none. Whoever reads it to decide holds the session's lock. */
export async function readShift(db: Db, sessionId: string, shiftId: string): Promise<ShiftAt | null> {
  const [shift] = await db.$queryRaw<readonly ShiftAt[]>`
    ${shiftsAt} WHERE s.id = ${sessionId}::uuid AND sh.id = ${shiftId}::uuid AND s."removedAt" IS NULL AND a.status = 'PUBLISHED'`
  return shift ?? null
}

/** Keeps a shift as it is planned until this transaction ends: whoever takes it and whoever takes it away come one after the other. */
export async function holdShift(tx: Tx, shiftId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Shift" WHERE id = ${shiftId}::uuid FOR SHARE`
}

export type VolunteerRow = Volunteer & { readonly signUpId: string }

/** What an organisation knows of the volunteers of some sign-ups. */
export async function readVolunteers(
  db: Db,
  signUpIds: readonly string[],
  organisationId: string | null,
): Promise<readonly VolunteerRow[]> {
  if (signUpIds.length === 0) return []
  return db.$queryRaw<readonly VolunteerRow[]>`
    SELECT u.id AS "signUpId", p."bornBy"::text AS "bornBy", ${heldFacts(organisationId)} AS facts
    FROM "SignUp" u JOIN "Person" p ON p.id = u."personId" WHERE u.id = ANY (${[...signUpIds]}::uuid[])`
}

/** The same of somebody who is about to sign up. */
export async function readVolunteer(db: Db, personId: string, organisationId: string | null): Promise<Volunteer | null> {
  const [row] = await db.$queryRaw<readonly Volunteer[]>`
    SELECT p."bornBy"::text AS "bornBy", ${heldFacts(organisationId)} AS facts FROM "Person" p WHERE p.id = ${personId}::uuid`
  return row ?? null
}

const heldFacts = (organisationId: string | null): Prisma.Sql => Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('kind', f.kind, 'startsOn', f."startsOn"::text, 'endsOn', f."endsOn"::text))
  FROM "VolunteerFact" f WHERE f."personId" = p.id AND f."organisationId" = ${organisationId}::uuid), '[]')`

/** When a known person has promised to be somewhere: as a volunteer, or as somebody who comes. */
export type Promised = { readonly wallStart: string; readonly startsAt: Date; readonly endsAt: Date } & Partial<ShiftTime>

export const findPromises = (db: Db, personId: string, from: Date, to: Date): Promise<readonly Promised[]> =>
  db.$queryRaw<readonly Promised[]>`
    SELECT s."wallStart", s."startsAt", s."endsAt", sh."fromMinutes", sh.minutes
    FROM "SignUp" u JOIN "Session" s ON (s.id = u."sessionId" OR EXISTS (
      SELECT FROM "Activity" a WHERE a.id = s."activityId" AND a."seriesId" = u."seriesId" AND a.status = 'PUBLISHED'))
    LEFT JOIN "Shift" sh ON sh.id = u."shiftId"
    WHERE u."personId" = ${personId}::uuid AND u.status = 'CONFIRMED' AND s."removedAt" IS NULL AND s.status = 'PLANNED'
      AND s."startsAt" < ${to}::timestamptz + interval '2 days' AND s."endsAt" > ${from}::timestamptz - interval '2 days'
    ORDER BY s."startsAt" LIMIT 200`

/** Notes what a volunteer said of their age, unless it is known already. */
export async function setBornBy(tx: Tx, signUpId: string, bornBy: LocalDay): Promise<void> {
  await tx.$executeRaw`UPDATE "Person" SET "bornBy" = ${bornBy}::date FROM "SignUp" u
    WHERE u.id = ${signUpId}::uuid AND "Person".id = u."personId" AND "bornBy" IS NULL`
}

/** Sessions of the coming weeks that have shifts, that everybody may see and that take place, soonest first. */
export async function findSessionsWithShifts(db: Db, from: Date, to: Date): Promise<readonly string[]> {
  const rows = await db.$queryRaw<readonly { id: string }[]>`
    SELECT s.id FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
    WHERE s."endsAt" > ${from} AND s."startsAt" < ${to} AND s.status = 'PLANNED' AND s."removedAt" IS NULL AND a.status = 'PUBLISHED' AND NOT a."isDiscreet"
      AND EXISTS (SELECT FROM "Shift" sh WHERE sh."removedAt" IS NULL AND (sh."sessionId" = s.id OR sh."seriesId" = a."seriesId"))
    ORDER BY s."startsAt", s.id LIMIT 300`
  return rows.map(({ id }) => id)
}

/** Those of some sessions that are also of a kind, in their order. */
export async function findSessionsAmong(
  db: Db,
  ids: readonly string[],
  where: Prisma.SessionWhereInput,
): Promise<readonly string[]> {
  const rows = await db.session.findMany({ where: { AND: [{ id: { in: [...ids] } }, where] }, select: { id: true } })
  const found = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => found.has(id))
}

const whereSelect = {
  id: true,
  title: true,
  venue: { select: { name: true } },
  activity: {
    select: {
      title: true,
      series: { select: { isSample: true, program: { select: { municipality: { select: { name: true } } } } } },
    },
  },
} as const satisfies Prisma.SessionSelect

export type WhereRow = Prisma.SessionGetPayload<{ select: typeof whereSelect }>

export const findWhere = (db: Db, ids: readonly string[]): Promise<readonly WhereRow[]> =>
  db.session.findMany({ where: { id: { in: [...ids] } }, select: whereSelect })

/** The organisations whose shifts somebody has or had. */
export async function findHelped(db: Db, personId: string): Promise<ReadonlySet<string | null>> {
  const rows = await db.$queryRaw<readonly { id: string | null }[]>`
    SELECT DISTINCT p."operatorId" AS id FROM "SignUp" u JOIN "Session" s ON s.id = u."sessionId" JOIN "Activity" a ON a.id = s."activityId"
    JOIN "Series" ser ON ser.id = a."seriesId" JOIN "Program" p ON p.id = ser."programId"
    WHERE u."personId" = ${personId}::uuid AND u."shiftId" IS NOT NULL AND u.status = 'CONFIRMED' AND u."duplicateOfId" IS NULL`
  return new Set(rows.map(({ id }) => id))
}

/** The shifts that somebody has or waits for already, as `session shift`. */
export async function findOwn(db: Db, personId: string): Promise<ReadonlySet<string>> {
  const rows = await db.signUp.findMany({
    where: { personId, shiftId: { not: null }, status: { not: 'WITHDRAWN' } },
    select: { sessionId: true, shiftId: true },
  })
  return new Set(rows.map(({ sessionId, shiftId }) => `${sessionId} ${shiftId}`))
}

export type ShiftTaken = ShiftAt & {
  readonly taken: number
  readonly waiting: number
  /** How many look for somebody to take theirs, whom nobody has offered to yet. */
  readonly standIns: number
}

/** The shifts of some sessions with how many have taken them, in order of time. */
export async function findShifts(db: Db, sessionIds: readonly string[]): Promise<readonly ShiftTaken[]> {
  if (sessionIds.length === 0) return []
  return db.$queryRaw<readonly ShiftTaken[]>`
    SELECT at.*, coalesce(people.taken, 0)::int AS taken, coalesce(people.waiting, 0)::int AS waiting, coalesce(people."standIns", 0)::int AS "standIns"
    FROM (${shiftsAt} WHERE s.id = ANY (${[...sessionIds]}::uuid[]) AND s."removedAt" IS NULL AND sh."removedAt" IS NULL AND s.id <> ALL (sh."notAt")) at
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE u.status = 'CONFIRMED') AS taken, count(*) FILTER (WHERE u.status = 'WAITLISTED') AS waiting,
        count(*) FILTER (WHERE u.status = 'CONFIRMED' AND u."standInSince" IS NOT NULL AND NOT EXISTS (
          SELECT FROM "SignUp" t WHERE t."standsInForId" = u.id AND t.status = 'WAITLISTED' AND t."duplicateOfId" IS NULL)) AS "standIns"
      FROM "SignUp" u WHERE u."sessionId" = at."sessionId" AND u."shiftId" = at.id AND u."duplicateOfId" IS NULL) people ON true
    ORDER BY at."wallStart", at."fromMinutes", at.id`
}

/**
 * Plans the shifts of one series for its copy: those of every session, and those of single sessions at the copies of these, which are so many
 * days later. A session without a copy on that day takes its own shifts along nowhere.
 */
export async function copyShifts(
  tx: Tx,
  { from, to, days }: { readonly from: string; readonly to: string; readonly days: number },
): Promise<void> {
  const said = Prisma.sql`sh.name, sh."fromMinutes", sh.minutes, sh.least, sh.most, sh."minAge", sh."needsClearance", sh."needsAgreement", sh."isPublic"`
  await tx.$executeRaw`
    INSERT INTO "Shift" ("seriesId", "sessionId", name, "fromMinutes", minutes, least, most, "minAge", "needsClearance", "needsAgreement", "isPublic")
    SELECT ${to}::uuid, NULL, ${said} FROM "Shift" sh WHERE sh."seriesId" = ${from}::uuid AND sh."removedAt" IS NULL
    UNION ALL
    SELECT NULL, copy.id, ${said} FROM "Shift" sh JOIN "Session" s ON s.id = sh."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Session" copy ON left(copy."recurrenceId", 10)::date = left(s."recurrenceId", 10)::date + ${days}::int
      JOIN "Activity" b ON b.id = copy."activityId" AND b."seriesId" = ${to}::uuid
    WHERE a."seriesId" = ${from}::uuid AND sh."removedAt" IS NULL AND s."removedAt" IS NULL AND copy."removedAt" IS NULL`
}
