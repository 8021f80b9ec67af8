import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/write.ts'
import { columnsForThem } from './columns.ts'
import { handOnSafeContacts } from '../people/repository.ts'
import { erasedName } from '../people/rules.ts'
import { lastEnd } from './retention-repository.ts'

type Db = Tx | Database['prisma']

export type Affected = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly isChild: boolean
  /** Why and until when the name has to stay; null: it can go. */
  readonly keptUntil: string | null
  readonly keptFor: string | null
}

/**
 * Somebody who isn't erased yet, with all who go with them: their children, and those whom nobody but they wrote down, without a contact of
 * their own. The person first.
 */
export const findWithOthers = (db: Db, personId: string, today: string): Promise<readonly Affected[]> =>
  db.$queryRaw<readonly Affected[]>`
    WITH hers AS (
      SELECT id FROM "Person" WHERE id = ${personId}::uuid OR "guardianId" = ${personId}::uuid
      UNION
      SELECT along."personId" FROM "SignUpPerson" along JOIN "SignUp" one ON one.id = along."signUpId" JOIN "Person" who ON who.id = along."personId"
        WHERE one."personId" = ${personId}::uuid AND who.email IS NULL AND who.phone IS NULL AND who."guardianId" IS NULL
          AND NOT EXISTS (SELECT FROM "SignUp" other WHERE other."personId" = who.id)
          AND NOT EXISTS (SELECT FROM "SignUpPerson" more JOIN "SignUp" other ON other.id = more."signUpId"
            WHERE more."personId" = who.id AND other."personId" <> ${personId}::uuid)
    )
    SELECT person.id, person.name, person.email, person."guardianId" IS NOT NULL AS "isChild", proof."until"::text AS "keptUntil", proof.name AS "keptFor"
    FROM hers JOIN "Person" person USING (id)
    LEFT JOIN LATERAL (
      SELECT project.name, project."keepUntil" AS "until"
      FROM (SELECT one."sessionId", one."seriesId" FROM "SignUpPerson" along JOIN "SignUp" one ON one.id = along."signUpId"
          WHERE along."personId" = person.id AND one.status = 'CONFIRMED'
        UNION ALL SELECT "sessionId", NULL FROM "Attendance" WHERE "personId" = person.id AND present) AS link
        JOIN "Session" met ON met.id = link."sessionId" OR met."activityId" IN (SELECT id FROM "Activity" WHERE "seriesId" = link."seriesId")
        JOIN "Activity" of ON of.id = met."activityId" JOIN "Series" series ON series.id = of."seriesId"
        JOIN "ProgramFunding" pays ON pays."programId" = series."programId"
          AND left(met."wallStart", 10)::date BETWEEN pays."startsOn" AND pays."endsOn"
        JOIN "ProjectPart" part ON part.id = pays."partId" JOIN "Project" project ON project.id = part."projectId"
      WHERE met.status = 'PLANNED' AND met."removedAt" IS NULL AND left(met."wallStart", 10) <= ${today}
        AND project."keepUntil" >= ${today}::date
      ORDER BY project."keepUntil" DESC LIMIT 1
    ) proof ON true
    WHERE person."erasedAt" IS NULL
    ORDER BY person.id <> ${personId}::uuid, person."createdAt", person.id`

/** Sign-ups of somebody that still hold or wait for a place at a meeting to come: each with its generation, for its link. */
export const findToCome = (
  db: Db,
  personIds: readonly string[],
  now: Date,
): Promise<readonly { id: string; generation: number }[]> =>
  db.$queryRaw`SELECT one.id, one.generation FROM "SignUp" one
    WHERE one."personId" = ANY (${[...personIds]}::uuid[]) AND one.status <> 'WITHDRAWN' AND ${lastEnd} > ${now} ORDER BY one.id`

/** People with all who were found to be them: an older backup knows those as people of their own. */
export async function withMerged(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db.$queryRaw<readonly { id: string }[]>`SELECT merged_ids(${[...ids]}::uuid[]) AS id`
  return rows.map(({ id }) => id)
}

/** The mailboxes that some people had before they were found to be one. */
export async function formerMailboxes(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db.$queryRaw<readonly { email: string }[]>`
    SELECT DISTINCT had.email FROM "PersonMerge" CROSS JOIN LATERAL unnest(ARRAY["goneEmail", "formerEmail"]) AS had (email)
    WHERE "intoId" IN (SELECT merged_ids(${[...ids]}::uuid[])) AND had.email IS NOT NULL`
  return rows.map(({ email }) => email)
}

/** Takes from people what tells who they are, and closes their links. What a project must prove keeps its name until then. */
export async function erase(tx: Tx, people: readonly Pick<Affected, 'id' | 'email' | 'keptUntil'>[], now: Date): Promise<void> {
  const ids = people.map(({ id }) => id)
  const emails = [...people.flatMap(({ email }) => email ?? []), ...(await formerMailboxes(tx, ids))]
  await tx.$executeRaw`DELETE FROM "Callback" WHERE phone IN (SELECT phone FROM "Person" WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT unnest(ARRAY["gonePhone", "formerPhone"]) FROM "PersonMerge" WHERE "intoId" IN (SELECT merged_ids(${ids}::uuid[])))`
  await tx.$executeRaw`DELETE FROM "PersonMerge" WHERE "intoId" IN (SELECT merged_ids(${ids}::uuid[]))`
  await tx.$executeRaw`DELETE FROM "CallerCheck" WHERE "personId" = ANY (${ids}::uuid[])`
  await handOnSafeContacts(tx, ids)
  for (const { id, keptUntil } of people)
    await tx.$executeRaw`UPDATE "Person" SET name = CASE WHEN ${keptUntil}::date IS NULL THEN ${erasedName} ELSE name END, email = NULL, phone = NULL,
      "householdId" = NULL, "guardianId" = NULL, "bornBy" = NULL, "erasedAt" = ${now}, "keptUntil" = ${keptUntil}::date WHERE id = ${id}::uuid AND "erasedAt" IS NULL`
  await tx.$executeRaw`UPDATE "SignUp" SET "contactKey" = NULL, needs = NULL, "needKinds" = '{}', fits = NULL, "fitsNotedAt" = NULL, "fitsNotedById" = NULL,
    generation = generation + 1
    WHERE "personId" = ANY (${ids}::uuid[])`
  await tx.$executeRaw`DELETE FROM "Absence" WHERE "signUpId" IN (SELECT id FROM "SignUp" WHERE "personId" = ANY (${ids}::uuid[]))`
  await tx.$executeRaw`DELETE FROM "PersonalFeed" WHERE "personId" = ANY (${ids}::uuid[])`
  await tx.$executeRaw`DELETE FROM "VolunteerFact" WHERE "personId" = ANY (${ids}::uuid[])`
  // Their own mailboxes are taken from them by now: one that somebody else reads too is left alone.
  await tx.$executeRaw`DELETE FROM "Message" WHERE "to" = ANY (${emails}::text[])
    AND NOT EXISTS (SELECT FROM "Person" WHERE email = "Message"."to")`
}

/**
 * The tables whose rows are about people who aren't staff, each with the rows that are about some of them: `$1` are their ids, `$2` their mailboxes.
 * A test sees to it that every such table stands here (T71).
 */
export const rowsAbout: Readonly<Record<string, string>> = {
  Person: 'id = ANY ($1)',
  PersonMerge: '"intoId" IN (SELECT merged_ids($1))',
  SafeContact: '"personId" = ANY ($1)',
  Household: 'id IN (SELECT "householdId" FROM "Person" WHERE id = ANY ($1))',
  SignUp: '"personId" = ANY ($1)',
  SignUpPerson: '"personId" = ANY ($1)',
  Attendance: '"personId" = ANY ($1)',
  AttendanceMark: '"personId" = ANY ($1)',
  Absence: '"signUpId" IN (SELECT id FROM "SignUp" WHERE "personId" = ANY ($1))',
  VolunteerFact: '"personId" = ANY ($1)',
  CallerCheck: '"personId" = ANY ($1)',
  Callback: `phone IN (SELECT phone FROM "Person" WHERE id = ANY ($1)
    UNION ALL SELECT unnest(ARRAY["gonePhone", "formerPhone"]) FROM "PersonMerge" WHERE "intoId" IN (SELECT merged_ids($1)))`,
  PersonalFeed: '"personId" = ANY ($1)',
  Message: '"to" = ANY ($2)',
  Notice: '"signUpId" IN (SELECT id FROM "SignUp" WHERE "personId" = ANY ($1))',
  Call: '"noticeIds" && ARRAY(SELECT one.id FROM "Notice" one JOIN "SignUp" ON "SignUp".id = one."signUpId" WHERE "personId" = ANY ($1))',
}

type Row = Readonly<Record<string, unknown>>

/** All that is kept about some people, by table, and the meetings that it is about, so that they can read it. */
export async function readAll(
  { pool }: Pick<Database, 'pool'>,
  ids: readonly string[],
  emails: readonly string[],
): Promise<Readonly<Record<string, readonly Row[]>>> {
  const all: Record<string, readonly Row[]> = {}
  for (const [table, condition] of Object.entries(rowsAbout)) {
    const names = columnsForThem(table).map((name) => `"${name}"`)
    const values = condition.includes('$2') ? [ids, emails] : [ids]
    // A statement must use all it is given: one about mailboxes alone names the ids too.
    const where = condition.includes('$1') ? condition : `${condition} AND $1::uuid[] IS NOT NULL`
    const { rows } = await pool.query<Row>(`SELECT ${names.join(', ')} FROM "${table}" WHERE ${where}`, values)
    all[table] = rows
  }
  const { rows: meetings } = await pool.query<Row>(
    `SELECT met.id AS "sessionId", of."seriesId", coalesce(met.title, of.title) AS title, met."wallStart" AS start, met.status
    FROM "Session" met JOIN "Activity" of ON of.id = met."activityId"
    WHERE EXISTS (SELECT FROM "SignUp" one LEFT JOIN "SignUpPerson" along ON along."signUpId" = one.id
      WHERE (one."personId" = ANY ($1) OR along."personId" = ANY ($1)) AND (one."sessionId" = met.id OR one."seriesId" = of."seriesId"))
      OR EXISTS (SELECT FROM "Attendance" was WHERE was."personId" = ANY ($1) AND was."sessionId" = met.id)
    ORDER BY met."startsAt"`,
    [ids],
  )
  return { ...all, meetings }
}

/** Whether a paper code is one of somebody's own. */
export const hasCode = async (db: Db, personId: string, code: string): Promise<boolean> =>
  (await db.signUp.count({ where: { personId, code } })) > 0
