import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { doublesView, mergeLook } from '#shared/contract/merge.ts'
import { attendanceApi, deskApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { foundPeople, peopleView } from '#shared/contract/desk.ts'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret, type SeedGrant } from '../../db/testing/seed-account.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'

const database = await freshDatabase()
const { pool } = database
let tick = Date.parse('2026-11-23T11:00:00Z')
const clock = () => new Date(tick++)
const config = readConfig({ TRUST_PROXY: '1' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const { logger } = createLogger('error', { write: () => true })
const ask = await serve(createApp({ config, logger, clock, database, feeds, secret: testSecret, clientFiles: new Map() }))

type Headers = Readonly<Record<string, string>>
let town: Town
let desk: Headers
let planner: Headers
let partly: Headers
let coordinator: Headers

beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', $1)`, [testSecret])
  town = await seedTown(pool)
  await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 2`)
  const scope = { kind: 'everywhere' } as const
  const signedIn = async (role: 'DESK' | 'ORGANISER' | 'COORDINATOR', where: SeedGrant['scope']) =>
    (await seedAccount(pool, { grants: [{ role, scope: where }] })).headers
  desk = await signedIn('DESK', scope)
  planner = await signedIn('ORGANISER', scope)
  coordinator = await signedIn('COORDINATOR', scope)
  partly = await signedIn('ORGANISER', { kind: 'program', id: town.programs.zatorze })
})

let days = 1
async function session(activity = town.yoga): Promise<{ id: string; seen: string }> {
  const seen = `2026-12-${String(days++).padStart(2, '0')}T17:00:00`
  return { id: await town.addSession({ activity, start: seen, venue: null }), seen }
}

const get = (who: Headers, path: string): Promise<Answer> => ask(path, { headers: who })
const post = (who: Headers, path: string, body: object = {}, more: Headers = {}): Promise<Answer> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...who, ...more }, body: JSON.stringify(body) })
const read = <T>({ body }: Answer): T => JSON.parse(body) as T

async function onWeb({ id, seen }: { id: string; seen: string }, name: string, contact: string, more: object = {}) {
  const body = { name, contact, attending: true, others: [], language: 'pl', seen, waiting: true, notice: noticeVersion, ...more }
  const answer = await post({}, api.signUps(id), body, { 'x-forwarded-for': '198.51.100.7' })
  expect(answer.status).toBe(201)
  const { rows } = await pool.query<{ id: string; personId: string }>(
    'SELECT id, "personId" FROM "SignUp" ORDER BY position DESC LIMIT 1',
  )
  return { ...rows[0]!, token: read<{ token: string }>(answer).token }
}

const everything = async (): Promise<string> => {
  const tables = [
    'Person',
    'SafeContact',
    'SignUp',
    'SignUpPerson',
    'VolunteerFact',
    'CallerCheck',
    'PersonalFeed',
    'Attendance',
    'AttendanceMark',
    'Notice',
  ]
  const all = await Promise.all(tables.map((table) => pool.query(`SELECT * FROM "${table}" ORDER BY 1, 2`)))
  return JSON.stringify(
    all.map(({ rows }) => rows as unknown),
    null,
    1,
  )
}
const known = (id: string, seen: string) => ({
  who: { kind: 'known', id },
  attending: true,
  others: [],
  language: 'pl',
  seen,
  waiting: true,
  overbook: false,
  source: 'phone',
  notice: noticeVersion,
})
const choice = { name: 'person', phone: 'person', email: 'other' } as const
const merge = (who: Headers, id: string, otherId: string, input: object = choice) => post(who, deskApi.double(id, otherId), input)
const undo = (who: Headers, id: string, mergeId: string) => post(who, deskApi.undoMerge(id, mergeId))
const doublesOf = async (who: Headers, id: string) => doublesView.parse(read(await get(who, deskApi.doubles(id))))
const listOf = async (id: string) => peopleView.parse(read(await get(planner, deskApi.people(id))))
async function merged(id: string, otherId: string, input: object = choice): Promise<string> {
  const answer = await merge(planner, id, otherId, input)
  expect([answer.status, answer.status === 201 ? '' : answer.body]).toEqual([201, ''])
  return read<{ id: string }>(answer).id
}
const why = (answer: Answer): unknown => {
  const { code, clash, why: said } = read<{ code: string; clash?: string; why?: string }>(answer)
  return [answer.status, code, clash ?? said]
}

describe('who may be the same person', () => {
  it('is found by number, by mailbox and by name, however it was typed; others are not', async () => {
    const one = await onWeb(await session(), 'Jan Łąkowy', '600 000 001')
    const again = await onWeb(await session(), 'łąkowy  jan', '+48600000001')
    const wife = await onWeb(await session(), 'Ewa Łąkowa', '600 000 001')
    const mail = await onWeb(await session(), 'Jan Łąkowy', 'jan@example.pl')
    await onWeb(await session(), 'Jan Lasowy', '600 000 002')
    const { doubles, mayMerge } = await doublesOf(desk, one.personId)
    expect(doubles.map(({ id, same }) => [id, same]).toSorted()).toEqual(
      [
        [again.personId, 'name-and-contact'],
        [mail.personId, 'name'],
        [wife.personId, 'contact'],
      ].toSorted(),
    )
    expect([mayMerge, doubles[0]?.hint]).toEqual([false, '••• 001'])
    expect((await doublesOf(planner, one.personId)).mayMerge).toBe(true)
  })

  it('is looked at side by side by who plans all of it: the desk and who plans a part may not, and who sees neither finds nothing', async () => {
    const here = await onWeb(await session(), 'Zofia Dwojga', '600 000 011')
    const place = await session()
    const there = await onWeb(place, 'Zofia Dwojga', 'zofia@example.pl')
    await pool.query('UPDATE "Session" SET "activityId" = $2 WHERE id = $1', [place.id, town.picnic])
    const path = deskApi.double(here.personId, there.personId)
    expect((await get(desk, path)).status).toBe(403)
    expect((await get(partly, path)).status).toBe(404)
    const look = mergeLook.parse(read(await get(planner, path)))
    expect(look).toMatchObject({
      person: { name: 'Zofia Dwojga', phone: '+48600000011', email: null, signUps: [{ kind: 'session', status: 'confirmed' }] },
      other: { name: 'Zofia Dwojga', phone: null, email: 'zofia@example.pl' },
      twice: [],
      clash: null,
    })
    expect((await merge(partly, here.personId, there.personId)).status).toBe(404)
    expect((await merge(planner, here.personId, here.personId)).status).toBe(404)
    expect((await merge(planner, here.personId, randomUUID())).status).toBe(404)
  })
})

describe('two that are one', () => {
  it('everything is one person’s, no seat is given or lost, links go on, and taking it back leaves what was', async () => {
    const [picnic, later] = [await session(), await session()]
    const one = await onWeb(picnic, 'Halina Podwójna', '600 000 021')
    const other = await onWeb(picnic, 'Halina Podwojna', 'halina@example.pl', { others: [{ name: 'Zosia', child: true }] })
    const third = await onWeb(later, 'H. Podwójna', '600 000 022')
    const account = (await pool.query<{ id: string }>('SELECT id FROM "Account" LIMIT 1')).rows[0]!.id
    const [feed, mark, mark2] = [randomUUID(), randomUUID(), randomUUID()]
    await pool.query(`UPDATE "Person" SET "bornBy" = '1950-01-01' WHERE id = $1`, [other.personId])
    await pool.query(
      `INSERT INTO "PersonalFeed" (id, "personId", scope, proof, "tokenHash", "createdAt") VALUES ($1, $2, 'PERSON', 'EMAIL', 'h', now())`,
      [feed, other.personId],
    )
    await pool.query(
      `INSERT INTO "VolunteerFact" ("personId", "organisationId", kind, "startsOn", "recordedById") SELECT $1, id, 'CLEARANCE', '2026-01-01', $2 FROM "Organisation" LIMIT 1`,
      [other.personId, account],
    )
    await pool.query(
      `INSERT INTO "SafeContact" ("personId", calls, sms, voicemail, mail, days, "notedAt", "notedById") VALUES
      ($1, true, true, true, 'NEUTRAL', '{}', now(), $3), ($2, true, false, false, 'USUAL', '{2,3}', now(), $3)`,
      [one.personId, other.personId, account],
    )
    for (const [id, person, present] of [
      [mark, one.personId, false],
      [mark2, other.personId, true],
    ] as const) {
      await pool.query(
        `INSERT INTO "AttendanceMark" (id, "sessionId", "personId", present, at, "receivedAt", device, "accountId") VALUES ($1, $2, $3, $4, now(), now(), 'd', $5)`,
        [id, picnic.id, person, present, account],
      )
      await pool.query(
        `INSERT INTO "Attendance" ("sessionId", "personId", present, at, "markId") VALUES ($1, $2, $3, now(), $4)`,
        [picnic.id, person, present, id],
      )
    }
    const [before, seats] = [await everything(), await listOf(picnic.id)]
    expect(mergeLook.parse(read(await get(planner, deskApi.double(one.personId, other.personId)))).twice).toHaveLength(1)

    const id = await merged(one.personId, other.personId)
    const { rows } = await pool.query('SELECT name, email, phone, "bornBy"::text FROM "Person" WHERE id = $1', [one.personId])
    expect(rows).toEqual([{ name: 'Halina Podwójna', email: 'halina@example.pl', phone: '+48600000021', bornBy: '1950-01-01' }])
    const after = await listOf(picnic.id)
    expect([after.taken, after.waiting, after.list.map(({ id: held, status, place }) => [held, status, place])]).toEqual([
      seats.taken,
      seats.waiting,
      seats.list.map(({ id: held, status, place }) => [held, status, place]),
    ])
    for (const { token } of [one, other]) expect((await get({}, api.manage(token))).status).toBe(200)
    const safe = await pool.query('SELECT "personId", sms, mail::text, days FROM "SafeContact" WHERE "personId" = ANY ($1)', [
      [one.personId, other.personId],
    ])
    expect(safe.rows).toEqual([{ personId: one.personId, sms: false, mail: 'NEUTRAL', days: [2, 3] }])
    const marks = await pool.query('SELECT "personId", present FROM "Attendance" WHERE "sessionId" = $1', [picnic.id])
    expect(marks.rows).toEqual([{ personId: one.personId, present: true }])
    const left = await pool.query(
      `SELECT (SELECT count(*) FROM "SignUp" WHERE "personId" = $1)::int + (SELECT count(*) FROM "SignUpPerson" WHERE "personId" = $1)::int
      + (SELECT count(*) FROM "PersonalFeed" WHERE "personId" = $1)::int + (SELECT count(*) FROM "VolunteerFact" WHERE "personId" = $1)::int
      + (SELECT count(*) FROM "AttendanceMark" WHERE "personId" = $1)::int + (SELECT count(*) FROM "Person" WHERE "guardianId" = $1)::int AS rows`,
      [other.personId],
    )
    expect(left.rows).toEqual([{ rows: 0 }])
    const view = await doublesOf(planner, one.personId)
    expect(view.merges).toMatchObject([{ id, name: 'Halina Podwojna', hint: 'ha•••@example.pl', stays: null }])
    expect(view.twice.map(({ signUps }) => signUps.map((held) => held.id).toSorted())).toEqual([[one.id, other.id].toSorted()])
    expect((await get(planner, deskApi.person(other.personId))).status).toBe(404)
    expect(
      foundPeople
        .parse(read(await get(planner, `${deskApi.persons}?q=Podwojna`)))
        .people.map((found) => found.id)
        .toSorted(),
    ).toEqual([one.personId, third.personId].toSorted())
    expect((await get(coordinator, api.audit)).body).toContain('łączy dwa wpisy jednej osoby')

    expect((await undo(desk, one.personId, id)).status).toBe(403)
    expect((await undo(planner, one.personId, id)).status).toBe(204)
    expect(await everything()).toBe(before)
    expect((await undo(planner, one.personId, id)).status).toBe(404)
  })

  it('whoever is written down under the former id a moment later is the one: staff, a tablet that was away, the same at once', async () => {
    const [place, there] = [await session(), await session()]
    const one = await onWeb(place, 'Adam Dawny', '600 000 031')
    const other = await onWeb(there, 'Adam Dawny', '600 000 032')
    await merged(one.personId, other.personId, { name: 'person', phone: 'person', email: 'person' })
    const again = await post(planner, deskApi.people(there.id), known(one.personId, there.seen))
    expect(why(again)).toEqual([409, 'already-signed-up', undefined])
    const later = { id: await town.addSession({ activity: town.yoga, start: '2026-11-23T12:30:00', venue: null }) }
    await pool.query(
      `INSERT INTO "SignUp" (id, "sessionId", "personId", status, seats, source, code, "noticeVersion", "recordedById") SELECT gen_random_uuid(), $1, $2, 'CONFIRMED', 1, 'DESK', 'ABCDEFG', '1', id FROM "Account" LIMIT 1`,
      [later.id, other.personId],
    )
    await pool.query(
      `INSERT INTO "SignUpPerson" ("signUpId", "personId", position) SELECT id, $2, 0 FROM "SignUp" WHERE "sessionId" = $1`,
      [later.id, other.personId],
    )
    const { rows } = await pool.query('SELECT "personId" FROM "SignUp" WHERE "sessionId" = $1', [later.id])
    expect(rows).toEqual([{ personId: one.personId }])
    const tap = {
      id: randomUUID(),
      kind: 'person',
      person: other.personId,
      role: 'attendee',
      present: true,
      at: '2026-11-23T10:59:00.000Z',
    }
    const sent = await post(
      planner,
      attendanceApi.list(later.id),
      { changes: [tap] },
      { 'attendance-device': 'tablet-at-the-front-door' },
    )
    expect([sent.status, sent.status < 300 ? '' : sent.body]).toEqual([200, ''])
    expect((await pool.query('SELECT "personId", present FROM "Attendance" WHERE "sessionId" = $1', [later.id])).rows).toEqual([
      { personId: one.personId, present: true },
    ])
  })

  it('of two organisers at once one merges, and staff who sign the one up where both stood are told', async () => {
    const place = await session()
    const one = await onWeb(place, 'Olga Równa', '600 000 041')
    const other = await onWeb(await session(), 'Olga Równa', 'olga@example.pl')
    const answers = await Promise.all([
      merge(planner, one.personId, other.personId),
      merge(coordinator, other.personId, one.personId),
    ])
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
    expect(won?.status).toBe(201)
    expect([404, 409]).toContain(lost?.status)
    const { rows } = await pool.query<{ id: string }>(`SELECT id FROM "Person" WHERE id = ANY ($1) AND "mergedIntoId" IS NULL`, [
      [one.personId, other.personId],
    ])
    const answer = await post(planner, deskApi.people(place.id), known(rows[0]!.id, place.seen))
    expect(why(answer)).toEqual([409, 'already-signed-up', undefined])
  })
})

describe('two that can not be one, or no longer two', () => {
  it('says why: a child and a grown-up, who belong together, who come together', async () => {
    const place = await session()
    const mother = await onWeb(place, 'Maria Matczyna', '600 000 051', { others: [{ name: 'Maria Matczyna', child: true }] })
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM "Person" WHERE "guardianId" = $1', [mother.personId])
    expect(why(await merge(planner, mother.personId, rows[0]!.id))).toEqual([409, 'cannot-merge', 'family'])
    const aunt = await onWeb(await session(), 'Maria Matczyna', '600 000 052')
    expect(why(await merge(planner, aunt.personId, rows[0]!.id))).toEqual([409, 'cannot-merge', 'child'])
    const friends = await onWeb(await session(), 'Ala Razem', '600 000 053', { others: [{ name: 'Ela Razem', child: false }] })
    const friend = await pool.query<{ id: string }>(`SELECT id FROM "Person" WHERE name = 'Ela Razem'`)
    expect(why(await merge(planner, friends.personId, friend.rows[0]!.id))).toEqual([409, 'cannot-merge', 'same-party'])
  })

  it('is not taken back after the name changed, after another merge until that is taken back, or after a new safe contact', async () => {
    const one = await onWeb(await session(), 'Irena Trzecia', '600 000 061')
    const two = await onWeb(await session(), 'Irena Trzecia', '600 000 062')
    const three = await onWeb(await session(), 'Irena Trzecia', '600 000 063')
    const first = await merged(one.personId, two.personId)
    const second = await merged(one.personId, three.personId)
    expect((await doublesOf(planner, one.personId)).merges.map(({ id, stays }) => [id, stays])).toContainEqual([second, null])
    expect(why(await undo(planner, one.personId, first))).toEqual([409, 'merge-stays', 'merged-since'])
    expect((await undo(planner, one.personId, second)).status).toBe(204)
    await pool.query(`UPDATE "Person" SET phone = '+48600000069' WHERE id = $1`, [one.personId])
    expect(why(await undo(planner, one.personId, first))).toEqual([409, 'merge-stays', 'edited'])
    await pool.query(`UPDATE "Person" SET phone = '+48600000061' WHERE id = $1`, [one.personId])
    await pool.query(
      `INSERT INTO "SafeContact" ("personId", calls, sms, voicemail, mail, days, "notedAt", "notedById") SELECT $1, true, true, false, 'NONE', '{}', now(), id FROM "Account" LIMIT 1`,
      [one.personId],
    )
    expect(why(await undo(planner, one.personId, first))).toEqual([409, 'merge-stays', 'safe-contact'])
    await pool.query('DELETE FROM "SafeContact" WHERE "personId" = $1', [one.personId])
    const [left, right] = await Promise.all([undo(planner, one.personId, first), undo(coordinator, one.personId, first)])
    expect([left.status, right.status].toSorted()).toEqual([204, 404])
  })
})
