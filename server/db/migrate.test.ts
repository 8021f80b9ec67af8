import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, underStartLock } from './migrate.ts'
import { freshDatabase } from './testing/fresh-database.ts'

const database = await freshDatabase()
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'podworko-migrations-'))
  await database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}
const run = () => underStartLock(database.config, (client) => migrate(client, folder))

describe('migrate', () => {
  it('applies in the order of names, and each only once', async () => {
    put('2_later', 'ALTER TABLE bench ADD colour text')
    put('1_first', 'CREATE TABLE bench (id int)')
    expect(await run()).toEqual(['1_first', '2_later'])
    expect(await run()).toEqual([])
  })

  it('lets two processes begin at once on one empty database', async () => {
    put('1_first', 'CREATE TABLE bench (id int)')
    expect((await Promise.all([run(), run()])).flat()).toEqual(['1_first'])
  })

  it('leaves nothing of a migration that fails, and names it', async () => {
    put('1_first', 'CREATE TABLE bench (id int); SELECT 1 / 0')
    await expect(run()).rejects.toThrow('the migration 1_first failed: division by zero')
    const { rows } = await database.pool.query(
      `SELECT to_regclass('bench') AS bench, (SELECT count(*) FROM _prisma_migrations) AS n`,
    )
    expect(rows).toEqual([{ bench: null, n: '0' }])
  })

  it('refuses a migration that was edited after it was applied', async () => {
    put('1_first', 'CREATE TABLE bench (id int)')
    await run()
    put('1_first', 'CREATE TABLE bench (id bigint)')
    await expect(run()).rejects.toThrow('1_first was edited after it was applied')
  })

  it('refuses a database that a newer version has changed', async () => {
    put('1_first', 'CREATE TABLE bench (id int)')
    put('2_newer', 'SELECT 1')
    await run()
    rmSync(join(folder, '2_newer'), { recursive: true })
    await expect(run()).rejects.toThrow("the migration 2_newer, which this version doesn't know")
  })
})
