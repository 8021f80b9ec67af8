import type { IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { sync } from 'node-ical'
import { describe, expect, it, vi } from 'vitest'
import { feedsAnswer, savedSelectionAnswer } from '#shared/contract/feed.ts'
import { readFeed } from '#shared/ical/read-feed.ts'
import { createApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { writer } from '../../db/write.ts'
import { createLogger } from '../../http/log.ts'
import { serve } from '../../http/testing/serve.ts'
import { createFeedService } from './service.ts'

const publicUrl = 'https://podworko.example'
const database = await freshDatabase()
const town = await seedTown(database.pool)
const tuesday = await town.addSession({ activity: town.yoga, start: '2026-11-24T17:00:00' })
await town.addSession({ activity: town.cinema, start: '2026-11-27T18:00:00' })
await town.addSession({ activity: town.picnic, start: '2026-11-28', end: '2026-11-29' })

const now = { date: new Date('2026-11-23T12:00:00Z') }
const clock = (): Date => now.date
const feeds = createFeedService({ pool: database.pool, place: { publicUrl, uidDomain: 'abc.podworko' }, clock })
feeds.setHearing(true)
const write = writer(database, [feeds.hear])
const config = readConfig({ PUBLIC_URL: publicUrl, PORT: '0' })
const { logger } = createLogger('error', { write: () => {} })
const askServer = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds }))

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET', json?: unknown): Promise<Answer> {
  const type: Record<string, string> = json === undefined ? {} : { 'content-type': 'application/json' }
  const asked = { method, headers: { host: 'podworko.example', ...type, ...headers } }
  const {
    status,
    headers: answered,
    bytes,
  } = await askServer(path, json === undefined ? asked : { ...asked, body: JSON.stringify(json) })
  return { status, headers: answered, body: bytes }
}
const titles = ({ body }: Answer): string[] => readFeed(body.toString()).events.map(({ title }) => title)
const problem = ({ body }: Answer): Record<string, unknown> => JSON.parse(body.toString()) as Record<string, unknown>
const tag = (answer: Answer): string => String(answer.headers['etag'])

async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(database.pool, 'query')
  await work()
  const { length } = query.mock.calls
  query.mockRestore()
  return length
}

describe('a feed', () => {
  it('is a calendar that phones subscribe to', async () => {
    const answer = await ask('/feeds/all.ics')
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="podworko-all.ics"',
      'content-length': String(answer.body.length),
      'cache-control': 'public, max-age=300',
      vary: 'Accept-Encoding',
      'last-modified': expect.stringMatching(/GMT$/),
      etag: expect.stringMatching(/^"[\w-]{27}-id"$/),
    })
    expect(titles(answer)).toEqual(['joga', 'kino', 'piknik'])
    expect(Object.values(sync.parseICS(answer.body.toString())).filter((part) => part?.type === 'VEVENT')).toHaveLength(3)
  })

  it.each([
    ['/feeds/cities/gliwice.ics', ['joga', 'kino']],
    ['/feeds/cities/katowice.ics', ['piknik']],
    ['/feeds/districts/gliwice-zatorze.ics', ['joga', 'kino']],
    ['/feeds/programs/dab-na-dworze.ics', ['piknik']],
    ['/feeds/clubs/klub-kinomana.ics', ['kino']],
    ['/feeds/venues/swietlica.ics', ['joga', 'kino']],
    ['/feeds/series/joga.ics', ['joga']],
    ['/feeds/audiences/seniors.ics', ['joga']],
    ['/feeds/kinds/open-air-cinema.ics', ['kino']],
    ['/feeds/kinds/trip.ics', []],
    ['/feeds/all.ics?stepFree=yes', ['piknik']],
    ['/feeds/all.ics?kind=workshop&kind=neighbourhood-picnic', ['joga', 'piknik']],
    ['/feeds/cities/gliwice.ics?audience=seniors&kind=workshop', ['joga']],
    ['/feeds/cities/gliwice.ics?audience=seniors&kind=open-air-cinema', []],
    ['/feeds/all.ics?from=2026-11-27&to=2026-11-28', ['kino', 'piknik']],
    ['/feeds/all.ics?from=2026-11-29&to=2026-11-29', ['piknik']],
  ])('%s holds what it is named after: %j', async (path, expected) => {
    expect(titles(await ask(path))).toEqual(expected)
  })

  it('of one session holds that session', async () => {
    const answer = await ask(`/feeds/sessions/${tuesday}.ics?lang=uk`)
    const { head, events } = readFeed(answer.body.toString())
    expect(events.map(({ uid }) => uid)).toEqual([`${tuesday}@abc.podworko`])
    expect(head.source).toBe(`${publicUrl}/feeds/sessions/${tuesday}.ics?lang=uk`)
    expect(events[0]?.url).toBe(`${publicUrl}/uk/sessions/${tuesday}`)
  })

  it('is the same bytes whatever the order and number of its parameters', async () => {
    const one = await ask('/feeds/all.ics?kind=workshop&kind=trip&lang=en')
    const other = await ask('/feeds/all.ics?lang=en&kind=trip&kind=workshop&kind=trip&cancelled=mark')
    expect(other.body.equals(one.body)).toBe(true)
    expect(tag(other)).toBe(tag(one))
    expect(readFeed(one.body.toString()).head.source).toBe(`${publicUrl}/feeds/all.ics?kind=trip&kind=workshop&lang=en`)
  })

  it('comes as gzip or brotli with a tag of its own', async () => {
    const plain = await ask('/feeds/all.ics')
    const [gzip, brotli] = [
      await ask('/feeds/all.ics', { 'accept-encoding': 'gzip' }),
      await ask('/feeds/all.ics', { 'accept-encoding': 'gzip, deflate, br' }),
    ]
    expect(gzip.headers['content-encoding']).toBe('gzip')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true)
    expect([plain, gzip, brotli].map((answer) => tag(answer).slice(-4))).toEqual(['-id"', '-gz"', '-br"'])
    const refused = await ask('/feeds/all.ics', { 'accept-encoding': 'gzip;q=0, br;q=0' })
    expect(refused.headers['content-encoding']).toBeUndefined()
    expect((await ask('/feeds/all.ics', { 'accept-encoding': 'identity;q=0, gzip;q=0.5' })).headers['content-encoding']).toBe(
      'gzip',
    )
  })

  it('answers HEAD with the same headers and no body', async () => {
    const get = await ask('/feeds/all.ics', { 'accept-encoding': 'br' })
    const head = await ask('/feeds/all.ics', { 'accept-encoding': 'br' }, 'HEAD')
    const { date: _date, ...headers } = get.headers
    expect(head.headers).toMatchObject(headers)
    expect(head.body).toHaveLength(0)
  })

  it('that a client has is 304, by the tag of the form that it would get', async () => {
    const gzip = await ask('/feeds/all.ics', { 'accept-encoding': 'gzip' })
    const same = await ask('/feeds/all.ics', { 'accept-encoding': 'gzip', 'if-none-match': `"x", W/${tag(gzip)}` })
    expect(same.status).toBe(304)
    expect(same.body).toHaveLength(0)
    expect(same.headers).toMatchObject({
      etag: tag(gzip),
      vary: 'Accept-Encoding',
      'cache-control': 'public, max-age=300',
      'last-modified': gzip.headers['last-modified'],
    })
    expect((await ask('/feeds/all.ics', { 'if-none-match': tag(gzip) })).status).toBe(200)
    expect(
      (await ask('/feeds/all.ics', { 'if-none-match': '"x"', 'if-modified-since': new Date(clock()).toUTCString() })).status,
    ).toBe(200)
  })

  it('T22: sets no cookie and may be kept by shared caches', async () => {
    const { headers } = await ask('/feeds/all.ics')
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['cache-control']).toContain('public')
  })

  it('asks the database nothing when it is fresh, for 200, 304 and HEAD', async () => {
    const first = await ask('/feeds/cities/gliwice.ics?kind=workshop')
    const queries = await countQueries(async () => {
      await ask('/feeds/cities/gliwice.ics?kind=workshop')
      await ask('/feeds/cities/gliwice.ics?kind=workshop', { 'if-none-match': tag(first) })
      await ask('/feeds/cities/gliwice.ics?kind=workshop', { 'accept-encoding': 'br' }, 'HEAD')
    })
    expect(queries).toBe(0)
  })

  it('T68: a thousand conditional requests run no query', async () => {
    const first = await ask('/feeds/all.ics')
    const statuses = new Set<number>()
    const queries = await countQueries(async () => {
      for (let round = 0; round < 50; round += 1) {
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => ask('/feeds/all.ics', { 'if-none-match': tag(first) })),
        )
        for (const { status } of answers) statuses.add(status)
      }
    })
    expect([queries, [...statuses]]).toEqual([0, [304]])
  })
})

describe('a client that asks for ever new selections', () => {
  const cold = createFeedService({ pool: database.pool, place: { publicUrl, uidDomain: 'abc.podworko' }, clock })
  cold.setHearing(true)
  const behindProxy = readConfig({ PUBLIC_URL: publicUrl, TRUST_PROXY: 'loopback' })
  const server = serve(createApp({ config: behindProxy, logger, clock, database, clientFiles: new Map(), feeds: cold }))
  const askFrom = async (address: string, path: string, headers: Record<string, string> = {}) =>
    (await server)(path, { headers: { host: 'podworko.example', 'x-forwarded-for': address, ...headers } })

  it('is told when to come back; what is kept or has a name, and its neighbours, are answered as ever', async () => {
    const kept = await askFrom('198.51.100.1', '/feeds/all.ics?kind=workshop')
    const days = Array.from({ length: 125 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10))
    const answers = await Promise.all(days.map((day) => askFrom('198.51.100.2', `/feeds/all.ics?from=${day}&to=${day}`)))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused).toHaveLength(5)
    const [{ status, headers, body } = answers[0]!] = refused
    expect([status, JSON.parse(body).code, headers['cache-control']]).toEqual([429, 'too-many-requests', 'no-store'])
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    const statuses = async (address: string, path: string, asked: Record<string, string> = {}) =>
      (await askFrom(address, path, asked)).status
    expect(await statuses('198.51.100.2', '/feeds/all.ics?kind=workshop')).toBe(200)
    expect(await statuses('198.51.100.2', '/feeds/all.ics?kind=workshop', { 'if-none-match': kept.headers.etag ?? '' })).toBe(304)
    expect(await statuses('198.51.100.2', '/feeds/cities/gliwice.ics')).toBe(200)
    expect(await statuses('198.51.100.2', `/feeds/sessions/${tuesday}.ics`)).toBe(429)
    expect(await statuses('198.51.100.2', '/feeds/s/000000000000000000000000.ics')).toBe(429)
    expect(await statuses('198.51.100.3', `/feeds/sessions/${tuesday}.ics`)).toBe(200)
  })

  it('gets what was kept while changes are not heard', async () => {
    cold.setHearing(false)
    expect((await askFrom('198.51.100.2', '/feeds/all.ics?kind=workshop')).status).toBe(200)
    cold.setHearing(true)
  })
})

describe('what is no feed', () => {
  it.each([
    ['/feeds/cities/sosnowiec.ics', 404, 'unknown-feed'],
    ['/feeds/towns/gliwice.ics', 404, 'unknown-feed'],
    ['/feeds/kinds/yoga.ics', 404, 'unknown-feed'],
    ['/feeds/CITIES/gliwice.ics', 404, 'not-found'],
    ['/feeds/cities/gliwice', 404, 'not-found'],
    ['/feeds/cities/gliwice.ics/', 404, 'not-found'],
    ['/feeds/', 404, 'not-found'],
    ['/feeds/sessions/1.ics', 404, 'not-found'],
    ['/feeds/sessions/00000000-0000-4000-8000-000000000000.ics', 404, 'not-found'],
    ['/feeds/s/000000000000000000000000.ics', 404, 'not-found'],
    ['/feeds/s/x.ics', 404, 'not-found'],
    [`/feeds/cities/${'x'.repeat(10_000)}.ics`, 404, 'unknown-feed'],
  ])('%.60s is %i', async (path, status, code) => {
    const answer = await ask(path)
    expect([answer.status, problem(answer)['code']]).toEqual([status, code])
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it.each([
    ['/feeds/all.ics?color=red', 'color', 'one of the parameters'],
    ['/feeds/all.ics?lang=de', 'lang', 'one of pl, en, uk'],
    ['/feeds/all.ics?cancelled=no', 'cancelled', 'one of mark, title, hide'],
    ['/feeds/all.ics?stepFree=1', 'stepFree', 'one of yes'],
    ['/feeds/all.ics?kind=yoga', 'kind', 'one of club-meeting'],
    ['/feeds/all.ics?city=sosnowiec', 'city', 'a name that /api/feeds lists'],
    ['/feeds/all.ics?lang=pl&lang=en', 'lang', 'to be given once'],
    ['/feeds/all.ics?from=2026-02-30&to=2026-03-01', 'from', 'that exists'],
    ['/feeds/all.ics?from=2026-03-02&to=2026-03-01', 'from', 'not after `to`'],
    ['/feeds/all.ics?from=2026-03-02', 'to', '`from` and `to` together'],
    ['/feeds/all.ics?from=0001&to=9999', 'from', 'a day between'],
    ['/feeds/all.ics?from=2026-01-01&to=2027-12-31', 'to', 'at most 460 days'],
    [`/feeds/all.ics?kind=${'x'.repeat(10_000)}`, 'kind', 'one of club-meeting'],
    [
      `/feeds/all.ics?${Array.from({ length: 21 }, (_, index) => `city=c${index}`).join('&')}`,
      'filters',
      'at most 20 filter values',
    ],
    [`/feeds/sessions/00000000-0000-4000-8000-000000000000.ics?kind=trip`, 'query', 'only lang and cancelled'],
  ])('%.60s is 400 and says what would be right', async (path, name, expected) => {
    const answer = await ask(path)
    expect(answer.status).toBe(400)
    expect(problem(answer)['issues']).toContainEqual({
      name,
      value: expect.any(String),
      expected: expect.stringContaining(expected),
    })
    expect(answer.body.length).toBeLessThan(2_000)
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is 405 and names what is allowed', async (method) => {
    const answer = await ask('/feeds/all.ics', {}, method)
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD'])
    expect((await ask('/feeds/nowhere', {}, method)).status).toBe(404)
  })

  it('T20: a guessed, cut or altered token answers exactly as nothing does', async () => {
    const nothing = await ask('/feeds/personal/nothing.ics')
    const answers = await Promise.all(
      ['A'.repeat(43), 'a'.repeat(43), 'A'.repeat(42), 'x'].map((token) => ask(`/feeds/personal/${token}.ics`)),
    )
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    for (const answer of answers) expect(answer.body.equals(nothing.body)).toBe(true)
  })

  it.each(['/feeds/all.ics;.js', '/feeds/all.ics/x.css', '/feeds/all.css', '/feeds/all.ics%2Fx.css'])(
    'T65: %s is not the feed under another name',
    async (path) => {
      expect((await ask(path)).status).toBe(404)
    },
  )
})

describe('former names', () => {
  it('answer 200 with the same feed', async () => {
    const present = await ask('/feeds/clubs/klub-kinomana.ics')
    await write(
      (tx) => tx.$executeRaw`UPDATE "Club" SET slug = 'klub-filmowy', name = 'Klub Filmowy' WHERE slug = 'klub-kinomana'`,
    )
    await write(
      (tx) => tx.$executeRaw`INSERT INTO "SlugAlias" SELECT 'CLUB', 'klub-kinomana', id FROM "Club" WHERE slug = 'klub-filmowy'`,
    )
    feeds.setHearing(true)
    const [former, renamed] = [await ask('/feeds/clubs/klub-kinomana.ics'), await ask('/feeds/clubs/klub-filmowy.ics')]
    expect([former.status, renamed.status]).toEqual([200, 200])
    expect(former.body.equals(renamed.body)).toBe(true)
    expect(titles(former)).toEqual(titles(present))
    expect(readFeed(former.body.toString()).head).toMatchObject({
      title: 'Klub Filmowy – Podwórko',
      source: `${publicUrl}/feeds/clubs/klub-filmowy.ics`,
    })
    expect(titles(await ask('/feeds/cities/gliwice.ics?club=klub-kinomana'))).toEqual(['kino'])
  })
})

describe('/api/feeds', () => {
  it('lists every named feed with its title, count and revision', async () => {
    const answer = await ask('/api/feeds')
    const { feeds: listed } = feedsAnswer.parse(JSON.parse(answer.body.toString()))
    const bySlice = new Map(listed.map((feed) => [feed.slice, feed]))
    expect(bySlice.get('all')).toMatchObject({ url: `${publicUrl}/feeds/all.ics`, title: 'Wszystkie zajęcia', events: 3 })
    expect(bySlice.get('cities/gliwice')).toMatchObject({ title: 'Gliwice', events: 2 })
    expect(bySlice.get('districts/gliwice-zatorze')).toMatchObject({ title: 'Zatorze, Gliwice', events: 2 })
    expect(bySlice.get('kinds/trip')).toMatchObject({ title: 'Wyjazd', events: 0 })
    expect(bySlice.get('series/joga')).toMatchObject({ events: 1 })
    for (const { url, events } of listed) {
      const feed = await ask(url.slice(publicUrl.length))
      expect([url, titles(feed).length]).toEqual([url, events])
    }
  })

  it('gives a higher revision after a change of the slice, and to no other', async () => {
    const revisions = async (): Promise<Map<string, number>> => {
      const { feeds: listed } = feedsAnswer.parse(JSON.parse((await ask('/api/feeds?lang=en')).body.toString()))
      return new Map(listed.map(({ slice, revision }) => [slice, revision]))
    }
    const before = await revisions()
    await write((tx) => tx.$executeRaw`UPDATE "Activity" SET title = '{"pl": "piknik z muzyką"}' WHERE id = ${town.picnic}::uuid`)
    const after = await revisions()
    const risen = [...after].filter(([slice, revision]) => revision > (before.get(slice) ?? 0)).map(([slice]) => slice)
    expect(risen.toSorted()).toEqual(
      [
        'all',
        'audiences/families',
        'cities/katowice',
        'kinds/neighbourhood-picnic',
        'programs/dab-na-dworze',
        'series/piknik',
      ].toSorted(),
    )
  })

  it('no longer lists what is archived, whose feed goes on answering', async () => {
    await write((tx) => tx.$executeRaw`UPDATE "Club" SET "archivedAt" = now() WHERE slug = 'klub-kinomana'`)
    const { feeds: listed } = feedsAnswer.parse(JSON.parse((await ask('/api/feeds')).body.toString()))
    expect(listed.map(({ slice }) => slice)).not.toContain('clubs/klub-kinomana')
    expect((await ask('/feeds/clubs/klub-kinomana.ics')).status).toBe(200)
    await write((tx) => tx.$executeRaw`UPDATE "Club" SET "archivedAt" = NULL WHERE slug = 'klub-kinomana'`)
  })

  it('refuses an unknown language', async () => {
    const answer = await ask('/api/feeds?lang=de')
    expect([answer.status, problem(answer)['issues']]).toEqual([
      400,
      [{ name: 'lang', value: 'de', expected: 'one of pl, en, uk' }],
    ])
  })
})

describe('a selection with a long address', () => {
  const kinds = [
    'club-meeting',
    'counselling',
    'cultural-event',
    'field-game',
    'information-meeting',
    'open-air-cinema',
    'skills-training',
    'workshop',
  ]
  const long = `/feeds/cities/gliwice.ics?${kinds.map((kind) => `kind=${kind}`).join('&')}`

  it('gets a short one that answers the same feed', async () => {
    const saved = await ask('/api/saved-selections', {}, 'POST', { path: long })
    expect(saved.status).toBe(200)
    const { path } = savedSelectionAnswer.parse(JSON.parse(saved.body.toString()))
    expect(path).toMatch(/^\/feeds\/s\/[0-9a-f]{24}\.ics$/)
    const [short, direct] = [await ask(path), await ask(long)]
    expect(short.body.equals(direct.body)).toBe(true)
    expect(readFeed(short.body.toString()).head.source).toBe(`${publicUrl}${path}`)
    expect(await countQueries(() => ask(path))).toBe(0)
    const again = await ask('/api/saved-selections', {}, 'POST', { path: `${long}&lang=pl` })
    expect(JSON.parse(again.body.toString())).toEqual({ path })
  })

  it('keeps its address when it is short enough', async () => {
    const saved = await ask('/api/saved-selections', {}, 'POST', { path: '/feeds/all.ics?lang=pl' })
    expect(JSON.parse(saved.body.toString())).toEqual({ path: '/feeds/all.ics' })
  })

  it.each([
    [{ path: '/feeds/cities/sosnowiec.ics' }, 404],
    [{ path: '/feeds/all.ics?color=red' }, 400],
    [{ path: `/feeds/sessions/${'0'.repeat(36)}.ics` }, 404],
    [{ path: 'https://evil.example/feeds/all.ics' }, 400],
    [{ path: '/feeds/s/000000000000000000000000.ics' }, 400],
    [{ path: long, status: 'x' }, 400],
    [{}, 400],
    [[], 400],
  ])('%j is refused', async (body, status) => {
    expect((await ask('/api/saved-selections', {}, 'POST', body)).status).toBe(status)
  })
})
