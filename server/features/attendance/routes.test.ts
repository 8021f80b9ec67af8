import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  attendanceHistory,
  attendanceSums,
  attendanceView,
  doorLinksAnswer,
  newDoorLink,
  type AttendanceView,
} from '#shared/contract/attendance.ts'
import { api, attendanceApi, deskApi } from '#shared/contract/paths.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret } from '../../db/testing/seed-account.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'

const database = await freshDatabase()
const { pool } = database
const beforeTheDay = new Date('2026-11-20T11:00:00Z')
let now = beforeTheDay
const clock = () => now
const config = readConfig({})
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const logged: string[] = []
const { logger, flush } = createLogger('info', { write: (line: string) => logged.push(line) })
const ask = await serve(createApp({ config, logger, clock, database, feeds, secret: testSecret, clientFiles: new Map() }))

type Headers = Readonly<Record<string, string>>
let town: Town
let desk: Headers
let planner: Headers

beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', $1)`, [testSecret])
  town = await seedTown(pool)
  await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 2 WHERE id = $1`, [town.yoga])
  const scope = { kind: 'everywhere' } as const
  desk = (await seedAccount(pool, { grants: [{ role: 'DESK', scope }] })).headers
  planner = (await seedAccount(pool, { grants: [{ role: 'ORGANISER', scope }] })).headers
})

const start = '2026-11-26T18:00:00'
const duringIt = new Date('2026-11-26T17:10:00Z')
const [tabletA, tabletB] = ['tablet-aaaaaaaaaaaa', 'tablet-bbbbbbbbbbbb']
const json = <T>({ body }: Answer): T => JSON.parse(body) as T
const post = (path: string, body: object, headers: Headers = {}): Promise<Answer> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
const from = (device: string, who: Headers = {}): Headers => ({ ...who, 'attendance-device': device })

/** A yoga with Anna and her Zosia on the list, and Jan who waits. */
async function evening(activity = town.yoga): Promise<string> {
  now = beforeTheDay
  const id = await town.addSession({ activity, start, venue: null })
  if (activity !== town.yoga) return id
  const sign = async (name: string, others: readonly object[]) => {
    const who = { kind: 'new', name, contact: null }
    const form = { who, attending: true, others, language: 'pl', seen: start, waiting: true, overbook: false, source: 'desk' }
    const answer = await post(deskApi.people(id), { ...form, notice: noticeVersion }, desk)
    expect([answer.status, answer.body]).toEqual([201, expect.any(String)])
  }
  await sign('Anna Wymyślona', [{ name: 'Zosia', child: true }])
  await sign('Jan Czekający', [])
  return id
}

async function linkFor(session: string): Promise<{ token: string; id: string }> {
  const made = await post(attendanceApi.links(session), {}, desk)
  expect([made.status, made.body]).toEqual([201, expect.any(String)])
  const { link, token } = newDoorLink.parse(json(made))
  return { token, id: link.id }
}

async function claimed(session: string, device: string): Promise<string> {
  const { token } = await linkFor(session)
  expect((await post(`${api.door(token)}/claim`, {}, from(device))).status).toBe(204)
  return token
}

const listAt = async (token: string, device: string): Promise<AttendanceView> =>
  attendanceView.parse(json(await ask(`${api.door(token)}/list`, { headers: from(device) })))
const send = (token: string, device: string, changes: readonly object[]) =>
  post(`${api.door(token)}/list`, { changes }, from(device))
const sums = async (session: string) => attendanceSums.parse(json(await ask(attendanceApi.sums(session), { headers: desk })))

const at = (second: number): string => new Date(Date.parse('2026-11-26T17:00:00Z') + 1000 * second).toISOString()
const tap = (person: string, present: boolean, second: number, id: string = randomUUID()) => ({
  kind: 'person',
  id,
  person,
  present,
  at: at(second),
})
const walkIn = (name: string, second: number, more: object = {}) => ({
  kind: 'walk-in',
  id: randomUUID(),
  walkIn: randomUUID(),
  name,
  present: true,
  at: at(second),
  ...more,
})
const count = (value: number, second: number) => ({ kind: 'count', id: randomUUID(), count: value, at: at(second) })
const namesOf = ({ people }: AttendanceView) => people.map(({ name, kind, present }) => [name, kind, present])
const idOf = ({ people }: AttendanceView, name: string): string => people.find((one) => one.name === name)!.person

describe('T08: a link to the list at the door', () => {
  it('opens for one device, on the day, and shows names alone', async () => {
    const session = await evening()
    now = duringIt
    const { token } = await linkFor(session)
    expect(json(await ask(api.door(token)))).toEqual({ title: { text: 'joga', lang: 'pl' }, start, end: '2026-11-26T19:30:00' })
    expect((await ask(`${api.door(token)}/list`, { headers: from(tabletA) })).status).toBe(404)
    expect((await post(`${api.door(token)}/claim`, {}, from(tabletA))).status).toBe(204)
    expect((await post(`${api.door(token)}/claim`, {}, from(tabletA))).status).toBe(204) // the answer was lost
    const list = await listAt(token, tabletA)
    expect(namesOf(list)).toEqual([
      ['Anna Wymyślona', 'listed', null],
      ['Jan Czekający', 'waiting', null],
      ['Zosia', 'listed', null],
    ])
    expect(list.people[2]).toMatchObject({ with: 'Anna Wymyślona', child: true })
    flush()
    expect(logged.join('')).not.toContain(token)
  })

  it('answers as an unknown one: before and after its window, for another device, revoked, cancelled, or with another kind of token', async () => {
    const session = await evening()
    now = duringIt
    const token = await claimed(session, tabletA)
    const person = idOf(await listAt(token, tabletA), 'Zosia')
    const unknown = await ask(`${api.door('x'.repeat(24))}/list`, { headers: from(tabletA) })
    expect(unknown.status).toBe(404)
    const refusedAlike = async (known: string, device: string, moment: Date) => {
      now = moment
      const answers = [
        await ask(api.door(known), { headers: from(device) }),
        await ask(`${api.door(known)}/list`, { headers: from(device) }),
        await post(`${api.door(known)}/claim`, {}, from(device)),
        await send(known, device, [{ ...tap(person, true, 0), at: moment.toISOString() }]),
        await send(known, device, [{ wrong: true }]),
      ]
      return answers.map(({ status, body }) => (status === 404 && body === unknown.body ? 404 : [status, body]))
    }
    const all = [404, 404, 404, 404, 404]
    expect(await refusedAlike(token, tabletA, new Date('2026-11-26T14:59:00Z'))).toEqual(all)
    expect(await refusedAlike(token, tabletA, new Date('2026-11-28T21:00:00Z'))).toEqual(all)
    expect((await refusedAlike(token, tabletB, duringIt)).slice(1)).toEqual([404, 404, 404, 404])
    // on the evening itself nothing is read any more, and what is tapped then isn't taken
    expect((await refusedAlike(token, tabletA, new Date('2026-11-26T21:00:00Z'))).slice(0, 4)).toEqual([404, 404, 404, 404])

    now = duringIt
    const other = await linkFor(session)
    const gone = await ask(attendanceApi.link(other.id), { method: 'DELETE', headers: desk })
    expect(gone.status).toBe(204)
    expect(await refusedAlike(other.token, tabletA, duringIt)).toEqual(all)
    expect(doorLinksAnswer.parse(json(await ask(attendanceApi.links(session), { headers: desk }))).links).toHaveLength(1)
    await pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [session])
    expect(await refusedAlike(token, tabletA, duringIt)).toEqual(all)
  })

  it('marks nobody who has nothing to do with this session', async () => {
    const session = await evening()
    const elsewhere = await pool.query<{ id: string }>(`INSERT INTO "Person" (name) VALUES ('Obca Osoba') RETURNING id`)
    now = duringIt
    const token = await claimed(session, tabletA)
    const wrong = tap(elsewhere.rows[0]!.id, true, 1)
    const view = attendanceView.parse(json(await send(token, tabletA, [wrong, walkIn('\u0000', 2), walkIn('Nowa Osoba', 3)])))
    expect(view.refused).toHaveLength(2)
    expect(view.refused[0]).toBe(wrong.id)
    expect(namesOf(view).filter(([, , present]) => present)).toEqual([['Nowa Osoba', 'walk-in', true]])
  })

  it('is not made for a discreet session, whose people are marked by who may know them', async () => {
    const session = await evening(town.picnic)
    await pool.query(`UPDATE "Activity" SET "isDiscreet" = true, "discreetTitle" = '{"pl": "Spotkanie"}' WHERE id = $1`, [
      town.picnic,
    ])
    now = duringIt
    expect((await post(attendanceApi.links(session), {}, desk)).status).toBe(403)
    const refused = await post(attendanceApi.links(session), {}, planner)
    expect([refused.status, json<{ reason: string }>(refused).reason]).toEqual([409, 'discreet'])
    expect((await post(attendanceApi.list(session), { changes: [count(4, 1)] }, from(tabletA, planner))).status).toBe(200)
    await pool.query(`UPDATE "Activity" SET "isDiscreet" = false WHERE id = $1`, [town.picnic])
    expect(await sums(session)).toMatchObject({ present: 4, unnamed: 4 })
  })

  it('what a device without a network brings after the window is taken for a day, if it was tapped in time; nothing is shown', async () => {
    const session = await evening()
    now = duringIt
    const token = await claimed(session, tabletA)
    const person = idOf(await listAt(token, tabletA), 'Zosia')
    now = new Date('2026-11-26T22:30:00Z')
    expect(json(await send(token, tabletA, [tap(person, true, 900)]))).toEqual({ taken: 1 })
    expect((await sums(session)).present).toBe(1)
    now = new Date('2026-11-27T21:00:00Z')
    expect((await send(token, tabletA, [tap(person, false, 910)])).status).toBe(404)
  })
})

describe('T61: attendance from two tablets', () => {
  it('ends the same in whatever order, however often and by whichever device taps come', async () => {
    const session = await evening()
    now = duringIt
    const [a, b] = [await claimed(session, tabletA), await claimed(session, tabletB)]
    const list = await listAt(a, tabletA)
    const [anna, zosia] = [idOf(list, 'Anna Wymyślona'), idOf(list, 'Zosia')]
    const guest = walkIn('Gość Bez Zapisu', 5)
    const fromA = [tap(anna, true, 1), tap(anna, false, 4), guest, count(3, 2), count(5, 8)]
    const fromB = [
      tap(anna, true, 4),
      tap(zosia, true, 3),
      tap(zosia, false, 3),
      { ...guest, id: randomUUID(), present: false, at: at(9) },
      count(2, 1),
    ]
    const all = [
      ...fromA.map((one) => ({ token: a, device: tabletA, one })),
      ...fromB.map((one) => ({ token: b, device: tabletB, one })),
    ]
    const results = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all), async (once, again) => {
        await pool.query(`ALTER TABLE "AttendanceMark" DISABLE TRIGGER refuse_change`)
        for (const table of ['AttendanceMark', 'Attendance', 'AttendanceCount']) await pool.query(`DELETE FROM "${table}"`)
        await pool.query(`ALTER TABLE "AttendanceMark" ENABLE TRIGGER refuse_change`)
        for (const { token, device, one } of [...once, ...again]) expect((await send(token, device, [one])).status).toBe(200)
        const { people, count: heads } = await listAt(a, tabletA)
        const said = people.map(({ name, present, at: when }) => [name, present, when])
        results.add(JSON.stringify([said, heads, await sums(session)]))
      }),
      { numRuns: 6 },
    )
    expect(results.size).toBe(1)
    const [, heads, last] = JSON.parse([...results][0]!) as [unknown, unknown, unknown]
    expect(heads).toEqual({ mine: 5, others: 2 })
    expect(last).toMatchObject({ unnamed: 7, expected: 2 })
  })

  it('keeps every tap with its device and time, and lets nobody change it', async () => {
    const session = await evening()
    now = duringIt
    const token = await claimed(session, tabletA)
    const anna = idOf(await listAt(token, tabletA), 'Anna Wymyślona')
    await send(token, tabletA, [tap(anna, true, 20)])
    await send(token, tabletA, [tap(anna, false, 10)]) // came late, and holds no more
    await post(attendanceApi.list(session), { changes: [count(2, 30)] }, from(tabletB, desk))
    const { marks } = attendanceHistory.parse(json(await ask(attendanceApi.history(session), { headers: desk })))
    expect(marks.map(({ name, present, count: heads, by }) => [name, present, heads, by === null])).toEqual([
      [null, null, 2, false],
      ['Anna Wymyślona', true, null, true],
      ['Anna Wymyślona', false, null, true],
    ])
    expect(await sums(session)).toMatchObject({ present: 3, unnamed: 2, expected: 2 })
    await expect(pool.query(`UPDATE "AttendanceMark" SET present = false`)).rejects.toThrow('only added to')
    await expect(pool.query(`DELETE FROM "AttendanceMark"`)).rejects.toThrow('only added to')
  })

  it('a clock that runs ahead wins over nobody who taps later', async () => {
    const session = await evening()
    now = duringIt
    const token = await claimed(session, tabletA)
    const anna = idOf(await listAt(token, tabletA), 'Anna Wymyślona')
    await send(token, tabletA, [{ ...tap(anna, true, 0), at: '2026-11-26T20:00:00.000Z' }])
    now = new Date('2026-11-26T17:11:00Z')
    const view = attendanceView.parse(json(await send(token, tabletA, [{ ...tap(anna, false, 0), at: now.toISOString() }])))
    expect(view.people.find(({ name }) => name === 'Anna Wymyślona')?.present).toBe(false)
  })
})

describe('attendance in the past', () => {
  it('is corrected by the desk until the next day, by who plans for 30 days, then by nobody; somebody who withdrew stays marked', async () => {
    const session = await evening()
    now = duringIt
    const view = attendanceView.parse(json(await ask(attendanceApi.list(session), { headers: desk })))
    const mark = (who: Headers, present: boolean) =>
      post(
        attendanceApi.list(session),
        { changes: [{ ...tap(idOf(view, 'Zosia'), present, 0), at: now.toISOString() }] },
        from(tabletA, who),
      )
    expect((await mark(desk, true)).status).toBe(200)
    now = new Date('2026-11-28T09:00:00Z')
    expect([(await mark(desk, false)).status, json<{ code: string }>(await mark(desk, false)).code]).toEqual([
      409,
      'attendance-closed',
    ])
    expect((await mark(planner, false)).status).toBe(200)
    now = new Date('2026-12-28T09:00:00Z')
    await pool.query(
      `UPDATE "LoginSession" SET "expiresAt" = '2027-01-20', "createdAt" = '2026-12-28', "updatedAt" = '2026-12-28'`,
    )
    expect((await mark(planner, true)).status).toBe(409)
    await pool.query(
      `UPDATE "SignUp" SET status = 'WITHDRAWN', "withdrawnAt" = now(), "withdrawnFrom" = status WHERE "sessionId" = $1`,
      [session],
    )
    const after = attendanceView.parse(json(await ask(attendanceApi.list(session), { headers: planner })))
    expect(namesOf(after)).toEqual([['Zosia', 'gone', false]])
    expect(after.until).toBeNull()
  })
})
