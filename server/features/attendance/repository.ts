import type { AttendanceRole } from '#shared/contract/attendance.ts'
import type { Database } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'

type Db = Tx | Database['prisma']

export type StoredRole = 'PARTICIPANT' | 'VOLUNTEER'
export const storedRole = (role: AttendanceRole): StoredRole => (role === 'volunteer' ? 'VOLUNTEER' : 'PARTICIPANT')

/** Somebody whom a session is about, with what the latest mark says of them. */
export type AttendeeRow = {
  readonly personId: string
  readonly name: string
  readonly with: string | null
  readonly child: boolean
  /** Children whom their party brings along into care: said once of it, beside its first. */
  readonly care: number
  readonly role: StoredRole
  readonly kind: 'listed' | 'waiting' | 'member' | 'away' | 'volunteer' | 'walk-in' | 'gone'
  readonly walkInId: string | null
  /** Of a volunteer: their sign-up for a shift. */
  readonly signUpId: string | null
  readonly shift: { readonly name: unknown; readonly fromMinutes: number; readonly minutes: number } | null
  readonly present: boolean | null
  readonly at: Date | null
  readonly markId: string | null
}

/**
 * Everybody whom a session is about: on its list or its course's, members of its club, volunteers of its shifts, and who was marked
 * there. `away`: they said that they won't come this time. Each once as a participant and once for each shift; names, and no contacts (T08).
 */
export const findAttendees = (db: Db, sessionId: string): Promise<readonly AttendeeRow[]> => db.$queryRaw<readonly AttendeeRow[]>`
  WITH met AS (
    SELECT s.id, s."wallStart", a."seriesId", a.enrolment FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE s.id = ${sessionId}::uuid),
  linked AS (
    SELECT along."personId", CASE WHEN one."shiftId" IS NULL THEN 'PARTICIPANT' ELSE 'VOLUNTEER' END AS role,
      CASE WHEN one."shiftId" IS NOT NULL THEN 'volunteer' WHEN one.status <> 'CONFIRMED' THEN 'waiting'
        WHEN EXISTS (SELECT FROM "Absence" WHERE "signUpId" = one.id AND "sessionId" = met.id AND day = left(met."wallStart", 10)) THEN 'away'
        WHEN one."sessionId" IS NULL AND met.enrolment = 'MEMBERSHIP' THEN 'member' ELSE 'listed' END AS kind,
      CASE WHEN one.status = 'CONFIRMED' THEN 1 ELSE 3 END AS rank, one."personId" AS "signedUpBy",
      CASE WHEN one."shiftId" IS NOT NULL THEN one.id END AS "signUpId",
      CASE WHEN along.position = (SELECT min(first.position) FROM "SignUpPerson" first WHERE first."signUpId" = one.id) THEN one."careChildren" ELSE 0 END AS care
    FROM met JOIN "SignUp" one ON one."sessionId" = met.id OR one."seriesId" = met."seriesId"
      JOIN "SignUpPerson" along ON along."signUpId" = one.id
    WHERE one."duplicateOfId" IS NULL AND (one.status = 'CONFIRMED' OR (one.status <> 'WITHDRAWN' AND one."shiftId" IS NULL))
    UNION ALL
    SELECT was."personId", was.role::text, CASE WHEN was."walkInId" IS NULL THEN 'gone' ELSE 'walk-in' END, 4, was."personId", was."signUpId", 0
    FROM met JOIN "Attendance" was ON was."sessionId" = met.id),
  once AS (SELECT DISTINCT ON ("personId", role, "signUpId") * FROM linked ORDER BY "personId", role, "signUpId", rank)
  SELECT once."personId", person.name, CASE WHEN by.id <> person.id THEN by.name END AS with, person."guardianId" IS NOT NULL AS child, once.care,
    once.role, once.kind, was."walkInId", once."signUpId", was.present, was.at, was."markId",
    CASE WHEN shift.id IS NOT NULL THEN jsonb_build_object('name', shift.name, 'fromMinutes', shift."fromMinutes", 'minutes', shift.minutes) END AS shift
  FROM once JOIN "Person" person ON person.id = once."personId" JOIN "Person" by ON by.id = once."signedUpBy"
    LEFT JOIN "Attendance" was ON was."sessionId" = ${sessionId}::uuid AND was."personId" = once."personId" AND was.role::text = once.role
      AND was."signUpId" IS NOT DISTINCT FROM once."signUpId"
    LEFT JOIN "SignUp" had ON had.id = once."signUpId" LEFT JOIN "Shift" shift ON shift.id = had."shiftId"
  ORDER BY search_text(person.name), person.name, person.id, shift."fromMinutes", once."signUpId"`

export type CountRow = { readonly device: string; readonly count: number; readonly at: Date; readonly markId: string }

export const findCounts = (db: Db, sessionId: string): Promise<readonly CountRow[]> =>
  db.attendanceCount.findMany({
    where: { sessionId },
    orderBy: { device: 'asc' },
    select: { device: true, count: true, at: true, markId: true },
  })

/** Lets nobody else merge taps of a session until this transaction ends. Sign-ups don't wait for it. */
export async function lockAttendance(tx: Tx, sessionId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`attendance ${sessionId}`}, 0))`
}

/** Those of some taps that came before. */
export async function knownMarks(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.attendanceMark.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

export type NewMark = {
  readonly id: string
  readonly sessionId: string
  readonly personId: string | null
  readonly role: StoredRole
  readonly signUpId: string | null
  readonly present: boolean | null
  readonly count: number | null
  readonly at: Date
  readonly receivedAt: Date
  readonly device: string
  readonly accountId: string | null
  readonly doorLinkId: string | null
}

export async function insertMarks(tx: Tx, marks: readonly NewMark[]): Promise<void> {
  await tx.attendanceMark.createMany({ data: [...marks] })
}

/** Somebody who came without a sign-up; they have no contact. @returns whose row it is */
export async function insertWalkIn(tx: Tx, name: string, now: Date): Promise<string> {
  const { id } = await tx.person.create({ data: { name, createdAt: now }, select: { id: true } })
  return id
}

/** Where somebody who came without a sign-up was marked before. */
export const findWalkIn = (tx: Tx, walkInId: string): Promise<{ sessionId: string; personId: string } | null> =>
  tx.attendance.findUnique({ where: { walkInId }, select: { sessionId: true, personId: true } })

export type Standing = {
  readonly personId: string
  readonly role: StoredRole
  readonly signUpId: string | null
  readonly present: boolean
  readonly walkInId: string | null
  readonly at: Date
  readonly markId: string
}

/** Puts down what holds of some people now. */
export async function putAttendances(tx: Tx, sessionId: string, rows: readonly Standing[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(
    ({ personId, role, signUpId, present, walkInId, at, markId }) =>
      Prisma.sql`(${sessionId}::uuid, ${personId}::uuid, ${role}::"AttendanceRole", ${signUpId}::uuid, ${present}, ${walkInId}::uuid, ${at}, ${markId}::uuid)`,
  )
  await tx.$executeRaw`
    INSERT INTO "Attendance" ("sessionId", "personId", role, "signUpId", present, "walkInId", at, "markId") VALUES ${Prisma.join(values)}
    ON CONFLICT ("sessionId", "personId", role, "signUpId") DO UPDATE SET present = excluded.present, at = excluded.at, "markId" = excluded."markId"`
}

export async function putCount(tx: Tx, sessionId: string, { device, count, at, markId }: CountRow): Promise<void> {
  const said = { count, at, markId }
  await tx.attendanceCount.upsert({
    where: { sessionId_device: { sessionId, device } },
    create: { sessionId, device, ...said },
    update: said,
    select: { device: true },
  })
}

/** Every tap of a session, the latest first. */
export const findMarks = (db: Db, sessionId: string, take: number) =>
  db.attendanceMark.findMany({
    where: { sessionId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
    select: {
      id: true,
      at: true,
      receivedAt: true,
      present: true,
      count: true,
      device: true,
      person: { select: { name: true } },
      signUp: { select: { shift: { select: { name: true } } } },
      account: { select: { name: true } },
    },
  })
