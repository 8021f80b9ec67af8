import { AppError } from '../errors.ts'
import { Prisma } from './generated/client.ts'
import type { By, Tx } from './write.ts'

/** What a client calls one save, so that sending it again does no harm: its `Idempotency-Key`, and a digest of what it asked. */
export type Once = { readonly key: string; readonly request: string }

/** A key stands for one request only. */
export class KeyReusedError extends AppError {
  readonly code = 'key-reused'
  readonly status = 422
  constructor() {
    super('this Idempotency-Key came with another request before: take a new key for each save')
  }
}

/**
 * Does the work of a save, or gives the answer that it was given before (mechanics 22). The key is written in the same transaction,
 * so it is there exactly when what was saved is; a second request at the same time waits for the first. Kept 24 hours.
 *
 * @param work - its result must be plain JSON, as it is stored
 * @throws {KeyReusedError} when the key came with something else
 */
export async function onceOnly<T>(
  tx: Tx,
  { accountId }: Pick<By, 'accountId'>,
  { key, request }: Once,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  await forgetOld(tx)
  if (!(await takeKey(tx, accountId, key, request))) {
    const where = { accountId_key: { accountId, key } }
    const kept = await tx.idempotencyKey.findUniqueOrThrow({ where, select: { request: true, answer: true } })
    if (kept.request !== request) throw new KeyReusedError()
    return kept.answer as T
  }
  const result = await work(tx)
  await tx.idempotencyKey.update({
    where: { accountId_key: { accountId, key } },
    data: { answer: (result as Prisma.InputJsonValue | null | undefined) ?? Prisma.DbNull },
    select: { key: true },
  })
  return result
}

/** False when somebody has it. An old one is taken over. */
async function takeKey(tx: Tx, accountId: string, key: string, request: string): Promise<boolean> {
  const taken = await tx.$executeRaw`
    INSERT INTO "IdempotencyKey" AS kept ("accountId", key, request) VALUES (${accountId}::uuid, ${key}, ${request})
    ON CONFLICT ("accountId", key) DO UPDATE SET request = excluded.request, answer = NULL, at = now()
    WHERE kept.at < now() - interval '24 hours'`
  return taken > 0
}

/** A few at a time, and none that another save is about to forget. */
async function forgetOld(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE ("accountId", key) IN (
      SELECT "accountId", key FROM "IdempotencyKey" WHERE at < now() - interval '24 hours' ORDER BY at LIMIT 100 FOR UPDATE SKIP LOCKED)`
}
