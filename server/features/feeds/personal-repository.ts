import type { Pool } from 'pg'
import type { Prisma, PrismaClient } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import type { Window } from './rules.ts'

type Db = Tx | PrismaClient

const ownerSelect = {
  id: true,
  name: true,
  email: true,
  phone: true,
  householdId: true,
} as const satisfies Prisma.PersonSelect

/** Whose calendar it is. */
export type Owner = Prisma.PersonGetPayload<{ select: typeof ownerSelect }>

export const findOwner = (db: Db, id: string): Promise<Owner | null> =>
  db.person.findFirst({ where: { id, erasedAt: null }, select: ownerSelect })

/** Whoever is kept under one contact or lives in one household with somebody, they themselves included. */
export const findAround = (db: Db, { id, householdId }: Owner, contact: Prisma.PersonWhereInput | null): Promise<Owner[]> =>
  db.person.findMany({
    where: { erasedAt: null, OR: [{ id }, ...(contact ? [contact] : []), ...(householdId === null ? [] : [{ householdId }])] },
    select: ownerSelect,
    take: 500,
  })

/** A calendar with its owner, found by the hash of its address; none of somebody erased (T20). */
export const findPersonalFeed = (prisma: PrismaClient, tokenHash: string) =>
  prisma.personalFeed.findUnique({
    where: { tokenHash, revokedAt: null, person: { is: { erasedAt: null } } },
    select: {
      id: true,
      signUpId: true,
      scope: true,
      proof: true,
      waiting: true,
      lastUsedOn: true,
      person: { select: ownerSelect },
    },
    relationLoadStrategy: 'join',
  })
export type PersonalFeedRow = NonNullable<Awaited<ReturnType<typeof findPersonalFeed>>>

export type Entry = {
  readonly sessionId: string
  readonly waiting: boolean
  /** Of an appointment and of a volunteer's shift, which are entries of their own. */
  readonly signUpId: string | null
  readonly slotFrom: number | null
  readonly slotMinutes: number | null
  readonly slotMoves: number
  /** What a volunteer does, by language. */
  readonly shiftName: unknown
}

type Asked = {
  readonly personIds: readonly string[]
  /** Only this sign-up. */
  readonly signUpId: string | null
  /** Without what was signed up on the web: anybody may have typed it there. */
  readonly byStaffOnly: boolean
  readonly waiting: boolean
  readonly discreet: boolean
  readonly window: Window
  readonly today: Date
}

/** The sessions that people have to do with, each once, and their own times at them. */
export async function findEntries(pool: Pool, asked: Asked): Promise<readonly Entry[]> {
  const { personIds, signUpId, byStaffOnly, waiting, discreet, window, today } = asked
  const { rows } = await pool.query<Entry>(
    `WITH own AS (
       SELECT u.id, u."sessionId", u."seriesId", u.status <> 'CONFIRMED' AS waiting, coalesce(u."slotFrom", sh."fromMinutes") AS "slotFrom",
         coalesce(u."slotMinutes", sh.minutes) AS "slotMinutes", u."slotMoves" + coalesce(sh.version, 0) AS "slotMoves", sh.name AS "shiftName"
       FROM "SignUp" u LEFT JOIN "Shift" sh ON sh.id = u."shiftId"
       WHERE u."personId" = ANY ($1::uuid[]) AND u.status <> 'WITHDRAWN' AND ($2::uuid IS NULL OR u.id = $2) AND NOT ($3 AND u.source = 'WEB')),
     linked AS (
       SELECT "sessionId" AS id, waiting, CASE WHEN "slotFrom" IS NOT NULL THEN own.id END AS "signUpId", "slotFrom", "slotMinutes", "slotMoves", "shiftName"
         FROM own WHERE "sessionId" IS NOT NULL
       UNION ALL
       SELECT met.id, own.waiting, NULL, NULL, NULL, 0, NULL FROM own JOIN "Activity" a ON a."seriesId" = own."seriesId" JOIN "Session" met ON met."activityId" = a.id
         WHERE a.enrolment IN ('WHOLE_COURSE', 'MEMBERSHIP') AND NOT EXISTS (SELECT FROM "Absence" away
           WHERE away."signUpId" = own.id AND away."sessionId" = met.id AND away.day = left(met."wallStart", 10)))
     SELECT s.id AS "sessionId", bool_and(linked.waiting) AS waiting, linked."signUpId", linked."slotFrom", linked."slotMinutes", linked."slotMoves", linked."shiftName"
     FROM linked JOIN "Session" s USING (id) JOIN "Activity" a ON a.id = s."activityId" JOIN "SessionFace" face ON face."sessionId" = s.id
     WHERE s."removedAt" IS NULL AND a.status = 'PUBLISHED' AND ($4 OR NOT a."isDiscreet")
       AND face."endsAt" > $5 AND face."startsAt" < $6 AND (face."showUntil" IS NULL OR face."showUntil" > $7)
     GROUP BY s.id, face."startsAt", linked."signUpId", linked."slotFrom", linked."slotMinutes", linked."slotMoves", linked."shiftName"
     HAVING $8 OR NOT bool_and(linked.waiting) ORDER BY face."startsAt", s.id, linked."slotFrom" LIMIT 1000`,
    [personIds, signUpId, byStaffOnly, discreet, new Date(window.fromMs), new Date(window.toMs), today, waiting],
  )
  return rows
}

export async function notePersonalUse(prisma: PrismaClient, id: string, today: Date): Promise<void> {
  await prisma.personalFeed.updateMany({ where: { id }, data: { lastUsedOn: today } })
}

const listed = {
  id: true,
  personId: true,
  signUpId: true,
  scope: true,
  proof: true,
  waiting: true,
  createdAt: true,
  lastUsedOn: true,
  madeById: true,
} as const satisfies Prisma.PersonalFeedSelect
export type ListedFeedRow = Prisma.PersonalFeedGetPayload<{ select: typeof listed }>

export const findFeedsOf = (db: Db, personIds: readonly string[]): Promise<ListedFeedRow[]> =>
  db.personalFeed.findMany({
    where: { personId: { in: [...personIds] }, revokedAt: null },
    select: listed,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

type NewFeed = Pick<ListedFeedRow, 'personId' | 'signUpId' | 'scope' | 'proof' | 'waiting' | 'createdAt' | 'madeById'> & {
  readonly tokenHash: string
}

/** Null when there are as many as there may be: the person's row is locked, so that two at once don't both find room. */
export async function addFeed(tx: Tx, feed: NewFeed, most: number): Promise<ListedFeedRow | null> {
  await tx.$executeRaw`SELECT 1 FROM "Person" WHERE id = ${feed.personId}::uuid FOR NO KEY UPDATE`
  if ((await tx.personalFeed.count({ where: { personId: feed.personId, revokedAt: null } })) >= most) return null
  return tx.personalFeed.create({ data: feed, select: listed })
}

export async function rotateFeed(tx: Tx, id: string, tokenHash: string): Promise<ListedFeedRow | null> {
  const { count } = await tx.personalFeed.updateMany({ where: { id, revokedAt: null }, data: { tokenHash, lastUsedOn: null } })
  return count === 0 ? null : tx.personalFeed.findUnique({ where: { id }, select: listed })
}

export async function revokeFeed(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.personalFeed.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } })
  return count > 0
}
