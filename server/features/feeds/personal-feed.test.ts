import { describe, expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { mailboxProofHeader, newPersonalFeed, personalFeedsAnswer } from '#shared/contract/personal-feed.ts'
import { createApp, createFeeds, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret } from '../../db/testing/seed-account.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve } from '../../http/testing/serve.ts'
import { dropContacts } from '../privacy/retention-repository.ts'
import { idInToken, mailboxProof } from '../sign-ups/token.ts'

const database = await freshDatabase()
const { pool } = database
const config = readConfig({ TRUST_PROXY: '1' })
let now = new Date('2026-11-23T11:00:00Z')
const clock = () => now
const lines: string[] = []
const { logger } = createLogger('info', { write: (line) => lines.push(line) })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const parts = { config, logger, clock, database, feeds, clientFiles: new Map(), secret: testSecret }
const ask = await serve(createApp(parts))
const write = writerOf(parts)

await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', $1)`, [testSecret])
const town = await seedTown(pool)
const everywhere = { kind: 'everywhere' } as const
const desk = (await seedAccount(pool, { grants: [{ role: 'DESK', scope: everywhere }] })).headers
const boss = (await seedAccount(pool, { grants: [{ role: 'ADMINISTRATOR', scope: everywhere }] })).headers
const yoga = await town.addSession({ activity: town.yoga, start: '2026-11-24T17:00:00' })
const film = await town.addSession({ activity: town.cinema, start: '2026-11-25T20:00:00' })
const talk = await town.addSession({ activity: town.picnic, start: '2026-11-26T10:00:00', venue: null })
await write((tx) => tx.activity.updateMany({ data: { enrolment: 'PER_SESSION', capacity: 1 } }))
await write((tx) =>
  tx.activity.update({
    where: { id: town.picnic },
    data: { isDiscreet: true, discreetListed: true, discreetTitle: { pl: 'Spotkanie' }, title: { pl: 'Po przemocy' } },
    select: { id: true },
  }),
)
const starts: Readonly<Record<string, string>> = {
  [yoga]: '2026-11-24T17:00:00',
  [film]: '2026-11-25T20:00:00',
  [talk]: '2026-11-26T10:00:00',
}

type Headers = Readonly<Record<string, string>>
const send = (method: string, path: string, body: object = {}, headers: Headers = {}) =>
  ask(path, {
    method,
    headers: { ...headers, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: JSON.stringify(body) }),
  })
async function signUp(sessionId: string, name: string, contact: string): Promise<string> {
  const party = { name, contact, attending: true, others: [], waiting: true, language: 'pl', notice: noticeVersion }
  const { status, body } = await send('POST', api.signUps(sessionId), { ...party, seen: starts[sessionId] })
  expect([status, body]).toEqual([201, expect.anything()])
  return (JSON.parse(body) as { token: string }).token
}
const proofOf = (token: string, email: string): Headers => ({
  [mailboxProofHeader]: mailboxProof(testSecret, { signUpId: idInToken(token) ?? '', email }, now),
})
const feedsOf = (token: string) => `${api.manage(token)}/feeds`
async function make(token: string, holds: string, waiting = false, headers: Headers = {}) {
  const { status, body } = await send('POST', feedsOf(token), { holds, waiting }, headers)
  expect([status, body]).toEqual([201, expect.anything()])
  const { feed, url } = newPersonalFeed.parse(JSON.parse(body))
  return { id: feed.id, path: new URL(url).pathname }
}
const unfolded = (text: string) => text.replaceAll('\r\n ', '')
const eventsOf = (text: string) => unfolded(text).split('BEGIN:VEVENT').slice(1)
const summaries = (text: string) => eventsOf(text).map((event) => /SUMMARY:(.*)\r/.exec(event)?.[1])
const read = async (path: string) => (await ask(path)).body

const anna = 'anna@example.pl'
const first = await signUp(yoga, 'Anna Próbna', anna)
await signUp(film, 'Jan Pierwszy', '600 000 101') // the only seat: whoever comes next waits
const second = await signUp(film, 'Próbna Anna', anna)
await signUp(film, 'Ola Próbna', anna)
await signUp(talk, 'Anna Próbna', anna)

describe('a personal calendar', () => {
  it('by the link of a sign-up holds that one: anybody may have typed the name on the web (T19)', async () => {
    const { path } = await make(first, 'sign-up')
    expect(summaries(await read(path))).toEqual(['joga'])
    expect((await send('POST', feedsOf(first), { holds: 'person', waiting: true })).status).toBe(403)
    expect((await send('POST', feedsOf(first), { holds: 'household', waiting: true }, proofOf(second, anna))).status).toBe(403)
    const stale = proofOf(first, anna)
    now = new Date(now.getTime() + 24 * 3_600_000 + 120_000)
    expect((await send('POST', feedsOf(first), { holds: 'person', waiting: true }, stale)).status).toBe(403)
    now = new Date('2026-11-23T11:00:00Z')
  })

  it('of a person holds all under one name and mailbox; what one waits for as tentative, if wanted', async () => {
    const sure = await make(first, 'person', false, proofOf(first, anna))
    expect(summaries(await read(sure.path))).toEqual(['joga', 'Spotkanie'])
    const { path } = await make(first, 'person', true, proofOf(first, anna))
    const body = await read(path)
    expect(summaries(body)).toEqual(['joga', 'Lista rezerwowa: kino', 'Spotkanie'])
    expect(eventsOf(body).map((event) => /STATUS:(.*)\r/.exec(event)?.[1])).toEqual(['CONFIRMED', 'TENTATIVE', 'CONFIRMED'])
    const revision = /UID:.*|SEQUENCE:.*|LAST-MODIFIED:.*/g
    const ofPublic = eventsOf(await read('/feeds/all.ics')).find((event) => event.includes(yoga))
    expect(eventsOf(body)[0]?.match(revision)).toEqual(ofPublic?.match(revision))
    expect(unfolded(body)).not.toContain(path)
    expect(body).not.toContain('Anna')
  })

  it('says nothing of what is discreet, and a household’s has none of it (mechanics 24)', async () => {
    const { path } = await make(first, 'person', false, proofOf(first, anna))
    const [, discreet = ''] = eventsOf(await read(path))
    expect(discreet).toContain('SUMMARY:Spotkanie')
    expect(discreet).not.toMatch(/przemocy|LOCATION|URL|CATEGORIES|GEO|DESCRIPTION|-SERIES|-KIND/)
    const household = await make(first, 'household', true, proofOf(first, anna))
    const body = await read(household.path)
    expect(summaries(body)).toEqual(['joga', 'Lista rezerwowa: kino'])
    expect(body).toContain('Zapisy domowników')
    await send('POST', `${feedsOf(first)}/${household.id}/revoke`, {}, proofOf(first, anna))
  })

  it('shows a cancelled session as the public one does, and for Google as confirmed', async () => {
    const { path } = await make(first, 'sign-up')
    await write((tx) =>
      tx.session.update({ where: { id: yoga }, data: { status: 'CANCELLED', cancelledAt: now }, select: { id: true } }),
    )
    expect(await read(path)).toContain('STATUS:CANCELLED')
    expect(eventsOf(await read(`${path}?cancelled=title`))[0]).toContain('STATUS:CONFIRMED')
    expect((await ask(`${path}?cancelled=hide`)).status).toBe(400)
    await write((tx) =>
      tx.session.update({ where: { id: yoga }, data: { status: 'PLANNED', cancelledAt: null }, select: { id: true } }),
    )
  })

  it('T22: is 304 to who has it, and of nobody else to keep', async () => {
    const { path } = await make(second, 'sign-up', true)
    const { status, headers } = await ask(path)
    expect([status, headers['cache-control'], headers['set-cookie']]).toEqual([200, 'private, no-cache', undefined])
    const again = await ask(path, { headers: { 'if-none-match': String(headers.etag) } })
    expect([again.status, again.body, again.headers['cache-control']]).toEqual([304, '', 'private, no-cache'])
  })

  it('T20: answers like what is not there when guessed, shortened, in other case, rotated or revoked', async () => {
    const nothing = await ask('/feeds/personal/nothing.ics')
    const gone = async (path: string) => {
      const { status, body, headers } = await ask(path)
      expect([status, body, headers['cache-control']]).toEqual([404, nothing.body, 'no-store'])
    }
    const { id, path } = await make(second, 'sign-up')
    const token = path.slice('/feeds/personal/'.length, -'.ics'.length)
    await gone(`/feeds/personal/${token.slice(0, -1)}.ics`)
    await gone(`/feeds/personal/${token === token.toLowerCase() ? token.toUpperCase() : token.toLowerCase()}.ics`)
    const rotated = newPersonalFeed.parse(JSON.parse((await send('POST', `${feedsOf(second)}/${id}/rotate`)).body))
    await gone(path)
    const next = new URL(rotated.url).pathname
    expect((await ask(next)).status).toBe(200)
    expect((await send('POST', `${feedsOf(first)}/${id}/revoke`)).status).toBe(404) // of another sign-up
    expect((await send('POST', `${feedsOf(second)}/${id}/revoke`)).status).toBe(204)
    await gone(next)
  })

  it('T21: its address is kept nowhere but in the answer that tells it', async () => {
    const { path } = await make(second, 'sign-up')
    const token = path.slice('/feeds/personal/'.length, -'.ics'.length)
    await ask(path)
    await new Promise((done) => setTimeout(done, 100))
    expect(lines.join('')).not.toContain(token)
    expect(lines.join('')).toMatch(/"path":"feed:[0-9a-f]{8}"/)
    expect(lines.join('')).not.toContain(second)
    const list = await send('GET', feedsOf(second))
    expect(list.body).not.toContain(token)
    expect(personalFeedsAnswer.parse(JSON.parse(list.body))).toMatchObject({ offers: ['sign-up'], mailbox: 'an•••@example.pl' })
    expect(personalFeedsAnswer.parse(JSON.parse(list.body)).feeds.at(-1)).toMatchObject({ lastUsedOn: '2026-11-23' })
    const { rows } = await pool.query<{ said: string }>(
      `SELECT string_agg(f::text, ' ') || (SELECT coalesce(string_agg(k::text, ' '), '') FROM "IdempotencyKey" k) AS said FROM "PersonalFeed" f`,
    )
    expect(rows[0]?.said).not.toContain(token)
  })

  it('is eight at most, and one that holds more is not changed by the bare link', async () => {
    const token = await signUp(yoga, 'Ewa Liczna', 'ewa@example.pl')
    const own = await make(token, 'person', false, proofOf(token, 'ewa@example.pl'))
    expect((await send('POST', `${feedsOf(token)}/${own.id}/rotate`)).status).toBe(403)
    const made = await Promise.all(
      Array.from({ length: 8 }, () => send('POST', feedsOf(token), { holds: 'sign-up', waiting: false })),
    )
    expect(made.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 7 }, () => 201), 409])
  })
})

describe('at the desk', () => {
  it('one is made after a call back, and answers nobody once its owner is erased', async () => {
    await signUp(film, 'Halina Dzwoniąca', '600 000 102')
    const found = await send('GET', `${deskApi.persons}?q=600000102`, {}, desk)
    const id = (JSON.parse(found.body) as { people: { id: string }[] }).people[0]!.id
    const input = { holds: 'person', waiting: true }
    const early = await send('POST', deskApi.feeds(id), input, desk)
    expect([early.status, JSON.parse(early.body)]).toMatchObject([403, { code: 'caller-not-checked' }])
    await send('POST', deskApi.check(id), { proof: 'call-back' }, desk)
    const { status, body } = await send('POST', deskApi.feeds(id), input, desk)
    expect(status).toBe(201)
    const path = new URL(newPersonalFeed.parse(JSON.parse(body)).url).pathname
    expect(summaries(await read(path))).toEqual(['Lista rezerwowa: kino'])
    expect((await send('POST', privacyErasure(id), { identity: { kind: 'document' } }, boss)).status).toBe(200)
    expect((await ask(path)).status).toBe(404)
  })

  it('a phone that still reads its calendar keeps the contact; one that stopped doesn’t (mechanics 25)', async () => {
    await pool.query(`INSERT INTO "Person" (id, name, phone, "createdAt") VALUES
      ('00000000-0000-4000-8000-0000000000a1', 'Czyta', '+48600000201', '2026-01-01'),
      ('00000000-0000-4000-8000-0000000000a2', 'Nie czyta', '+48600000202', '2026-01-01')`)
    await pool.query(`INSERT INTO "PersonalFeed" ("personId", scope, proof, "tokenHash", "createdAt", "lastUsedOn")
      SELECT id, 'PERSON', 'PHONE', name, '2026-01-01', CASE name WHEN 'Czyta' THEN date '2026-11-20' ELSE '2026-02-01' END
      FROM "Person" WHERE name IN ('Czyta', 'Nie czyta')`)
    await write((tx) => dropContacts(tx, new Date('2026-10-24T11:00:00Z'), '2026-11-23'))
    const { rows } = await pool.query<{ name: string; phone: string | null }>(
      `SELECT name, phone FROM "Person" WHERE name IN ('Czyta', 'Nie czyta') ORDER BY name`,
    )
    expect(rows).toEqual([
      { name: 'Czyta', phone: '+48600000201' },
      { name: 'Nie czyta', phone: null },
    ])
  })
})

const privacyErasure = (id: string) => `/api/panel/persons/${id}/erasure`
