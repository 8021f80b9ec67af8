import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, type ClientBase, type ClientConfig } from 'pg'
import { StartError } from './start-error.ts'

/** The number that Prisma Migrate locks, so that the two never overlap. */
export const startLock = 72_707_369

/** Prisma's own table, exactly: `prisma migrate status` and `deploy` agree with what we write. */
const migrationsTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`

type Applied = { readonly migration_name: string; readonly checksum: string; readonly finished_at: Date | null }

/**
 * Applies the migrations that a database lacks, each in one transaction, in the order of their names.
 *
 * @param client - a direct connection (not one through a transaction pooler) that holds {@link startLock}
 * @param only - the names of those to apply; all when it is left out
 * @returns the names of those applied now
 * @throws {StartError} naming the migration, when one fails, failed earlier, was edited, or is unknown to this version
 */
export async function migrate(client: ClientBase, folder: string, only?: readonly string[]): Promise<readonly string[]> {
  await client.query(migrationsTable)
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const migrations = readMigrations(folder)
  const names = new Set(migrations.map(({ name }) => name))
  const newer = [...rows.map((row) => row.migration_name), ...(only ?? [])].find((name) => !names.has(name))
  if (newer) throw new StartError(`the database has the migration ${newer}, which this version doesn't know: update the program`)

  const applied = new Map(rows.map((row) => [row.migration_name, row]))
  const done: string[] = []
  for (const migration of migrations.filter(({ name }) => !only || only.includes(name) || applied.has(name))) {
    const earlier = applied.get(migration.name)
    if (earlier) refuseChanged(earlier, migration)
    else {
      await apply(client, migration)
      done.push(migration.name)
    }
  }
  return done
}

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .toSorted()
    .map((name) => {
      const bytes = readFileSync(join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}

function refuseChanged(earlier: Applied, { name, checksum }: Migration): void {
  if (!earlier.finished_at)
    throw new StartError(`the migration ${name} failed earlier: mend it as "prisma migrate resolve" describes, then start again`)
  if (earlier.checksum !== checksum)
    throw new StartError(`the migration ${name} was edited after it was applied: put its file back as it was and add a new one`)
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID()
  await client.query('BEGIN')
  try {
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [id, checksum, name])
    await client.query(sql)
    await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new StartError(`the migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** Runs `work` while holding {@link startLock}: one process at a time migrates, loads sample data or does what only one may do. */
export async function underStartLock<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config)
  client.on('error', () => {}) // the query that runs meanwhile rejects
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [startLock])
    return await work(client)
  } finally {
    await client.end() // the end of the connection frees the lock, also after an error
  }
}
