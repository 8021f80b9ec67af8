import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { api } from '#shared/contract/paths.ts'
import type { ManageView, SeatsView, SignUpAnswer } from '#shared/contract/public.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { manageView, seatsView, signUpAnswer } from '#shared/contract/sign-up.ts'
import { createApp, createFeeds, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'
import { settleSessions } from './place-service.ts'

const database = await freshDatabase()
const { pool } = database
let now = new Date('2026-11-23T11:00:00Z')
const clock = () => now
const config = readConfig({ TRUST_PROXY: '1' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const logged: string[] = []
const { logger, flush } = createLogger('info', { write: (line: string) => logged.push(line) })
const ask = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds }))
const write = writerOf({ database, feeds })

let town: Town
const start = '2026-12-05T17:00:00'

beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
  town = await seedTown(pool)
  await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 3`)
})

let days = 1
/** A session of its own, on a day of its own. */
async function session(from = `2026-12-${String(days++).padStart(2, '0')}T17:00:00`): Promise<{ id: string; seen: string }> {
  return { id: await town.addSession({ activity: town.yoga, start: from, venue: null }), seen: from }
}

const person = (name: string, contact: string, more: object = {}) => ({
  name,
  contact,
  attending: true,
  others: [],
  language: 'pl',
  seen: start,
  waiting: true,
  notice: noticeVersion,
  ...more,
})

async function post(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
}

async function join({ id, seen }: { id: string; seen: string }, name: string, more: object = {}): Promise<SignUpAnswer> {
  const answer = await post(api.signUps(id), person(name, `${name.toLowerCase()}@example.pl`, { seen, ...more }))
  expect([answer.status, answer.status === 201 ? '' : answer.body]).toEqual([201, ''])
  return signUpAnswer.parse(JSON.parse(answer.body))
}

async function seats(id: string): Promise<SeatsView> {
  const { status, body, headers } = await ask(api.seats(id))
  expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
  return seatsView.parse(JSON.parse(body))
}

async function managed(token: string): Promise<ManageView> {
  const { status, body, headers } = await ask(api.manage(token))
  expect([status, headers['cache-control'], headers['x-robots-tag']]).toEqual([200, 'no-store', 'noindex, nofollow'])
  return manageView.parse(JSON.parse(body))
}

const act = async (token: string, name: 'withdraw' | 'undo'): Promise<Answer> => post(`${api.manage(token)}/${name}`)
const codeOf = ({ body }: Answer): unknown => (JSON.parse(body) as { code: unknown }).code
const peopleOf = async (id: string): Promise<number> =>
  (await pool.query<{ n: number }>('SELECT "peopleCount" AS n FROM "Session" WHERE id = $1', [id])).rows[0]!.n

describe('signing up', () => {
  it('gives a seat, a paper code and a link, and counts the people of the session', async () => {
    const picnic = await session()
    const answer = await join(picnic, 'Halina', { others: [{ name: 'Zosia', child: true }] })
    expect(answer).toMatchObject({ outcome: 'confirmed', seats: 2, code: expect.stringMatching(/^[A-Z2-9]{7}$/) })
    expect(await managed(answer.token)).toMatchObject({
      outcome: 'confirmed',
      code: answer.code,
      name: 'Halina',
      attending: true,
      others: [{ name: 'Zosia', child: true }],
      start: picnic.seen,
      undo: null,
    })
    expect(await seats(picnic.id)).toMatchObject({
      standing: 'open',
      seats: { capacity: 3, taken: 2 },
      free: true,
      waiting: false,
    })
    expect(await peopleOf(picnic.id)).toBe(2)
  })

  it('tells no feed, as feeds say nothing about people', async () => {
    const { id, seen } = await session()
    const changes = async () => (await pool.query('SELECT count(*)::int AS n FROM "Change"')).rows[0].n as number
    const before = await changes()
    const { token } = await join({ id, seen }, 'Maria')
    await act(token, 'withdraw')
    expect(await changes()).toBe(before)
  })

  it('puts a party that does not fit on the waiting list, and lets a smaller one behind it have the last seat', async () => {
    const course = await session()
    await join(course, 'Anna', { others: [{ name: 'Jan', child: false }] })
    const others = [{ name: 'Ewa', child: false }]
    expect((await join(course, 'Piotr', { others })).outcome).toBe('waiting')
    expect((await join(course, 'Olga')).outcome).toBe('confirmed')
    expect((await join(course, 'Igor')).outcome).toBe('waiting')
    expect(await seats(course.id)).toMatchObject({ seats: { capacity: 3, taken: 3 }, free: false, waiting: true })
  })

  it('does not put on a waiting list who does not want that: full is said, and free seats elsewhere are shown', async () => {
    const [full, other] = [await session('2026-12-11T10:00:00'), await session('2026-12-12T10:00:00')]
    await join(full, 'Anna', { others: [1, 2].map((n) => ({ name: `Gość ${'ab'[n - 1]}`, child: false })) })
    const answer = await post(api.signUps(full.id), person('Piotr', '32 000 00 01', { seen: full.seen, waiting: false }))
    expect([answer.status, codeOf(answer)]).toEqual([409, 'session-full'])
    expect(await peopleOf(full.id)).toBe(3)
    const { alternatives } = await seats(full.id)
    expect(alternatives.map(({ id }) => id)).toContain(other.id)
  })

  it('keeps what somebody needs to take part, for them to read and change; a long story is refused', async () => {
    const { id, seen } = await session()
    const needs = { kinds: ['step-free', 'hearing'], words: ' Wózek,  60 cm ' }
    const { token } = await join({ id, seen }, 'Halina', { needs })
    expect((await managed(token)).needs).toEqual({ kinds: ['step-free', 'hearing'], words: 'Wózek, 60 cm' })
    await post(`${api.manage(token)}/party`, { attending: true, others: [] })
    expect((await managed(token)).needs.kinds).toHaveLength(2)
    await post(`${api.manage(token)}/party`, { attending: true, others: [], needs: { kinds: [], words: '' } })
    expect((await managed(token)).needs).toEqual({ kinds: [], words: '' })
    const refused = await post(
      api.signUps(id),
      person('Ewa', 'ewa@example.pl', { seen, needs: { kinds: [], words: 'x'.repeat(201) } }),
    )
    expect([refused.status, JSON.parse(refused.body).issues[0].name]).toEqual([422, 'needs.words'])
  })

  it('for a whole course is one sign-up on all its meetings, those that are added later too', async () => {
    await pool.query(`UPDATE "Activity" SET enrolment = 'WHOLE_COURSE', capacity = 2 WHERE id = $1`, [town.cinema])
    const add = (from: string) => town.addSession({ activity: town.cinema, start: from })
    const [first, second] = [await add('2037-12-07T18:00:00'), await add('2037-12-14T18:00:00')]
    const { token, outcome } = await join({ id: second, seen: '2037-12-14T18:00:00' }, 'Halina')
    expect(outcome).toBe('confirmed')
    expect(await seats(first)).toMatchObject({ for: 'course', seats: { capacity: 2, taken: 1 } })
    const third = await add('2037-12-21T18:00:00')
    expect([await peopleOf(first), await peopleOf(second), await peopleOf(third)]).toEqual([1, 1, 1])
    expect(await managed(token)).toMatchObject({ for: 'course', sessionId: first })
    await act(token, 'withdraw')
    expect([await peopleOf(first), await peopleOf(third)]).toEqual([0, 0])
  })
})

describe('what changed between opening the form and sending it', () => {
  const change = (id: string, sql: string) => pool.query(`UPDATE "Session" SET ${sql} WHERE id = $1`, [id])
  it.each([
    ['session-cancelled', `status = 'CANCELLED', "cancelledAt" = now()`],
    ['session-moved', `"wallStart" = left("wallStart", 11) || '17:30:00', "startsAt" = "startsAt" + interval '30 minutes'`],
    ['session-started', `"startsAt" = '2026-11-23T10:00:00Z', "occupiedFrom" = '2026-11-23T10:00:00Z'`],
  ])('%s', async (code, sql) => {
    const { id, seen } = await session()
    await change(id, sql)
    const answer = await post(api.signUps(id), person('Halina', '32 000 00 00', { seen }))
    expect([answer.status, codeOf(answer)]).toEqual([409, code])
    expect(await peopleOf(id)).toBe(0)
  })

  it('not open yet, closed, and not for the web: a code each', async () => {
    const { id, seen } = await session('2026-12-30T17:00:00')
    const refused = async (columns: string) => {
      await pool.query(`UPDATE "Activity" SET ${columns} WHERE id = $1`, [town.yoga])
      const answer = await post(api.signUps(id), person('Halina', '32 000 00 00', { seen }))
      await pool.query(
        `UPDATE "Activity" SET "opensDaysBefore" = NULL, "closesMinutesBefore" = NULL, enrolment = 'PER_SESSION' WHERE id = $1`,
        [town.yoga],
      )
      return codeOf(answer)
    }
    expect(await refused('"opensDaysBefore" = 7')).toBe('sign-up-not-open')
    expect(await refused('"closesMinutesBefore" = 100000')).toBe('sign-up-closed')
    expect(await refused(`enrolment = 'BY_INVITATION'`)).toBe('no-web-sign-up')
  })

  it('a session that is no longer there, or not in public, is the 404 of what never was', async () => {
    const { id, seen } = await session()
    await pool.query('UPDATE "Session" SET "removedAt" = now() WHERE id = $1', [id])
    const removed = await post(api.signUps(id), person('Halina', '32 000 00 00', { seen }))
    const unknown = await post(api.signUps(randomUUID()), person('Halina', '32 000 00 00', { seen }))
    expect([removed.status, removed.body]).toEqual([404, unknown.body])
    expect((await ask(api.seats(id))).body).toBe(unknown.body)
  })
})

describe('bad input', () => {
  it.each([
    ['T13', { status: 'CONFIRMED' }],
    ['T13', { organisationId: randomUUID() }],
    ['T13', { createdAt: '2020-01-01' }],
    ['T13', { id: randomUUID() }],
    ['T14', { name: { contains: 'a' } }],
    ['T14', { contact: { not: '' } }],
    ['T15', { constructor: { prototype: { admin: true } } }],
    ['a party of 500', { others: Array.from({ length: 499 }, () => ({ name: 'Gość', child: false })) }],
    ['another notice', { notice: '2020-01-01' }],
  ])('%s, case %#, is refused whole', async (_case, more) => {
    const { id, seen } = await session('2026-12-29T08:00:00')
    const answer = await post(api.signUps(id), person('Halina', '32 000 00 00', { seen, ...more }))
    expect(answer.status).toBe(400)
    expect(await peopleOf(id)).toBe(0)
  })

  it('T38: what is no name and no contact is named, field by field', async () => {
    const { id, seen } = await session('2026-12-29T09:00:00')
    const body = person('Ala\r\nBcc: x@example.pl', '"a,b"@example.pl', { seen, others: [{ name: ' ', child: true }] })
    const answer = await post(api.signUps(id), body)
    expect(answer.status).toBe(422)
    const { issues } = JSON.parse(answer.body) as { issues: readonly { name: string }[] }
    expect(issues.map(({ name }) => name)).toEqual(['name', 'contact', 'others.0.name'])
  })

  it('a party of nobody is refused', async () => {
    const { id, seen } = await session('2026-12-29T10:00:00')
    expect((await post(api.signUps(id), person('Halina', '32 000 00 00', { seen, attending: false }))).status).toBe(422)
  })
})

describe('the same person once more', () => {
  it('T58: a retry with the same key gets the same answer, and with another body is refused', async () => {
    const { id, seen } = await session()
    const headers = { 'idempotency-key': randomUUID() }
    const body = person('Halina', '32 000 00 00', { seen })
    const answers = await Promise.all([1, 2, 3].map(() => post(api.signUps(id), body, headers)))
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect(await peopleOf(id)).toBe(1)
    const other = await post(api.signUps(id), { ...body, name: 'Maria' }, headers)
    expect([other.status, codeOf(other)]).toEqual([422, 'key-reused'])
    await pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [id])
    expect((await post(api.signUps(id), body, headers)).body).toBe(answers[0]?.body)
  })

  it('T19: looks like a new sign-up, takes no second seat, and opens nothing of the first', async () => {
    const { id, seen } = await session()
    const first = await join({ id, seen }, 'Halina')
    const again = await post(
      api.signUps(id),
      person('  halina ', 'HALINA@example.pl', { seen, others: [{ name: 'Obcy', child: false }] }),
    )
    const second = signUpAnswer.parse(JSON.parse(again.body))
    expect([again.status, second.outcome, second.seats]).toEqual([201, 'confirmed', 2])
    expect([second.code, second.token]).not.toEqual(expect.arrayContaining([first.code]))
    expect(await peopleOf(id)).toBe(1)
    expect(await seats(id)).toMatchObject({ seats: { taken: 1 } })
    expect(await managed(second.token)).toMatchObject({ outcome: 'confirmed', others: [{ name: 'Obcy', child: false }] })
    await act(second.token, 'withdraw')
    expect((await managed(second.token)).outcome).toBe('withdrawn')
    expect((await managed(first.token)).outcome).toBe('confirmed')
    expect(await peopleOf(id)).toBe(1)
  })

  it('after a withdrawal is a new sign-up, and the old one cannot be brought back beside it', async () => {
    const { id, seen } = await session()
    const first = await join({ id, seen }, 'Halina')
    await act(first.token, 'withdraw')
    await join({ id, seen }, 'Halina')
    expect(await peopleOf(id)).toBe(1)
    const answer = await act(first.token, 'undo')
    expect([answer.status, codeOf(answer)]).toEqual([409, 'sign-up-changed'])
  })

  it('T31: forty people sign up behind one address', async () => {
    const { id, seen } = await session('2026-12-28T17:00:00')
    const headers = { 'x-forwarded-for': '203.0.113.7' }
    const names = Array.from({ length: 40 }, (_, n) => `Senior ${String.fromCodePoint(97 + (n % 26))}${n}`)
    const answers = await Promise.all(
      names.map((name, n) => post(api.signUps(id), person(name, `32 000 01 ${10 + n}`, { seen }), headers)),
    )
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 201))
    const again = await Promise.all(
      names.slice(0, 20).map(() => post(api.signUps(id), person('Ktoś', '32 000 02 00', { seen }), headers)),
    )
    expect(again.filter(({ status }) => status === 429)).toHaveLength(8)
  })
})

describe('the manage page', () => {
  it('withdraws and says what undo will give: the seat while it is free', async () => {
    const { id, seen } = await session()
    const { token } = await join({ id, seen }, 'Halina')
    expect((await act(token, 'withdraw')).status).toBe(204)
    expect((await act(token, 'withdraw')).status).toBe(204)
    expect(await managed(token)).toMatchObject({ outcome: 'withdrawn', undo: { gives: 'seat' } })
    expect(await peopleOf(id)).toBe(0)
    await act(token, 'undo')
    expect((await managed(token)).outcome).toBe('confirmed')
  })

  it('a free seat goes to the next who waits, and undo then gives the first place in the queue; nobody is bumped', async () => {
    const course = await session()
    const [anna, , , dorota, ewa] = [
      await join(course, 'Anna'),
      await join(course, 'Barbara'),
      await join(course, 'Celina'),
      await join(course, 'Dorota'),
      await join(course, 'Ewa'),
    ]
    await act(anna.token, 'withdraw')
    expect((await managed(dorota.token)).outcome).toBe('confirmed')
    expect((await managed(anna.token)).undo).toMatchObject({ gives: 'first' })
    await act(anna.token, 'undo')
    expect((await managed(anna.token)).outcome).toBe('waiting')
    expect((await managed(dorota.token)).outcome).toBe('confirmed')
    await act(dorota.token, 'withdraw')
    expect((await managed(anna.token)).outcome).toBe('confirmed')
    expect((await managed(ewa.token)).outcome).toBe('waiting')
  })

  it('a free seat that is offered waits until its end: taken in time it is theirs, later somebody else’s', async () => {
    await pool.query(`UPDATE "Activity" SET "offerHours" = 2`)
    const place = await session()
    const first = await join(place, 'Anna', { others: [1, 2].map((n) => ({ name: `Gość ${'ab'[n - 1]}`, child: false })) })
    const [second, third] = [await join(place, 'Piotr'), await join(place, 'Olga')]
    await post(`${api.manage(first.token)}/party`, { attending: true, others: [{ name: 'Gość a', child: false }] })
    expect(await managed(second.token)).toMatchObject({ outcome: 'offered', offer: { until: '2026-11-23T13:00:00.000Z' } })
    expect((await join(place, 'Igor')).outcome).toBe('waiting')
    const told = `UPDATE "SignUp" SET "offeredUntil" = $2 WHERE code = $1`
    await pool.query(told, [second.code, now])
    expect(await managed(second.token)).toMatchObject({ outcome: 'withdrawn', lapsed: true, offer: null })
    expect(codeOf(await post(`${api.manage(second.token)}/accept`))).toBe('offer-over')
    await act(third.token, 'undo') // whoever touches the list passes the seat on
    expect((await managed(third.token)).outcome).toBe('offered')
    expect((await post(`${api.manage(third.token)}/accept`)).status).toBe(204)
    expect((await post(`${api.manage(third.token)}/accept`)).status).toBe(204)
    expect([(await managed(third.token)).outcome, (await managed(second.token)).undo?.gives]).toEqual(['confirmed', 'first'])
    await pool.query(`UPDATE "Activity" SET "offerHours" = NULL`)
  })

  it('says for whom it is, asks that to be confirmed, and shows what is for everybody; what tells of people nobody asks', async () => {
    const place = await session()
    const set = (columns: string) => pool.query(`UPDATE "Activity" SET ${columns} WHERE id = $1`, [town.yoga])
    await set(`"ageFrom" = 60, "residentsOnly" = true, "audienceOnly" = true, audiences = '{SENIORS}', "largestParty" = 2`)
    expect(await seats(place.id)).toMatchObject({
      asks: { age: { from: 60, to: null }, home: ['Gliwice'], audiences: ['SENIORS'], byStaff: false },
      largestParty: 2,
    })
    const form = (more: object) => person('Anna', 'anna60@example.pl', { seen: place.seen, ...more })
    const refused = await post(api.signUps(place.id), form({ confirms: ['age'] }))
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'not-eligible', missing: ['home', 'audience'] })
    const confirms = ['age', 'home', 'audience']
    const three = [1, 2].map((n) => ({ name: `Gość ${'ab'[n - 1]}`, child: false }))
    expect(codeOf(await post(api.signUps(place.id), form({ confirms, others: three })))).toBe('party-too-large')
    expect((await post(api.signUps(place.id), form({ confirms }))).status).toBe(201)
    await set(`audiences = '{JOB_SEEKERS}'`)
    expect((await seats(place.id)).asks).toMatchObject({ audiences: [], byStaff: true })
    await set(`"ageFrom" = NULL, "residentsOnly" = false, "audienceOnly" = false, audiences = '{SENIORS}', "largestParty" = NULL`)
    expect((await seats(place.id)).asks).toBeNull()
  })

  it('goes to another date or group with all of them, or stays where it is; who waited gets what became free', async () => {
    const [here, there] = [await session(), await session()]
    await join(there, 'Danuta', { others: [{ name: 'Pan B', child: false }] })
    const family = await join(here, 'Rodzina', {
      others: [{ name: 'Zosia', child: true }],
      needs: { kinds: ['sight'], words: '' },
    })
    const waiting = await join(here, 'Celina', { others: [{ name: 'Gość', child: false }] })
    const to = (place: { id: string; seen: string }) => ({
      sessionId: place.id,
      seen: place.seen,
      language: 'pl',
      notice: noticeVersion,
    })
    const full = await post(`${api.manage(family.token)}/exchange`, to(there))
    expect([full.status, codeOf(full), (await managed(family.token)).outcome]).toEqual([409, 'session-full', 'confirmed'])
    const other = await session()
    const { body } = await ask(`${api.manage(family.token)}/elsewhere`)
    expect(body).not.toContain(there.id)
    const answer = await post(`${api.manage(family.token)}/exchange`, to(other), { 'idempotency-key': 'a'.repeat(20) })
    const next = signUpAnswer.parse(JSON.parse(answer.body))
    expect([answer.status, next.outcome, next.seats]).toEqual([201, 'confirmed', 2])
    expect(await managed(next.token)).toMatchObject({
      sessionId: other.id,
      others: [{ name: 'Zosia', child: true }],
      needs: { kinds: ['sight'] },
    })
    expect([(await managed(family.token)).outcome, (await managed(waiting.token)).outcome]).toEqual(['withdrawn', 'confirmed'])
    expect((await post(`${api.manage(family.token)}/exchange`, to(there))).status).toBe(409)
    const again = await post(`${api.manage(family.token)}/exchange`, to(other), { 'idempotency-key': 'a'.repeat(20) })
    expect(JSON.parse(again.body)).toEqual(next)
  })

  it('changes who comes: fewer at once, more only where all of them fit', async () => {
    const course = await session()
    const anna = await join(course, 'Anna', { others: [{ name: 'Jan', child: false }] })
    await join(course, 'Barbara')
    const celina = await join(course, 'Celina')
    const party = (others: readonly object[]) => post(`${api.manage(anna.token)}/party`, { attending: true, others })
    const grown = await party([
      { name: 'Jan', child: false },
      { name: 'Zosia', child: true },
    ])
    expect([grown.status, codeOf(grown)]).toEqual([409, 'session-full'])
    expect((await managed(anna.token)).others).toEqual([{ name: 'Jan', child: false }])
    expect((await party([])).status).toBe(204)
    expect((await managed(celina.token)).outcome).toBe('confirmed')
    expect(await peopleOf(course.id)).toBe(3)
    expect(
      (await pool.query(`SELECT 1 FROM "Person" WHERE name = 'Zosia' AND id NOT IN (SELECT "personId" FROM "SignUpPerson")`))
        .rowCount,
    ).toBe(0)
  })

  it('a higher limit promotes, a lower one bumps nobody, and cancelling keeps everybody', async () => {
    const { id, seen } = await session()
    const tokens = await Promise.all(
      ['Anna', 'Barbara', 'Celina', 'Dorota'].map(async (name) => (await join({ id, seen }, name)).token),
    )
    const outcomes = async () => (await Promise.all(tokens.map(managed))).map(({ outcome }) => outcome).toSorted()
    const plan = (sql: string, values: readonly unknown[]) =>
      write(async (tx) => {
        await tx.$executeRawUnsafe(sql, ...values)
        await settleSessions(tx, [id], now)
      })
    expect(await outcomes()).toEqual(['confirmed', 'confirmed', 'confirmed', 'waiting'])
    await plan(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1::uuid`, [id])
    await plan(`UPDATE "Activity" SET capacity = 4 WHERE id = $1::uuid`, [town.yoga])
    expect(await outcomes()).toEqual(['confirmed', 'confirmed', 'confirmed', 'waiting'])
    await plan(`UPDATE "Session" SET status = 'PLANNED', "cancelledAt" = NULL WHERE id = $1::uuid`, [id])
    expect(await outcomes()).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed'])
    await plan(`UPDATE "Activity" SET capacity = 3 WHERE id = $1::uuid`, [town.yoga])
    expect(await outcomes()).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed'])
    expect(await seats(id)).toMatchObject({ seats: { capacity: 3, taken: 4 }, free: false })
  })

  it('after the start nothing changes any more, and undo ends after a day', async () => {
    const [soon, later] = [await session('2026-11-23T17:00:00'), await session('2026-12-27T17:00:00')]
    const [anna, ewa] = [await join(soon, 'Anna'), await join(later, 'Ewa')]
    await act(ewa.token, 'withdraw')
    now = new Date('2026-11-24T11:00:01Z')
    const answers = [await act(anna.token, 'withdraw'), await act(ewa.token, 'undo')]
    expect(answers.map(codeOf)).toEqual(['session-started', 'sign-up-changed'])
    expect((await managed(ewa.token)).undo).toBeNull()
    now = new Date('2026-11-23T11:00:00Z')
  })

  it('T20, T26: any other token is the 404 of what never was, byte for byte', async () => {
    const { token } = await join(await session(), 'Halina')
    const swapped = `${token.slice(0, 20)}${token.slice(20).toUpperCase()}`
    const near = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    const all = [swapped, near, token.slice(0, -1), `${token}A`, 'x', '0'.repeat(46)]
    const answers = await Promise.all(all.map((one) => ask(api.manage(one))))
    const unknown = await ask(api.session(randomUUID()))
    for (const { status, body } of answers) expect([status, body]).toEqual([404, unknown.body])
    expect((await act(near, 'withdraw')).body).toBe(unknown.body)
    expect((await managed(token)).outcome).toBe('confirmed')
  })

  it('T21, T24: changes nothing by GET, and its token is in no log', async () => {
    const { token } = await join(await session(), 'Halina')
    for (const name of ['withdraw', 'undo', 'party']) expect((await ask(`${api.manage(token)}/${name}`)).status).toBe(405)
    expect((await managed(token)).outcome).toBe('confirmed')
    await ask(`/uk/manage/${token}`)
    await new Promise((done) => setTimeout(done, 50))
    flush()
    expect(logged.join('')).toMatch(/manage:[0-9a-f]{8}/)
    expect(logged.join('')).not.toContain(token)
  })
})

describe('a discreet session', () => {
  it('says only whether there are seats', async () => {
    await pool.query(
      `UPDATE "Activity" SET "careSeats" = 4, "isDiscreet" = true, "discreetListed" = true, "discreetTitle" = '{"pl": "Spotkanie"}' WHERE id = $1`,
      [town.picnic],
    )
    const id = await town.addSession({ activity: town.picnic, start })
    const { token } = await join({ id, seen: start }, 'Halina')
    expect(await seats(id)).toEqual({
      standing: 'open',
      for: 'session',
      opensAt: null,
      closesAt: null,
      seats: null,
      slots: null,
      free: true,
      waiting: null,
      largestParty: 10,
      care: null,
      asks: null,
      alternatives: [],
    })
    expect((await managed(token)).title.text).toBe('Spotkanie')
  })
})
