import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { callApi, deskApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { foundPeople, offersView, peopleView, personView, staffSignUpAnswer } from '#shared/contract/desk.ts'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret } from '../../db/testing/seed-account.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'

const database = await freshDatabase()
const { pool } = database
const clock = () => new Date('2026-11-23T11:00:00Z')
const config = readConfig({ TRUST_PROXY: '1' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const { logger } = createLogger('error', { write: () => true })
const parts = { config, logger, clock, database, feeds, secret: testSecret }
const ask = await serve(createApp({ ...parts, clientFiles: new Map() }))

type Headers = Readonly<Record<string, string>>
let town: Town
let desk: Headers
let planner: Headers

beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', $1)`, [testSecret])
  town = await seedTown(pool)
  await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 2`)
  const scope = { kind: 'everywhere' } as const
  desk = (await seedAccount(pool, { grants: [{ role: 'DESK', scope }] })).headers
  planner = (await seedAccount(pool, { grants: [{ role: 'ORGANISER', scope }] })).headers
})

let days = 1
async function session(activity = town.yoga, year = 2026): Promise<{ id: string; seen: string }> {
  const seen = `${year}-12-${String(days++).padStart(2, '0')}T17:00:00`
  return { id: await town.addSession({ activity, start: seen, venue: null }), seen }
}

const get = (who: Headers, path: string): Promise<Answer> => ask(path, { headers: who })
const post = (who: Headers, path: string, body: object = {}, more: Headers = {}): Promise<Answer> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...who, ...more }, body: JSON.stringify(body) })
const codeOf = ({ body }: Answer): unknown => (JSON.parse(body) as { code?: unknown }).code

const form = (seen: string, more: object = {}) => ({
  who: { kind: 'new', name: 'Halina Wymyślona', contact: null },
  attending: true,
  others: [],
  language: 'pl',
  seen,
  waiting: false,
  overbook: false,
  source: 'phone',
  notice: noticeVersion,
  ...more,
})
const known = (id: string) => ({ who: { kind: 'known', id } })
const caller = (name: string, contact: string) => ({ who: { kind: 'new', name, contact } })

async function onWeb({ id, seen }: { id: string; seen: string }, name: string, contact: string): Promise<string> {
  const body = { name, contact, attending: true, others: [], language: 'pl', seen, waiting: true, notice: noticeVersion }
  const { body: answered } = await post({}, api.signUps(id), body, { 'x-forwarded-for': '198.51.100.7' })
  return (JSON.parse(answered) as { code: string }).code
}

async function signUp(who: Headers, { id, seen }: { id: string; seen: string }, more: object = {}) {
  const answer = await post(who, deskApi.people(id), form(seen, more))
  expect([answer.status, answer.status === 201 ? '' : answer.body]).toEqual([201, ''])
  return staffSignUpAnswer.parse(JSON.parse(answer.body))
}
const listOf = async (who: Headers, id: string) => peopleView.parse(JSON.parse((await get(who, deskApi.people(id))).body))
const search = async (typed: string) =>
  foundPeople.parse(JSON.parse((await get(desk, `${deskApi.persons}?q=${encodeURIComponent(typed)}`)).body))
const person = async (id: string) => personView.parse(JSON.parse((await get(desk, deskApi.person(id))).body))

describe('the list of a session', () => {
  it('tells needs to who plans it; the desk writes them down and does not read them again', async () => {
    const place = await session()
    await signUp(desk, place, { needs: { kinds: ['step-free'], words: 'kule' } })
    await signUp(desk, place, { who: { kind: 'new', name: 'Ewa Wymyślona', contact: null } })
    expect((await listOf(planner, place.id)).list.map(({ needs }) => needs)).toEqual([
      { kinds: ['step-free'], words: 'kule' },
      null,
    ])
    expect((await listOf(desk, place.id)).list.map(({ needs }) => needs)).toEqual([null, null])
  })

  it('says who comes and who waits; the desk sees no contacts and takes no file away', async () => {
    const yoga = await session()
    await onWeb(yoga, 'Anna Próbna', '600 000 111')
    await signUp(desk, yoga, { others: [{ name: 'Zosia', child: true }], waiting: true })
    await signUp(desk, yoga, { who: { kind: 'new', name: 'Jan Bez Telefonu', contact: null } })
    const forDesk = await listOf(desk, yoga.id)
    expect(forDesk).toMatchObject({ for: 'session', capacity: 2, taken: 2, waiting: 2, standing: 'open', plans: false })
    expect(forDesk.list.map(({ name, status, place, contact }) => [name, status, place, contact])).toEqual([
      ['Anna Próbna', 'confirmed', null, null],
      ['Jan Bez Telefonu', 'confirmed', null, null],
      ['Halina Wymyślona', 'waiting', 1, null],
    ])
    expect((await listOf(planner, yoga.id)).list[0]?.contact).toBe('+48600000111')
    expect((await get(desk, deskApi.peopleCsv(yoga.id))).status).toBe(403)
    const file = await get(planner, deskApi.peopleCsv(yoga.id))
    expect(file.body.split('\r\n').slice(0, 2)).toEqual([
      '\ufefflp.;imię i nazwisko;kto zapisał;kontakt;dziecko;stan;miejsce w kolejce;dzieci pod opieką',
      '1;Anna Próbna;;+48600000111;;ma miejsce;;',
    ])
  })

  it('T37: a name that would be a formula is a text in the file', async () => {
    const yoga = await session()
    await signUp(desk, yoga, caller('=HYPERLINK("x")', '600 000 112'))
    const { body } = await get(planner, deskApi.peopleCsv(yoga.id))
    expect(body).toContain(`"'=HYPERLINK(""x"")"`)
  })

  it('T04: as a file it is for whoever plans that meeting; for others its address is one of nothing, signed in or not', async () => {
    const yoga = await session()
    await signUp(desk, yoga, caller('Irena Zmyślona', '600 000 114'))
    const scope = { kind: 'program', id: town.programs.dab } as const
    const elsewhere = (await seedAccount(pool, { grants: [{ role: 'ORGANISER', scope }] })).headers
    const unknown = await get(elsewhere, deskApi.peopleCsv(randomUUID()))
    const { status, body } = await get(elsewhere, deskApi.peopleCsv(yoga.id))
    expect([unknown.status, status, body]).toEqual([404, 404, unknown.body])
    expect((await get({}, deskApi.peopleCsv(yoga.id))).status).toBe(401)
    const own = await get(planner, deskApi.peopleCsv(yoga.id))
    expect([own.status, own.headers['cache-control']]).toEqual([200, 'private, no-store'])
  })

  it('who comes to a discreet meeting is none of the desk’s business', async () => {
    const yoga = await session(town.picnic)
    await pool.query(`UPDATE "Activity" SET "isDiscreet" = true, "discreetTitle" = '{"pl": "Spotkanie"}' WHERE id = $1`, [
      town.picnic,
    ])
    expect((await get(desk, deskApi.people(yoga.id))).status).toBe(403)
    await signUp(planner, yoga, caller('Olga Skryta', '600 000 113'))
    expect((await listOf(planner, yoga.id)).list).toHaveLength(1)
    expect((await search('Olga Skryta')).people).toEqual([])
  })

  it('a withdrawal gives the seat to who waits, and can be taken back', async () => {
    const yoga = await session()
    const first = await signUp(planner, yoga, { others: [{ name: 'Ewa', child: false }] })
    await signUp(planner, yoga, { ...caller('Piotr Czekający', '600 000 114'), waiting: true })
    expect((await post(planner, deskApi.withdraw(first.id))).status).toBe(204)
    const after = await listOf(planner, yoga.id)
    expect(after.list.map(({ name, status, undo }) => [name, status, undo?.gives])).toEqual([
      ['Piotr Czekający', 'confirmed', undefined],
      ['Halina Wymyślona', 'withdrawn', 'first'],
    ])
    expect((await post(planner, deskApi.undo(first.id))).status).toBe(204)
    expect((await listOf(planner, yoga.id)).list.map(({ status }) => status)).toEqual(['confirmed', 'waiting'])
  })

  it('keeps reserved seats from the web and from who waits, and gives them to whom staff sign up', async () => {
    await pool.query(`UPDATE "Activity" SET "reservedSeats" = 1`)
    const place = await session()
    await onWeb(place, 'Pierwsza Wymyślona', '600 555 001')
    await onWeb(place, 'Druga Wymyślona', '600 555 002')
    const seats = async () => JSON.parse((await get({}, api.seats(place.id))).body) as { free: boolean; seats: object }
    expect(await seats()).toMatchObject({ free: false, seats: { capacity: 2, taken: 2 } })
    expect((await signUp(desk, place, caller('Trzecia Wymyślona', '600 555 003'))).outcome).toBe('confirmed')
    const { list, taken } = await listOf(planner, place.id)
    expect([taken, list.map(({ status }) => status)]).toEqual([2, ['confirmed', 'confirmed', 'waiting']])
    const refused = await post(desk, deskApi.people(place.id), form(place.seen, caller('Czwarta Wymyślona', '600 555 004')))
    expect(codeOf(refused)).toBe('session-full')
    await pool.query(`UPDATE "Activity" SET "reservedSeats" = NULL`)
  })

  it('is overbooked only where somebody says so', async () => {
    const yoga = await session()
    await signUp(desk, yoga, { others: [{ name: 'Ewa', child: false }] })
    const full = form(yoga.seen, caller('Za Dużo', '600 000 115'))
    expect(codeOf(await post(desk, deskApi.people(yoga.id), full))).toBe('session-full')
    expect((await signUp(desk, yoga, { ...full, overbook: true })).outcome).toBe('confirmed')
    expect(await listOf(desk, yoga.id)).toMatchObject({ capacity: 2, taken: 3 })
  })

  it('the same save sent again signs nobody up twice', async () => {
    const yoga = await session()
    const body = form(yoga.seen, caller('Raz Tylko', '600 000 116'))
    const key = { 'Idempotency-Key': 'one-save-sent-twice' }
    const [first, again] = [
      await post(desk, deskApi.people(yoga.id), body, key),
      await post(desk, deskApi.people(yoga.id), body, key),
    ]
    expect(JSON.parse(again.body)).toEqual(JSON.parse(first.body))
    expect(codeOf(await post(desk, deskApi.people(yoga.id), body))).toBe('already-signed-up')
    expect((await listOf(desk, yoga.id)).list).toHaveLength(1)
  })
})

describe('who is on the line', () => {
  it('is found by three letters, by the end of a number, by the paper code; once, however often signed up', async () => {
    const [one, two] = [await session(), await session()]
    const code = await onWeb(one, 'Łucja Żółwińska', '600 222 333')
    await onWeb(two, 'Żółwińska Łucja', '+48 600222333')
    for (const typed of ['zolwin', '222 333', code.toLowerCase()])
      expect((await search(typed)).people).toMatchObject([{ hint: '••• 333', guardian: null }])
    expect((await search(code)).byCode).toBe(true)
    expect((await get(desk, `${deskApi.persons}?q=zo`)).status).toBe(400)
    const { rows } = await pool.query(`SELECT count(*)::int AS n FROM "AuditEntry" WHERE after ->> 'path' = $1`, [
      deskApi.persons,
    ])
    expect(rows[0].n).toBeGreaterThan(3)
  })

  it('hears nothing and changes nothing before the code or a call back; a code opens its own sign-up', async () => {
    const [one, two] = [await session(), await session()]
    const code = await onWeb(one, 'Teresa Sprawdzana', '600 333 444')
    await onWeb(two, 'Teresa Sprawdzana', '600 333 444')
    const id = (await search('Sprawdzana')).people[0]!.id
    expect(await person(id)).toMatchObject({ checked: null, coming: null })
    const own = (await listOf(planner, one.id)).list[0]!.id
    expect(codeOf(await post(desk, deskApi.withdraw(own)))).toBe('caller-not-checked')

    expect((await post(desk, deskApi.check(id), { proof: 'code', code: 'AAAAAAA' })).status).toBe(422)
    expect((await post(desk, deskApi.check(id), { proof: 'code', code })).status).toBe(204)
    expect((await person(id)).coming?.map(({ session: at }) => at)).toEqual([one.id])
    const other = (await listOf(planner, two.id)).list[0]!.id
    expect(codeOf(await post(desk, deskApi.withdraw(other)))).toBe('caller-not-checked')
    expect((await post(desk, deskApi.withdraw(own))).status).toBe(204)

    expect((await post(desk, deskApi.check(id), { proof: 'call-back' })).status).toBe(204)
    expect((await person(id)).coming?.map(({ session: at }) => at)).toEqual([two.id])
    expect((await post(desk, deskApi.withdraw(other))).status).toBe(204)
    expect((await person(id)).coming).toEqual([])
    expect((await post(desk, deskApi.undo(other))).status).toBe(204)
    expect((await person(id)).coming?.map(({ session: at }) => at)).toEqual([two.id])
  })

  it('T19: somebody who signed up with another’s name and number gets nothing read out by that code', async () => {
    const yoga = await session()
    await onWeb(yoga, 'Maria Ofiara', '600 444 555')
    const thief = await onWeb(yoga, 'Maria Ofiara', '600 444 555')
    const id = (await search('Ofiara')).people[0]!.id
    expect((await post(desk, deskApi.check(id), { proof: 'code', code: thief })).status).toBe(422)
    expect((await person(id)).coming).toBeNull()
  })

  it('T25: paper codes can’t be tried one after another', async () => {
    const { headers } = await seedAccount(pool, { grants: [{ role: 'DESK', scope: { kind: 'everywhere' } }] })
    const statuses = []
    for (let n = 0; n < 42; n += 1)
      statuses.push((await get(headers, `${deskApi.persons}?q=AAAAA${String.fromCharCode(65 + (n % 8))}2`)).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429])
  })

  it('is offered what is open, with the seats that are left, and signed up once more as the same person', async () => {
    const [full, open] = [await session(), await session()]
    await signUp(desk, full, { others: [{ name: 'Ewa', child: false }] })
    await onWeb(full, 'Zenon Znany', '600 555 666')
    const id = (await search('Zenon')).people[0]!.id
    const { offers } = offersView.parse(JSON.parse((await get(desk, deskApi.offers)).body))
    expect(offers.filter(({ session: at }) => at === full.id || at === open.id).map(({ free }) => free)).toEqual([0, 2])
    await signUp(desk, open, known(id))
    await post(desk, deskApi.check(id), { proof: 'call-back' })
    expect((await person(id)).coming?.map(({ session: at, status }) => [at, status])).toEqual([
      [full.id, 'waiting'],
      [open.id, 'confirmed'],
    ])
    const body = form(open.seen, known('00000000-0000-4000-8000-000000000000'))
    expect((await post(desk, deskApi.people(open.id), body)).status).toBe(422)
  })
})

describe('callbacks', () => {
  it('stand in the order of asking; done is noted with who did it, and can be taken back', async () => {
    const { programs } = JSON.parse((await get(desk, deskApi.callbacks)).body) as { programs: { id: string }[] }
    const ask1 = { program: programs[0]!.id, name: 'Krystyna Oddzwoń', phone: '600 777 888', about: 'czy jest joga' }
    const { body } = await post(desk, deskApi.callbacks, ask1)
    const { id } = JSON.parse(body) as { id: string }
    const wrong = await post(desk, deskApi.callbacks, { ...ask1, phone: 'jutro' })
    expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('not-a-phone')])
    const queue = async () =>
      (JSON.parse((await get(desk, deskApi.callbacks)).body) as { callbacks: { done: unknown }[] }).callbacks
    expect(await queue()).toMatchObject([{ name: 'Krystyna Oddzwoń', phone: '+48600777888', done: null }])
    await post(desk, deskApi.callbackDone(id))
    expect(await queue()).toMatchObject([{ done: { by: 'Zofia Zmyślona' } }])
    await post(desk, deskApi.callbackOpen(id))
    expect(await queue()).toMatchObject([{ done: null }])
  })
})

describe('a caller who hasn’t heard of a change', () => {
  it('is shown as one, told, and that can be taken back', async () => {
    const yoga = await session(town.yoga, 2037) // changes of what is over by the database's own clock are told to nobody
    const { id } = await signUp(desk, yoga, caller('Tekla Niewiedząca', '600 000 321'))
    const [found] = (await search('Tekla Niewiedząca')).people
    await post(desk, deskApi.check(found!.id), { proof: 'call-back' })
    const untold = async () => (await person(found!.id)).coming?.map((meeting) => meeting.untold)
    expect(await untold()).toEqual([false])
    await pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [yoga.id])
    expect(await untold()).toEqual([true])
    const said = JSON.parse((await post(desk, callApi.told(id))).body) as { id: string }
    expect(await untold()).toEqual([false])
    await post(desk, callApi.undoCall(said.id))
    expect(await untold()).toEqual([true])
  })
})

describe('who may come, where nobody is asked in public', () => {
  it('is found out by staff and noted as yes or no, with who and when, and no reason; it can be taken back', async () => {
    const [open, closed] = [await session(town.picnic), await session(town.cinema)]
    await pool.query(`UPDATE "Activity" SET audiences = '{CARERS}', "audienceOnly" = true WHERE id = $1`, [town.cinema])
    await onWeb(closed, 'Renata Wymyślona', '600 555 777')
    const seats = (await ask(api.seats(closed.id))).body
    expect(seats).toContain('"byStaff":true')
    expect(seats).not.toContain('CARERS')
    expect((await listOf(planner, open.id)).asksStaff).toBe(false)
    const before = await listOf(planner, closed.id)
    expect([before.asksStaff, before.list[0]?.fits]).toEqual([true, null])
    const id = before.list[0]?.id ?? ''
    expect((await post(desk, deskApi.fits(id), { fits: true })).status).toBe(403) // who calls isn't sure yet
    expect((await post(planner, deskApi.fits(id), { fits: true, why: 'opiekuje się mamą' })).status).toBe(400)
    expect((await post(planner, deskApi.fits(id), { fits: false })).status).toBe(204)
    expect((await post(planner, deskApi.fits(id), { fits: true })).status).toBe(204)
    const noted = (await listOf(desk, closed.id)).list[0]?.fits
    expect(noted).toEqual({ yes: true, by: 'Zofia Zmyślona', at: clock().toISOString() })
    expect((await post(planner, deskApi.fits(id), { fits: null })).status).toBe(204)
    expect((await listOf(planner, closed.id)).list[0]?.fits).toBeNull()
  })
})
