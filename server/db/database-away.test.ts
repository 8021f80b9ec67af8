import { afterAll, expect, it } from 'vitest'
import { openDatabase } from './client.ts'
import { isDatabaseAway } from './database-away.ts'
import { freshDatabase } from './testing/fresh-database.ts'

const fresh = await freshDatabase()
const database = openDatabase(fresh.config)
afterAll(() => database.close())

it('the database is away for a transaction whose connection was lost between two statements', async () => {
  const error: unknown = await database.prisma
    .$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<readonly { pid: number }[]>`SELECT pg_backend_pid() AS pid`
      await fresh.pool.query('SELECT pg_terminate_backend($1)', [row?.pid])
      await new Promise((done) => setTimeout(done, 300)) // until the end of the connection has been read
      await tx.$queryRaw`SELECT 1`
    })
    .catch((thrown: unknown) => thrown)
  expect([String(error), isDatabaseAway(error)]).toEqual([expect.stringContaining('not queryable'), true])
})

it('the database is away when Prisma says that the server has closed the connection, which has no code', () => {
  expect(isDatabaseAway(new Error('Raw query failed. Code: `N/A`. Message: `Server has closed the connection.`'))).toBe(true)
})
