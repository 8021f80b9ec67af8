import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { attendanceHistory, attendanceSums, attendanceView, newDoorLink } from '#shared/contract/attendance.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { api, attendanceApi, volunteerApi } from '#shared/contract/paths.ts'
import { volunteerView } from '#shared/contract/volunteer.ts'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret } from '../../db/testing/seed-account.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'

const database = await freshDatabase()
const { pool } = database
const before = new Date('2026-11-20T11:00:00Z')
const duringIt = new Date('2026-11-26T17:10:00Z')
let now = before
const clock = () => now
const config = readConfig({})
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const { logger } = createLogger('info', { write: () => undefined })
const ask = await serve(createApp({ config, logger, clock, database, feeds, secret: testSecret, clientFiles: new Map() }))
const device = 'tablet-aaaaaaaaaaaa'
const start = '2026-11-26T18:00:00'
let [session, person, token] = ['', '', '']
let planner: Readonly<Record<string, string>>

const json = <T>({ body }: Answer): T => JSON.parse(body) as T
const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })

async function shift(name: string, fromMinutes: number, minutes: number): Promise<string> {
  const asks = { minAge: null, needsClearance: false, needsAgreement: false, isPublic: true }
  const plan = { name: { pl: name }, fromMinutes, minutes, least: 1, most: 2, ...asks }
  return json<{ id: string }>(await post(volunteerApi.sessionShifts(session), plan, planner)).id
}

async function takes(shiftId: string, seen: string, who: object): Promise<string> {
  const form = { who, language: 'pl', seen, waiting: false, overlapping: true, notice: noticeVersion }
  const taken = await post(api.shiftSignUps(session, shiftId), form)
  expect([taken.status, taken.body]).toEqual([201, expect.any(String)])
  return json<{ token: string }>(taken).token
}

/** Ola has the grill for one hour and the cleaning for half an hour, at one meeting. */
beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', $1)`, [testSecret])
  const town = await seedTown(pool)
  planner = (await seedAccount(pool, { grants: [{ role: 'ORGANISER', scope: { kind: 'everywhere' } }] })).headers
  session = await town.addSession({ activity: town.yoga, start, venue: null })
  const [grill, cleaning] = [await shift('grill', 0, 60), await shift('sprzątanie', 60, 30)]
  const link = await takes(grill, start, { kind: 'new', name: 'Ola Wymyślona', contact: 'ola@example.pl', age: '18' })
  await takes(cleaning, '2026-11-26T19:00:00', { kind: 'link', token: link, age: null })
  person = await onlyPerson()
  now = duringIt
  token = await openedDoor()
})

async function onlyPerson(): Promise<string> {
  const { rows } = await pool.query<{ personId: string }>(`SELECT DISTINCT "personId" FROM "SignUp"`)
  expect(rows).toHaveLength(1)
  return rows[0]!.personId
}

async function openedDoor(): Promise<string> {
  const { token: made } = newDoorLink.parse(json(await post(attendanceApi.links(session), {}, planner)))
  expect((await post(`${api.door(made)}/claim`, {}, { 'attendance-device': device })).status).toBe(204)
  return made
}

const at = (second: number): string => new Date(duringIt.getTime() - 60_000 + 1000 * second).toISOString()
const tap = (present: boolean, second: number, signUp?: string) => ({
  kind: 'person',
  id: randomUUID(),
  person,
  role: 'volunteer',
  present,
  at: at(second),
  ...(signUp && { signUp }),
})
const send = async (...changes: readonly object[]) =>
  attendanceView.parse(json(await post(`${api.door(token)}/list`, { changes }, { 'attendance-device': device })))
const certified = async () => {
  const { shifts, hours } = volunteerView.parse(json(await ask(volunteerApi.volunteer(person), { headers: planner })))
  return [shifts.filter(({ attended }) => attended).map(({ name }) => name.text), hours]
}

it('each shift is a line at the door, and hours are certified for those that somebody worked', async () => {
  const list = await send({ kind: 'count', id: randomUUID(), count: 0, at: at(0) })
  expect(list.people.map(({ name, shift: has, present }) => [name, has?.name.text, has?.start, present])).toEqual([
    ['Ola Wymyślona', 'grill', '2026-11-26T18:00:00', null],
    ['Ola Wymyślona', 'sprzątanie', '2026-11-26T19:00:00', null],
  ])
  const [grill, cleaning] = list.people.map(({ signUp }) => signUp!)
  const marked = await send(tap(true, 1, grill), tap(true, 2, randomUUID()))
  expect(marked.people.map(({ present }) => present)).toEqual([true, null])
  expect(marked.refused).toHaveLength(1)
  expect(await certified()).toEqual([['grill'], 1])

  // Taps about one shift say nothing of the other, in whatever order they come.
  const [late, early] = [tap(false, 5, cleaning), tap(true, 4, cleaning)]
  expect((await send(late, early, late)).people.map(({ present }) => present)).toEqual([true, false])
  expect(await certified()).toEqual([['grill'], 1])
  expect(attendanceSums.parse(json(await ask(attendanceApi.sums(session), { headers: planner })))).toMatchObject({
    present: 0,
    volunteers: 1,
  })
  const { marks } = attendanceHistory.parse(json(await ask(attendanceApi.history(session), { headers: planner })))
  expect(marks.map(({ shift: about, present }) => [about?.text, present])).toContainEqual(['sprzątanie', true])
})

it('T61: a tap of a device that knew no shifts yet is about all that somebody has there, and later taps hold over it', async () => {
  expect((await send(tap(true, 10))).people.map(({ present }) => present)).toEqual([true, true])
  expect(await certified()).toEqual([['grill', 'sprzątanie'], 1.5])
  const [, cleaning] = (await send(tap(true, 3))).people.map(({ signUp }) => signUp!)
  expect((await send(tap(false, 12, cleaning), tap(true, 11))).people.map(({ present }) => present)).toEqual([true, false])
  expect(attendanceSums.parse(json(await ask(attendanceApi.sums(session), { headers: planner }))).volunteers).toBe(1)
})

it('a mark from before shifts had their own goes on counting for all of them', async () => {
  await pool.query(`DELETE FROM "Attendance"`)
  await pool.query(
    `INSERT INTO "Attendance" ("sessionId", "personId", role, present, at, "markId") VALUES ($1, $2, 'VOLUNTEER', true, now(), gen_random_uuid())`,
    [session, person],
  )
  expect(await certified()).toEqual([[], 0])
  const migration = readFileSync('prisma/migrations/20261126133600_mark_per_shift/migration.sql', 'utf8')
  await pool.query(migration.slice(migration.indexOf('INSERT INTO'), migration.indexOf('-- DropIndex')))
  expect(await certified()).toEqual([['grill', 'sprzątanie'], 1.5])
  expect((await send(tap(true, 20))).people.map(({ present }) => present)).toEqual([true, true])
})
