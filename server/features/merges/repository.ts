import type { MergeClash } from '#shared/contract/merge.ts'
import type { Database } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import { lockAttendance } from '../attendance/repository.ts'
import { erasedName } from '../people/rules.ts'
import { lockList } from '../sign-ups/repository.ts'
import type { Identity, Marked, SafeRow } from './rules.ts'

/** Rows of `Person` that become one, and become two again. */

type Db = Tx | Database['prisma']

/** What a person's row says, as it is kept to be restored. */
export type PersonRow = Identity & {
  readonly id: string
  readonly guardianId: string | null
  readonly householdId: string | null
  readonly bornBy: string | null
}

/** In the order of the locks of sign-ups: lists first, a series' before its sessions', then who signs up. */
export async function lockBoth(tx: Tx, ids: readonly [string, string]): Promise<readonly PersonRow[]> {
  const lists = await tx.$queryRaw<readonly { kind: 'series' | 'session'; id: string }[]>`
    SELECT DISTINCT CASE WHEN "seriesId" IS NULL THEN 'session' ELSE 'series' END AS kind, coalesce("seriesId", "sessionId") AS id FROM "SignUp" one
    WHERE status <> 'WITHDRAWN' AND ("personId" = ANY (${[...ids]}::uuid[]) OR EXISTS (
      SELECT FROM "SignUpPerson" along WHERE along."signUpId" = one.id AND along."personId" = ANY (${[...ids]}::uuid[])))
    ORDER BY kind, id`
  for (const list of lists) await lockList(tx, list)
  const met = await tx.$queryRaw<readonly { sessionId: string }[]>`
    SELECT DISTINCT "sessionId" FROM "Attendance" WHERE "personId" = ANY (${[...ids]}::uuid[]) ORDER BY 1`
  for (const { sessionId } of met) await lockAttendance(tx, sessionId)
  return tx.$queryRaw<readonly PersonRow[]>`
    SELECT id, name, email, phone, "guardianId", "householdId", "bornBy"::text AS "bornBy" FROM "Person"
    WHERE id = ANY (${[...ids]}::uuid[]) AND "erasedAt" IS NULL ORDER BY id FOR UPDATE`
}

/** What shows that two are two, or must be settled first; null: nothing does. */
export async function findClash(db: Db, one: string, other: string): Promise<MergeClash | null> {
  const [found] = await db.$queryRaw<readonly { clash: MergeClash | null }[]>`
    SELECT CASE
      WHEN a."guardianId" = b.id OR b."guardianId" = a.id THEN 'family'
      WHEN (a."guardianId" IS NULL) <> (b."guardianId" IS NULL) THEN 'child'
      WHEN EXISTS (SELECT FROM "SignUpPerson" x JOIN "SignUpPerson" y USING ("signUpId") WHERE x."personId" = a.id AND y."personId" = b.id)
        THEN 'same-party'
      WHEN EXISTS (SELECT FROM "SignUp" taker JOIN "SignUp" has ON has.id = taker."standsInForId" WHERE taker.status = 'WAITLISTED'
        AND (taker."personId", has."personId") IN ((a.id, b.id), (b.id, a.id))) THEN 'stand-in' END AS clash
    FROM "Person" a, "Person" b WHERE a.id = ${one}::uuid AND b.id = ${other}::uuid`
  return found?.clash ?? null
}

/** Where a person stands, by what is kept of it. Not marks at meetings: there two rows may have to become one. */
const places = {
  signUps: { table: 'SignUp', key: 'id', column: 'personId' },
  parties: { table: 'SignUpPerson', key: 'signUpId', column: 'personId' },
  facts: { table: 'VolunteerFact', key: 'id', column: 'personId' },
  checks: { table: 'CallerCheck', key: 'id', column: 'personId' },
  feeds: { table: 'PersonalFeed', key: 'id', column: 'personId' },
  attendances: { table: 'Attendance', key: 'id', column: 'personId' },
  marks: { table: 'AttendanceMark', key: 'id', column: 'personId' },
  children: { table: 'Person', key: 'id', column: 'guardianId' },
} as const
const kinds = Object.keys(places) as readonly (keyof typeof places)[]

/** Ids of what went from one person to the other. */
export type Moved = Readonly<Record<keyof typeof places, readonly string[]>>

const name = (text: string): Prisma.Sql => Prisma.raw(`"${text}"`)

/** Gives all that is one person's to another one. @returns what that was */
export async function moveAll(tx: Tx, from: string, to: string): Promise<Moved> {
  const moved: Record<keyof typeof places, readonly string[]> = {
    signUps: [],
    parties: [],
    facts: [],
    checks: [],
    feeds: [],
    attendances: [],
    marks: [],
    children: [],
  }
  for (const kind of kinds) {
    const { table, key, column } = places[kind]
    const rows = await tx.$queryRaw<readonly { id: string }[]>`
      UPDATE ${name(table)} SET ${name(column)} = ${to}::uuid WHERE ${name(column)} = ${from}::uuid RETURNING ${name(key)} AS id`
    moved[kind] = rows.map(({ id }) => id)
  }
  return moved
}

/** Gives back what is still there. */
export async function moveBack(tx: Tx, moved: Moved, from: string, to: string): Promise<void> {
  for (const kind of kinds) {
    const { table, key, column } = places[kind]
    await tx.$executeRaw`
      UPDATE ${name(table)} SET ${name(column)} = ${to}::uuid WHERE ${name(column)} = ${from}::uuid AND ${name(key)} = ANY (${[...moved[kind]]}::uuid[])`
  }
}

/** Where both were marked at one meeting: each by itself. */
export type TwoMarks = { readonly gone: Marked; readonly stays: Marked }

export const findTwoMarks = (tx: Tx, gone: string, into: string): Promise<readonly TwoMarks[]> =>
  tx.$queryRaw<readonly TwoMarks[]>`
    SELECT to_jsonb(gone) AS gone, to_jsonb(stays) AS stays FROM "Attendance" gone JOIN "Attendance" stays USING ("sessionId", role)
    WHERE gone."signUpId" IS NOT DISTINCT FROM stays."signUpId" AND gone."personId" = ${gone}::uuid AND stays."personId" = ${into}::uuid`

/** Both marks are one from now on, which says what one of them said. */
export async function joinMarks(tx: Tx, { gone, stays }: TwoMarks, holds: Marked): Promise<void> {
  await tx.$executeRaw`DELETE FROM "Attendance" WHERE id = ${gone.id}::uuid`
  await tx.$executeRaw`UPDATE "Attendance" SET present = ${holds.present}, at = ${holds.at}::timestamptz, "markId" = ${holds.markId}::uuid,
    "walkInId" = ${stays.walkInId ?? gone.walkInId}::uuid WHERE id = ${stays.id}::uuid`
}

/** Two marks again; a tap that came since then holds for whoever stayed. */
export async function splitMarks(tx: Tx, { gone, stays }: TwoMarks, held: Marked): Promise<void> {
  await tx.$executeRaw`UPDATE "Attendance" SET "walkInId" = ${stays.walkInId}::uuid WHERE id = ${stays.id}::uuid`
  await tx.$executeRaw`UPDATE "Attendance" SET present = ${stays.present}, at = ${stays.at}::timestamptz, "markId" = ${stays.markId}::uuid
    WHERE id = ${stays.id}::uuid AND "markId" = ${held.markId}::uuid`
  await tx.$executeRaw`INSERT INTO "Attendance" SELECT * FROM jsonb_populate_record(NULL::"Attendance", ${JSON.stringify(gone)}::jsonb)
    ON CONFLICT DO NOTHING`
}

/** What was noted under a person's own id. */
export async function findOwnSafe(db: Db, personId: string): Promise<SafeRow | null> {
  const [row] = await db.$queryRaw<readonly { safe: SafeRow }[]>`
    SELECT to_jsonb(safe) AS safe FROM "SafeContact" safe WHERE "personId" = ${personId}::uuid`
  return row?.safe ?? null
}

/** What holds for some people, whoever it was noted under, the latest first; of two with one number it is one row. */
export async function findHolding(db: Db, ids: readonly string[]): Promise<readonly SafeRow[]> {
  const rows = await db.$queryRaw<readonly { safe: SafeRow }[]>`
    SELECT safe FROM (SELECT DISTINCT to_jsonb(safe) AS safe FROM "Person" person CROSS JOIN LATERAL safe_contact_of(person) safe
      WHERE person.id = ANY (${[...ids]}::uuid[]) AND safe."personId" IS NOT NULL) held ORDER BY (safe ->> 'notedAt')::timestamptz DESC`
  return rows.map(({ safe }) => safe)
}

export async function putSafe(tx: Tx, personId: string, row: SafeRow | null): Promise<void> {
  await tx.$executeRaw`DELETE FROM "SafeContact" WHERE "personId" = ${personId}::uuid`
  if (row)
    await tx.$executeRaw`INSERT INTO "SafeContact" SELECT * FROM jsonb_populate_record(NULL::"SafeContact", ${JSON.stringify(row)}::jsonb)`
}

/** Nobody by themselves any more. Their id stays: a device, a printed list or an old backup may still name it. */
export async function markGone(tx: Tx, gone: string, into: string, now: Date): Promise<void> {
  await tx.$executeRaw`UPDATE "Person" SET name = ${erasedName}, email = NULL, phone = NULL, "guardianId" = NULL, "householdId" = NULL,
    "bornBy" = NULL, "erasedAt" = ${now}, "mergedIntoId" = ${into}::uuid WHERE id = ${gone}::uuid`
}

export async function putPerson(
  tx: Tx,
  { id, name: called, email, phone, guardianId, householdId, bornBy }: PersonRow,
): Promise<void> {
  await tx.$executeRaw`UPDATE "Person" SET name = ${called}, email = ${email}, phone = ${phone},
    "guardianId" = (SELECT guardian.id FROM "Person" guardian WHERE guardian.id = living_person(${guardianId}::uuid)),
    "householdId" = (SELECT household.id FROM "Household" household WHERE household.id = ${householdId}::uuid), "bornBy" = ${bornBy}::date,
    "erasedAt" = NULL, "mergedIntoId" = NULL WHERE id = ${id}::uuid`
}

export type Before = {
  readonly gone: PersonRow
  readonly stays: PersonRow
  readonly twoMarks: readonly (TwoMarks & { readonly held: Marked })[]
}
export type Safe = { readonly gone: SafeRow | null; readonly stays: SafeRow | null; readonly since: SafeRow | null }

const mergeSelect = {
  id: true,
  goneId: true,
  intoId: true,
  at: true,
  goneName: true,
  goneEmail: true,
  gonePhone: true,
  name: true,
  email: true,
  phone: true,
  before: true,
  safe: true,
  moved: true,
  account: { select: { name: true } },
  into: {
    select: {
      name: true,
      email: true,
      phone: true,
      erasedAt: true,
      mergedIntoId: true,
      safeContact: { select: { notedAt: true } },
    },
  },
} as const satisfies Prisma.PersonMergeSelect

export type MergeRow = Prisma.PersonMergeGetPayload<{ select: typeof mergeSelect }>

/** The merges of a person, the latest first. */
export const findMerges = (db: Db, intoId: string): Promise<readonly MergeRow[]> =>
  db.personMerge.findMany({ where: { intoId }, orderBy: [{ at: 'desc' }, { id: 'asc' }], select: mergeSelect })

export async function insertMerge(tx: Tx, data: Prisma.PersonMergeUncheckedCreateInput): Promise<string> {
  return (await tx.personMerge.create({ data, select: { id: true } })).id
}

/** False when it was taken back by somebody else meanwhile. */
export const dropMerge = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.personMerge.deleteMany({ where: { id } })).count > 0

/** Notes in the log that two are one, or no longer; ids only, and for whoever may read the log of what they are signed up to. */
export async function noteMerge(
  tx: Tx,
  operation: 'INSERT' | 'DELETE',
  { id, personIds, accountId }: { readonly id: string; readonly personIds: readonly string[]; readonly accountId: string },
): Promise<void> {
  await tx.$executeRaw`
    WITH held AS (
      SELECT coalesce(one."seriesId", of."seriesId") AS series FROM "SignUp" one
        LEFT JOIN "Session" met ON met.id = one."sessionId" LEFT JOIN "Activity" of ON of.id = met."activityId"
      WHERE one."personId" = ANY (${[...personIds]}::uuid[])
        OR EXISTS (SELECT FROM "SignUpPerson" along WHERE along."signUpId" = one.id AND along."personId" = ANY (${[...personIds]}::uuid[])))
    INSERT INTO "AuditEntry" ("actId", "accountId", act, operation, kind, "objectId", "belongsTo")
    SELECT nextval('"AuditEntry_id_seq"'), ${accountId}::uuid, ${operation === 'INSERT' ? 'merge' : 'undo'}, ${operation}::"AuditOperation", 'PersonMerge',
      ${id}::uuid, ARRAY(SELECT unnest(${[id, ...personIds]}::uuid[]) UNION SELECT unnest(audit_line(series)) FROM held)`
}
