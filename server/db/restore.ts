import { createReadStream, existsSync } from 'node:fs'
import { once } from 'node:events'
import { createGunzip } from 'node:zlib'
import { escapeIdentifier, type ClientBase, type ClientConfig } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { backupTitle, listOf, type BackupSummary } from './backup.ts'
import { migrate, underStartLock } from './migrate.ts'
import { StartError } from './start-error.ts'
import { tablesInOrder, type Table } from './tables.ts'

/** Filled at every start, so a database with only these counts as empty. */
const filledAtStart = ['Installation']

/**
 * Fills an empty database from a file of `backUp`: all of it or, when anything is wrong, nothing. The database is first brought to the
 * state that the file was made in, and afterwards to this version's. Needs no superuser.
 *
 * @throws {StartError} when the file or the database isn't fit for it
 */
export async function restore(config: ClientConfig, file: string, migrationsFolder: string): Promise<BackupSummary> {
  if (!existsSync(file)) throw new StartError(`there is no file ${file}`)
  return underStartLock(config, async (client) => {
    const lines = linesOf(file)
    const migrations = await readHead(lines, file)
    await migrate(client, migrationsFolder, migrations)
    await refuseFull(client)
    await client.query('BEGIN')
    try {
      const summary = await fill(client, lines, file)
      await client.query('COMMIT')
      await migrate(client, migrationsFolder)
      return summary
    } catch (error) {
      await client.query('ROLLBACK')
      if (error instanceof StartError) throw error
      throw new StartError(`the file ${file} doesn't fit, nothing was restored: ${error instanceof Error ? error.message : ''}`, {
        cause: error,
      })
    }
  })
}

/** The lines of the unpacked file, without their ends. Split at bytes: a text may hold every other kind of line end. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  const unpacked = createReadStream(file).pipe(createGunzip())
  try {
    for await (const chunk of unpacked) {
      const bytes = Buffer.concat([rest, chunk as Buffer])
      let from = 0
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
        yield bytes.subarray(from, end)
        from = end + 1
      }
      rest = bytes.subarray(from)
    }
  } catch (cause) {
    throw new StartError(`the file ${file} is damaged or no backup`, { cause })
  }
}

async function readHead(lines: AsyncGenerator<Buffer>, file: string): Promise<readonly string[]> {
  const title = await nextLine(lines)
  const migrations = /^-- migrations: (\[.*\])$/.exec((await nextLine(lines)) ?? '')?.[1]
  if (title !== backupTitle || migrations === undefined) throw new StartError(`the file ${file} is no backup of this program`)
  return JSON.parse(migrations) as readonly string[]
}

async function nextLine(lines: AsyncGenerator<Buffer>): Promise<string | undefined> {
  const { value, done } = await lines.next()
  return done ? undefined : value.toString('utf8')
}

async function refuseFull(client: ClientBase): Promise<void> {
  for (const { name } of await tablesInOrder(client)) {
    if (filledAtStart.includes(name)) await client.query(`DELETE FROM ${escapeIdentifier(name)}`)
    else if ((await client.query(`SELECT 1 FROM ${escapeIdentifier(name)} LIMIT 1`)).rowCount)
      throw new StartError(
        `the database already holds something (in ${name}): restore into an empty one, with another DATA_DIR or DATABASE_URL, and don't start the server on it before`,
      )
  }
}

async function fill(client: ClientBase, lines: AsyncGenerator<Buffer>, file: string): Promise<BackupSummary> {
  const tables = new Map((await tablesInOrder(client)).map((table) => [`COPY ${listOf(table)} FROM stdin;`, table]))
  const summary = { tables: 0, rows: 0 }
  for (let line = await nextLine(lines); line !== undefined; line = await nextLine(lines)) {
    const table = tables.get(line)
    if (table) {
      summary.rows += await fillTable(client, table, lines)
      summary.tables += 1
    } else if (/^SELECT setval\('"\w+"', \d+\);$/.test(line)) await client.query(line)
    else if (line === `-- end: ${summary.tables} tables, ${summary.rows} rows`) return summary
    else throw new StartError(`the file ${file} holds something that this version doesn't know: ${line.slice(0, 80)}`)
  }
  throw new StartError(`the file ${file} is not complete: nothing was restored`)
}

/** Triggers rest meanwhile: what they would write is in the backup too. */
async function fillTable(client: ClientBase, table: Table, lines: AsyncGenerator<Buffer>): Promise<number> {
  const name = escapeIdentifier(table.name)
  await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`)
  const copy = client.query(copyFrom(`COPY ${listOf(table)} FROM STDIN`))
  const finished = once(copy, 'finish')
  for (let next = await lines.next(); !next.done && !isEnd(next.value); next = await lines.next())
    if (!copy.write(Buffer.concat([next.value, newLine]))) await Promise.race([once(copy, 'drain'), finished])
  copy.end()
  await finished
  await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`)
  return copy.rowCount
}

const newLine = Buffer.from('\n')
const end = Buffer.from('\\.')
const isEnd = (line: Buffer): boolean => line.equals(end)
