import { describe, expect, it } from 'vitest'
import { hostFeedsAnswer, newHostFeed } from '#shared/contract/host-feed.ts'
import { api } from '#shared/contract/paths.ts'
import { createApp, createFeeds, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret } from '../../db/testing/seed-account.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve } from '../../http/testing/serve.ts'

const database = await freshDatabase()
const { pool } = database
const config = readConfig({})
const clock = () => new Date('2026-11-23T11:00:00Z')
const lines: string[] = []
const { logger } = createLogger('info', { write: (line) => lines.push(line) })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const parts = { config, logger, clock, database, feeds, clientFiles: new Map(), secret: testSecret }
const ask = await serve(createApp(parts))
const write = writerOf(parts)

const town = await seedTown(pool)
const role = { role: 'ORGANISER', scope: { kind: 'program', id: town.programs.zatorze } } as const
const zofia = await seedAccount(pool, { name: 'Zofia Zmyślona', grants: [role] })
const wit = await seedAccount(pool, { name: 'Wit', grants: [role] })
const yoga = await town.addSession({ activity: town.yoga, start: '2026-11-24T17:00:00' })
const film = await town.addSession({ activity: town.cinema, start: '2026-11-25T20:00:00' })
await town.addSession({ activity: town.picnic, start: '2026-11-26' })
await write((tx) => tx.activity.updateMany({ data: { hostId: zofia.accountId } }))
await write((tx) => tx.activity.update({ where: { id: town.cinema }, data: { status: 'DRAFT' }, select: { id: true } }))

const json = { 'content-type': 'application/json' }
const send = (method: string, path: string, who = zofia) =>
  ask(path, {
    method,
    headers: { ...who.headers, ...(method === 'POST' ? json : {}) },
    ...(method === 'POST' ? { body: '{}' } : {}),
  })
async function makeFeed(who = zofia) {
  const { status, body } = await send('POST', api.hostFeeds, who)
  expect(status).toBe(201)
  const { feed, url } = newHostFeed.parse(JSON.parse(body))
  return { id: feed.id, path: new URL(url).pathname }
}
const unfolded = (text: string) => text.replaceAll('\r\n ', '')
const eventsOf = (text: string) => unfolded(text).split('BEGIN:VEVENT').slice(1)

const first = await makeFeed()

describe('the private calendar of whoever leads', () => {
  it('holds what they lead and may see, drafts too, and says which are', async () => {
    const { status, body, headers } = await ask(first.path)
    expect([status, headers['cache-control']]).toEqual([200, 'private, no-cache'])
    const events = eventsOf(body)
    expect(events).toHaveLength(2) // the picnic is of a program that she has no role in
    expect(events[0]).toContain('SUMMARY:joga\r\n')
    expect(events[0]).toContain('STATUS:CONFIRMED')
    expect(events[1]).toContain('SUMMARY:SZKIC: kino\r\n')
    expect(events[1]).toContain('STATUS:TENTATIVE')
    expect(events[1]).toContain(`/panel/sessions/${film}`)
    expect(unfolded(body)).not.toContain(first.path)
  })

  it('has the UIDs, SEQUENCE and LAST-MODIFIED of the public calendar', async () => {
    const revision = /UID:.*|SEQUENCE:.*|LAST-MODIFIED:.*/g
    const ofPublic = eventsOf((await ask('/feeds/all.ics')).body).find((event) => event.includes(yoga)) ?? ''
    const [own = ''] = eventsOf((await ask(first.path)).body)
    expect(own.match(revision)).toEqual(ofPublic.match(revision))
  })

  it('calls a discreet session by its neutral name', async () => {
    const discreet = { isDiscreet: true, discreetTitle: { pl: 'Spotkanie' }, title: { pl: 'Po przemocy' } }
    await write((tx) => tx.activity.update({ where: { id: town.cinema }, data: discreet, select: { id: true } }))
    const { body } = await ask(first.path)
    expect(body).toContain('SUMMARY:SZKIC: Spotkanie')
    expect(body).not.toContain('przemocy')
  })

  it('T22: is 304 to who has it, and of nobody else to keep', async () => {
    const { headers } = await ask(first.path)
    const again = await ask(first.path, { headers: { 'if-none-match': String(headers.etag) } })
    expect([again.status, again.body, again.headers['cache-control']]).toEqual([304, '', 'private, no-cache'])
    expect(headers['set-cookie']).toBeUndefined()
    expect((await ask(`${first.path}?lang=en`)).body).toContain('SUMMARY:DRAFT: ')
    expect((await ask(`${first.path}?kind=trip`)).status).toBe(400)
  })

  it('T20: answers like what is not there when guessed, shortened, in other case, rotated, revoked, or of somebody blocked', async () => {
    const nothing = await ask('/feeds/personal/nothing.ics')
    expect(nothing.status).toBe(404)
    const gone = async (path: string) => {
      const { status, body, headers } = await ask(path)
      expect([status, body, headers['content-type'], headers['cache-control']]).toEqual([
        404,
        nothing.body,
        nothing.headers['content-type'],
        'no-store',
      ])
    }
    const token = first.path.slice('/feeds/personal/'.length, -'.ics'.length)
    await gone(`/feeds/personal/${token.slice(1)}.ics`)
    await gone(`/feeds/personal/${token.slice(0, -1)}.ics`)
    const flipped = token === token.toLowerCase() ? token.toUpperCase() : token.toLowerCase()
    await gone(`/feeds/personal/${flipped}.ics`)

    const rotated = newHostFeed.parse(JSON.parse((await send('POST', api.rotateHostFeed(first.id))).body))
    await gone(first.path)
    const path = new URL(rotated.url).pathname
    expect((await ask(path)).status).toBe(200)
    await pool.query(`UPDATE "Account" SET "blockedAt" = now() WHERE id = $1`, [zofia.accountId])
    await gone(path)
    await pool.query(`UPDATE "Account" SET "blockedAt" = NULL WHERE id = $1`, [zofia.accountId])
    expect((await send('DELETE', api.hostFeed(first.id))).status).toBe(204)
    await gone(path)
  })

  it('T21: its address is kept nowhere but in the answer that tells it', async () => {
    const { path } = await makeFeed()
    const token = path.slice('/feeds/personal/'.length, -'.ics'.length)
    await ask(path)
    await new Promise((done) => setTimeout(done, 100))
    expect(lines.join('')).not.toContain(token)
    expect(lines.join('')).toMatch(/"path":"feed:[0-9a-f]{8}"/)
    const { rows } = await pool.query<{ said: string }>(
      `SELECT string_agg(f::text, ' ') || (SELECT coalesce(string_agg(k::text, ' '), '') FROM "IdempotencyKey" k)
         || (SELECT coalesce(string_agg(e::text, ' '), '') FROM "AuditEntry" e) AS said FROM "HostFeed" f`,
    )
    expect(rows[0]?.said).not.toContain(token)
    const list = await send('GET', api.hostFeeds)
    expect(list.body).not.toContain(token)
    expect(hostFeedsAnswer.parse(JSON.parse(list.body)).feeds).toMatchObject([{ lastUsedOn: '2026-11-23' }])
  })

  it('loses what a role that was taken away showed', async () => {
    const { path } = await makeFeed()
    await pool.query(`DELETE FROM "RoleGrant" WHERE "accountId" = $1`, [zofia.accountId])
    expect(eventsOf((await ask(path)).body)).toHaveLength(0)
  })
})

describe('one may have', () => {
  it('one’s own calendars only, and five of them', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => send('POST', api.hostFeeds, wit)))
    expect(made.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 201, 201, 409])
    const { rows } = await pool.query<{ id: string }>(`SELECT id FROM "HostFeed" WHERE "accountId" = $1 LIMIT 1`, [
      zofia.accountId,
    ])
    const nothing = await send('DELETE', api.hostFeed('00000000-0000-4000-8000-000000000000'), wit)
    for (const [method, path] of [
      ['DELETE', api.hostFeed(rows[0]!.id)],
      ['POST', api.rotateHostFeed(rows[0]!.id)],
      ['DELETE', api.hostFeed('x')],
    ] as const) {
      const { status, body } = await send(method, path, wit)
      expect([status, body]).toEqual([404, nothing.body])
    }
  })

  it('none without being signed in', async () => {
    expect((await ask(api.hostFeeds)).status).toBe(401)
  })
})
