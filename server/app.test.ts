import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pages } from '#shared/contract/paths.ts'
import { createApp, createFeeds } from './app.ts'
import { readConfig } from './config.ts'
import { freshDatabase } from './db/testing/fresh-database.ts'
import { seedSession } from './db/testing/seed-session.ts'
import type { ClientFiles } from './http/client-files.ts'
import { createLogger } from './http/log.ts'
import { serve, type Ask } from './http/testing/serve.ts'

const database = await freshDatabase()
const lines: string[] = []
beforeEach(() => lines.splice(0))

const form = (text: string) => ({ bytes: Buffer.from(text), etag: `"${text.length}"` })
const clientFiles: ClientFiles = new Map([
  ['/index.html', { type: 'text/html', forms: { identity: form('<!doctype html><html lang="pl"><body></body></html>') } }],
  [
    '/assets/app-1a2b.js',
    { type: 'text/javascript', forms: { identity: form('plain script'), br: form('brotli'), gzip: form('gz') } },
  ],
  ['/favicon.svg', { type: 'image/svg+xml', forms: { identity: form('<svg/>') } }],
])

function application(env: Readonly<Record<string, string>> = {}): Promise<Ask> {
  const { logger } = createLogger('info', { write: (line) => lines.push(line) })
  const clock = () => new Date()
  const config = readConfig(env)
  const feeds = createFeeds({ config, database, clock }, 'test.podworko')
  return serve(createApp({ config, logger, clock, database, clientFiles, feeds }))
}
const ask = await application()
const askPublic = await application({ PUBLIC_URL: 'https://kalendarz.example.pl', TRUST_PROXY: 'loopback' })

describe('pages', () => {
  it.each([
    ['/', 200, 'pl'],
    ['/en', 200, 'en'],
    ['/uk/week', 200, 'uk'],
    ['/subscribe?kind=trip', 200, 'pl'],
    ['/_x', 404, 'pl'],
    ['/en/Nope', 404, 'en'],
    ['/uk/sessions/a/b', 404, 'uk'],
    ['/week/', 404, 'pl'],
  ])('%s answers %i in %s', async (path, status, language) => {
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['content-language']).toBe(language)
    expect(answer.body).toContain(`<html lang="${language}"`)
  })

  it('are 404 about what is not there, and open about what is', async () => {
    const { session, activity } = await seedSession(database.pool)
    const { rows } = await database.pool.query<{ path: string }>(
      `SELECT '/' || slug AS path FROM "Municipality" UNION SELECT '/venues/' || slug FROM "Venue"
       UNION SELECT '/programs/' || slug FROM "Program" UNION SELECT '/series/' || slug FROM "Series"`,
    )
    const there = [`/sessions/${session}`, ...rows.map(({ path }) => path)]
    expect(there).toHaveLength(5)
    const nowhere = [
      '/nowhere',
      '/clubs/nowhere',
      '/series/nowhere',
      '/sessions/nowhere',
      '/sessions/00000000-0000-4000-8000-000000000000',
    ]
    for (const path of there) expect([path, (await ask(`/uk${path}`)).status]).toEqual([path, 200])
    for (const path of nowhere) expect([path, (await ask(path)).status]).toEqual([path, 404])
    await database.pool.query(`UPDATE "Activity" SET status = 'DRAFT' WHERE id = $1`, [activity])
    expect((await ask(`/sessions/${session}`)).status).toBe(404)
  })

  it.each(Object.values(pages).filter((page) => typeof page === 'string'))(
    '%s is always there, in every language',
    async (page) => {
      const statuses = await Promise.all(['', '/en', '/uk'].map(async (language) => (await ask(language + page)).status))
      expect(statuses).toEqual([200, 200, 200])
    },
  )

  it('are only read', async () => {
    const answer = await ask('/week', { method: 'POST' })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD')
  })

  it('T66: carry a policy that lets nobody frame them, nothing inline run and nothing foreign in (T33)', async () => {
    const { headers } = await ask('/')
    expect(headers['content-security-policy']).toBe(
      "default-src 'self';img-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
  })

  it('insist on https only where residents use it', async () => {
    expect((await ask('/')).headers['strict-transport-security']).toBeUndefined()
    expect((await askPublic('/')).headers['strict-transport-security']).toContain('max-age=31536000')
  })
})

describe('files of the client', () => {
  it.each([
    ['br, gzip', 'br', 'brotli'],
    ['gzip;q=0.5, br;q=0.1', 'gzip', 'gz'],
    ['br;q=0, *;q=0.2', 'gzip', 'gz'],
    ['', undefined, 'plain script'],
    ['deflate', undefined, 'plain script'],
  ])('for "%s" come as %s', async (accepted, encoding, body) => {
    const answer = await ask('/assets/app-1a2b.js', { headers: { 'accept-encoding': accepted } })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.body).toBe(body)
    expect(answer.headers.vary).toBe('Accept-Encoding')
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('without a hash in their name are asked for again, and answer 304', async () => {
    const first = await ask('/favicon.svg')
    expect(first.headers['cache-control']).toBe('no-cache')
    const again = await ask('/favicon.svg', { headers: { 'if-none-match': first.headers.etag ?? '' } })
    expect([again.status, again.body]).toEqual([304, ''])
  })

  it('that are not there are a problem, not a page', async () => {
    const answer = await ask('/assets/gone.js')
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })
})

describe('T12: an address in another spelling', () => {
  it.each([
    '//api/feeds',
    '/api//feeds',
    '/api/../api/x',
    '/%2e%2e/x',
    '/api/%2E/x',
    '/a%2fb',
    '/a%5Cb',
    '/%',
    '/%zz',
    '/a\\b',
    '/<x>',
  ])('%s is not there', async (path) => {
    const answer = await ask(path)
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([404, 'not-found'])
  })

  it.each(['/HEALTHZ', '/healthz/', '/Api/nothing'])('%s is no route', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it.each(['TRACE', 'OPTIONS', 'PROPFIND'])('%s is answered nowhere', async (method) => {
    const answer = await ask('/healthz', { method })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST, PUT, PATCH, DELETE'])
  })

  it('a method in a header changes nothing', async () => {
    expect((await ask('/healthz', { headers: { 'x-http-method-override': 'DELETE' } })).status).toBe(200)
  })

  it('a route asked with another method says which it has', async () => {
    const answer = await ask('/healthz', { method: 'DELETE' })
    expect([answer.status, answer.headers.allow, JSON.parse(answer.body).code]).toEqual([405, 'GET, HEAD', 'method-not-allowed'])
  })
})

describe('T65: an address dressed up as a file', () => {
  it.each(['/api/cities;.js', '/api/cities/x.css', '/api/feeds.css', '/feeds/all.ics/x.css', '/feeds/all.ics;.js'])(
    '%s is not there',
    async (path) => {
      const answer = await ask(path)
      expect([answer.status, answer.headers['cache-control']]).toEqual([404, 'no-store'])
    },
  )
})

describe('T15: odd bodies', () => {
  const post = (body: string, type = 'application/json') =>
    ask('/api/nothing', { method: 'POST', body, headers: { 'content-type': type } })

  it.each([
    ['that is no JSON', '{', 400, 'invalid-request'],
    ['with a prototype', '{"__proto__": {"admin": true}}', 400, 'invalid-request'],
    ['with a key that stands twice', '{"a": {"b": 1, "c": "}", "\\u0062": 2}}', 400, 'invalid-request'],
    ['with a key that stands in two places', '{"a": {"b": 1}, "b": [{"b": 1}, {"b": "\\"b\\":"}]}', 404, 'not-found'],
    ['of 200 kB', `{"a": "${'x'.repeat(200_000)}"}`, 413, 'body-too-large'],
    ['nested 100 deep', `${'['.repeat(100)}${']'.repeat(100)}`, 400, 'invalid-request'],
    ['nested 20 deep, at no address', `${'['.repeat(20)}${']'.repeat(20)}`, 404, 'not-found'],
  ])('a body %s', async (_, body, status, code) => {
    const answer = await post(body)
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([status, code])
  })

  it('says which key stands twice', async () => {
    const { body } = await post('{"path": "x", "path": "y"}')
    expect(JSON.parse(body).issues).toEqual([{ name: 'path', value: '', expected: 'to be given once' }])
  })

  it('T67: 100 kB of quotes, backslashes and braces are read at once', async () => {
    const begun = process.cpuUsage()
    for (const piece of ['\\\\', '\\"', '{', '":'])
      expect((await post(`{"a": "${piece.repeat(64_000 / piece.length)}`)).status).toBe(400)
    expect((await post(`{"a": "${'\\"'.repeat(32_000)}"}`)).status).toBe(404)
    expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000) // microseconds of computing
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    '%s is 415 (T28)',
    async (type) => {
      expect((await post('{"a": 1}', type)).status).toBe(415)
    },
  )
})

describe('T63: a foreign host', () => {
  it.each(['evil.example', 'localhost.evil.example', 'kalendarz.example.pl@evil', '203.0.113.9'])('%s is 421', async (host) => {
    const answer = await askPublic('/', { headers: { host } })
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([421, 'unknown-host'])
  })

  it.each(['kalendarz.example.pl', 'KALENDARZ.example.pl:443', 'localhost:8080', '[::1]:3000'])('%s is ours', async (host) => {
    expect((await askPublic('/', { headers: { host, 'x-forwarded-host': 'evil.example' } })).status).toBe(200)
  })

  it('numbers are ours while no public address is set: a phone tries it in the same network', async () => {
    expect((await ask('/', { headers: { host: '192.168.1.20:3000' } })).status).toBe(200)
  })
})

describe('T29: one client is one key', () => {
  const remaining = async (forwarded: string) => {
    const { headers } = await askPublic('/api/nothing', { headers: { 'x-forwarded-for': forwarded } })
    return Number(/remaining=(\d+)/.exec(String(headers['ratelimit']))?.[1])
  }

  it('counts the addresses of one IPv6 household together', async () => {
    expect(await remaining('2001:db8:1:2::1')).toBe(1199)
    expect(await remaining('2001:db8:1:2:ffff::9')).toBe(1198)
    expect(await remaining('2001:db8:1:3::1')).toBe(1199)
  })

  it('takes an IPv4-mapped address for what it is', async () => {
    expect(await remaining('198.51.100.7')).toBe(1199)
    expect(await remaining('::ffff:198.51.100.7')).toBe(1198)
  })

  it('believes only proxies it was told of', async () => {
    expect(await remaining('203.0.113.1, 198.51.100.8')).toBe(1199)
    expect(await remaining('203.0.113.2, 198.51.100.8')).toBe(1198)
    const untrusting = async (forwarded: string) =>
      (await ask('/api/nothing', { headers: { 'x-forwarded-for': forwarded } })).headers['ratelimit']
    const [first, second] = [String(await untrusting('203.0.113.1')), String(await untrusting('203.0.113.2'))]
    expect(Number(/remaining=(\d+)/.exec(first)?.[1]) - Number(/remaining=(\d+)/.exec(second)?.[1])).toBe(1)
  })
})

describe('the request log', () => {
  /** Lines come some milliseconds after their answers, with those of other requests. */
  const logged = (path: string): Promise<string> =>
    vi.waitFor(() => {
      const line = lines.find((written) => written.includes(`"path":"${path}`))
      expect(line).toBeDefined()
      return line ?? ''
    })

  it('says what was asked, without its query', async () => {
    await ask('/uk/week?who=Anna%0d%0a')
    const line = await logged('/uk/week')
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', path: '/uk/week', status: 200 })
    expect(lines.join('')).not.toContain('Anna')
  })

  it('is one line of JSON with nothing in it that a terminal acts on (T40)', () => {
    const name = 'Anna\r\n{"level":60}\u001b[31m\u009b31m\u2028\u202e'
    createLogger('info', { write: (line) => lines.push(line) }).logger.info({ name })
    expect(lines[0]).toMatch(/^[ -~]+\n$/)
    expect(JSON.parse(lines[0] ?? '').name).toBe(name)
  })

  it('shows no token (T21)', async () => {
    await ask('/feeds/personal/s3cret-token.ics')
    const line = await logged('feed:')
    expect(lines.join('')).not.toContain('s3cret')
    expect(JSON.parse(line).path).toMatch(/^feed:[0-9a-f]{8}$/)
  })
})

describe('health', () => {
  it('tells life from readiness', async () => {
    expect((await ask('/healthz')).body).toBe('{"status":"ok"}')
    expect((await ask('/readyz')).body).toBe('{"status":"ready"}')
  })
})
