import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { api } from '#shared/contract/paths.ts'
import type { ElsewhereView, ManageView, SeatsView, SignUpAnswer } from '#shared/contract/public.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'
import { freeSlots, isWithin, slotsOf } from './slots.ts'

/** A lawyer on Tuesdays: a day of times, each of which one party has. */
const database = await freshDatabase()
const { pool } = database
// Far ahead: changes of what is over by the database's own clock are told to nobody.
let now = new Date('2037-11-23T11:00:00Z')
const config = readConfig({ TRUST_PROXY: '1' })
const clock = () => now
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const { logger } = createLogger('error', { write: () => undefined })
const ask = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds }))

let town: Town
let days = 1
beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
  town = await seedTown(pool)
  await pool.query(`UPDATE "Activity" SET enrolment = 'BY_APPOINTMENT', "slotMinutes" = 30, capacity = 2`)
})

type Day = { readonly id: string; readonly seen: string; readonly at: (clock: string) => string }
/** A day of its own, from 15 to 16:30: three times. */
async function day(more: { readonly end?: string; readonly activity?: string } = {}): Promise<Day> {
  const date = `2037-12-${String(days++).padStart(2, '0')}`
  const end = `${date}T${more.end ?? '16:30:00'}`
  const id = await town.addSession({ activity: more.activity ?? town.yoga, start: `${date}T15:00:00`, end })
  return { id, seen: `${date}T15:00:00`, at: (time) => `${date}T${time}:00` }
}

const json = async <T>(path: string): Promise<T> => JSON.parse((await ask(path)).body) as T
const post = (path: string, body: object = {}, key = randomUUID()): Promise<Answer> =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  })
const codeOf = ({ status, body }: Answer) => (status < 300 ? status : (JSON.parse(body) as { code: string }).code)
const input = (name: string, { seen }: Day, slot: string | undefined, contact = `${randomUUID().slice(0, 8)}@example.pl`) => ({
  name,
  contact,
  attending: true,
  others: [],
  language: 'pl',
  seen,
  ...(slot !== undefined && { slot }),
  waiting: true,
  notice: noticeVersion,
})
const book = (of: Day, name: string, time: string | undefined, contact?: string) =>
  post(api.signUps(of.id), input(name, of, time === undefined ? undefined : of.at(time), contact))
async function booked(of: Day, name: string, time: string): Promise<SignUpAnswer> {
  const answer = await book(of, name, time)
  expect([answer.status, answer.status === 201 ? '' : answer.body]).toEqual([201, ''])
  return JSON.parse(answer.body) as SignUpAnswer
}
const free = async ({ id }: Day) => (await json<SeatsView>(api.seats(id))).slots?.map(({ start }) => start.slice(11, 16))
const managed = (token: string) => json<ManageView>(api.manage(token))
const move = (token: string, of: Day, time: string) =>
  post(`${api.manage(token)}/exchange`, {
    sessionId: of.id,
    seen: of.seen,
    slot: of.at(time),
    language: 'pl',
    notice: noticeVersion,
  })
const changesOf = async (code: string) =>
  (
    await pool.query<{ start: string; known: boolean }>(
      `SELECT n.before ->> 'start' AS start, n."knownAt" IS NOT NULL AS known FROM "Notice" n JOIN "SignUp" u ON u.id = n."signUpId"
       WHERE u.code = $1 AND n.kind = 'CHANGE' ORDER BY n."createdAt"`,
      [code],
    )
  ).rows

describe('the times of a day', () => {
  const hours = { wallStart: '2037-12-01T15:00:00', wallEnd: '2037-12-01T16:10:00' }

  it.each([
    [30, [0, 30]],
    [20, [0, 20, 40]],
    [70, [0]],
    [75, []],
  ])('%d minutes each', (slotMinutes, from) => {
    expect(slotsOf({ ...hours, slotMinutes }).map(({ fromMinutes }) => fromMinutes)).toEqual(from)
  })

  it('are none on whole days, and keep apart from those of another length', () => {
    expect(slotsOf({ wallStart: '2037-12-01', wallEnd: '2037-12-02', slotMinutes: 30 })).toEqual([])
    const taken = [{ fromMinutes: 30, minutes: 30 }]
    expect(freeSlots({ ...hours, slotMinutes: 20 }, taken, new Date(0)).map(({ fromMinutes }) => fromMinutes)).toEqual([0])
    expect([isWithin(hours, { fromMinutes: 40, minutes: 30 }), isWithin(hours, { fromMinutes: 60, minutes: 30 })]).toEqual([
      true,
      false,
    ])
  })
})

describe('an appointment', () => {
  it('takes a free time, and the page shows the others and no count (mechanics 24)', async () => {
    const lawyer = await day()
    expect(await json<SeatsView>(api.seats(lawyer.id))).toMatchObject({
      for: 'appointment',
      standing: 'open',
      seats: null,
      waiting: null,
    })
    const { token } = await booked(lawyer, 'Anna', '15:30')
    expect(await free(lawyer)).toEqual(['15:00', '16:00'])
    expect(await managed(token)).toMatchObject({
      for: 'appointment',
      outcome: 'confirmed',
      start: lawyer.at('15:30'),
      end: lawyer.at('16:00'),
    })
    const taken = await book(lawyer, 'Ewa', '15:30')
    expect([codeOf(taken), JSON.parse(taken.body).free]).toEqual(['slot-taken', [lawyer.at('15:00'), lawyer.at('16:00')]])
    for (const time of ['15:10', '16:30', undefined]) expect(codeOf(await book(lawyer, 'Ewa', time))).toBe('slot-taken')
  })

  it('is had by exactly one of twenty who want it at once; the others are told what is free', async () => {
    const lawyer = await day()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => book(lawyer, `Osoba ${index}`, '16:00')))
    expect(answers.map(codeOf).filter((code) => code === 201)).toHaveLength(1)
    expect(new Set(answers.map(codeOf))).toEqual(new Set([201, 'slot-taken']))
    expect(await free(lawyer)).toEqual(['15:00', '15:30'])
  })

  it('goes to another time of the day with its link, and to another day with a new one', async () => {
    const [tuesday, thursday] = [await day(), await day()]
    const anna = await booked(tuesday, 'Anna', '15:00')
    await booked(tuesday, 'Ewa', '15:30')
    const { choices } = await json<ElsewhereView>(`${api.manage(anna.token)}/elsewhere`)
    const offered = choices.map(({ slot }) => slot?.start)
    expect(offered).toContain(tuesday.at('16:00'))
    expect(offered).toContain(thursday.at('15:00'))
    expect(offered).not.toContain(tuesday.at('15:30'))
    expect(codeOf(await move(anna.token, tuesday, '15:30'))).toBe('slot-taken')
    const moved = await move(anna.token, tuesday, '16:00')
    expect([codeOf(moved), JSON.parse(moved.body).token]).toEqual([201, anna.token])
    expect((await managed(anna.token)).start).toBe(tuesday.at('16:00'))
    expect(await changesOf(anna.code)).toEqual([{ start: tuesday.at('15:00'), known: true }])
    const gone = JSON.parse((await move(anna.token, thursday, '15:30')).body) as SignUpAnswer
    expect((await managed(gone.token)).start).toBe(thursday.at('15:30'))
    expect((await managed(anna.token)).outcome).toBe('withdrawn')
    expect([await free(tuesday), await free(thursday)]).toEqual([
      ['15:00', '16:00'],
      ['15:00', '16:00'],
    ])
  })

  it('is given up, and comes back as long as nobody else has it', async () => {
    const lawyer = await day()
    const anna = await booked(lawyer, 'Anna', '15:00')
    await post(`${api.manage(anna.token)}/withdraw`)
    expect((await managed(anna.token)).undo).toMatchObject({ gives: 'seat' })
    const ewa = await booked(lawyer, 'Ewa', '15:00')
    expect((await managed(anna.token)).undo).toBeNull()
    expect(codeOf(await post(`${api.manage(anna.token)}/undo`))).toBe('slot-taken')
    await post(`${api.manage(ewa.token)}/withdraw`)
    expect(codeOf(await post(`${api.manage(anna.token)}/undo`))).toBe(204)
    expect(await free(lawyer)).toEqual(['15:30', '16:00'])
  })

  it('moves along with its session, and people are told their own new time', async () => {
    const lawyer = await day()
    const anna = await booked(lawyer, 'Anna', '15:30')
    const to = lawyer.seen.replace('T15', 'T10')
    await pool.query(
      `UPDATE "Session" SET "wallStart" = $2, "wallEnd" = left($2, 11) || '11:30:00', "startsAt" = $2::timestamp AT TIME ZONE 'Europe/Warsaw',
         "endsAt" = (left($2, 11) || '11:30:00')::timestamp AT TIME ZONE 'Europe/Warsaw', "occupiedFrom" = $2::timestamp AT TIME ZONE 'Europe/Warsaw',
         "occupiedTo" = (left($2, 11) || '11:30:00')::timestamp AT TIME ZONE 'Europe/Warsaw' WHERE id = $1`,
      [lawyer.id, to],
    )
    expect((await managed(anna.token)).start).toBe(lawyer.at('10:30'))
    expect(await changesOf(anna.code)).toEqual([{ start: lawyer.at('15:30'), known: false }])
  })

  it('can be taken until its own start and given up until then, when the day has long begun', async () => {
    const lawyer = await day()
    const anna = await booked(lawyer, 'Anna', '16:00')
    now = new Date(`${lawyer.seen.slice(0, 10)}T14:20:00Z`) // 15:20 in Warsaw
    expect(await free(lawyer)).toEqual(['15:30'])
    expect(codeOf(await book(lawyer, 'Ewa', '15:00'))).toBe('slot-taken')
    expect(codeOf(await book(lawyer, 'Ewa', '15:30'))).toBe(201)
    expect(codeOf(await post(`${api.manage(anna.token)}/withdraw`))).toBe(204)
    now = new Date(`${lawyer.seen.slice(0, 10)}T15:10:00Z`)
    expect(codeOf(await book(lawyer, 'Ola', '16:00'))).toBe('session-started')
    now = new Date('2037-11-23T11:00:00Z')
  })

  it('of a discreet kind stands nowhere in public, and another day is offered by its neutral name', async () => {
    await pool.query(`UPDATE "Activity" SET "isDiscreet" = true, "discreetTitle" = '{"pl": "Rozmowa"}' WHERE id = $1`, [
      town.picnic,
    ])
    const [one, other] = [await day({ activity: town.picnic }), await day({ activity: town.picnic })]
    expect(codeOf(await ask(api.seats(one.id)))).toBe('not-found')
    expect(codeOf(await book(one, 'Anna', '15:00'))).toBe('not-found')
    await pool.query(`UPDATE "Activity" SET "discreetListed" = true WHERE id = $1`, [town.picnic])
    const { token } = await booked(one, 'Anna', '15:00')
    await pool.query(`UPDATE "Activity" SET "discreetListed" = false WHERE id = $1`, [town.picnic])
    const { choices } = await json<ElsewhereView>(`${api.manage(token)}/elsewhere`)
    expect(new Set(choices.map(({ title, place }) => `${title.text} ${place}`))).toEqual(new Set(['Rozmowa null']))
    expect(codeOf(await move(token, other, '15:00'))).toBe(201)
    expect(codeOf(await move(token, await day(), '15:00'))).toBe('not-found')
  })

  it('stays itself in the calendar of its owner, with a number that rises', async () => {
    const lawyer = await day()
    const anna = await booked(lawyer, 'Anna', '15:00')
    const made = await post(`${api.manage(anna.token)}/feeds`, { holds: 'sign-up', waiting: false })
    const { url } = JSON.parse(made.body) as { url: string }
    const entry = async () => {
      const { body } = await ask(new URL(url).pathname)
      const value = (name: string) =>
        new RegExp(`^${name}[^:]*:(.*)\r$`, 'm').exec(body.slice(body.indexOf('BEGIN:VEVENT')))?.[1] ?? ''
      return { uid: value('UID'), start: value('DTSTART'), sequence: Number(value('SEQUENCE')) }
    }
    const before = await entry()
    expect(before.start).toBe(lawyer.at('15:00').replaceAll(/[-:]/g, ''))
    await move(anna.token, lawyer, '16:00')
    const after = await entry()
    expect(after).toMatchObject({ uid: before.uid, start: lawyer.at('16:00').replaceAll(/[-:]/g, '') })
    expect(after.sequence).toBeGreaterThan(before.sequence)
  })
})

describe('laws of appointments', () => {
  it('after any acts at once and one after another: nobody shares a time, and what is free is what nobody has', async () => {
    const times = ['15:00', '15:30', '16:00'] as const
    const act = fc.record({
      who: fc.nat(4),
      what: fc.constantFrom('book', 'move', 'leave', 'undo'),
      time: fc.constantFrom(...times),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
        const lawyer = { ...(await day()) }
        days = 1 + (days % 28)
        const tokens = new Map<number, string>()
        for (const round of rounds) {
          const done = round.map(async ({ who, what, time }) => {
            const token = tokens.get(who)
            if (what === 'book' && !token) {
              const answer = await book(lawyer, `Osoba ${who}`, time, `osoba${who}@example.pl`)
              if (answer.status === 201) tokens.set(who, (JSON.parse(answer.body) as SignUpAnswer).token)
              return answer.status
            }
            if (!token) return 204
            if (what === 'move') return (await move(token, lawyer, time)).status
            return (await post(`${api.manage(token)}/${what === 'leave' ? 'withdraw' : 'undo'}`)).status
          })
          expect((await Promise.all(done)).filter((status) => status >= 500)).toEqual([])
        }
        const { rows } = await pool.query<{ from: number }>(
          `SELECT "slotFrom" AS "from" FROM "SignUp" WHERE "sessionId" = $1 AND status <> 'WITHDRAWN' AND "duplicateOfId" IS NULL ORDER BY 1`,
          [lawyer.id],
        )
        const had = rows.map(({ from }) => from)
        expect(new Set(had).size).toBe(had.length)
        expect(await free(lawyer)).toEqual(times.filter((_, index) => !had.includes(index * 30)))
      }),
      { numRuns: 15 },
    )
  })
})
