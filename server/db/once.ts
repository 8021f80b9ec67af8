import { AppError } from '../errors.ts'
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
export async function onceOnly<T>(tx: Tx, by: Pick<By, 'accountId'>, once: Once, work: (tx: Tx) => Promise<T>): Promise<T> {
  const [answer] = await eachOnce(tx, by, [once], async () => [await work(tx)])
  if (answer instanceof Error) throw answer
  return answer as T
}

/**
 * The same for several saves in one transaction. What is refused leaves no key, so that it may be sent again.
 *
 * @param onces - no key twice; null: a save without a key, which is always done
 * @param work - is told which of them are new, by their numbers, and gives what became of each of these
 */
export async function eachOnce<T>(
  tx: Tx,
  { accountId }: Pick<By, 'accountId'>,
  onces: readonly (Once | null)[],
  work: (fresh: readonly number[]) => Promise<readonly (T | Error)[]>,
): Promise<readonly (T | Error)[]> {
  const keyed = onces.filter((once) => once !== null)
  const taken = keyed.length > 0 ? await takeKeys(tx, accountId, keyed) : new Set<string>()
  const isFresh = (once: Once | null): boolean => once === null || taken.has(once.key)
  const fresh = onces.flatMap((once, index) => (isFresh(once) ? [index] : []))
  const results = fresh.length > 0 ? await work(fresh) : []
  const answers = new Map(fresh.map((index, place) => [index, results[place] as T | Error]))
  await keepAnswers(
    tx,
    accountId,
    fresh.flatMap((index) => {
      const [once, answer] = [onces[index], answers.get(index)]
      return once ? [{ key: once.key, answer }] : []
    }),
  )
  const kept = await findKept(
    tx,
    accountId,
    keyed.filter((once) => !isFresh(once)),
  )
  return onces.map((once, index) => {
    if (isFresh(once)) return answers.get(index) as T | Error
    const former = kept.get(once?.key ?? '')
    return former && former.request === once?.request ? (former.answer as T) : new KeyReusedError()
  })
}

/** The keys that nobody has, taken. An old one is taken over. In one order, so that two who take the same ones wait and don't block each other. */
async function takeKeys(tx: Tx, accountId: string, onces: readonly Once[]): Promise<ReadonlySet<string>> {
  await forgetOld(tx)
  const rows = onces.map(({ key, request }) => ({ key, request })).toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const taken = await tx.$queryRaw<readonly { key: string }[]>`
    INSERT INTO "IdempotencyKey" AS kept ("accountId", key, request)
    SELECT ${accountId}::uuid, key, request FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS one(key text, request text)
    ON CONFLICT ("accountId", key) DO UPDATE SET request = excluded.request, answer = NULL, at = now()
    WHERE kept.at < now() - interval '24 hours' RETURNING kept.key`
  return new Set(taken.map(({ key }) => key))
}

/** What was refused is forgotten: its key is free again. */
async function keepAnswers(
  tx: Tx,
  accountId: string,
  answers: readonly { readonly key: string; readonly answer: unknown }[],
): Promise<void> {
  if (answers.length === 0) return
  const rows = answers.map(({ key, answer }) => (answer instanceof Error ? { key, refused: true } : { key, answer }))
  await tx.$executeRaw`
    WITH given AS (SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS one(key text, refused boolean, answer json)),
      refused AS (
        DELETE FROM "IdempotencyKey" k USING given WHERE k."accountId" = ${accountId}::uuid AND k.key = given.key AND given.refused)
    UPDATE "IdempotencyKey" k SET answer = given.answer FROM given
    WHERE k."accountId" = ${accountId}::uuid AND k.key = given.key AND given.refused IS NULL`
}

type Kept = { readonly request: string; readonly answer: unknown }

async function findKept(tx: Tx, accountId: string, onces: readonly Once[]): Promise<ReadonlyMap<string, Kept>> {
  if (onces.length === 0) return new Map()
  const where = { accountId, key: { in: onces.map(({ key }) => key) } }
  const rows = await tx.idempotencyKey.findMany({ where, select: { key: true, request: true, answer: true } })
  return new Map(rows.map(({ key, ...kept }) => [key, kept]))
}

/** A few at a time, and none that another save is about to forget. */
async function forgetOld(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "IdempotencyKey" WHERE ("accountId", key) IN (
      SELECT "accountId", key FROM "IdempotencyKey" WHERE at < now() - interval '24 hours' ORDER BY at LIMIT 100 FOR UPDATE SKIP LOCKED)`
}
