import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { importDone, importPlan, importReading, importSources, importTargets } from '#shared/contract/import.ts'
import { importApi } from '#shared/contract/paths.ts'
import type { Actor, Grant } from '../../actor.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { writer } from '../../db/write.ts'
import { FetchFailedError } from '../../http/fetch-safely.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import { planningService } from '../planning/service.ts'
import { importRoutes } from './routes.ts'
import { importService } from './service.ts'

const database = await freshDatabase()
const { pool } = database
const town = await seedTown(pool)
const now = new Date('2026-11-25T11:00:00Z')

async function one(sql: string, values: readonly unknown[] = []): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`${sql} RETURNING id`, [...values])
  return rows[0]!.id
}
const account = (name: string) =>
  one(`INSERT INTO "Account" (name, email) VALUES ($1, $2)`, [name, `${name.toLowerCase()}@example.com`])
const [zofia, wit] = [await account('Zofia'), await account('Wit')]
const clubId = (await pool.query<{ id: string }>(`SELECT id FROM "Club"`)).rows[0]!.id
await one(`INSERT INTO "Room" ("venueId", name) VALUES ($1, 'sala 2')`, [town.venue])
await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('nasze.podworko', '\\x00') ON CONFLICT DO NOTHING`)

const remote = new Map<string, string>()
const imports = importService({
  prisma: database.prisma,
  write: writer(database),
  clock: () => now,
  fetch: async (url) => {
    const text = remote.get(url)
    if (text === undefined) throw new FetchFailedError('status', 404)
    return Buffer.from(text)
  },
})
const as = (accountId: string, ...grants: readonly Grant[]): Promise<Awaited<ReturnType<typeof serveAs>>> => {
  const actor: Actor = { accountId, name: 'Zofia', email: 'zofia@example.com', grants }
  return serveAs(actor, importRoutes(imports))
}
const inProgram = (id: string, role: Grant['role'] = 'ORGANISER', ownOnly = false): Grant => ({
  role,
  scope: { kind: 'program', id },
  ownOnly,
})
const zatorze = await as(zofia, inProgram(town.programs.zatorze))
const dab = await as(wit, inProgram(town.programs.dab))
const desk = await as(wit, inProgram(town.programs.zatorze, 'DESK'))
const own = await as(wit, inProgram(town.programs.zatorze, 'ORGANISER', true))
const ofClub = await as(zofia, { role: 'ORGANISER', scope: { kind: 'club', id: clubId }, ownOnly: false })

type Ask = typeof zatorze
const post = (ask: Ask, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
const upload = (ask: Ask, text: string | Buffer, name = '') =>
  ask(`${importApi.readings}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: text as string,
  })

async function read(ask: Ask, text: string, name = '') {
  const { status, body } = await upload(ask, text, name)
  expect([status, status === 201 ? '' : body]).toEqual([201, ''])
  return importReading.parse(JSON.parse(body))
}
type Choices = Readonly<Record<string, unknown>>
async function plan(ask: Ask, readingId: string, choices: Choices) {
  const { status, body } = await post(ask, importApi.plan(readingId), { name: 'Plan', ...choices })
  expect([status, status === 200 ? '' : body]).toEqual([200, ''])
  return importPlan.parse(JSON.parse(body))
}
async function apply(ask: Ask, text: string, choices: Choices) {
  const reading = await read(ask, text)
  const looked = await plan(ask, reading.id, choices)
  const body = { name: 'Plan', confirmWarnings: true, ...choices, token: looked.token }
  const answer = await post(ask, importApi.apply(reading.id), body)
  expect([answer.status, answer.status === 200 ? '' : answer.body]).toEqual([200, ''])
  return { looked, done: importDone.parse(JSON.parse(answer.body)) }
}

const table = (...lines: readonly string[]) => ['Data;Od;Do;Zajęcia;Klub;Miejsce;Sala', ...lines].join('\r\n')
const inZatorze = { programId: town.programs.zatorze, publish: true }

async function sessionsOf(title: string) {
  const { rows } = await pool.query(
    `SELECT s.id, s."wallStart" AS start, s.status, s."roomId" IS NOT NULL AS room, s."movedFrom" AS moved, face.sequence
     FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" LEFT JOIN "SessionFace" face ON face."sessionId" = s.id
     WHERE coalesce(s.title, a.title) ->> 'pl' = $1 AND s."removedAt" IS NULL ORDER BY s."startsAt", s.id`,
    [title],
  )
  return rows as { id: string; start: string; status: string; room: boolean; moved: string | null; sequence: number }[]
}
const counted = async () => Number((await pool.query(`SELECT count(*) FROM "Session" WHERE "removedAt" IS NULL`)).rows[0].count)
const said = ({ counts }: { readonly counts: Readonly<Record<string, number>> }) =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ')

describe('a pasted plan', () => {
  const december = table(
    '01.12.2026;17:00;19:00;Robótki;Klub Kinomana;Świetlica;sala 2',
    '08.12.2026;17:00;19:00;Robótki;Klub Kinomana;Świetlica;sala 2',
    '15.12.2026;17:00;19:00;Robótki;Kinomana;ul. Zmyślona 1;2',
    '09.12.2026;10:00;12:00;Kawa;;Świetlica;',
    '30.02.2027;10:00;12:00;Nic;;;',
    '01.12.2026;17:00;19:00;Robótki;Klub Kinomana;Świetlica;sala 2',
  )
  let sourceId = ''

  it('is looked at before anything is written, and comes in as one series per title, club and place', async () => {
    const reading = await read(zatorze, december, 'plan.csv')
    const before = await counted()
    const looked = await plan(zatorze, reading.id, inZatorze)
    expect(said(looked)).toBe('4 new, 1 duplicate, 1 refused')
    expect(looked.rows.find(({ state }) => state === 'refused')).toMatchObject({
      line: 6,
      fault: 'no-such-day',
      value: '30.02.2027',
    })
    expect(await counted()).toBe(before)

    const { done } = await apply(zatorze, december, inZatorze)
    sourceId = done.sourceId
    expect(done).toMatchObject({ planned: 4, changed: 0, cancelled: 0, batchId: expect.any(String) })
    expect((await sessionsOf('Robótki')).map(({ start, room: has }) => [start, has])).toEqual([
      ['2026-12-01T17:00:00', true],
      ['2026-12-08T17:00:00', true],
      ['2026-12-15T17:00:00', true],
    ])
    const { rows } = await pool.query(
      `SELECT s.slug, s."clubId" IS NOT NULL AS club, a.schedule ->> 'kind' AS kind, jsonb_array_length(a.schedule -> 'spans') AS dates, e.kind AS edit
       FROM "Series" s JOIN "Activity" a ON a."seriesId" = s.id JOIN "Edit" e ON e."seriesId" = s.id WHERE e."batchId" = $1 ORDER BY 1`,
      [done.batchId],
    )
    expect(rows).toEqual([
      { slug: 'kawa', club: false, kind: 'picked', dates: 1, edit: 'import' },
      { slug: 'robotki', club: true, kind: 'picked', dates: 3, edit: 'import' },
    ])
  })

  it('imported again changes nothing', async () => {
    const before = [await sessionsOf('Robótki'), await sessionsOf('Kawa')]
    const { looked, done } = await apply(zatorze, december, { ...inZatorze, sourceId })
    expect(said(looked)).toBe('4 same, 1 duplicate, 1 refused')
    expect(done).toMatchObject({ sourceId, batchId: null, planned: 0, changed: 0 })
    expect([await sessionsOf('Robótki'), await sessionsOf('Kawa')]).toEqual(before)
  })

  it('that changed moves the same sessions, asks about those that are gone, and adds to their series', async () => {
    const ids = (await sessionsOf('Robótki')).map(({ id }) => id)
    const changed = table(
      '01.12.2026;18:00;20:00;Robótki;Klub Kinomana;Świetlica;sala 2',
      '09.12.2026;17:00;19:00;Robótki;Klub Kinomana;Świetlica;sala 2',
      '29.12.2026;17:00;19:00;Robótki;Klub Kinomana;Świetlica;sala 2',
    )
    const reading = await read(zatorze, changed)
    const looked = await plan(zatorze, reading.id, { ...inZatorze, sourceId })
    expect(said(looked)).toBe('1 new, 2 changed, 2 gone')
    expect(looked.rows.filter(({ state }) => state === 'changed').map(({ changes }) => changes)).toEqual([
      [{ field: 'when', from: '2026-12-01T17:00:00/2026-12-01T19:00:00', to: '2026-12-01T18:00:00/2026-12-01T20:00:00' }],
      [{ field: 'when', from: '2026-12-08T17:00:00/2026-12-08T19:00:00', to: '2026-12-09T17:00:00/2026-12-09T19:00:00' }],
    ])
    expect(looked.rows.filter(({ state }) => state === 'gone').map(({ title, decision }) => [title, decision])).toEqual([
      ['Kawa', 'keep'],
      ['Robótki', 'keep'],
    ])
    const coffee = looked.rows.find(({ title }) => title === 'Kawa')!
    const { done } = await apply(zatorze, changed, { ...inZatorze, sourceId, decisions: { [coffee.key]: 'cancel' } })
    expect(done).toMatchObject({ planned: 1, changed: 2, cancelled: 1 })
    const after = await sessionsOf('Robótki')
    expect(after.map(({ start, moved }) => [start, moved])).toEqual([
      ['2026-12-01T18:00:00', '2026-12-01T17:00:00'],
      ['2026-12-09T17:00:00', '2026-12-08T17:00:00'],
      ['2026-12-15T17:00:00', null],
      ['2026-12-29T17:00:00', null],
    ])
    expect(after.slice(0, 3).map(({ id }) => id)).toEqual(ids)
    expect(after[0]!.sequence).toBeGreaterThan(0)
    expect((await sessionsOf('Kawa')).map(({ status }) => status)).toEqual(['CANCELLED'])
    expect(said(await plan(zatorze, (await read(zatorze, changed)).id, { ...inZatorze, sourceId }))).toBe('1 gone, 3 same')
  })

  it('leaves what an organiser changed by hand, and offers what the source says newly of it', async () => {
    const [first] = await sessionsOf('Robótki')
    await pool.query(
      `UPDATE "Session" SET "wallStart" = '2026-12-01T16:00:00', "startsAt" = '2026-12-01T15:00:00Z', "occupiedFrom" = '2026-12-01T15:00:00Z' WHERE id = $1`,
      [first!.id],
    )
    const same = table('01.12.2026;18:00;20:00;Robótki;Klub Kinomana;Świetlica;sala 2')
    expect(said(await plan(zatorze, (await read(zatorze, same)).id, { ...inZatorze, sourceId }))).toBe('1 same')
    const later = same.replace('18:00;20:00', '18:30;20:30')
    const looked = await plan(zatorze, (await read(zatorze, later)).id, { ...inZatorze, sourceId })
    expect(looked.rows[0]).toMatchObject({
      state: 'changed',
      fault: 'changed-here',
      decision: 'leave',
      options: ['leave', 'take'],
    })
  })

  it('names the session that holds its room, and plans such a row without a room when that is said', async () => {
    const busy = table(
      '15.12.2026;18:00;20:00;Szachy;;Świetlica;sala 2',
      '15.12.2026;21:00;22:00;Warcaby;;Świetlica;sala 2',
      '15.12.2026;21:30;22:30;Karty;;Świetlica;sala 2',
    )
    const looked = await plan(zatorze, (await read(zatorze, busy)).id, inZatorze)
    expect(looked.rows.map(({ title, fault, conflict, options }) => [title, fault, conflict?.title ?? null, options[0]])).toEqual(
      [
        ['Szachy', 'room-taken', 'Robótki', 'leave'],
        ['Warcaby', null, null, 'take'],
        ['Karty', 'room-taken', null, 'leave'],
      ],
    )
    const { done } = await apply(zatorze, busy, { ...inZatorze, decisions: { [looked.rows[0]!.key]: 'without-room' } })
    expect(done).toMatchObject({ planned: 2 })
    expect((await sessionsOf('Szachy')).map(({ room: has }) => has)).toEqual([false])
  })

  it('finds what was planned by hand already', async () => {
    await town.addSession({ activity: town.yoga, start: '2026-12-03T17:00:00' })
    const looked = await plan(zatorze, (await read(zatorze, table('03.12.2026;17:00;18:30;JOGA;;;'))).id, inZatorze)
    expect(looked.rows[0]).toMatchObject({ state: 'duplicate', decision: 'leave', options: ['leave', 'take'] })
  })

  it('asks once for a name that it does not know, and remembers the answer with the source', async () => {
    const unknown = table('04.12.2026;17:00;18:00;Taniec;;Świetlca;', '11.12.2026;17:00;18:00;Taniec;;Świetlca;')
    const reading = await read(zatorze, unknown)
    const asked = await plan(zatorze, reading.id, inZatorze)
    expect(said(asked)).toBe('2 refused')
    expect(asked.names).toMatchObject([
      { field: 'venue', text: 'Świetlca', rows: 2, open: true, suggestions: [{ id: town.venue, name: 'Świetlica' }] },
    ])
    const names = { venue: { [asked.names[0]!.key]: town.venue } }
    const { done } = await apply(zatorze, unknown, { ...inZatorze, names })
    expect(done.planned).toBe(2)
    const again = await plan(zatorze, (await read(zatorze, unknown)).id, { ...inZatorze, sourceId: done.sourceId })
    expect([said(again), again.names[0]?.open]).toEqual(['2 same', false])
  })

  it('is refused when what was looked at is no longer what would happen', async () => {
    const text = table('05.12.2026;17:00;18:00;Bębny;;;')
    const reading = await read(zatorze, text)
    const { token } = await plan(zatorze, reading.id, inZatorze)
    const answer = await post(zatorze, importApi.apply(reading.id), {
      name: 'Plan',
      ...inZatorze,
      minutes: 60,
      token: `${token}x`,
    })
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([409, 'import-changed'])
    expect(await sessionsOf('Bębny')).toEqual([])
  })

  it('sent twice with one key is done once', async () => {
    const reading = await read(zatorze, table('05.12.2026;17:00;18:00;Flet;;;'))
    const { token } = await plan(zatorze, reading.id, inZatorze)
    const headers = { 'idempotency-key': randomUUID() }
    const send = () => post(zatorze, importApi.apply(reading.id), { name: 'Plan', ...inZatorze, token }, headers)
    const [first, second] = [await send(), await send()]
    expect([first.status, second.status, JSON.parse(second.body)]).toEqual([200, 200, JSON.parse(first.body)])
    expect(await sessionsOf('Flet')).toHaveLength(1)
    expect((await post(zatorze, importApi.apply(reading.id), { name: 'Plan', ...inZatorze, token })).status).toBe(404)
  })

  it('warns of a place that is shut then, with the hours it keeps, and comes in when somebody says yes', async () => {
    const day = '2027-03-02'
    await pool.query(`INSERT INTO "OpeningHours" ("venueId", weekday, "opensMinute", "closesMinute") VALUES ($1, 2, 480, 960)`, [
      town.venue,
    ])
    await pool.query(
      `INSERT INTO "Closure" ("venueId", "whenKind", "wallStart", "wallEnd", "startsAt", "endsAt", reason)
       VALUES ($1, 'ALL_DAY', $2, $2, $3, $4, '{"pl":"remont"}')`,
      [town.venue, day, '2027-03-01T23:00:00Z', '2027-03-02T23:00:00Z'],
    )
    const text = table('02.03.2027;17:00;19:00;Późne malowanie;;Świetlica;', '09.03.2027;10:00;12:00;Ranne malowanie;;Świetlica;')
    const looked = await plan(zatorze, (await read(zatorze, text)).id, inZatorze)
    expect(looked.rows.map(({ title, warnings }) => [title, warnings])).toEqual([
      [
        'Późne malowanie',
        [
          { kind: 'outside-hours', title: '08:00–16:00', start: day },
          { kind: 'closed', title: 'remont', start: `${day}T17:00:00` },
        ],
      ],
      ['Ranne malowanie', []],
    ])
    expect((await apply(zatorze, text, inZatorze)).done).toMatchObject({ planned: 2 })
    await pool.query(`DELETE FROM "OpeningHours"`)
    await pool.query(`DELETE FROM "Closure"`)
  })

  it('knows a host by a name that one person here has, says why what changed did, and is taken back as one batch', async () => {
    await pool.query(`INSERT INTO "RoleGrant" ("accountId", role, "programId") VALUES ($1, 'ORGANISER', $2)`, [
      zofia,
      town.programs.zatorze,
    ])
    const hosted = (...lines: readonly string[]) => ['Data;Od;Do;Zajęcia;Prowadzący', ...lines].join('\r\n')
    const first = hosted('02.02.2027;17:00;19:00;Gitara;zofia', '09.02.2027;17:00;19:00;Gitara;zofia')
    const { done: made } = await apply(zatorze, first, inZatorze)
    const { rows: hosts } = await pool.query(`SELECT "hostId" FROM "Activity" WHERE title ->> 'pl' = 'Gitara'`)
    expect(hosts).toEqual([{ hostId: zofia }])

    /** Rows and what feeds show, without what only counts changes. */
    const shown = async () =>
      (
        await pool.query(
          `SELECT to_jsonb(s) - 'version' AS row, face.shown FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
           LEFT JOIN "SessionFace" face ON face."sessionId" = s.id WHERE a.title ->> 'pl' IN ('Gitara', 'Bęben') AND s."removedAt" IS NULL
           ORDER BY s."startsAt"`,
        )
      ).rows
    const before = await shown()
    const next = hosted('03.02.2027;17:00;19:00;Gitara;zofia', '10.02.2027;9:00;;Bęben;')
    const choices = { ...inZatorze, sourceId: made.sourceId, reason: { code: 'leader-absent' } }
    const gone = (await plan(zatorze, (await read(zatorze, next)).id, choices)).rows.find(({ state }) => state === 'gone')
    const { done: changed } = await apply(zatorze, next, { ...choices, decisions: { [gone!.key]: 'cancel' } })
    const after = (await shown()).map(({ row }) => row as Record<string, unknown>)
    expect(after.map((row) => [row['wallStart'], row['moveReason'], row['cancelReason']])).toEqual([
      ['2027-02-03T17:00:00', expect.objectContaining({ pl: 'Prowadzący nie może przyjść' }), null],
      ['2027-02-09T17:00:00', null, expect.objectContaining({ uk: 'Ведучий не може прийти' })],
      ['2027-02-10T09:00:00', null, null],
    ])

    const undone = await planningService({ write: writer(database), prisma: database.prisma }).undoBatch(
      { batchId: changed.batchId!, anyway: false },
      { now: new Date(now.getTime() + 60_000) },
    )
    expect(undone.done.every(({ impact }) => impact.left.length === 0)).toBe(true)
    expect((await shown()).filter(({ row }) => (row as { status: string }).status !== 'CANCELLED')).toEqual(before)
  })

  it('of 2,000 rows is looked at and applied as a whole', async () => {
    const lines = Array.from(
      { length: 2000 },
      (_, n) => `${1 + (n % 28)}.${1 + (Math.floor(n / 28) % 12)}.2027;${8 + Math.floor(n / 336)}:00;;Zajęcia ${n % 120};;;`,
    )
    const { done } = await apply(zatorze, table(...lines), inZatorze)
    expect(done.planned).toBe(2000)
  }, 90_000)
})

describe('a calendar at an address', () => {
  const url = 'https://calendar.example/private-0123456789abcdef/basic.ics'
  const events = (...lines: readonly string[]) =>
    [
      'BEGIN:VCALENDAR',
      'PRODID:-//Example//EN',
      ...lines.flatMap((line) => ['BEGIN:VEVENT', ...line.split('|'), 'END:VEVENT']),
      'END:VCALENDAR',
      '',
    ].join('\r\n')
  const weekly = 'UID:a@x|SUMMARY:Chór|DTSTART;TZID=Europe/Warsaw:20261202T180000|DURATION:PT2H|RRULE:FREQ=WEEKLY;COUNT=4'
  let sourceId = ''

  const fetched = async () => {
    const { status, body } = await post(zatorze, importApi.fetched, { url })
    expect(status).toBe(201)
    return importReading.parse(JSON.parse(body))
  }

  it('keeps the rule of an event as a rule, and is checked again by hand', async () => {
    remote.set(url, events(weekly, 'UID:b@x|SUMMARY:Bal|DTSTART;VALUE=DATE:20270105'))
    const reading = await fetched()
    const { token } = await plan(zatorze, reading.id, inZatorze)
    const { body } = await post(zatorze, importApi.apply(reading.id), { name: 'Chór', ...inZatorze, token })
    const done = importDone.parse(JSON.parse(body))
    sourceId = done.sourceId
    expect(done.planned).toBe(5)
    const { rows } = await pool.query(`SELECT schedule FROM "Activity" WHERE title ->> 'pl' = 'Chór'`)
    expect(rows[0].schedule).toMatchObject({ kind: 'rule', rule: 'FREQ=WEEKLY;COUNT=4', first: { start: '2026-12-02T18:00:00' } })
    const { sources } = importSources.parse(JSON.parse((await zatorze(importApi.sources)).body))
    expect(sources.find(({ id }) => id === sourceId)).toMatchObject({
      name: 'Chór',
      sessions: 5,
      address: 'calendar.example/private…',
    })
  })

  it('moves, cancels and takes back what its source does', async () => {
    const [first] = await sessionsOf('Chór')
    const moved = 'UID:a@x|SUMMARY:Chór|RECURRENCE-ID:20261202T170000Z|DTSTART:20261203T170000Z|DURATION:PT2H'
    remote.set(url, events(weekly, moved, 'UID:b@x|STATUS:CANCELLED|SUMMARY:Bal|DTSTART;VALUE=DATE:20270105'))
    const check = async () =>
      importReading.parse(JSON.parse((await zatorze(importApi.checkSource(sourceId), { method: 'POST' })).body))
    const reading = await check()
    expect(reading.source).toEqual({ id: sourceId, name: 'Chór' })
    const looked = await plan(zatorze, reading.id, { sourceId })
    expect(said(looked)).toBe('2 changed, 3 same')
    await post(zatorze, importApi.apply(reading.id), { name: 'Chór', sourceId, token: looked.token })
    expect((await sessionsOf('Chór'))[0]).toMatchObject({ id: first!.id, start: '2026-12-03T18:00:00' })
    expect((await sessionsOf('Bal'))[0]).toMatchObject({ status: 'CANCELLED' })

    remote.set(url, events(weekly, moved, 'UID:b@x|SUMMARY:Bal|DTSTART;VALUE=DATE:20270105'))
    const back = await check()
    const { token } = await plan(zatorze, back.id, { sourceId })
    await post(zatorze, importApi.apply(back.id), { name: 'Chór', sourceId, token })
    expect((await sessionsOf('Bal'))[0]).toMatchObject({ status: 'PLANNED' })
  })

  it('T48: our own feed is refused, and two installations that import each other do not grow', async () => {
    remote.set(
      url,
      events('UID:1@nasze.podworko|SUMMARY:Chór|DTSTART:20261209T170000Z|DURATION:PT2H').replace(
        '-//Example//EN',
        '-//Podworko//Feeds//PL',
      ),
    )
    const refused = await post(zatorze, importApi.fetched, { url })
    expect([refused.status, JSON.parse(refused.body).fault]).toEqual([422, 'own-calendar'])
    remote.set(
      url,
      events('UID:9@inne.podworko|SUMMARY:Chór|DTSTART:20261209T170000Z|DURATION:PT2H').replace(
        '-//Example//EN',
        '-//Podworko//Feeds//PL',
      ),
    )
    const looked = await plan(zatorze, (await fetched()).id, inZatorze)
    expect(said(looked)).toBe('1 duplicate')
  })

  it('T49: an event under the UID of somebody else makes a session of its own', async () => {
    const [choir] = await sessionsOf('Chór')
    const stolen = events(
      `UID:${choir!.id}|SUMMARY:Przejęte|DTSTART:20261203T170000Z|DURATION:PT2H`,
      'UID:a@x|SUMMARY:Przejęty chór|DTSTART:20261202T170000Z|DURATION:PT2H',
    )
    const reading = await read(dab, stolen)
    const { token } = await plan(dab, reading.id, { programId: town.programs.dab })
    await post(dab, importApi.apply(reading.id), { name: 'Obce', programId: town.programs.dab, token })
    expect((await sessionsOf('Chór'))[0]).toEqual(choir)
    expect((await sessionsOf('Przejęte'))[0]!.id).not.toBe(choir!.id)
  })

  it('that does not answer says so', async () => {
    const { status, body } = await post(zatorze, importApi.fetched, { url: 'https://calendar.example/nothing.ics' })
    expect([status, JSON.parse(body)]).toMatchObject([422, { code: 'address-failed', fault: 'status', answered: 404 }])
  })
})

describe('who may import', () => {
  it("T02: plans for what is in reach, and reads nobody else's readings and sources", async () => {
    const reading = await read(zatorze, table('05.12.2026;17:00;18:00;Gitara;;;'))
    const foreign = await post(dab, importApi.plan(reading.id), { name: 'x', programId: town.programs.dab })
    const unknown = await post(dab, importApi.plan(randomUUID()), { name: 'x', programId: town.programs.dab })
    expect([foreign.status, foreign.body]).toEqual([404, unknown.body])
    expect(importSources.parse(JSON.parse((await dab(importApi.sources)).body)).sources.map(({ name }) => name)).toEqual(['Obce'])
    const { sources } = importSources.parse(JSON.parse((await zatorze(importApi.sources)).body))
    const mine = await read(dab, table('05.12.2026;17:00;18:00;Gitara;;;'))
    expect((await post(dab, importApi.plan(mine.id), { name: 'x', sourceId: sources[0]!.id })).status).toBe(404)
    expect((await dab(importApi.checkSource(sources[0]!.id), { method: 'POST' })).status).toBe(404)
  })

  it('T03: a program, a club or a venue of somebody else is the 422 of what is not there', async () => {
    const reading = await read(dab, table('05.12.2026;17:00;18:00;Gitara;;;'))
    for (const target of [{ programId: town.programs.zatorze }, { programId: randomUUID() }, { clubId }]) {
      const { status, body } = await post(dab, importApi.plan(reading.id), { name: 'x', ...target })
      expect([status, JSON.parse(body).issues[0].expected]).toEqual([422, 'something that is there'])
    }
    const named = await read(dab, table('05.12.2026;17:00;18:00;Gitara;Klub Kinomana;;'))
    const looked = await plan(dab, named.id, { programId: town.programs.dab, names: { club: { 'klub kinomana': clubId } } })
    expect(looked.names).toMatchObject([{ field: 'club', open: true, suggestions: [] }])
  })

  it('a desk and who plans only what they host are told that they may not', async () => {
    for (const ask of [desk, own]) expect((await upload(ask, table('05.12.2026;17:00;18:00;Gitara;;;'))).status).toBe(403)
  })

  it('who plans for one club imports into that club alone', async () => {
    const targets = importTargets.parse(JSON.parse((await ofClub(importApi.targets)).body))
    expect([targets.programs, targets.clubs.map(({ id }) => id)]).toEqual([[], [clubId]])
    const reading = await read(ofClub, table('06.12.2026;17:00;18:00;Film;Inny klub;;'))
    const looked = await plan(ofClub, reading.id, { clubId })
    expect(looked.rows[0]).toMatchObject({ state: 'new', club: 'Klub Kinomana' })
  })
})

describe('what is sent', () => {
  it('a 20 MB file is told in words that it is too large', async () => {
    const { status, body } = await upload(zatorze, Buffer.alloc(20 * 1024 * 1024, 'a'))
    expect([status, JSON.parse(body).code]).toEqual([413, 'file-too-large'])
  })

  it('is judged by what it holds, not by its name', async () => {
    const { status, body } = await upload(zatorze, '%PDF-1.7', 'plan.csv')
    expect([status, JSON.parse(body).seen]).toEqual([415, 'a PDF'])
    expect(
      (await zatorze(importApi.readings, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'Data;Zajęcia' }))
        .status,
    ).toBe(415)
  })

  it('T13: takes no key that is not described', async () => {
    const reading = await read(zatorze, table('05.12.2026;17:00;18:00;Gitara;;;'))
    expect((await post(zatorze, importApi.plan(reading.id), { name: 'x', ...inZatorze, organisationId: 'x' })).status).toBe(400)
    expect(
      (
        await zatorze(`${importApi.readings}?name=a&way=b`, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: 'x',
        })
      ).status,
    ).toBe(400)
  })
})
