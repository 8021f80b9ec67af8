import type { Database } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import { onList, type List } from './repository.ts'

type Db = Tx | Database['prisma']
type Stretch = { readonly from: Date; readonly to: Date }

/** Web sign-ups that hold or wait for a seat. */
const live = Prisma.sql`u.source = 'WEB' AND u."duplicateOfId" IS NULL AND u.status <> 'WITHDRAWN'`

/** Whether the contact of a sign-up called `u` was there before: somebody whom we know from other meetings. */
const knownBefore = (from: Date): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM "Person" p JOIN "Person" same ON same.email = p.email OR same.phone = p.phone JOIN "SignUp" other ON other."personId" = same.id
  WHERE p.id = u."personId" AND other."createdAt" < ${from}::timestamptz)`

export const findTimes = async (db: Db, list: List, since: Date): Promise<readonly number[]> =>
  (
    await db.$queryRaw<readonly { ms: number }[]>`
      SELECT epoch_ms(u."createdAt")::float8 AS ms FROM "SignUp" u
      WHERE ${onList(list)} AND ${live} AND u."createdAt" > ${since}::timestamptz ORDER BY u."createdAt"`
  ).map(({ ms }) => ms)

/** Names of a stretch, latest first, and whether each is of somebody known from before. */
export const findFlood = (db: Db, list: List, { from, to }: Stretch): Promise<readonly { name: string; known: boolean }[]> =>
  db.$queryRaw`SELECT who.name, ${knownBefore(from)} AS known FROM "SignUp" u JOIN "Person" who ON who.id = u."personId"
    WHERE ${onList(list)} AND ${live} AND u."createdAt" BETWEEN ${from}::timestamptz AND ${to}::timestamptz ORDER BY u.position DESC`

/** Takes out whoever came in a stretch and isn't known from before. Their mails that haven't gone out don't: made-up mailboxes would only come back. */
export async function withdrawFlood(tx: Tx, list: List, { from, to }: Stretch, waveId: string, now: Date): Promise<number> {
  const count = await tx.$executeRaw`
    UPDATE "SignUp" u SET status = 'WITHDRAWN', "withdrawnFrom" = u.status, "withdrawnAt" = ${now}, "offeredUntil" = NULL, "waveId" = ${waveId}::uuid
    WHERE ${onList(list)} AND ${live} AND u."createdAt" BETWEEN ${from}::timestamptz AND ${to}::timestamptz AND NOT ${knownBefore(from)}`
  await tx.$executeRaw`UPDATE "Notice" n SET fate = 'NOTHING', "settledAt" = ${now} FROM "SignUp" u
    WHERE u.id = n."signUpId" AND u."waveId" = ${waveId}::uuid AND n."settledAt" IS NULL`
  return count
}

/** Puts a wave back where it stood in the queue, but for whoever signed up again meanwhile; who gets seats is settled after that. */
export const returnFlood = (tx: Tx, list: List, waveId: string): Promise<number> =>
  tx.$executeRaw`UPDATE "SignUp" u SET status = 'WAITLISTED', "withdrawnFrom" = NULL, "withdrawnAt" = NULL, "confirmedAt" = NULL, "waveId" = NULL
    WHERE ${onList(list)} AND u."waveId" = ${waveId}::uuid AND u.status = 'WITHDRAWN' AND NOT EXISTS (
      SELECT FROM "SignUp" again WHERE again."contactKey" = u."contactKey" AND again.status <> 'WITHDRAWN' AND again."duplicateOfId" IS NULL
        AND again."sessionId" IS NOT DISTINCT FROM u."sessionId" AND again."seriesId" IS NOT DISTINCT FROM u."seriesId"
        AND again."shiftId" IS NOT DISTINCT FROM u."shiftId")`

export type WaveRow = { readonly waveId: string; readonly at: Date; readonly count: number }

export const findWaves = (db: Db, list: List, since: Date): Promise<readonly WaveRow[]> =>
  db.$queryRaw`SELECT u."waveId", max(u."withdrawnAt") AS at, count(*)::int AS count FROM "SignUp" u
    WHERE ${onList(list)} AND u."waveId" IS NOT NULL AND u."withdrawnAt" > ${since}::timestamptz GROUP BY u."waveId" ORDER BY at DESC`
