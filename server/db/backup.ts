import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client, escapeIdentifier, type ClientBase, type ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { tablesInOrder, type Table } from './tables.ts'

export const backupTitle = '-- Podworko backup 1'

export type BackupSummary = { readonly tables: number; readonly rows: number }

/**
 * Writes everything that the database holds at one instant into one file, while it is in use: SQL with COPY blocks, gzipped,
 * readable only for its owner, as it holds the installation's secret. The file appears when it is complete; an older one of the
 * same name is replaced.
 */
export async function backUp(config: ClientConfig, file: string): Promise<BackupSummary> {
  const client = new Client(config)
  await client.connect()
  const unfinished = `${file}.part-${process.pid}`
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const summary = { tables: 0, rows: 0 }
    const handle = await open(unfinished, 'w', 0o600)
    await pipeline(
      Readable.from(parts(client, summary), { objectMode: false }),
      createGzip(),
      handle.createWriteStream({ flush: true }),
    )
    await client.query('COMMIT')
    await rename(unfinished, file)
    return summary
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function* parts(client: ClientBase, summary: { tables: number; rows: number }): AsyncGenerator<Buffer> {
  const { rows: migrations } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  )
  yield Buffer.from(`${backupTitle}\n-- migrations: ${JSON.stringify(migrations.map(({ name }) => name))}\n`)
  for (const table of await tablesInOrder(client)) {
    yield Buffer.from(`COPY ${listOf(table)} FROM stdin;\n`)
    const copy = client.query(copyTo(`COPY ${listOf(table)} TO STDOUT`))
    for await (const chunk of copy) yield chunk as Buffer
    yield Buffer.from('\\.\n')
    summary.tables += 1
    summary.rows += copy.rowCount
  }
  yield* sequences(client)
  yield Buffer.from(`-- end: ${summary.tables} tables, ${summary.rows} rows\n`)
}

/** `"Club" ("id", "name")` */
export const listOf = ({ name, columns }: Table): string =>
  `${escapeIdentifier(name)} (${columns.map((column) => escapeIdentifier(column)).join(', ')})`

async function* sequences(client: ClientBase): AsyncGenerator<Buffer> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  )
  for (const { name, value } of rows) yield Buffer.from(`SELECT setval('${escapeIdentifier(name)}', ${value});\n`)
}
