import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { api, privacyApi } from '#shared/contract/paths.ts'
import { erasureView } from '#shared/contract/privacy.ts'
import type { SeatsView, SignUpAnswer } from '#shared/contract/public.ts'
import { createApp, createFeeds, privacyOf, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { backUp } from '../../db/backup.ts'
import { ledgerAt } from '../../db/erasure-ledger.ts'
import { restore } from '../../db/restore.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret } from '../../db/testing/seed-account.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'
import { columnClasses, columns, columnsForThem, namesIn } from './columns.ts'
import { rowsAbout } from './repository.ts'
import { forgetOld, usualKeepDays } from './retention-service.ts'

const database = await freshDatabase()
const { pool } = database
let now = new Date('2026-11-23T11:00:00Z')
const clock = () => now
const config = readConfig({ PUBLIC_URL: 'https://kalendarz.example.pl' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const logged: string[] = []
const { logger, flush } = createLogger('info', { write: (line: string) => logged.push(line) })
const folder = mkdtempSync(join(tmpdir(), 'podworko-erasures-'))
afterAll(() => rmSync(folder, { recursive: true }))
const ledgerPath = join(folder, 'erasures')
const ledger = ledgerAt(ledgerPath)
const parts = { config, clock, database, feeds, ledger, secret: testSecret }
const ask = await serve(createApp({ ...parts, logger, clientFiles: new Map() }))
const forget = () => forgetOld({ write: writerOf({ database, feeds }), clock, days: usualKeepDays })

let town: Town
let coordinator: Readonly<Record<string, string>>
let desk: Readonly<Record<string, string>>

beforeAll(async () => {
  await pool.query(
    `INSERT INTO "Installation" ("uidDomain", secret, "renderVersion", "publicUrl") VALUES ('test.podworko', $1, 1, 'https://kalendarz.example.pl')`,
    [testSecret],
  )
  town = await seedTown(pool)
  await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 2`)
  const scope = { kind: 'program', id: town.programs.zatorze } as const
  const signedIn = async (role: 'COORDINATOR' | 'DESK') =>
    (await seedAccount(pool, { grants: [{ role, scope }], publicUrl: config.publicUrl })).headers
  coordinator = await signedIn('COORDINATOR')
  desk = await signedIn('DESK')
})

const json = (answer: Answer): never => JSON.parse(answer.body) as never
const host = { host: 'kalendarz.example.pl' }
async function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const sent = { method: 'POST', body: JSON.stringify(body) }
  return ask(path, { ...sent, headers: { ...host, 'content-type': 'application/json', ...headers } })
}
const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ask(path, { headers: { ...host, ...headers } })

let days = 1
async function session(day = `2026-12-${String(days++).padStart(2, '0')}`, activity = town.yoga) {
  const seen = `${day}T17:00:00`
  return { id: await town.addSession({ activity, start: seen, venue: null }), seen }
}

async function signUp({ id, seen }: { id: string; seen: string }, name: string, more: object = {}) {
  const answer = await post(api.signUps(id), {
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
  expect([answer.status, answer.status === 201 ? '' : answer.body]).toEqual([201, ''])
  return json(answer) as SignUpAnswer
}

async function personOf(name: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM "Person" WHERE name = $1', [name])
  return rows[0]!.id
}
const people = async (where: string): Promise<readonly { name: string; email: string | null; phone: string | null }[]> =>
  (await pool.query(`SELECT name, email, phone FROM "Person" WHERE ${where} ORDER BY name`)).rows as never

async function everythingKept(of: Pick<typeof pool, 'query'> = pool): Promise<string> {
  const tables = Object.keys(columns)
  const all = await Promise.all(tables.map((table) => of.query(`SELECT * FROM "${table}"`)))
  return JSON.stringify(all.map(({ rows }) => rows as unknown))
}

describe('what is known of every column', () => {
  it('T71: says of each in the database what it is about, and of none that is not there', async () => {
    const { rows } = await pool.query<{ table: string; name: string }>(
      `SELECT table_name AS table, column_name AS name FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_%' ORDER BY 1, 2`,
    )
    const inDatabase = rows.map(({ table, name }) => `${table}.${name}`)
    const told = Object.entries(columns).flatMap(([table, classes]) =>
      columnClasses.flatMap((one) => namesIn(classes[one]).map((name) => `${table}.${name}`)),
    )
    expect(told.toSorted()).toEqual(inDatabase.toSorted())
  })

  it('T71: whatever is about people who are not staff is in their copy', () => {
    const about = Object.keys(columns).filter((table) => columnsForThem(table).length > 0)
    expect(about.toSorted()).toEqual(Object.keys(rowsAbout).toSorted())
  })
})

describe('what was kept long enough', () => {
  it('goes class by class, each after its time, and the rest stays', async () => {
    const picnic = await session('2026-12-20')
    await signUp(picnic, 'Alina')
    await signUp(picnic, 'Barbara')
    await signUp(picnic, 'Celina')
    await pool.query(`UPDATE "SignUp" SET needs = 'winda', "needKinds" = '{step-free}' WHERE "personId" = $1`, [
      await personOf('Alina'),
    ])
    await pool.query(
      `INSERT INTO "Message" (kind, "to", subject, text, html, language, state, "createdAt")
       VALUES ('sign-in', 'a@example.pl', 'Kod', 'tajne słowa', '<p>tajne słowa</p>', 'pl', 'KEPT', '2026-12-15T12:00:00Z')`,
    )
    now = new Date('2026-12-23T12:00:00Z') // the meeting ended less than three days ago
    expect(await forget()).toEqual({
      needs: 0,
      waiting: 0,
      messages: 0,
      contacts: 0,
      facts: 0,
      calls: 0,
      people: 0,
      merges: 0,
      erasures: 0,
    })
    now = new Date('2026-12-23T18:00:00Z')
    expect(await forget()).toMatchObject({ needs: 1, waiting: 1, contacts: 1 }) // who only waited has no other link
    expect(await forget()).toMatchObject({ needs: 0, waiting: 0, contacts: 0 })
    expect(await everythingKept()).not.toMatch(/celina/i)
    now = new Date('2026-12-30T12:00:00Z')
    expect(await forget()).toMatchObject({ messages: 1, contacts: 0 })
    expect(await everythingKept()).not.toContain('tajne słowa')
    now = new Date('2027-01-20T18:00:00Z')
    expect(await forget()).toMatchObject({ contacts: 2 })
    expect(await people(`name IN ('Alina', 'Barbara')`)).toEqual(
      ['Alina', 'Barbara'].map((name) => ({ name, email: null, phone: null })),
    )
    expect(await everythingKept()).not.toMatch(/alina@|barbara@|celina@/)
  })

  it('a contact stays as long as anything still links to the person: another meeting, a club', async () => {
    now = new Date('2026-11-23T11:00:00Z')
    await signUp(await session('2026-12-21'), 'Daria')
    await signUp(await session('2026-12-21'), 'Ewelina')
    await signUp(await session('2027-02-21'), 'Daria')
    await pool.query(`UPDATE "Activity" SET enrolment = 'MEMBERSHIP' WHERE id = $1`, [town.cinema])
    await signUp(await session('2026-12-22', town.cinema), 'Ewelina')
    now = new Date('2027-02-01T12:00:00Z')
    await forget()
    expect((await people(`name IN ('Daria', 'Ewelina') AND email IS NOT NULL`)).map(({ name }) => name)).toContain('Ewelina')
    expect(await everythingKept()).toContain('daria@example.pl')
    now = new Date('2027-04-01T12:00:00Z')
    await forget()
    expect(await everythingKept()).not.toContain('daria@example.pl')
    expect(await everythingKept()).toContain('ewelina@example.pl') // a club rests for some months, and goes on
    now = new Date('2027-07-01T12:00:00Z')
    await forget()
    expect(await everythingKept()).not.toContain('ewelina@example.pl')
  })
})

describe('a copy of what is kept', () => {
  it('T71: holds everything, is given after an identity step, and is noted in the log', async () => {
    now = new Date('2026-11-23T11:00:00Z')
    const meeting = await session()
    const { code } = await signUp(meeting, 'Felicja', { others: [{ name: 'Zosia', child: true }] })
    const id = await personOf('Felicja')
    const wrong = await post(
      privacyApi.copy(id),
      { identity: { kind: 'code', code: 'AAAAAAA' }, withChildren: false },
      coordinator,
    )
    expect([wrong.status, wrong.body]).toEqual([422, expect.stringContaining('wrong-code')])
    const right = { kind: 'code', code: `${code.slice(0, 3)} ${code.slice(3).toLowerCase()}` }
    const answer = await post(privacyApi.copy(id), { identity: right, withChildren: false }, coordinator)
    expect([answer.status, answer.headers['content-disposition']]).toEqual([200, 'attachment; filename="podworko-copy.json"'])
    expect(json(answer)).toMatchObject({
      Person: [{ name: 'Felicja', email: 'felicja@example.pl', language: 'pl' }],
      SignUp: [{ status: 'CONFIRMED', seats: 2, code }],
      meetings: [{ sessionId: meeting.id, start: meeting.seen }],
    })
    expect(answer.body).not.toContain('Zosia')
    expect(answer.body).not.toMatch(/contactKey|generation/)
    const { rows } = await pool.query(`SELECT operation FROM "AuditEntry" WHERE kind = 'Person' AND "objectId" = $1`, [id])
    expect(rows).toEqual([{ operation: 'VIEW' }])
  })

  it('T25: a wrong code counts, here and at the desk together', async () => {
    const id = await personOf('Felicja')
    const grants = [{ role: 'ADMINISTRATOR', scope: { kind: 'everywhere' } }] as const
    const { headers: boss } = await seedAccount(pool, { grants, publicUrl: config.publicUrl })
    const statuses = []
    for (let index = 0; index < 41; index++) {
      const identity = { kind: 'code', code: 'AAAAAAA' }
      statuses.push((await post(privacyApi.copy(id), { identity, withChildren: false }, boss)).status)
    }
    expect([statuses.slice(0, 40).every((status) => status === 422), statuses[40]]).toEqual([true, 429])
  })

  it("T71: children's data take a document", async () => {
    const id = await personOf('Felicja')
    const called = await post(privacyApi.copy(id), { identity: { kind: 'call-back' }, withChildren: true }, coordinator)
    expect([called.status, called.body]).toEqual([422, expect.stringContaining('document-needed')])
    const shown = await post(privacyApi.copy(id), { identity: { kind: 'document' }, withChildren: true }, coordinator)
    expect(shown.body).toContain('Zosia')
  })

  it('is given by whoever answers for all that the person is signed up to', async () => {
    const id = await personOf('Felicja')
    const body = { identity: { kind: 'document' }, withChildren: false }
    expect((await post(privacyApi.copy(id), body, desk)).status).toBe(403)
    await signUp(await session('2027-03-01', town.picnic), 'Felicja')
    const twice = await people(`name = 'Felicja'`)
    expect(twice).toHaveLength(2) // the web merges nobody
    const { rows } = await pool.query<{ id: string }>(`SELECT id FROM "Person" WHERE name = 'Felicja' AND id <> $1`, [id])
    const other = await post(privacyApi.copy(rows[0]!.id), body, coordinator)
    expect([other.status, other.body]).toEqual([404, expect.anything()])
  })
})

describe('erasing somebody', () => {
  it('T70: gives places back, takes everything that tells who it was, and is said before it is done', async () => {
    const meeting = await session()
    const gone = await signUp(meeting, 'Genowefa', { others: [{ name: 'Mirella', child: true }] })
    const waits = await signUp(meeting, 'Honorata')
    expect([gone.outcome, waits.outcome]).toEqual(['confirmed', 'waiting'])
    const id = await personOf('Genowefa')
    const asked = await get(privacyApi.erasure(id), coordinator)
    expect([asked.status, asked.status === 200 ? '' : asked.body]).toEqual([200, ''])
    const before = erasureView.parse(json(asked))
    expect(before).toEqual({
      people: [
        { name: 'Genowefa', child: false, keptUntil: null, keptFor: null },
        { name: 'Mirella', child: true, keptUntil: null, keptFor: null },
      ],
      withdrawn: 1,
      done: false,
    })
    const done = await post(privacyApi.erasure(id), { identity: { kind: 'call-back' } }, coordinator)
    expect([done.status, erasureView.parse(json(done)).done]).toEqual([200, true])
    expect(await everythingKept()).not.toMatch(/genowefa|mirella/i)
    expect((json(await get(api.seats(meeting.id))) as SeatsView).seats).toMatchObject({ taken: 1 }) // Honorata moved up
    expect((await get(api.manage(gone.token))).status).toBe(404)
    expect((await get(privacyApi.erasure(id), coordinator)).status).toBe(404)
    flush()
    expect(logged.join('')).not.toMatch(/genowefa|mirella/i)
    expect(readFileSync(ledgerPath, 'utf8')).toContain(id)
  })

  it('T70: a name stays as long as a project must prove who took part, with the reason, and then goes', async () => {
    const { rows } = await pool.query<{ id: string }>(
      `INSERT INTO "Project" (slug, name, "fundLines", "startsOn", "endsOn", "keepUntil", "datesExact")
       VALUES ('zmyslony', 'Zmyślony projekt', '{}', '2026-01-01', '2026-12-31', '2030-12-31', true) RETURNING id`,
    )
    await pool.query(
      `WITH part AS (INSERT INTO "ProjectPart" ("projectId", position, code, name) VALUES ($1, 1, 'A', 'Część') RETURNING id)
       INSERT INTO "ProgramFunding" ("programId", "partId", "startsOn", "endsOn") SELECT $2, id, '2026-11-24', '2026-11-30' FROM part`,
      [rows[0]!.id, town.programs.zatorze],
    )
    await signUp(await session('2026-11-25'), 'Irmina')
    const id = await personOf('Irmina')
    now = new Date('2026-11-26T11:00:00Z')
    const kept = erasureView.parse(json(await post(privacyApi.erasure(id), { identity: { kind: 'document' } }, coordinator)))
    expect(kept.people).toEqual([{ name: 'Irmina', child: false, keptUntil: '2030-12-31', keptFor: 'Zmyślony projekt' }])
    expect(await people(`id = '${id}'`)).toEqual([{ name: 'Irmina', email: null, phone: null }])
    expect(await everythingKept()).not.toContain('irmina@')
    now = new Date('2030-12-31T11:00:00Z')
    expect((await forget()).erasures).toBe(0)
    now = new Date('2031-01-01T11:00:00Z')
    expect((await forget()).erasures).toBe(1)
    expect(await everythingKept()).not.toContain('Irmina')
  })

  it('leaves alone what was written to a mailbox that somebody else reads too, until they are erased as well', async () => {
    now = new Date('2026-11-23T11:00:00Z')
    const meeting = await session()
    for (const name of ['Klara', 'Leon']) await signUp(meeting, name, { contact: 'wspolna@example.pl' })
    await pool.query(
      `INSERT INTO "Message" (kind, "to", subject, text, html, language) VALUES ('shared', 'wspolna@example.pl', 'S', 'T', 'H', 'pl')`,
    )
    const written = async () => (await pool.query(`SELECT id FROM "Message" WHERE kind = 'shared'`)).rows.length
    const left: number[] = []
    for (const name of ['Klara', 'Leon']) {
      await post(privacyApi.erasure(await personOf(name)), { identity: { kind: 'document' } }, coordinator)
      left.push(await written())
    }
    expect(left).toEqual([1, 0])
  })

  it('T72: whom a backup brings back is erased again before anybody is answered', async () => {
    now = new Date('2026-11-23T11:00:00Z')
    await signUp(await session(), 'Justyna')
    const id = await personOf('Justyna')
    const file = join(folder, 'backup')
    await backUp(database.config, file)
    expect((await post(privacyApi.erasure(id), { identity: { kind: 'document' } }, coordinator)).status).toBe(200)
    const again = await freshDatabase()
    await again.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    await restore(again.config, file, 'prisma/migrations')
    expect(await everythingKept(again.pool)).toContain('justyna@example.pl')
    const feedsOfIt = createFeeds({ config, database: again, clock }, 'test.podworko')
    const privacy = privacyOf({ ...parts, database: again, feeds: feedsOfIt, signUps: { withdraw: async () => {} } })
    expect(await privacy.reapply()).toBeGreaterThan(0)
    expect(await everythingKept(again.pool)).not.toMatch(/justyna/i)
    expect(await privacy.reapply()).toBe(0)
  })

  it('finds who was merged: in the copy, in what is forgotten after its time, in the erasure and in its ledger', async () => {
    now = new Date('2026-11-23T11:00:00Z')
    const [first, second] = [await session(), await session()]
    await signUp(first, 'Dorota', { contact: 'dorota.dawna@example.pl' })
    await signUp(second, 'Dorotka', { contact: 'dorotka.nowa@example.pl' })
    const [id, other] = [await personOf('Dorota'), await personOf('Dorotka')]
    const choice = { name: 'person', phone: 'person', email: 'other' }
    expect((await post(deskApi.double(id, other), choice, coordinator)).status).toBe(201)
    const copy = await post(privacyApi.copy(id), { identity: { kind: 'document' }, withChildren: false }, coordinator)
    expect(copy.body).toContain('dorota.dawna@example.pl')
    expect((json(copy) as { SignUp: unknown[] }).SignUp).toHaveLength(2)
    now = new Date('2026-12-23T10:30:00Z')
    await forget()
    expect(await everythingKept()).toContain('dorota.dawna@example.pl')
    now = new Date('2026-12-24T11:30:00Z')
    expect(await forget()).toMatchObject({ merges: 1 })
    expect(await everythingKept()).not.toContain('dorota.dawna')
    expect(await everythingKept()).toContain('dorotka.nowa@example.pl')
    now = new Date('2026-11-23T12:00:00Z')
    expect((await post(privacyApi.erasure(id), { identity: { kind: 'document' } }, coordinator)).status).toBe(200)
    expect(await everythingKept()).not.toMatch(/dorot/i)
    expect(ledger.all().map(({ personId }) => personId)).toEqual(expect.arrayContaining([id, other]))
  })
})
