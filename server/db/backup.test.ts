import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Client, escapeIdentifier, type Pool } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { backUp } from './backup.ts'
import { prepareInstallation } from './installation.ts'
import { restore } from './restore.ts'
import { inOrder, tablesInOrder } from './tables.ts'
import { freshDatabase } from './testing/fresh-database.ts'
import { seedSession } from './testing/seed-session.ts'

const folder = mkdtempSync(join(tmpdir(), 'podworko-backup-'))
afterAll(() => rmSync(folder, { recursive: true }))
const migrations = 'prisma/migrations'

const original = await freshDatabase()
const awkward = 'a\\.b\t"\r\nc\u2028\\N \u0085 żółć'
const { session, venue } = await seedSession(original.pool)
await original.pool.query('UPDATE "Venue" SET address = $1 WHERE id = $2', [awkward, venue])
const client = new Client(original.config)
await client.connect()
const installation = await prepareInstallation(client, 1, 'https://kalendarz.example.pl')
await client.end()

async function emptyDatabase() {
  const database = await freshDatabase()
  await database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  return database
}

/** Every row of every table, as text. */
async function contents(pool: Pool): Promise<Readonly<Record<string, readonly string[]>>> {
  const connection = await pool.connect()
  try {
    const found: Record<string, readonly string[]> = {}
    for (const { name } of await tablesInOrder(connection)) {
      const { rows } = await connection.query<{ row: string }>(
        `SELECT t::text AS row FROM ${escapeIdentifier(name)} t ORDER BY 1`,
      )
      found[name] = rows.map(({ row }) => row)
    }
    return found
  } finally {
    connection.release()
  }
}

const file = join(folder, 'backup.sql.gz')
const written = await backUp(original.config, file)

/** The backup with its text changed. */
function changed(name: string, change: (text: string) => string): string {
  const path = join(folder, name)
  writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(file)).toString('utf8'))))
  return path
}

describe('a backup', () => {
  it('is for its owner only', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('comes back as it was: rows, secret, and sessions that go on counting', async () => {
    const copy = await emptyDatabase()
    expect(await restore(copy.config, file, migrations)).toEqual(written)
    expect(await contents(copy.pool)).toEqual(await contents(original.pool))
    expect((await copy.pool.query('SELECT address FROM "Venue" WHERE id = $1', [venue])).rows).toEqual([{ address: awkward }])
    expect((await copy.pool.query('SELECT secret FROM "Installation"')).rows).toEqual([{ secret: installation.secret }])

    const sequence = async () =>
      (await copy.pool.query('SELECT sequence FROM "SessionFace" WHERE "sessionId" = $1', [session])).rows[0].sequence
    const before = await sequence()
    await copy.pool.query(`UPDATE "Venue" SET address = 'ul. Zmyślona 4' WHERE id = $1`, [venue])
    expect(await sequence()).toBe(before + 1)
  })

  it('is brought up to a newer version while it is restored', async () => {
    const newer = join(folder, 'migrations')
    cpSync(migrations, newer, { recursive: true })
    mkdirSync(join(newer, '29991231235959_newer'))
    writeFileSync(
      join(newer, '29991231235959_newer', 'migration.sql'),
      'ALTER TABLE "Venue" ADD colour text; UPDATE "Venue" SET colour = \'red\'',
    )
    const copy = await emptyDatabase()
    await restore(copy.config, file, newer)
    expect((await copy.pool.query('SELECT DISTINCT colour FROM "Venue"')).rows).toEqual([{ colour: 'red' }])
    const again = join(folder, 'newer.sql.gz')
    await backUp(copy.config, again)
    await expect(restore((await emptyDatabase()).config, again, migrations)).rejects.toThrow(
      "29991231235959_newer, which this version doesn't know",
    )
  })

  it.each([
    [
      'cut short',
      () => changed('short', (text) => text.slice(0, text.lastIndexOf('-- end'))),
      'is not complete: nothing was restored',
    ],
    [
      'with a row missing',
      () => changed('row', (text) => text.replace(/(COPY "Venue" .*\n)[^\n]*\n/, '$1')),
      "doesn't fit, nothing was restored",
    ],
    ['that is none', () => changed('none', () => 'SELECT 1;\n'), 'is no backup of this program'],
    [
      'damaged on the disk',
      () => (writeFileSync(join(folder, 'noise'), 'noise'), join(folder, 'noise')),
      'is damaged or no backup',
    ],
    ['that is not there', () => join(folder, 'nowhere'), 'there is no file'],
  ])('%s is refused whole', async (_, make, reason) => {
    const copy = await emptyDatabase()
    await expect(restore(copy.config, make(), migrations)).rejects.toThrow(reason)
    expect(Object.values(await contents(copy.pool)).flat()).toEqual([])
  })

  it('is not mixed into a database that holds something', async () => {
    const full = await freshDatabase()
    await seedSession(full.pool)
    const before = await contents(full.pool)
    await expect(restore(full.config, file, migrations)).rejects.toThrow('the database already holds something')
    expect(await contents(full.pool)).toEqual(before)
  })
})

describe('inOrder', () => {
  const tables = ['Session', 'Room', 'Venue'].map((name) => ({ name, columns: ['id'] }))

  it('puts first what others refer to', () => {
    const references = [
      { from: 'Session', to: 'Room' },
      { from: 'Room', to: 'Venue' },
    ]
    expect(inOrder(tables, references).map(({ name }) => name)).toEqual(['Venue', 'Room', 'Session'])
  })

  it('names a circle', () => {
    const references = [
      { from: 'Room', to: 'Venue' },
      { from: 'Venue', to: 'Room' },
    ]
    expect(() => inOrder(tables, references)).toThrow('in a circle: Room, Venue')
  })
})
