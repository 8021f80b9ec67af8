import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import type { ManageView, OpenShifts, ShiftSignUpAnswer } from '#shared/contract/public.ts'
import { openShifts, shiftSignUpAnswer } from '#shared/contract/shift.ts'
import { manageView } from '#shared/contract/sign-up.ts'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'

const database = await freshDatabase()
const { pool } = database
// Far ahead: changes of what is over by the database's own clock are told to nobody.
let now = new Date('2037-11-23T11:00:00Z')
const config = readConfig({ TRUST_PROXY: '1' })
const feeds = createFeeds({ config, database, clock: () => now }, 'test.podworko')
const { logger } = createLogger('error', { write: () => true })
const ask = await serve(createApp({ config, logger, clock: () => now, database, clientFiles: new Map(), feeds }))

let town: Town
let organisation = ''
let account = ''

const one = async (sql: string, values: readonly unknown[]): Promise<string> =>
  (await pool.query<{ id: string }>(`${sql} RETURNING id`, [...values])).rows[0]!.id

beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
  town = await seedTown(pool)
  organisation = await one(`INSERT INTO "Organisation" (slug, name, kind) VALUES ('dom', 'Dom', 'NGO')`, [])
  account = await one(`INSERT INTO "Account" (name, email) VALUES ('Anna Przykład', 'anna@example.pl')`, [])
  await pool.query(`UPDATE "Program" SET "operatorId" = $1`, [organisation])
  await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 3`)
})

type Shift = Readonly<{
  from: number
  minutes: number
  least: number
  most: number
  minAge: number
  clearance: boolean
  isPublic: boolean
}>
let days = 1

/** A picnic on a day of its own, from 11 to 15, with one shift: the grill from 12 to 14. */
async function picnic(shift: Partial<Shift> = {}) {
  const day = `2037-12-${String(days++).padStart(2, '0')}`
  const id = await town.addSession({ activity: town.picnic, start: `${day}T11:00:00`, end: `${day}T15:00:00`, venue: null })
  const shiftId = await addShift({ sessionId: id }, shift)
  return { id, shiftId, day, seen: `${day}T12:00:00` }
}

const addShift = (at: { sessionId?: string; seriesId?: string }, shift: Partial<Shift> = {}): Promise<string> =>
  one(
    `INSERT INTO "Shift" ("sessionId", "seriesId", name, "fromMinutes", minutes, least, most, "minAge", "needsClearance", "isPublic")
     VALUES ($1, $2, '{"pl": "grill", "en": "barbecue"}', $3, $4, $5, $6, $7, $8, $9)`,
    [
      at.sessionId,
      at.seriesId,
      shift.from ?? 60,
      shift.minutes ?? 120,
      shift.least ?? 1,
      shift.most ?? 2,
      shift.minAge,
      shift.clearance ?? false,
      shift.isPublic ?? true,
    ],
  )

const seenBy = (personId: string, kind: string, from = '2037-11-01', to: string | null = null): Promise<string> =>
  one(
    `INSERT INTO "VolunteerFact" ("personId", "organisationId", kind, "startsOn", "endsOn", "recordedById") VALUES ($1, $2, $3::"VolunteerFactKind", $4, $5, $6)`,
    [personId, organisation, kind, from, to, account],
  )

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })

const newcomer = (name: string, age = '18') => ({ kind: 'new', name, contact: `${name.toLowerCase()}@example.pl`, age })
type At = { readonly id: string; readonly shiftId: string; readonly seen: string }

const take = ({ id, shiftId, seen }: At, who: object, more: object = {}, headers = {}): Promise<Answer> =>
  post(
    api.shiftSignUps(id, shiftId),
    { who, language: 'pl', seen, waiting: true, overlapping: false, notice: noticeVersion, ...more },
    headers,
  )

async function taken(at: At, who: object | string, more: object = {}): Promise<ShiftSignUpAnswer> {
  const answer = await take(at, typeof who === 'string' ? newcomer(who) : who, more)
  expect([answer.status, answer.status === 201 ? '' : answer.body]).toEqual([201, ''])
  return shiftSignUpAnswer.parse(JSON.parse(answer.body))
}

async function managed(token: string): Promise<ManageView> {
  const { status, body } = await ask(api.manage(token))
  expect(status).toBe(200)
  return manageView.parse(JSON.parse(body))
}

const open = async (id: string, query = ''): Promise<OpenShifts['shifts']> =>
  openShifts.parse(JSON.parse((await ask(`${api.shifts(id)}${query}`)).body)).shifts
const act = (token: string, name: 'withdraw' | 'undo') => post(`${api.manage(token)}/${name}`, {})
const standIn = (token: string, wanted = true) => post(api.standIn(token), { wanted })
const problem = ({ body }: Answer) => JSON.parse(body) as { code: string; missing?: string[]; free?: number; start?: string }
const link = (token: string, age: string | null = null) => ({ kind: 'link', token, age })
const personOf = async (token: string): Promise<string> => {
  const { code } = await managed(token)
  return (await pool.query<{ personId: string }>('SELECT "personId" FROM "SignUp" WHERE code = $1', [code])).rows[0]!.personId
}

describe('taking a shift', () => {
  it('shows what is missing, gives a place and a page of its own, and says when it is full', async () => {
    const at = await picnic({ least: 2, most: 2 })
    expect(await open(at.id, '?lang=en')).toMatchObject([
      { name: { text: 'barbecue' }, start: at.seen, end: `${at.day}T14:00:00`, missing: 2, free: 2, standIn: false },
    ])
    const [ola, jan] = [await taken(at, 'Ola'), await taken(at, 'Jan')]
    expect([ola.outcome, jan.outcome]).toEqual(['confirmed', 'confirmed'])
    expect(await open(at.id)).toMatchObject([{ missing: 0, free: 0 }])
    const full = await take(at, newcomer('Ewa'), { waiting: false })
    expect([full.status, problem(full).code]).toEqual([409, 'session-full'])
    expect(await taken(at, 'Ewa')).toMatchObject({ outcome: 'waiting', waitsFor: 'place' })
    await act(ola.token, 'withdraw')
    expect(await managed((await taken(at, 'Iza')).token)).toMatchObject({ outcome: 'waiting', shift: { waitsFor: 'place' } })
    expect(await open(at.id)).toMatchObject([{ free: 0 }])
  })

  it('T10: shows a volunteer their own shift, and nobody who comes or helps', async () => {
    const at = await picnic()
    const guest = { name: 'Gość Tajny', contact: 'gosc@example.pl', attending: true, others: [], language: 'pl' }
    await post(api.signUps(at.id), { ...guest, seen: `${at.day}T11:00:00`, waiting: true, notice: noticeVersion })
    await taken(at, 'Sekretna')
    const { token } = await taken(at, 'Ola')
    const view = await managed(token)
    expect(view).toMatchObject({
      outcome: 'confirmed',
      start: at.seen,
      shift: { name: { text: 'grill' }, standIn: 'none' },
      others: [],
    })
    for (const path of [api.manage(token), api.shifts(at.id), api.session(at.id), api.seats(at.id), `${api.manage(token)}/news`])
      expect((await ask(path)).body).not.toMatch(/Tajny|Sekretna/)
    expect((await ask(`/api/panel/sessions/${at.id}/people`)).status).toBe(401)
  })

  it('takes no seat of those who come, and no shift takes a seat', async () => {
    const at = await picnic({ most: 5 })
    for (const name of ['Ala', 'Ola', 'Ula', 'Ela']) await taken(at, name)
    const { body } = await ask(api.seats(at.id))
    expect(JSON.parse(body)).toMatchObject({ seats: { capacity: 3, taken: 0 } })
    const guest = { name: 'Ala', contact: 'ala@example.pl', attending: true, others: [], language: 'pl' }
    const both = await post(api.signUps(at.id), { ...guest, seen: `${at.day}T11:00:00`, waiting: false, notice: noticeVersion })
    expect(JSON.parse(both.body)).toMatchObject({ outcome: 'confirmed' })
  })

  it('gives the same answer to the same key, and one sign-up', async () => {
    const at = await picnic()
    const key = { 'Idempotency-Key': randomUUID() }
    const [first, again] = [await take(at, newcomer('Ola'), {}, key), await take(at, newcomer('Ola'), {}, key)]
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body])
    expect(await open(at.id)).toMatchObject([{ free: 1 }])
  })

  it('moves along with its session, and a series has it at every session, later ones too', async () => {
    const { rows } = await pool.query<{ seriesId: string }>('SELECT "seriesId" FROM "Activity" WHERE id = $1', [town.cinema])
    const shiftId = await addShift({ seriesId: rows[0]!.seriesId }, { from: -60, minutes: 60 })
    const id = await town.addSession({ activity: town.cinema, start: '2038-01-10T17:00:00', venue: null })
    expect(await open(id)).toMatchObject([{ start: '2038-01-10T16:00:00', end: '2038-01-10T17:00:00' }])
    const { token } = await taken({ id, shiftId, seen: '2038-01-10T16:00:00' }, 'Ola')
    await pool.query(
      `UPDATE "Session" SET "wallStart" = '2038-01-11T19:00:00', "wallEnd" = '2038-01-11T20:30:00', "startsAt" = "startsAt" + interval '26 hours', "endsAt" = "endsAt" + interval '26 hours', "occupiedFrom" = "occupiedFrom" + interval '26 hours', "occupiedTo" = "occupiedTo" + interval '26 hours' WHERE id = $1`,
      [id],
    )
    expect(await managed(token)).toMatchObject({ start: '2038-01-11T18:00:00', end: '2038-01-11T19:00:00' })
    const late = await take({ id, shiftId, seen: '2038-01-10T16:00:00' }, newcomer('Jan'))
    expect(problem(late)).toMatchObject({ code: 'session-moved', start: '2038-01-11T18:00:00' })
    await pool.query('UPDATE "Shift" SET "notAt" = ARRAY[$1::uuid] WHERE id = $2', [id, shiftId])
    expect(await open(id)).toEqual([])
    expect(await managed(token)).toMatchObject({ cancelled: true })
  })

  it('tells a volunteer of hours that change, and of a session that moves, by the hours of the shift', async () => {
    const at = await picnic()
    await taken(at, 'Ola')
    await pool.query('UPDATE "Shift" SET "fromMinutes" = 90 WHERE id = $1', [at.shiftId])
    await pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [at.id])
    const { rows } = await pool.query<{ before: object }>(
      `SELECT before FROM "Notice" WHERE "sessionId" = $1 AND kind = 'CHANGE' ORDER BY "createdAt"`,
      [at.id],
    )
    expect(rows.map(({ before }) => before)).toMatchObject([
      { start: at.seen, end: `${at.day}T14:00:00`, on: true },
      { start: `${at.day}T12:30:00`, end: `${at.day}T14:30:00`, on: true },
    ])
  })

  it('stands in its volunteer’s calendar by its own hours and with what is done, and is one entry when these change', async () => {
    const at = await picnic()
    const { token } = await taken(at, 'Ola')
    const made = await post(`${api.manage(token)}/feeds`, { holds: 'sign-up', waiting: false })
    const path = new URL((JSON.parse(made.body) as { url: string }).url).pathname
    const entries = async () =>
      (await ask(path)).body
        .split('BEGIN:VEVENT')
        .slice(1)
        .map((event) => (name: string) => new RegExp(`^${name}[^:]*:(.*)\\r$`, 'm').exec(event)?.[1] ?? '')
        .map((value) => ({
          uid: value('UID'),
          title: value('SUMMARY'),
          start: value('DTSTART'),
          end: value('DTEND'),
          sequence: Number(value('SEQUENCE')),
        }))
    const hour = (clock: string) => `${at.day.replaceAll('-', '')}T${clock}00`
    const [first, ...more] = await entries()
    expect([first, more]).toMatchObject([{ start: hour('1200'), end: hour('1400') }, []])
    expect(first!.title).toMatch(/ – grill$/)
    await pool.query('UPDATE "Shift" SET "fromMinutes" = 90, version = version + 1 WHERE id = $1', [at.shiftId])
    const [later] = await entries()
    expect(later).toMatchObject({ uid: first!.uid, start: hour('1230'), end: hour('1430') })
    expect(later!.sequence).toBeGreaterThan(first!.sequence)
  })

  it('warns whoever is known of another promise at that time, and nobody else', async () => {
    const at = await picnic()
    const tidy = { ...at, shiftId: await addShift({ sessionId: at.id }, { from: 150, minutes: 90 }), seen: `${at.day}T13:30:00` }
    const later = { ...at, shiftId: await addShift({ sessionId: at.id }, { from: 180 }), seen: `${at.day}T14:00:00` }
    const { token } = await taken(at, 'Ola')
    expect(problem(await take(tidy, link(token)))).toMatchObject({ code: 'overlapping', start: at.seen })
    expect((await taken(later, link(token))).outcome).toBe('confirmed')
    expect((await taken(tidy, link(token), { overlapping: true })).outcome).toBe('confirmed')
    expect((await taken(tidy, 'Ola')).outcome).toBe('confirmed') // a stranger who only knows her address learns nothing
    expect(problem(await take(at, link(token), { overlapping: true })).code).toBe('already-signed-up')
  })

  it('refuses who is too young, what is over, hidden or nobody’s, each with its own word', async () => {
    const at = await picnic({ minAge: 16 })
    expect(problem(await take(at, newcomer('Ola', '13'))).code).toBe('too-young')
    expect(await taken(at, newcomer('Ola', '16'))).toMatchObject({ outcome: 'waiting', missing: ['guardian-consent'] })
    const hidden = await picnic({ isPublic: false })
    expect((await take(hidden, newcomer('Ola'))).status).toBe(404)
    expect(await open(hidden.id)).toEqual([])
    expect((await take({ ...at, shiftId: hidden.shiftId }, newcomer('Ola'))).status).toBe(404)
    expect((await take(at, link('x'.repeat(46)))).status).toBe(404)
    expect((await take(at, { ...newcomer('Ola'), status: 'CONFIRMED' })).status).toBe(400) // T13
    now = new Date(`${at.day}T12:00:00Z`)
    expect(problem(await take(at, newcomer('Jan'))).code).toBe('session-started')
    now = new Date('2037-11-23T11:00:00Z')
  })
})

describe('what a shift asks for', () => {
  it('T62: the last place with children goes to whoever was checked, however many others ask at once', async () => {
    const at = await picnic({ clearance: true, most: 1 })
    const { token } = await taken(await picnic(), 'Sprawdzona')
    const fact = await seenBy(await personOf(token), 'CLEARANCE')
    const others = Array.from({ length: 12 }, (_, index) =>
      take(at, newcomer(`Obcy${'abcdefghijkl'[index]}`), { waiting: false }),
    )
    const [checked, ...refused] = await Promise.all([take(at, link(token), { waiting: false }), ...others])
    expect(refused.map((answer) => [answer.status, problem(answer).code, problem(answer).missing])).toEqual(
      others.map(() => [409, 'requirements-missing', ['clearance']]),
    )
    expect(JSON.parse(checked!.body)).toMatchObject({ outcome: 'confirmed' })

    // Opened while the check still held, sent when it no longer did; and one that ends before the day.
    const second = await picnic({ clearance: true, most: 1 })
    await pool.query('DELETE FROM "VolunteerFact" WHERE id = $1', [fact])
    expect(problem(await take(second, link(token), { waiting: false })).missing).toEqual(['clearance'])
    await seenBy(await personOf(token), 'CLEARANCE', '2037-01-01', '2037-11-30')
    expect(problem(await take(second, link(token), { waiting: false })).missing).toEqual(['clearance'])
    expect(await taken(second, link(token))).toMatchObject({ outcome: 'waiting', waitsFor: 'check' })
    expect(await open(second.id)).toMatchObject([{ free: 1 }])
  })

  it('does not count what another organisation has seen', async () => {
    const at = await picnic({ clearance: true })
    const { token } = await taken(await picnic(), 'Wedrowna')
    await seenBy(await personOf(token), 'CLEARANCE')
    const elsewhere = await one(`INSERT INTO "Organisation" (slug, name, kind) VALUES ('inny', 'Inny', 'NGO')`, [])
    await pool.query(`UPDATE "Program" SET "operatorId" = $1`, [elsewhere])
    expect(problem(await take(at, link(token), { waiting: false })).code).toBe('requirements-missing')
    await pool.query(`UPDATE "Program" SET "operatorId" = $1`, [organisation])
    expect((await taken(at, link(token))).outcome).toBe('confirmed')
  })

  it('undo gives no place to whom it is no longer given', async () => {
    const at = await picnic({ clearance: true })
    const { token } = await taken(await picnic(), 'Dawna')
    const fact = await seenBy(await personOf(token), 'CLEARANCE')
    const mine = await taken(at, link(token))
    await act(mine.token, 'withdraw')
    await pool.query('DELETE FROM "VolunteerFact" WHERE id = $1', [fact])
    expect((await act(mine.token, 'undo')).status).toBe(204)
    expect(await managed(mine.token)).toMatchObject({ outcome: 'waiting', shift: { waitsFor: 'check', missing: ['clearance'] } })
  })
})

describe('a stand-in', () => {
  it('takes a shift over at once where nothing is asked for; until then it stays whose it was', async () => {
    const at = await picnic({ least: 1, most: 1 })
    const ola = await taken(at, 'Ola')
    expect((await standIn(ola.token)).status).toBe(204)
    expect(await managed(ola.token)).toMatchObject({ outcome: 'confirmed', shift: { standIn: 'wanted' } })
    expect(await open(at.id)).toMatchObject([{ free: 0, standIn: true, missing: 0 }])
    const jan = await taken(at, 'Jan', { waiting: false })
    expect(jan.outcome).toBe('confirmed')
    expect(await managed(ola.token)).toMatchObject({ outcome: 'withdrawn' })
    expect(await open(at.id)).toMatchObject([{ free: 0, standIn: false, missing: 0 }])
  })

  it('waits for approval where something is asked for', async () => {
    const at = await picnic({ minAge: 18, most: 1 })
    const ola = await taken(at, 'Ola')
    await standIn(ola.token)
    const jan = await taken(at, 'Jan')
    expect(jan).toMatchObject({ outcome: 'waiting', waitsFor: 'approval' })
    expect(await managed(ola.token)).toMatchObject({ outcome: 'confirmed', shift: { standIn: 'found' } })
    expect(await open(at.id)).toMatchObject([{ standIn: false }])
    await standIn(ola.token, false)
    expect(await managed(ola.token)).toMatchObject({ outcome: 'confirmed', shift: { standIn: 'none' } })
    expect((await standIn(jan.token)).status).toBe(409)
  })
})
