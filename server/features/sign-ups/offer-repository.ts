import { systemClock, type Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import { confirm, fitsInto, onList, type List } from './repository.ts'
import type { Places } from './rules.ts'

/** The moment that offers are compared with: the database's own, so that servers whose clocks differ agree. Tests turn theirs. */
export const offerMoment = (clock: Clock): Prisma.Sql =>
  clock === systemClock ? Prisma.sql`clock_timestamp()` : Prisma.sql`${clock()}::timestamptz`

/** Gives free seats to parties: at once, or as an offer whose time begins when they are told (migration `offers`). */
export async function give(tx: Tx, ids: readonly string[], offerHours: number | null, now: Date): Promise<void> {
  if (offerHours === null) return confirm(tx, ids, now)
  if (ids.length === 0) return
  await tx.$executeRaw`UPDATE "SignUp" SET status = 'OFFERED', "offerHours" = ${offerHours}, "offeredUntil" = NULL WHERE id = ANY (${[...ids]}::uuid[])`
}

/** Second sign-ups of a person look as if they got seats like anybody, and hold none (T19). */
export async function giveDuplicates(
  tx: Tx,
  list: List,
  { free, offerHours, now }: { readonly free: Places; readonly offerHours: number | null; readonly now: Date },
): Promise<void> {
  const which = Prisma.sql`${onList(list)} AND u."duplicateOfId" IS NOT NULL AND u.status = 'WAITLISTED' AND ${fitsInto(free)}`
  if (offerHours === null) await tx.$executeRaw`UPDATE "SignUp" u SET status = 'CONFIRMED', "confirmedAt" = ${now} WHERE ${which}`
  else
    await tx.$executeRaw`UPDATE "SignUp" u SET status = 'OFFERED', "offerHours" = ${offerHours},
      "offeredUntil" = ${now}::timestamptz + ${offerHours} * interval '1 hour' WHERE ${which}`
}

/** Offers of a list that nobody took in time hold no seat any more. @returns how many there were */
export const lapse = (tx: Tx, list: List, at: Prisma.Sql, now: Date): Promise<number> =>
  tx.$executeRaw`UPDATE "SignUp" u SET status = 'WITHDRAWN', "withdrawnFrom" = 'OFFERED', "withdrawnAt" = ${now}
    WHERE ${onList(list)} AND u.status = 'OFFERED' AND u."offeredUntil" <= ${at}`

/** Lists with offers whose time is over. */
export const listsWithLapsed = ({ prisma }: Pick<Database, 'prisma'>, at: Prisma.Sql): Promise<readonly List[]> =>
  prisma.$queryRaw<readonly List[]>`
    SELECT DISTINCT CASE WHEN u."sessionId" IS NULL THEN 'series' ELSE 'session' END AS kind, coalesce(u."sessionId", u."seriesId") AS id
    FROM "SignUp" u WHERE u."shiftId" IS NULL AND u.status = 'OFFERED' AND u."offeredUntil" <= ${at} ORDER BY kind, id LIMIT 200`

/** Who takes a seat knows of it: nobody has to phone them any more. */
export async function markKnown(tx: Tx, signUpId: string, by: 'PERSON' | 'PHONE', now: Date): Promise<void> {
  await tx.notice.updateMany({ where: { signUpId, kind: 'SIGN_UP', knownAt: null }, data: { knownAt: now, knownBy: by } })
}
