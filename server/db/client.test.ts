import { afterAll, expect, it } from 'vitest'
import { openDatabase } from './client.ts'
import { freshDatabase } from './testing/fresh-database.ts'

const fresh = await freshDatabase()
const { rows } = await fresh.pool.query<{ name: string }>('SELECT current_database() AS name')
await fresh.pool.query(`ALTER DATABASE ${rows[0]!.name} SET timezone TO 'Europe/Warsaw'`)
const database = openDatabase(fresh.config)
afterAll(() => database.close())

it('writes the moment that it was given, also where the database counts in the time of Warsaw', async () => {
  const at = new Date('2026-07-01T10:00:00Z')
  await database.prisma.editBatch.create({ data: { kind: 'import', name: 'Lato', at }, select: { id: true } })
  const read = await database.pool.query<{ ms: string }>('SELECT extract(epoch FROM at) * 1000 AS ms FROM "EditBatch"')
  expect(Number(read.rows[0]!.ms)).toBe(at.getTime())
})
