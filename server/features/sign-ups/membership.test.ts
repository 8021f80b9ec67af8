import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { api } from '#shared/contract/paths.ts'
import type { ClubView, ManageView, SeatsView, SeriesView, SignUpAnswer } from '#shared/contract/public.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve } from '../../http/testing/serve.ts'
import { findAttendees } from '../attendance/repository.ts'

/** Members of a club: signed up once, expected each time, away when they say so. */
const database = await freshDatabase()
const { pool, prisma } = database
// Far ahead: changes of what is over by the database's own clock are told to nobody.
let now = new Date('2037-11-23T11:00:00Z')
const config = readConfig({ TRUST_PROXY: '1' })
const clock = () => now
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const { logger } = createLogger('error', { write: () => undefined })
const ask = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds }))

let town: Town
let first: string
let second: string
const starts = ['2037-12-01T17:00:00', '2037-12-08T17:00:00', '2037-12-15T17:00:00'] as const

beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
  town = await seedTown(pool)
  await pool.query(
    `UPDATE "Activity" SET enrolment = 'MEMBERSHIP', capacity = 3, "opensDaysBefore" = 2, "closesMinutesBefore" = 60`,
  )
  first = await town.addSession({ activity: town.cinema, start: starts[0] })
  second = await town.addSession({ activity: town.cinema, start: starts[1] })
})

const json = async <T>(path: string): Promise<T> => JSON.parse((await ask(path)).body) as T
const post = (path: string, body: object = {}) =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const codeOf = ({ status, body }: { status: number; body: string }) =>
  status < 300 ? status : (JSON.parse(body) as { code: string }).code

async function join(name: string, more: object = {}): Promise<SignUpAnswer> {
  const contact = `${randomUUID().slice(0, 8)}@example.pl`
  const input = {
    name,
    contact,
    attending: true,
    others: [],
    language: 'pl',
    seen: starts[0],
    waiting: true,
    notice: noticeVersion,
  }
  const answer = await post(api.signUps(first), { ...input, ...more })
  expect([answer.status, answer.status === 201 ? '' : answer.body]).toEqual([201, ''])
  return JSON.parse(answer.body) as SignUpAnswer
}
const managed = (token: string) => json<ManageView>(api.manage(token))
const say = (token: string, session: string, away: boolean) => post(`${api.manage(token)}/absence`, { session, away })
const atTheDoor = async (session: string) =>
  Object.fromEntries((await findAttendees(prisma, session)).map(({ name, kind }) => [name, kind]))
const noticesOf = async (code: string) =>
  (
    await pool.query(
      `SELECT count(*)::int AS n FROM "Notice" n JOIN "SignUp" u ON u.id = n."signUpId" WHERE u.code = $1 AND n.kind = 'CHANGE'`,
      [code],
    )
  ).rows[0].n as number
const move = (id: string, start: string) =>
  pool.query(
    `UPDATE "Session" SET "wallStart" = $2, "wallEnd" = left($2, 11) || '21:00:00', "startsAt" = $2::timestamp AT TIME ZONE 'Europe/Warsaw',
       "endsAt" = (left($2, 11) || '21:00:00')::timestamp AT TIME ZONE 'Europe/Warsaw', "occupiedFrom" = $2::timestamp AT TIME ZONE 'Europe/Warsaw',
       "occupiedTo" = (left($2, 11) || '21:00:00')::timestamp AT TIME ZONE 'Europe/Warsaw' WHERE id = $1`,
    [id, start],
  )

describe('a club', () => {
  it('is joined from its page, its series’ page or a meeting, once for all meetings and at any time', async () => {
    expect((await json<ClubView>(api.club('klub-kinomana'))).series).toMatchObject([{ slug: 'kino', join: first }])
    expect((await json<SeriesView>(api.series('kino'))).join).toBe(first)
    expect(await json<SeatsView>(api.seats(first))).toMatchObject({
      standing: 'open',
      for: 'club',
      opensAt: null,
      closesAt: null,
    })
    const hanna = await join('Hanna')
    expect(await managed(hanna.token)).toMatchObject({
      for: 'club',
      outcome: 'confirmed',
      meetings: [
        { session: first, start: starts[0], away: false },
        { session: second, start: starts[1], away: false },
      ],
    })
    expect(await atTheDoor(second)).toEqual({ Hanna: 'member' })
    const third = await town.addSession({ activity: town.cinema, start: starts[2] })
    expect(await atTheDoor(third)).toEqual({ Hanna: 'member' })
    expect(await noticesOf(hanna.code)).toBe(1)
  })

  it('has as many members as it has places; who leaves makes room for who waits', async () => {
    const [irena, ewa] = [await join('Irena'), await join('Ewa')]
    const waits = await join('Olga')
    expect([irena.outcome, ewa.outcome, waits.outcome]).toEqual(['confirmed', 'confirmed', 'waiting'])
    expect(await codeOf(await say(waits.token, first, true))).toBe(204)
    await say(waits.token, first, false)
    await post(`${api.manage(irena.token)}/withdraw`)
    expect((await managed(waits.token)).outcome).toBe('confirmed')
    expect(await atTheDoor(first)).toEqual({ Hanna: 'member', Ewa: 'member', Olga: 'member' })
    for (const { token } of [ewa, waits]) await post(`${api.manage(token)}/withdraw`)
  })

  it('hears who won’t come that day, keeps their place, and expects them again when they say so', async () => {
    const maria = await join('Maria')
    expect(codeOf(await say(maria.token, first, true))).toBe(204)
    expect(codeOf(await say(maria.token, first, true))).toBe(204)
    expect((await managed(maria.token)).meetings.map(({ away }) => away)).toEqual([true, false, false])
    expect((await atTheDoor(first))['Maria']).toBe('away')
    expect((await atTheDoor(second))['Maria']).toBe('member')
    expect((await managed(maria.token)).outcome).toBe('confirmed')
    await say(maria.token, first, false)
    expect((await atTheDoor(first))['Maria']).toBe('member')
    await post(`${api.manage(maria.token)}/withdraw`)
    expect(codeOf(await say(maria.token, first, true))).toBe('sign-up-changed')
  })

  it('tells nobody of a change on a day on which they don’t come, and everybody when it goes to another day', async () => {
    const [away, comes] = [await join('Wanda'), await join('Zenon')]
    const told = async () => [await noticesOf(away.code), await noticesOf(comes.code)]
    const before = await told()
    await say(away.token, second, true)
    await move(second, '2037-12-08T18:00:00')
    expect(await told()).toEqual([before[0], before[1]! + 1])
    await move(second, '2037-12-09T18:00:00')
    expect(await told()).toEqual([before[0]! + 1, before[1]! + 2])
    expect((await managed(away.token)).meetings[1]).toMatchObject({ start: '2037-12-09T18:00:00', away: false })
    await move(second, '2037-12-08T17:00:00')
    expect((await managed(away.token)).meetings[1]).toMatchObject({ away: true })
    expect(await told()).toEqual([before[0]! + 2, before[1]! + 3])
    for (const { token } of [away, comes]) await post(`${api.manage(token)}/withdraw`)
  })

  it('takes no word about a meeting of others, one that began or a cancelled one', async () => {
    const other = await town.addSession({ activity: town.yoga, start: '2037-12-02T17:00:00' })
    const jan = await join('Jan')
    expect(codeOf(await say(jan.token, other, true))).toBe('not-found')
    expect(codeOf(await say(jan.token, randomUUID(), true))).toBe('not-found')
    expect(codeOf(await say(jan.token, 'x', true))).toBe('invalid-request')
    await pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [second])
    expect(codeOf(await say(jan.token, second, true))).toBe('session-cancelled')
    await pool.query(`UPDATE "Session" SET status = 'PLANNED', "cancelledAt" = NULL WHERE id = $1`, [second])
    now = new Date('2037-12-01T17:00:00Z')
    expect(codeOf(await say(jan.token, first, true))).toBe('not-found')
    now = new Date('2038-01-15T12:00:00Z')
    expect((await managed(jan.token)).started).toBe(false)
    expect(codeOf(await post(`${api.manage(jan.token)}/withdraw`))).toBe(204)
    now = new Date('2037-11-23T11:00:00Z')
  })
})

describe('laws of a club', () => {
  it('after any acts: members fit, absences change no place, the door expects members that aren’t away', async () => {
    const act = fc.record({ who: fc.nat(5), what: fc.constantFrom('join', 'leave', 'undo', 'away', 'comes') })
    await pool.query(
      `UPDATE "SignUp" SET status = 'WITHDRAWN', "withdrawnAt" = now(), "withdrawnFrom" = status WHERE status <> 'WITHDRAWN'`,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const [tokens, away] = [new Map<number, string>(), new Set<number>()]
        const said: [boolean, string][] = []
        for (const { who, what } of acts) {
          const token = tokens.get(who)
          if (what === 'join' && !token) tokens.set(who, (await join(`Osoba ${who}`)).token)
          if (!token) continue
          if (what === 'leave' || what === 'undo') await post(`${api.manage(token)}/${what === 'leave' ? 'withdraw' : 'undo'}`)
          if (what !== 'away' && what !== 'comes') continue
          const { outcome } = await managed(token)
          const { status } = await say(token, first, what === 'away')
          said.push([outcome === 'withdrawn', outcome], [status === 409, (await managed(token)).outcome])
          if (status === 204) away[what === 'away' ? 'add' : 'delete'](who)
        }
        const halves = [0, 1].map((half) => said.filter((_, index) => index % 2 === half))
        expect(halves[1]).toEqual(halves[0]) // no word about a day changes a place, and only members are heard
        const views = new Map(await Promise.all([...tokens].map(async ([who, token]) => [who, await managed(token)] as const)))
        const members = [...views].filter(([, { outcome }]) => outcome === 'confirmed').map(([who]) => who)
        const waiting = [...views.values()].filter(({ outcome }) => outcome === 'waiting').length
        expect(members.length).toBeLessThanOrEqual(3)
        expect(waiting === 0 || members.length === 3).toBe(true)
        const door = await atTheDoor(first)
        const expected = members.filter((who) => !away.has(who)).map((who) => `Osoba ${who}`)
        expect(
          Object.keys(door)
            .filter((name) => door[name] === 'member')
            .toSorted(),
        ).toEqual(expected.toSorted())
        for (const token of tokens.values()) await post(`${api.manage(token)}/withdraw`)
      }),
      { numRuns: 12 },
    )
  })
})
