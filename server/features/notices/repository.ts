import type { Database } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import type { MessageKind } from './letters.ts'
import type { DueNotice } from './news.ts'

type Db = Tx | Database['prisma']

/** Mails that wait are one for each of these. */
export type Group = {
  readonly to: string
  readonly language: 'pl' | 'en' | 'uk'
  readonly kind: MessageKind
  readonly discreet: boolean
}

/** What is due, of it only what `among` says about the notice `n` and the person `p`: asked before what costs more. */
const due = (now: Date, among: Prisma.Sql) => Prisma.sql`
  SELECT n.id, n.kind::text AS kind, n.before, n."remindsOf", n."sessionId", n."createdAt", n."messageId",
    CASE WHEN s.id IS NOT NULL THEN notable_for(s, u."shiftId", u."slotFrom", u."slotMinutes") END AS now, s."startsAt", s."endsAt",
    coalesce(a."isDiscreet", EXISTS (SELECT FROM "Activity" b WHERE b."seriesId" = ser.id AND b."isDiscreet")) OR safe.mail IS NOT DISTINCT FROM 'NEUTRAL'
      AS discreet, safe.mail IS NOT DISTINCT FROM 'NEUTRAL' AS guarded,
    u.id AS "signUpId", u.status::text AS status, u.seats, u."careChildren" AS care, u."offerHours", u."offeredUntil",
    num_nonnulls(u."slotFrom", u."shiftId") > 0 AS "hasOwnTime",
    u."slotMoves" + coalesce((SELECT sh.version FROM "Shift" sh WHERE sh.id = u."shiftId"), 0) AS "ownMoves", u.status = 'WITHDRAWN' AND u."offeredUntil" IS NOT NULL AS lapsed, u.code, u.generation, u."seriesId",
    (SELECT sh.name FROM "Shift" sh WHERE sh.id = u."shiftId") AS "shiftName",
    CASE WHEN safe.mail IS DISTINCT FROM 'NONE' THEN p.email END AS email, p.language, g."quietFrom", g."quietTo"
  FROM "Notice" n JOIN "SignUp" u ON u.id = n."signUpId" JOIN "Person" p ON p.id = u."personId"
  LEFT JOIN LATERAL safe_contact_of(p) safe ON true LEFT JOIN "Session" s ON s.id = n."sessionId" LEFT JOIN "Activity" a ON a.id = s."activityId"
  JOIN "Series" ser ON ser.id = coalesce(u."seriesId", a."seriesId") JOIN "Program" g ON g.id = ser."programId"
  WHERE n."settledAt" IS NULL AND n."dueAt" <= ${now} AND ${among}`

/** Notices that are due and that no waiting mail is about, oldest first: at most so many at a time. */
export const findDue = (db: Db, now: Date, most: number): Promise<DueNotice[]> =>
  db.$queryRaw<DueNotice[]>`
    ${due(
      now,
      Prisma.sql`n.id = ANY (ARRAY(SELECT w.id FROM "Notice" w WHERE w."settledAt" IS NULL AND w."dueAt" <= ${now}
        AND NOT EXISTS (SELECT FROM "Message" m WHERE m.id = w."messageId" AND m.state = 'PENDING') ORDER BY w."createdAt", w.id LIMIT ${most}))`,
    )} ORDER BY n."createdAt", n.id`

/** Everything that is due for one mail, whether an earlier attempt was to tell it or not. */
export const findDueOf = (db: Db, { to, language, kind, discreet }: Group, now: Date): Promise<DueNotice[]> =>
  db.$queryRaw<DueNotice[]>`
    SELECT * FROM (${due(now, Prisma.sql`p.email = ${to}`)}) AS due WHERE email = ${to} AND language = ${language} AND kind = ${kindColumns[kind]} AND discreet = ${discreet}
    ORDER BY "createdAt", id`

const kindColumns = { 'sign-up': 'SIGN_UP', change: 'CHANGE', reminder: 'REMINDER' } as const

/**
 * Writes down whom to remind: of meetings that take place, at the hour that their program says, whoever had a seat before that hour. Once
 * for each start, by a unique index.
 */
export async function addReminders(db: Db, now: Date): Promise<void> {
  const horizon = new Date(now.getTime() + 16 * 86_400_000)
  await db.$executeRaw`
    INSERT INTO "Notice" (kind, "signUpId", "sessionId", "remindsOf", "createdAt", "dueAt")
    SELECT 'REMINDER', u.id, s.id, notable_for(s, u."shiftId", u."slotFrom", u."slotMinutes") ->> 'start', ${now}, ${now}
    FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" AND a.status = 'PUBLISHED'
    JOIN "Series" ser ON ser.id = a."seriesId" JOIN "Program" g ON g.id = ser."programId" AND g."remindDaysBefore" IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT (left(s."wallStart", 10)::date - g."remindDaysBefore" + g."remindAt"::time) AT TIME ZONE 'Europe/Warsaw' AS at) remind
    JOIN LATERAL (
      SELECT id, "personId", "createdAt", "confirmedAt", "shiftId", "slotFrom", "slotMinutes" FROM "SignUp" WHERE "sessionId" = s.id AND status = 'CONFIRMED' AND "duplicateOfId" IS NULL
      UNION ALL
      SELECT id, "personId", "createdAt", "confirmedAt", NULL, NULL, NULL FROM "SignUp" member WHERE "seriesId" = ser.id AND status = 'CONFIRMED' AND "duplicateOfId" IS NULL
        AND NOT EXISTS (SELECT FROM "Absence" WHERE "signUpId" = member.id AND "sessionId" = s.id AND day = left(s."wallStart", 10))
    ) u ON greatest(u."createdAt", u."confirmedAt") < remind.at
    JOIN "Person" p ON p.id = u."personId" AND p.email IS NOT NULL
    WHERE s."startsAt" > ${now} AND s."startsAt" < ${horizon} AND s.status = 'PLANNED' AND s."removedAt" IS NULL AND remind.at <= ${now}
    ON CONFLICT ("signUpId", "sessionId", "remindsOf") DO NOTHING`
}

export async function postpone(db: Db, id: string, dueAt: Date): Promise<void> {
  await db.notice.updateMany({ where: { id, settledAt: null }, data: { dueAt } })
}

/**
 * Lets a mail wait for a group, unless one does already, and says that these notices belong to it. One that waits for the morning waits no
 * longer; one that is being sent is left alone, and so is one that may have arrived.
 */
export async function addMessage(
  db: Db,
  { to, language, kind, discreet }: Group,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Message" (kind, "to", subject, text, html, language, discreet, "ofNotices", "createdAt", "nextAttemptAt")
    VALUES (${kind}, ${to}, '', '', '', ${language}, ${discreet}, true, ${now}, ${now}) ON CONFLICT DO NOTHING`
  await db.$executeRaw`
    UPDATE "Message" SET "nextAttemptAt" = ${now}
    WHERE state = 'PENDING' AND "ofNotices" AND "to" = ${to} AND language = ${language} AND kind = ${kind} AND discreet = ${discreet}
      AND NOT unclear AND "nextAttemptAt" > ${now}`
  await db.$executeRaw`
    UPDATE "Notice" n SET "messageId" = m.id FROM "Message" m
    WHERE m.state = 'PENDING' AND m."ofNotices" AND m."to" = ${to} AND m.language = ${language} AND m.kind = ${kind} AND m.discreet = ${discreet}
      AND n.id = ANY (${[...ids]}::uuid[]) AND n."settledAt" IS NULL`
}

export async function assign(db: Db, ids: readonly string[], messageId: string): Promise<void> {
  await db.notice.updateMany({ where: { id: { in: [...ids] }, settledAt: null }, data: { messageId } })
}

export type NoticeFate = 'SENT' | 'KEPT' | 'REFUSED' | 'NO_MAIL' | 'NOTHING'

export async function settle(db: Db, ids: readonly string[], fate: NoticeFate, now: Date): Promise<void> {
  if (ids.length === 0) return
  await db.notice.updateMany({ where: { id: { in: [...ids] }, settledAt: null }, data: { fate, settledAt: now } })
}

/** When the mails about sign-ups went to a mailbox that it got since a moment, earliest first. */
export async function findSignUpMails(db: Db, to: string, since: Date): Promise<readonly Date[]> {
  const rows = await db.message.findMany({
    where: { to, kind: 'sign-up', ofNotices: true, state: { in: ['SENT', 'KEPT'] }, createdAt: { gt: since } },
    orderBy: { createdAt: 'asc' },
    select: { createdAt: true },
  })
  return rows.map(({ createdAt }) => createdAt)
}

/** The meetings of a course that aren't over, soonest first. */
export async function findMeetings(db: Db, seriesId: string, now: Date): Promise<readonly string[]> {
  const rows = await db.session.findMany({
    where: { activity: { seriesId, status: 'PUBLISHED' }, removedAt: null, status: 'PLANNED', endsAt: { gt: now } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** The highest SEQUENCE of each session that went out to a mailbox. */
export async function findSequences(db: Db, to: string, sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await db.$queryRaw<readonly { id: string; sequence: number }[]>`
    SELECT sent.key AS id, max(sent.value::int)::int AS sequence
    FROM "Message" m CROSS JOIN LATERAL jsonb_each_text(m.sequences) AS sent
    WHERE m."to" = ${to} AND m.sequences IS NOT NULL AND sent.key = ANY (${[...sessionIds]}) GROUP BY sent.key`
  return new Map(rows.map(({ id, sequence }) => [id, sequence]))
}

/** Those of some sessions at which somebody of a mailbox has a seat. */
export async function findSeatsOf(db: Db, email: string, sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (sessionIds.length === 0) return new Set()
  const rows = await db.$queryRaw<readonly { id: string }[]>`
    SELECT DISTINCT s.id FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
    JOIN "SignUp" u ON (u."sessionId" = s.id OR u."seriesId" = a."seriesId") AND u.status = 'CONFIRMED' AND u."duplicateOfId" IS NULL
      AND NOT EXISTS (SELECT FROM "Absence" WHERE "signUpId" = u.id AND "sessionId" = s.id AND day = left(s."wallStart", 10))
    JOIN "Person" p ON p.id = u."personId" AND p.email = ${email}
    WHERE s.id = ANY (${[...sessionIds]}::uuid[])`
  return new Set(rows.map(({ id }) => id))
}
