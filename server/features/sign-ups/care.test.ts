import { beforeAll, describe, expect, it } from 'vitest'
import { attendanceView } from '#shared/contract/attendance.ts'
import { offersView, peopleView } from '#shared/contract/desk.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { attendanceApi, deskApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { manageView, seatsView, signUpAnswer } from '#shared/contract/sign-up.ts'
import type { ManageView, SignUpAnswer } from '#shared/contract/public.ts'
import { createApp, createFeeds, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret } from '../../db/testing/seed-account.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'
import { settleSessions } from './place-service.ts'

const database = await freshDatabase()
const { pool } = database
const now = new Date('2026-11-23T11:00:00Z')
const clock = () => now
const config = readConfig({ TRUST_PROXY: '1' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const { logger } = createLogger('error', { write: () => true })
const ask = await serve(createApp({ config, logger, clock, database, feeds, secret: testSecret, clientFiles: new Map() }))
const write = writerOf({ database, feeds })
await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', $1)`, [testSecret])
const { headers: planner } = await seedAccount(pool, { grants: [{ role: 'ORGANISER', scope: { kind: 'everywhere' } }] })

let town: Town
beforeAll(async () => {
  town = await seedTown(pool)
  await limits({ capacity: 3, careSeats: 2 })
})

type Headers = Readonly<Record<string, string>>
type Place = { readonly id: string; readonly seen: string }
let days = 1
async function session(): Promise<Place> {
  const seen = `2026-12-${String(days++).padStart(2, '0')}T17:00:00`
  return { id: await town.addSession({ activity: town.yoga, start: seen, venue: null }), seen }
}

const limits = ({ capacity, careSeats }: { capacity: number; careSeats: number | null }): Promise<unknown> =>
  pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = $1, "careSeats" = $2`, [capacity, careSeats])

const post = (path: string, body: object = {}, headers: Headers = {}): Promise<Answer> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
const codeOf = ({ body }: Answer): unknown => (JSON.parse(body) as { code: unknown }).code

const form = ({ seen }: Place, name: string, more: object) => ({
  name,
  contact: `${name.toLowerCase()}@example.pl`,
  attending: true,
  others: [],
  language: 'pl',
  seen,
  waiting: true,
  notice: noticeVersion,
  ...more,
})
const tryTo = (place: Place, name: string, more: object): Promise<Answer> => post(api.signUps(place.id), form(place, name, more))

async function join(place: Place, name: string, more: object = {}): Promise<SignUpAnswer> {
  const answer = await tryTo(place, name, more)
  expect([answer.status, answer.status === 201 ? '' : answer.body]).toEqual([201, ''])
  return signUpAnswer.parse(JSON.parse(answer.body))
}

const managed = async (token: string): Promise<ManageView> => manageView.parse(JSON.parse((await ask(api.manage(token))).body))
const outcomeOf = async (token: string): Promise<string> => (await managed(token)).outcome
const careOn = async ({ id }: Place) => seatsView.parse(JSON.parse((await ask(api.seats(id))).body)).care
const listOf = async ({ id }: Place) => peopleView.parse(JSON.parse((await ask(deskApi.people(id), { headers: planner })).body))
const change = (token: string, party: object): Promise<Answer> =>
  post(`${api.manage(token)}/party`, { attending: true, others: [], ...party })

describe('children in care', () => {
  it('take no seats of the meeting; the page says whether there is care and never how much, organisers read how many', async () => {
    const place = await session()
    expect(await careOn(place)).toEqual({ most: 2, free: true, instead: [] })
    const { token, seats } = await join(place, 'Halina', { care: 2 })
    expect(seats).toBe(1)
    expect(await managed(token)).toMatchObject({ care: { children: 2, most: 2 } })
    const other = await session()
    expect(await careOn(place)).toMatchObject({ most: 2, free: false, instead: [{ id: other.id }] })
    await join(other, 'Ewa', { care: 2 })
    expect((await careOn(place))?.instead).toEqual([])
    const { taken, care, list } = await listOf(place)
    expect([taken, care, list.map((one) => one.care)]).toEqual([1, { seats: 2, taken: 2 }, [2]])
  })

  it('of two at once who want the last seat in care one gets it and the other is told; without children there is a seat', async () => {
    const place = await session()
    await join(place, 'Halina', { care: 1 })
    const both = await Promise.all(['Anna', 'Ewa'].map((name) => tryTo(place, name, { care: 1, waiting: false })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const refused = both.find(({ status }) => status === 409)
    expect([codeOf(refused!), refused!.body]).toEqual(['care-full', expect.not.stringMatching(/"free"/)])
    expect((await join(place, 'Piotr', { waiting: false })).outcome).toBe('confirmed')
  })

  it('come with their party or not at all: who waits for both gets both when both are there, and is overtaken by nobody who wants as much', async () => {
    const place = await session()
    const first = await join(place, 'Halina', { care: 2 })
    const second = await join(place, 'Anna')
    const waiting = await join(place, 'Ewa', { care: 1 })
    const later = await join(place, 'Olga', { care: 1 })
    expect([waiting.outcome, later.outcome]).toEqual(['waiting', 'waiting'])
    // The last seat goes to who needs no care, then even the seat that becomes free does nothing for who needs both.
    expect((await join(place, 'Igor')).outcome).toBe('confirmed')
    await post(`${api.manage(second.token)}/withdraw`)
    expect(await outcomeOf(waiting.token)).toBe('waiting')
    await post(`${api.manage(first.token)}/withdraw`)
    expect([await outcomeOf(waiting.token), await outcomeOf(later.token)]).toEqual(['confirmed', 'confirmed'])
    // Whoever comes back finds what is left: no care, so the first place in the queue; and then a seat without children.
    expect((await managed(first.token)).undo?.gives).toBe('first')
    await post(`${api.manage(first.token)}/undo`)
    expect(await outcomeOf(first.token)).toBe('waiting')
    await post(`${api.manage(later.token)}/withdraw`)
    expect(await outcomeOf(first.token)).toBe('waiting')
    expect((await change(first.token, { care: 1 })).status).toBe(204)
    expect(await outcomeOf(first.token)).toBe('confirmed')
  })

  it('get seats when organisers add some, and keep them when some are taken away', async () => {
    const place = await session()
    const first = await join(place, 'Halina', { care: 2 })
    const waiting = await join(place, 'Anna', { care: 1 })
    const plan = (careSeats: number) =>
      write(async (tx) => {
        await tx.$executeRaw`SELECT 1 FROM "Session" WHERE id = ${place.id}::uuid FOR NO KEY UPDATE`
        await tx.$executeRaw`UPDATE "Activity" SET "careSeats" = ${careSeats} WHERE id = ${town.yoga}::uuid`
        return settleSessions(tx, [place.id], now)
      })
    await plan(3)
    expect(await outcomeOf(waiting.token)).toBe('confirmed')
    await plan(1)
    expect([await outcomeOf(first.token), await managed(first.token)]).toMatchObject([
      'confirmed',
      { care: { children: 2, most: 2 } },
    ])
    expect((await listOf(place)).care).toEqual({ seats: 1, taken: 3 })
    await limits({ capacity: 3, careSeats: 2 })
  })

  it('are changed on the page of the sign-up as far as there is care; what is not said of them stays', async () => {
    const place = await session()
    const own = await join(place, 'Halina')
    const other = await join(place, 'Anna', { care: 1 })
    expect((await change(own.token, { care: 1 })).status).toBe(204)
    expect((await change(own.token, { others: [{ name: 'Jan', child: false }] })).status).toBe(204)
    expect(await managed(own.token)).toMatchObject({ outcome: 'confirmed', care: { children: 1 } })
    const more = await change(own.token, { care: 2 })
    expect([more.status, codeOf(more)]).toEqual([409, 'care-full'])
    const tooMany = await change(own.token, { care: 3 })
    expect([tooMany.status, codeOf(tooMany)]).toEqual([409, 'no-care'])
    await change(other.token, { care: 0 })
    expect((await change(own.token, { care: 2 })).status).toBe(204)
  })

  it('are refused in plain words where there is no care, or not for so many, as waiting would be in vain', async () => {
    const place = await session()
    const tooMany = await tryTo(place, 'Halina', { care: 3 })
    expect([tooMany.status, codeOf(tooMany)]).toEqual([409, 'no-care'])
    expect((await tryTo(place, 'Halina', { care: 11 })).status).toBe(400)
    await limits({ capacity: 3, careSeats: null })
    expect([await careOn(place), codeOf(await tryTo(place, 'Halina', { care: 1 }))]).toEqual([null, 'no-care'])
    expect((await join(place, 'Halina')).outcome).toBe('confirmed')
    await limits({ capacity: 3, careSeats: 2 })
  })

  it('are written down at the desk, beyond the limit only where somebody says so', async () => {
    const place = await session()
    await join(place, 'Halina', { care: 2 })
    const { offers } = offersView.parse(JSON.parse((await ask(deskApi.offers, { headers: planner })).body))
    expect(offers.find((one) => one.session === place.id)).toMatchObject({ free: 2, care: { most: 2, free: 0 } })
    const { contact, name, ...party } = form(place, 'Anna', { care: 1, waiting: false })
    const caller = { ...party, who: { kind: 'new', name, contact }, overbook: false, source: 'phone' }
    expect(codeOf(await post(deskApi.people(place.id), caller, planner))).toBe('care-full')
    expect((await post(deskApi.people(place.id), { ...caller, overbook: true }, planner)).status).toBe(201)
    expect((await listOf(place)).care).toEqual({ seats: 2, taken: 3 })
    const file = await ask(deskApi.peopleCsv(place.id), { headers: planner })
    expect(file.body.split('\r\n').map((line) => line.split(';').at(-1))).toEqual(['dzieci pod opieką', '2', '1', ''])
  })

  it('stand beside the first of their party on the list at the door', async () => {
    const place = await session()
    await join(place, 'Halina', { others: [{ name: 'Jan', child: false }], care: 2 })
    const door = attendanceView.parse(JSON.parse((await ask(attendanceApi.list(place.id), { headers: planner })).body))
    expect(door.people.map(({ name, care }) => [name, care])).toEqual([
      ['Halina', 2],
      ['Jan', 0],
    ])
  })
})

describe('care for a whole course, and at appointments', () => {
  it('is there for all meetings of a course: one part without it, and none is offered', async () => {
    const place = await session()
    await pool.query(`UPDATE "Activity" SET enrolment = 'WHOLE_COURSE', "careSeats" = 1 WHERE id = $1`, [town.yoga])
    const { token } = await join(place, 'Halina', { care: 1 })
    expect((await join(place, 'Anna', { care: 1 })).outcome).toBe('waiting')
    expect(await managed(token)).toMatchObject({ for: 'course', care: { children: 1 } })
    await pool.query(`UPDATE "Activity" SET "careSeats" = 0 WHERE id = $1`, [town.yoga])
    expect(await careOn(place)).toBeNull()
    await limits({ capacity: 3, careSeats: 2 })
  })

  it('is anew for everybody who comes at a time of their own', async () => {
    await pool.query(`UPDATE "Activity" SET enrolment = 'BY_APPOINTMENT', "slotMinutes" = 30, "careSeats" = 1 WHERE id = $1`, [
      town.yoga,
    ])
    const place = await session()
    const at = (hour: string) => ({ care: 1, slot: `${place.seen.slice(0, 10)}T${hour}:00` })
    expect((await join(place, 'Halina', at('17:00'))).outcome).toBe('confirmed')
    expect((await join(place, 'Anna', at('17:30'))).outcome).toBe('confirmed')
    expect(codeOf(await tryTo(place, 'Ewa', { ...at('18:00'), care: 2 }))).toBe('no-care')
  })
})
