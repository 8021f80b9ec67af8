import type { PrismaClient } from '../db/generated/client.ts'
import type { Unwritten } from './composer.ts'

export type Taken = Unwritten & {
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly ofNotices: boolean
  /** This one included. */
  readonly attempts: number
}

type Taking = {
  readonly now: Date
  readonly leaseMs: number
  /** False: only what isn't written yet. */
  readonly written: boolean
}

/**
 * Takes the letter that has waited longest, for as long as sending it may last; null: none is due. It counts as unclear until its attempt is
 * known to have failed, so that a kill in the middle is remembered.
 */
export async function takeNext(prisma: PrismaClient, { now, leaseMs, written }: Taking): Promise<Taken | null> {
  await prisma.message.updateMany({
    where: { state: 'PENDING', expiresAt: { lte: now } },
    data: { state: 'STALE', text: '', html: '' },
  })
  const rows = await prisma.$queryRaw<readonly Taken[]>`
    WITH due AS (
      SELECT id, unclear FROM "Message" WHERE state = 'PENDING' AND "nextAttemptAt" <= ${now} AND (${written} OR "ofNotices")
      ORDER BY "nextAttemptAt", id LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE "Message" m SET attempts = attempts + 1, unclear = true, "nextAttemptAt" = ${new Date(now.getTime() + leaseMs)}
    FROM due WHERE m.id = due.id
    RETURNING m.id, m.kind, m."to", m.subject, m.text, m.html, m.language, m.discreet, m."ofNotices", m.attempts, due.unclear`
  return rows[0] ?? null
}

type Return = {
  readonly at: Date
  readonly unclear: boolean
  readonly attempts: number
  readonly lastError?: string
}

/** Lets a letter wait for another attempt, unless somebody else has taken it by now. */
export async function giveBack(
  prisma: PrismaClient,
  taken: Pick<Taken, 'id' | 'attempts'>,
  { at, ...rest }: Return,
): Promise<void> {
  const where = { id: taken.id, attempts: taken.attempts, state: 'PENDING' as const }
  await prisma.message.updateMany({ where, data: { ...rest, nextAttemptAt: at } })
}

/** There was nothing to say any more. */
export async function markStale(prisma: PrismaClient, id: string): Promise<void> {
  await prisma.message.updateMany({ where: { id, state: 'PENDING' }, data: { state: 'STALE', text: '', html: '' } })
}
