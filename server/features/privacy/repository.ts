import { Prisma } from '../../db/generated/client.ts'
import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/write.ts'
import { columnsForThem } from './columns.ts'

type Db = Tx | Database['prisma']

/** Of a sign-up called `one`: when the last meeting that it is about ends. */
const lastEnd = Prisma.sql`coalesce(
  (SELECT "endsAt" FROM "Session" WHERE id = one."sessionId"),
  (SELECT max(met."endsAt") FROM "Session" met JOIN "Activity" of ON of.id = met."activityId"
    WHERE of."seriesId" = one."seriesId" AND met."removedAt" IS NULL))`

/** Of a sign-up called `one`: the last day on which a project that paid for its meetings must prove who took part; null: none must. */
const provenUntil = Prisma.sql`(CASE WHEN one.status = 'CONFIRMED' THEN (
  SELECT max(project."keepUntil") FROM "Session" met
    JOIN "Activity" of ON of.id = met."activityId" JOIN "Series" series ON series.id = of."seriesId"
    JOIN "ProgramFunding" pays ON pays."programId" = series."programId"
      AND left(met."wallStart", 10)::date BETWEEN pays."startsOn" AND pays."endsOn"
    JOIN "ProjectPart" part ON part.id = pays."partId" JOIN "Project" project ON project.id = part."projectId"
    WHERE (met.id = one."sessionId" OR of."seriesId" = one."seriesId") AND met.status = 'PLANNED' AND met."removedAt" IS NULL) END)`

/** Of a session called `met`: the last day on which a project that paid for it must prove who took part; null: none must. */
const keptForMeeting = Prisma.sql`(
  SELECT max(project."keepUntil") FROM "Activity" of JOIN "Series" series ON series.id = of."seriesId"
    JOIN "ProgramFunding" pays ON pays."programId" = series."programId"
      AND left(met."wallStart", 10)::date BETWEEN pays."startsOn" AND pays."endsOn"
    JOIN "ProjectPart" part ON part.id = pays."partId" JOIN "Project" project ON project.id = part."projectId"
    WHERE of.id = met."activityId" AND met.status = 'PLANNED' AND met."removedAt" IS NULL)`

/** Of a sign-up called `one`: whether it is about a person with this id, as who signed up or as who comes along. */
const isAbout = (id: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(one."personId" = ${id} OR EXISTS (SELECT FROM "SignUpPerson" along WHERE along."signUpId" = one.id AND along."personId" = ${id}))`

/** Of a sign-up called `one`: whether it is a membership. */
const isOfClub = Prisma.sql`EXISTS (SELECT FROM "Activity" of WHERE of."seriesId" = one."seriesId" AND of.enrolment = 'MEMBERSHIP')`

/** Needs of meetings that ended before a time. @returns how many sign-ups lost theirs */
export const clearNeeds = (tx: Tx, before: Date): Promise<number> =>
  tx.$executeRaw`UPDATE "SignUp" one SET needs = NULL, "needKinds" = '{}'
    WHERE (needs IS NOT NULL OR "needKinds" <> '{}') AND ${lastEnd} < ${before}`

/** Who waited for a meeting that ended before a time, and who had said not to come to it. @returns how many sign-ups went */
export async function dropWaiting(tx: Tx, before: Date): Promise<number> {
  await tx.$executeRaw`DELETE FROM "Absence" USING "Session" met WHERE met.id = "sessionId" AND met."endsAt" < ${before}`
  return tx.$executeRaw`DELETE FROM "SignUp" one WHERE status IN ('WAITLISTED', 'OFFERED') AND ${lastEnd} < ${before}`
}

/** Words of messages that were written before a time. @returns how many were emptied */
export const emptyMessages = (tx: Tx, before: Date): Promise<number> =>
  tx.$executeRaw`UPDATE "Message" SET subject = '', text = '', html = '', calendar = NULL
    WHERE "createdAt" < ${before} AND state <> 'PENDING' AND (text <> '' OR html <> '' OR subject <> '' OR calendar IS NOT NULL)`

/**
 * Contacts of people whose last link ended before a time: a meeting they are signed up to, a calendar that their phone still reads, a club that
 * they belong to and that met within the five months before, as clubs rest over the summer. A sign-up that a project has to prove is a link
 * until it need not any more.
 *
 * @returns how many people lost theirs
 */
export async function dropContacts(tx: Tx, before: Date, today: string): Promise<number> {
  const rows = await tx.$queryRaw<readonly { count: bigint }[]>`
    WITH unlinked AS (
      UPDATE "Person" person SET email = NULL, phone = NULL
      WHERE (email IS NOT NULL OR phone IS NOT NULL) AND "createdAt" < ${before}
        AND NOT EXISTS (SELECT FROM "SignUp" one WHERE ${isAbout(Prisma.sql`person.id`)}
          AND ((${lastEnd} >= ${before} AND (one."withdrawnAt" IS NULL OR one."withdrawnAt" >= ${before})) OR ${provenUntil} >= ${today}::date))
        AND NOT EXISTS (SELECT FROM "SignUp" one WHERE one.status <> 'WITHDRAWN' AND ${isAbout(Prisma.sql`person.id`)} AND ${isOfClub}
          AND ${lastEnd} >= ${before}::timestamptz - interval '150 days')
        AND NOT ${readsFeed(before)}
        AND NOT EXISTS (SELECT FROM "VolunteerFact" fact WHERE fact."personId" = person.id AND fact.kind = 'AGREEMENT'
          AND (fact."endsOn" IS NULL OR fact."endsOn" >= ${before}::date))
      RETURNING id
    ), unsealed AS (UPDATE "SignUp" SET "contactKey" = NULL WHERE "personId" IN (SELECT id FROM unlinked))
    SELECT count(*) AS count FROM unlinked`
  return Number(rows[0]?.count ?? 0)
}

/**
 * What was seen of volunteers' papers: once it ended before a time, and all of it when the last shift and the agreement did.
 *
 * @returns how many facts went
 */
export const dropFacts = (tx: Tx, before: Date): Promise<number> =>
  tx.$executeRaw`DELETE FROM "VolunteerFact" fact WHERE fact."createdAt" < ${before} AND (fact."endsOn" < ${before}::date OR (
    NOT EXISTS (SELECT FROM "VolunteerFact" held WHERE held."personId" = fact."personId" AND held.kind = 'AGREEMENT'
      AND (held."endsOn" IS NULL OR held."endsOn" >= ${before}::date))
    AND NOT EXISTS (SELECT FROM "SignUp" one WHERE one."personId" = fact."personId" AND ${lastEnd} >= ${before} AND one."withdrawnAt" IS NULL)))`

/** Calls that were made or came to nothing, and checks of callers, from before a time. @returns how many calls went */
export async function dropCalls(tx: Tx, before: Date): Promise<number> {
  await tx.$executeRaw`DELETE FROM "CallerCheck" WHERE at < ${before}`
  return tx.$executeRaw`DELETE FROM "Callback" WHERE coalesce("doneAt", "createdAt") < ${before}`
}

/** Of a person called `person`: whether some device has read a calendar of theirs since a time. What nobody reads any more holds nothing back. */
const readsFeed = (since: Date): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM "PersonalFeed" feed WHERE feed."personId" = person.id AND feed."revokedAt" IS NULL
    AND greatest(feed."lastUsedOn", feed."createdAt"::date) >= ${since}::date)`

/**
 * Names of people to whom nothing links any more, of those who were written down before a time. Who came to a meeting without a sign-up is
 * linked to it until that time, or for as long as a project must prove it; the mark stays, as a number. Their calendars answer nobody then. @returns how many went
 */
export const forgetUnlinked = (tx: Tx, before: Date, now: Date, today: string): Promise<number> =>
  tx.$executeRaw`UPDATE "Person" person SET name = ${erasedName}, email = NULL, phone = NULL, "guardianId" = NULL, "householdId" = NULL, "erasedAt" = ${now}
    WHERE "erasedAt" IS NULL AND "createdAt" < ${before}
      AND NOT EXISTS (SELECT FROM "SignUp" WHERE "personId" = person.id) AND NOT EXISTS (SELECT FROM "SignUpPerson" WHERE "personId" = person.id)
      AND NOT EXISTS (SELECT FROM "Person" WHERE "guardianId" = person.id) AND NOT ${readsFeed(before)}
      AND NOT EXISTS (SELECT FROM "Attendance" was JOIN "Session" met ON met.id = was."sessionId"
        WHERE was."personId" = person.id AND was.present AND (met."endsAt" >= ${before} OR ${keptForMeeting} >= ${today}::date))`

/** Names of people who asked to be erased and were kept for a project's sake until before today. @returns how many went */
export const finishErasures = (tx: Tx, today: string): Promise<number> =>
  tx.$executeRaw`UPDATE "Person" SET name = ${erasedName}, "keptUntil" = NULL WHERE "keptUntil" < ${today}::date`

/** What stands where a name was: nothing that could be one. */
export const erasedName = '–'

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

/** Takes from people what tells who they are, and closes their links. What a project must prove keeps its name until then. */
export async function erase(tx: Tx, people: readonly Pick<Affected, 'id' | 'email' | 'keptUntil'>[], now: Date): Promise<void> {
  const ids = people.map(({ id }) => id)
  const emails = people.flatMap(({ email }) => email ?? [])
  await tx.$executeRaw`DELETE FROM "Callback" WHERE phone IN (SELECT phone FROM "Person" WHERE id = ANY (${ids}::uuid[]))`
  await tx.$executeRaw`DELETE FROM "CallerCheck" WHERE "personId" = ANY (${ids}::uuid[])`
  for (const { id, keptUntil } of people)
    await tx.$executeRaw`UPDATE "Person" SET name = CASE WHEN ${keptUntil}::date IS NULL THEN ${erasedName} ELSE name END, email = NULL, phone = NULL,
      "householdId" = NULL, "guardianId" = NULL, "bornBy" = NULL, "erasedAt" = ${now}, "keptUntil" = ${keptUntil}::date WHERE id = ${id}::uuid AND "erasedAt" IS NULL`
  await tx.$executeRaw`UPDATE "SignUp" SET "contactKey" = NULL, needs = NULL, "needKinds" = '{}', generation = generation + 1
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
  Household: 'id IN (SELECT "householdId" FROM "Person" WHERE id = ANY ($1))',
  SignUp: '"personId" = ANY ($1)',
  SignUpPerson: '"personId" = ANY ($1)',
  Attendance: '"personId" = ANY ($1)',
  AttendanceMark: '"personId" = ANY ($1)',
  Absence: '"signUpId" IN (SELECT id FROM "SignUp" WHERE "personId" = ANY ($1))',
  VolunteerFact: '"personId" = ANY ($1)',
  CallerCheck: '"personId" = ANY ($1)',
  Callback: 'phone IN (SELECT phone FROM "Person" WHERE id = ANY ($1))',
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
