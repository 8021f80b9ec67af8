import { setTimeout as sleep } from 'node:timers/promises'
import type { Prisma } from './generated/client.ts'
import type { Database } from './client.ts'
import { gate, type Gate } from './gate.ts'
import { onceOnly, type Once } from './once.ts'

export type Tx = Prisma.TransactionClient

/** Numbers of the rows of `Change` that a transaction left, both inside. */
export type ChangeRange = { readonly first: bigint; readonly last: bigint }

/** Hears of changes that this process committed, before the one who made them is answered. */
export type ChangeListener = (range: ChangeRange) => Promise<void>

/**
 * On whose behalf a transaction writes, and what it does, in a word (`cancel`, `import`): for the audit log. With `once` the same save sent
 * again gets the same answer; such a request writes once, in one transaction, whose result is plain JSON.
 */
export type By = { readonly accountId: string; readonly act: string; readonly once?: Once | undefined }

/**
 * The way to write: one transaction, whose deferred constraints and faces (migration `session_faces`) are settled inside it,
 * so that a broken one is thrown here and can be named; then this process's caches hear of it; then the caller is answered.
 * Deadlocks (40P01) and serialization failures (40001) are tried three more times, with `work` run anew.
 *
 * @param work - gets the transaction; it may run several times, so it does nothing outside the database
 * @param by - none: the server itself
 */
export type Write = <T>(work: (tx: Tx) => Promise<T>, by?: By) => Promise<T>

/**
 * Writers wait for each other's locks anyway; more of them at once would only take the connections that readers need, and a hundred
 * people saving at the same moment would get "the database is away" instead of an answer.
 */
const writersAtOnce = 5
const gates = new WeakMap<object, Gate>()

/** One for all writers of a database, however many are made. */
function gateTo(prisma: object): Gate {
  const found = gates.get(prisma) ?? gate(writersAtOnce)
  gates.set(prisma, found)
  return found
}

export function writer({ prisma }: Pick<Database, 'prisma'>, listeners: readonly ChangeListener[] = []): Write {
  return async (work, by) => {
    const { result, range } = await retried(() =>
      gateTo(prisma)('write', () =>
        prisma.$transaction(
          async (tx) => {
            if (by) await noteWriter(tx, by)
            const written = by?.once ? await onceOnly(tx, by, by.once, work) : await work(tx)
            await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
            return { result: written, range: await changesOf(tx) }
          },
          { timeout: 60_000, maxWait: 10_000 },
        ),
      ),
    )
    if (range) await Promise.all(listeners.map((hear) => hear(range)))
    return result
  }
}

/** What the triggers of the audit log read. It ends with the transaction. */
export async function noteWriter(tx: Tx, { accountId, act }: By): Promise<void> {
  await tx.$executeRaw`SELECT set_config('podworko.account', ${accountId}, true), set_config('podworko.act', ${act}, true)`
}

async function changesOf(tx: Tx): Promise<ChangeRange | null> {
  const rows = await tx.$queryRaw<
    readonly { range: string | null }[]
  >`SELECT nullif(current_setting('podworko.changes', true), '') AS range`
  const [first, last] = rows[0]?.range?.split('-') ?? []
  return first === undefined || last === undefined ? null : { first: BigInt(first), last: BigInt(last) }
}

const retries = 3

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1)
    try {
      return await work()
    } catch (error) {
      if (attempt === retries || !['40P01', '40001'].includes(sqlState(error) ?? '')) throw error
      await sleep(20 * 2 ** attempt * (1 + Math.random()))
    }
}

/** PostgreSQL's five-character code of an error, however deep Prisma has wrapped it; undefined when it is no database error. */
export function sqlState(error: unknown): string | undefined {
  return databaseError(error)?.code
}

type DatabaseError = { readonly code: string; readonly constraint: string | undefined; readonly message: string }

/** What PostgreSQL said, taken out of the wrapping of Prisma and its adapter. */
export function databaseError(error: unknown): DatabaseError | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, originalCode, originalMessage, message, cause, meta } = error as Record<string, unknown>
  const state = [originalCode, code].find(
    (value): value is string => typeof value === 'string' && /^[0-9A-Z]{5}$/.test(value) && !/^P\d{4}$/.test(value),
  )
  if (state) {
    const said = String(originalMessage ?? message ?? '')
    return { code: state, constraint: constraintOf(error) ?? /constraint "([^"]+)"/.exec(said)?.[1], message: said }
  }
  const { driverAdapterError } = (meta ?? {}) as Record<string, unknown>
  return databaseError(cause) ?? databaseError(driverAdapterError)
}

/** The driver gives its name, the adapter `{ index: name }`. */
function constraintOf(error: object): string | undefined {
  const constraint: unknown = 'constraint' in error ? error.constraint : undefined
  const name: unknown =
    typeof constraint === 'object' && constraint !== null && 'index' in constraint ? constraint.index : constraint
  return typeof name === 'string' ? name : undefined
}
