import { afterAll, expect, it, vi } from 'vitest'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { openDatabase, type Database } from '../../db/client.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { rush } from '../../db/testing/rush.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve } from '../../http/testing/serve.ts'

/** The same server with one thing missing: the lock of the list. */
vi.mock(import('./repository.ts'), async (original) => ({ ...(await original()), lockList: async () => undefined }))

const database = await freshDatabase()
const elsewhere = openDatabase(database.config)
afterAll(() => elsewhere.close())

it('T57: without the lock a rush over two servers gives out more seats than there are, so their test proves something', async () => {
  const { pool } = database
  const clock = () => new Date('2026-11-23T11:00:00Z')
  const config = readConfig({ TRUST_PROXY: '1' })
  const { logger } = createLogger('error', { write: () => undefined })
  const serverOn = async (own: Database) => {
    const feeds = createFeeds({ config, database: own, clock }, 'test.podworko')
    return serve(createApp({ config, logger, clock, database: own, clientFiles: new Map(), feeds }))
  }
  const servers = [await serverOn(database), await serverOn(elsewhere)] as const
  let turn = 0
  const ask: (typeof servers)[0] = (...asked) => servers[turn++ % 2 === 0 ? 0 : 1](...asked)
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
  const town = await seedTown(pool)
  await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 30 WHERE id = $1`, [town.yoga])
  // Whether two meet is chance: on a busy machine the first rush may go well.
  const given: number[] = []
  for (let round = 1; round <= 8 && Math.max(0, ...given) <= 30; round += 1) {
    const start = `2026-12-0${round}T17:00:00`
    const id = await town.addSession({ activity: town.yoga, start, venue: null })
    await rush(ask, id, start, 120)
    const { rows } = await pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "SignUp" WHERE "sessionId" = $1 AND status = 'CONFIRMED'`,
      [id],
    )
    given.push(rows[0]!.n)
  }
  expect(Math.max(...given)).toBeGreaterThan(30)
}, 120_000)
