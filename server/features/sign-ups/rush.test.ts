import { beforeAll, expect, it } from 'vitest'
import { api } from '#shared/contract/paths.ts'
import type { SignUpAnswer } from '#shared/contract/public.ts'
import { createApp, createFeeds, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { rush } from '../../db/testing/rush.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve } from '../../http/testing/serve.ts'
import { settleSessions } from './service.ts'

const database = await freshDatabase()
const { pool } = database
const clock = () => new Date('2026-11-23T11:00:00Z')
const config = readConfig({ TRUST_PROXY: '1' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const { logger } = createLogger('error', { write: () => undefined })
const ask = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds }))
const write = writerOf({ database, feeds })
let town: Town

beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
  town = await seedTown(pool)
})

async function session(capacity: number, start: string): Promise<string> {
  await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = $2 WHERE id = $1`, [town.yoga, capacity])
  return town.addSession({ activity: town.yoga, start, venue: null })
}

type Row = { readonly status: string; readonly position: string; readonly code: string }
const listOf = async (id: string): Promise<readonly Row[]> =>
  (
    await pool.query<Row>(
      'SELECT status, position, code FROM "SignUp" WHERE "sessionId" = $1 AND "duplicateOfId" IS NULL ORDER BY position',
      [id],
    )
  ).rows

it('T56: of 1,000 people at once for 30 seats 30 get one and 970 wait, in one order, and nobody gets an error', async () => {
  const start = '2026-12-01T17:00:00'
  const id = await session(30, start)
  const answers = await rush(ask, id, start, 1000)
  expect(answers.filter(({ status }) => status !== 201).map(({ body }) => body)).toEqual([])
  const list = await listOf(id)
  expect(list.map(({ status }) => status)).toEqual([
    ...Array<string>(30).fill('CONFIRMED'),
    ...Array<string>(970).fill('WAITLISTED'),
  ])
  expect(new Set(list.map(({ position }) => position)).size).toBe(1000)
  const told = answers.map(({ body }) => JSON.parse(body) as SignUpAnswer)
  const confirmed = list.filter(({ status }) => status === 'CONFIRMED').map(({ code }) => code)
  expect(
    told
      .filter(({ outcome }) => outcome === 'confirmed')
      .map(({ code }) => code)
      .toSorted(),
  ).toEqual(confirmed.toSorted())
  expect((await pool.query('SELECT "peopleCount" AS n FROM "Session" WHERE id = $1', [id])).rows).toEqual([{ n: 1000 }])
}, 120_000)

it('T59: withdrawals, new sign-ups and a lower limit at the same moment: never more seats than there are, each given once', async () => {
  const start = '2026-12-02T17:00:00'
  const id = await session(10, start)
  const first = (await rush(ask, id, start, 25)).map(({ body }) => JSON.parse(body) as SignUpAnswer)
  const leaving = first.filter(({ outcome }) => outcome === 'confirmed').slice(0, 6)
  const headers = { 'content-type': 'application/json' }
  const lower = () =>
    write(async (tx) => {
      // As planning does: the session's lock first, then the limit.
      await tx.$executeRaw`SELECT 1 FROM "Session" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
      await tx.$executeRaw`UPDATE "Activity" SET capacity = 8 WHERE id = ${town.yoga}::uuid`
      await settleSessions(tx, [id], clock())
    })
  const more = Array.from({ length: 10 }, (_, n) => rush(ask, id, start, 26 + n))
  const [, ...answers] = await Promise.all([
    lower(),
    ...leaving.flatMap(({ token }) =>
      [1, 2].map(() => ask(`${api.manage(token)}/withdraw`, { method: 'POST', headers, body: '{}' })),
    ),
    ...more,
  ])
  expect(answers.flat().filter(({ status }) => status >= 500)).toEqual([])
  const list = await listOf(id)
  // Ten where the limit came last, as nobody is bumped; eight where it came first.
  const confirmed = list.filter(({ status }) => status === 'CONFIRMED').length
  expect(confirmed).toBeGreaterThanOrEqual(8)
  expect(confirmed).toBeLessThanOrEqual(10)
  expect(list.filter(({ status }) => status === 'WITHDRAWN')).toHaveLength(6)
  const waitingBefore = list.findIndex(({ status }) => status === 'WAITLISTED')
  expect(list.slice(waitingBefore).some(({ status }) => status === 'CONFIRMED')).toBe(false)
}, 60_000)
