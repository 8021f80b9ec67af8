import { describe, expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { peopleView, rushView } from '#shared/contract/desk.ts'
import { toDoAnswer } from '#shared/contract/to-do.ts'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret } from '../../db/testing/seed-account.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve } from '../../http/testing/serve.ts'
import { floodIn } from './rush.ts'

const database = await freshDatabase()
const { pool } = database
let now = new Date('2026-11-23T11:00:00Z')
const clock = () => now
const config = readConfig({ TRUST_PROXY: '1' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const { logger } = createLogger('error', { write: () => true })
const ask = await serve(createApp({ config, logger, clock, database, feeds, secret: testSecret, clientFiles: new Map() }))
await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', $1)`, [testSecret])
const town = await seedTown(pool)
await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 20`)
const { headers: planner } = await seedAccount(pool, { grants: [{ role: 'ORGANISER', scope: { kind: 'everywhere' } }] })
const seen = '2026-12-01T17:00:00'
const yoga = await town.addSession({ activity: town.yoga, start: seen })
const earlier = await town.addSession({ activity: town.cinema, start: '2026-11-30T17:00:00' })

const post = (path: string, body: object, headers: Readonly<Record<string, string>>) =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
let nth = 0
async function signUp(sessionId: string, start: string, name: string, contact: string): Promise<number> {
  nth += 1
  const from = { 'x-forwarded-for': `203.0.${Math.floor(nth / 250)}.${nth % 250}` }
  const party = { name, contact, attending: true, others: [], language: 'pl', waiting: true, notice: noticeVersion }
  return (await post(api.signUps(sessionId), { ...party, seen: start }, from)).status
}
const rush = async () => rushView.parse(JSON.parse((await ask(deskApi.rush(yoga), { headers: planner })).body))
const confirmed = async () =>
  peopleView
    .parse(JSON.parse((await ask(deskApi.people(yoga), { headers: planner })).body))
    .list.filter(({ status }) => status === 'confirmed')
    .map(({ name }) => name)
const alarms = async () =>
  toDoAnswer.parse(JSON.parse((await ask(api.panelToDo, { headers: planner })).body)).items.filter(({ kind }) => kind === 'rush')

describe('T30: somebody takes seats under made-up names', () => {
  it('is an alarm; who signs up as usual still can; one act takes them out, and can be taken back', async () => {
    await signUp(earlier, '2026-11-30T17:00:00', 'Halina Znana', 'halina@example.pl')
    now = new Date(now.getTime() + 3_600_000)
    for (let one = 0; one < 3; one++) expect(await signUp(yoga, seen, `Pierwszy ${'abc'[one]}`, `60000010${one}`)).toBe(201)
    now = new Date(now.getTime() + 7_200_000)
    expect([(await rush()).rush, await alarms()]).toEqual([null, []])
    const letters = (index: number) => [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
    const statuses: number[] = []
    for (let batch = 0; batch < 13; batch++)
      statuses.push(
        ...(await Promise.all(
          Array.from({ length: 10 }, (_, index) => {
            const name = `Zmyslony ${letters(batch * 10 + index)}`
            return signUp(yoga, seen, name, `${letters(batch * 10 + index)}@example.com`)
          }),
        )),
      )
    expect(new Set(statuses)).toEqual(new Set([201]))
    now = new Date(now.getTime() + 60_000)
    expect(await signUp(yoga, seen, 'Halina Znana', 'halina@example.pl')).toBe(201) // an ordinary sign-up, in the middle of it
    const found = await rush()
    expect(found.rush).toMatchObject({ count: 130, kept: 1 })
    expect(await alarms()).toMatchObject([{ count: 1, examples: [{ session: { id: yoga } }] }])

    const { from, to } = found.rush ?? { from: '', to: '' }
    const taken = await post(deskApi.rush(yoga), { from, to }, planner)
    expect([taken.status, JSON.parse(taken.body)]).toEqual([200, { wave: expect.any(String), count: 130 }])
    expect(await confirmed()).toEqual(['Pierwszy a', 'Pierwszy b', 'Pierwszy c', 'Halina Znana'])
    expect([(await rush()).rush, await alarms()]).toEqual([null, []])
    const { rows } = await pool.query(
      `SELECT count(*)::int AS waiting FROM "Notice" n JOIN "SignUp" u ON u.id = n."signUpId" WHERE u."waveId" IS NOT NULL AND n."settledAt" IS NULL`,
    )
    expect(rows).toEqual([{ waiting: 0 }])

    const [wave] = (await rush()).waves
    expect(wave).toMatchObject({ count: 130 })
    const back = await post(deskApi.rushUndo(yoga), { wave: wave?.wave }, planner)
    expect(JSON.parse(back.body)).toEqual({ count: 130 })
    expect(await confirmed()).toHaveLength(20)
    expect((await confirmed()).slice(0, 3)).toEqual(['Pierwszy a', 'Pierwszy b', 'Pierwszy c'])
    expect(await confirmed()).toContain('Halina Znana') // nobody who was promoted is bumped
  })

  it('is no act for a time in which nothing happened', async () => {
    const { status, body } = await post(
      deskApi.rush(yoga),
      { from: '2026-11-20T10:00:00.000Z', to: '2026-11-20T11:00:00.000Z' },
      planner,
    )
    expect([status, body]).toEqual([422, expect.stringContaining('no-flood')])
  })
})

describe('a flood', () => {
  it.each([
    [[0, 1, 2, 9e6], 2, { fromMs: 0, toMs: 2 }],
    [[0, 1, 2], 3, null],
    [[0, 1, 2, 1e8, 1e8 + 1, 1e8 + 2, 1e8 + 3], 2, { fromMs: 1e8, toMs: 1e8 + 3 }],
  ])('in %j with a budget of %d is %j', (times, budget, flood) => expect(floodIn(times, budget)).toEqual(flood))
})
