import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import { handOnSafeContacts } from '../people/repository.ts'
import { erasedName } from '../people/rules.ts'

/** Of a sign-up called `one`: when the last meeting that it is about ends. */
export const lastEnd = Prisma.sql`coalesce(
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
  tx.$executeRaw`UPDATE "SignUp" one SET needs = NULL, "needKinds" = '{}', fits = NULL, "fitsNotedAt" = NULL, "fitsNotedById" = NULL
    WHERE (needs IS NOT NULL OR "needKinds" <> '{}' OR fits IS NOT NULL) AND ${lastEnd} < ${before}`

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
  const unlinked = await tx.$queryRaw<readonly { id: string }[]>`
    SELECT id FROM "Person" person WHERE (email IS NOT NULL OR phone IS NOT NULL) AND "createdAt" < ${before}
      AND NOT EXISTS (SELECT FROM "SignUp" one WHERE ${isAbout(Prisma.sql`person.id`)}
        AND ((${lastEnd} >= ${before} AND (one."withdrawnAt" IS NULL OR one."withdrawnAt" >= ${before})) OR ${provenUntil} >= ${today}::date))
      AND NOT EXISTS (SELECT FROM "SignUp" one WHERE one.status <> 'WITHDRAWN' AND ${isAbout(Prisma.sql`person.id`)} AND ${isOfClub}
        AND ${lastEnd} >= ${before}::timestamptz - interval '150 days')
      AND NOT ${readsFeed(before)}
      AND NOT EXISTS (SELECT FROM "VolunteerFact" fact WHERE fact."personId" = person.id AND fact.kind = 'AGREEMENT'
        AND (fact."endsOn" IS NULL OR fact."endsOn" >= ${before}::date))
    ORDER BY id FOR UPDATE`
  const ids = unlinked.map(({ id }) => id)
  if (ids.length === 0) return 0
  await handOnSafeContacts(tx, ids)
  await tx.$executeRaw`UPDATE "SignUp" SET "contactKey" = NULL WHERE "personId" = ANY (${ids}::uuid[])`
  await tx.$executeRaw`DELETE FROM "PersonMerge" WHERE "intoId" IN (SELECT merged_ids(${ids}::uuid[]))`
  return tx.$executeRaw`UPDATE "Person" SET email = NULL, phone = NULL WHERE id = ANY (${ids}::uuid[])`
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

/**
 * What those were called who were found to be somebody else, once that is from before a time or nothing is known of who they were found to be:
 * it can't be taken back any more. That they are one stays. @returns how many went
 */
export const forgetMerges = (tx: Tx, before: Date): Promise<number> =>
  tx.$executeRaw`DELETE FROM "PersonMerge" WHERE at < ${before} OR "intoId" IN (
    SELECT merged_ids(ARRAY(SELECT id FROM "Person" WHERE "erasedAt" IS NOT NULL AND "mergedIntoId" IS NULL)))`

/** Names of people who asked to be erased and were kept for a project's sake until before today. @returns how many went */
export const finishErasures = (tx: Tx, today: string): Promise<number> =>
  tx.$executeRaw`UPDATE "Person" SET name = ${erasedName}, "keptUntil" = NULL WHERE "keptUntil" < ${today}::date`
