import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { api } from '#shared/contract/paths.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import type { SeatsView, SignUpAnswer } from '#shared/contract/public.ts'
import { createApp, createFeeds, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { openDatabase } from '../../db/client.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { rush } from '../../db/testing/rush.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve } from '../../http/testing/serve.ts'
import { settleSessions } from './place-service.ts'

const database = await freshDatabase()
const { pool } = database
const clock = () => new Date('2026-11-23T11:00:00Z')
const config = readConfig({ TRUST_PROXY: '1' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const { logger } = createLogger('error', { write: () => undefined })
const ask = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds }))
const write = writerOf({ database, feeds })
let town: Town

/** Another server on the same database: nothing in memory is shared. */
const elsewhere = openDatabase(database.config)
afterAll(() => elsewhere.close())
const feedsElsewhere = createFeeds({ config, database: elsewhere, clock }, 'test.podworko')
const askElsewhere = await serve(
  createApp({ config, logger, clock, database: elsewhere, clientFiles: new Map(), feeds: feedsElsewhere }),
)

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

it('two servers on one database give out the same seats once, and one save that reaches both is one', async () => {
  const start = '2026-12-03T17:00:00'
  const id = await session(30, start)
  const answers = await Promise.all([rush(ask, id, start, 100), rush(askElsewhere, id, start, 100)])
  // The same hundred names and contacts at both: every second one of them is a sign-up that holds no seat.
  expect(answers.flat().filter(({ status }) => status !== 201)).toEqual([])
  const list = await listOf(id)
  expect(list.map(({ status }) => status)).toEqual([
    ...Array<string>(30).fill('CONFIRMED'),
    ...Array<string>(70).fill('WAITLISTED'),
  ])
  for (const one of [ask, askElsewhere])
    expect((JSON.parse((await one(api.seats(id))).body) as SeatsView).seats).toEqual({ capacity: 30, taken: 30 })

  const later = '2026-12-04T17:00:00'
  const other = await session(30, later)
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const person = { name: 'Ela Zmyślona', contact: 'ela@example.pl', attending: true, others: [], language: 'pl', waiting: true }
  const body = JSON.stringify({ ...person, seen: later, notice: noticeVersion })
  const same = await Promise.all(
    [ask, askElsewhere, ask, askElsewhere].map((one) => one(api.signUps(other), { method: 'POST', headers, body })),
  )
  expect(new Set(same.map((answer) => `${answer.status} ${answer.body}`)).size).toBe(1)
  expect(await listOf(other)).toHaveLength(1)
}, 60_000)
