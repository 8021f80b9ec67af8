import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { getAuthTables } from 'better-auth/db'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret } from '../../db/testing/seed-account.ts'
import { seedSession } from '../../db/testing/seed-session.ts'
import { createLogger } from '../../http/log.ts'
import { signInSecret } from '../../http/session-cookie.ts'
import { browserFor } from '../../http/testing/browser.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'
import { createAuth } from './auth.ts'
import { ensureAdministrator } from './service.ts'

const database = await freshDatabase()
const { prisma, pool } = database
const { logger } = createLogger('error', { write: () => true })
const origin = 'https://kalendarz.example.pl'
const now = { ms: Date.now() }
const clock = () => new Date(now.ms)
const config = readConfig({ PUBLIC_URL: origin, TRUST_PROXY: 'loopback' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const ask = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds, secret: testSecret }))
const browser = browserFor(ask, origin)
const password = 'kaczka-na-rowerze-7'

type Body = {
  readonly code: string
  readonly address: string
  readonly backupCodes: readonly string[]
  readonly rights: readonly string[]
}
const bodyOf = (answer: Answer) => JSON.parse(answer.body) as Body
const codeOf = (address: string, ms = Date.now()): string => {
  const secret = new URL(address).searchParams.get('secret') ?? ''
  return new TOTP({ secret }).generate({ timestamp: ms })
}

async function administrator(email: string) {
  await ensureAdministrator(prisma, { email, password })
  const desk = browser()
  await desk.post('/api/auth/password', { email, password })
  const { address, backupCodes } = bodyOf(await desk.post('/api/auth/second-factor/begin', { password }))
  return { desk, address, backupCodes, confirmed: await desk.post('/api/auth/second-factor/confirm', { code: codeOf(address) }) }
}

describe('the tables', () => {
  it('are those that better-auth asks for, under our names', async () => {
    const { options } = await createAuth({ prisma, publicUrl: origin, secret: signInSecret(testSecret) })
    const tables = Object.values(getAuthTables(options))
    expect(tables.map(({ modelName }) => modelName).toSorted()).toEqual([
      'account',
      'credential',
      'loginSession',
      'rateLimit',
      'twoFactor',
      'verification',
    ])
    for (const { modelName, fields } of tables) {
      const name = modelName[0]!.toUpperCase() + modelName.slice(1)
      const { rows } = await pool.query<{ name: string }>(
        'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0',
        [`"${name}"`],
      )
      const columns = rows.map((row) => row.name)
      const wanted = Object.entries(fields).map(([field, { fieldName }]) => fieldName ?? field)
      expect([name, wanted.filter((column) => !columns.includes(column))]).toEqual([name, []])
    }
  })
})

describe('an administrator', () => {
  it('gets to nothing but the set-up of a second factor, and with it to everything', async () => {
    await ensureAdministrator(prisma, { email: 'ada@example.pl', password })
    const desk = browser()
    expect(bodyOf(await desk.post('/api/auth/password', { email: ' ADA@example.pl ', password }))).toEqual({ next: 'panel' })
    const before = await desk.get('/api/panel/me')
    expect([before.status, bodyOf(before).code]).toEqual([403, 'second-factor-needed'])

    const begun = bodyOf(await desk.post('/api/auth/second-factor/begin', { password }))
    expect(begun.backupCodes).toHaveLength(10)
    expect((await desk.get('/api/panel/me')).status).toBe(403)
    expect((await desk.post('/api/auth/second-factor/confirm', { code: '000000' })).status).toBe(401)
    expect((await desk.post('/api/auth/second-factor/confirm', { code: codeOf(begun.address) })).status).toBe(204)
    const me = bodyOf(await desk.get('/api/panel/me'))
    expect(me).toMatchObject({ email: 'ada@example.pl', hasPassword: true, hasSecondFactor: true, everywhere: true })
    expect(me.rights).toContain('administer')
  })

  it('T27: has no sign-in between the two steps, and a new one after them', async () => {
    const { address, backupCodes, desk } = await administrator('bea@example.pl')
    const first = desk.cookies()['__Host-podworko.session_token']
    const phone = browser()
    const answer = await phone.post('/api/auth/password', { email: 'bea@example.pl', password })
    expect(bodyOf(answer)).toEqual({ next: 'second-factor' })
    expect(Object.keys(phone.cookies())).toEqual(['__Host-podworko.two_factor'])
    for (const line of answer.headers['set-cookie'] ?? [])
      expect(line).toMatch(/^__Host-[^;]+;.*Path=\/; HttpOnly; Secure; SameSite=Lax/)
    expect((await phone.get('/api/panel/me')).status).toBe(401)
    // GHSA-xg6x: cookies that an earlier answer set and a later one took back
    for (const line of answer.headers['set-cookie'] ?? [])
      expect(
        (await ask('/api/panel/me', { headers: { host: 'kalendarz.example.pl', cookie: line.split(';')[0]! } })).status,
      ).toBe(401)

    expect((await phone.post('/api/auth/second-factor', { code: '000000' })).status).toBe(401)
    expect(bodyOf(await phone.post('/api/auth/second-factor', { code: codeOf(address) }))).toEqual({ next: 'panel' })
    expect((await phone.get('/api/panel/me')).status).toBe(200)
    expect(phone.cookies()['__Host-podworko.session_token']).not.toBe(first)

    const tablet = browser()
    await tablet.post('/api/auth/password', { email: 'bea@example.pl', password })
    expect((await tablet.post('/api/auth/second-factor', { backupCode: backupCodes[0] })).status).toBe(200)
    const again = browser()
    await again.post('/api/auth/password', { email: 'bea@example.pl', password })
    expect((await again.post('/api/auth/second-factor', { backupCode: backupCodes[0] })).status).toBe(401)
  })

  it('T25: guesses a second factor five times, then begins anew', async () => {
    const { address } = await administrator('cyr@example.pl')
    const phone = browser()
    await phone.post('/api/auth/password', { email: 'cyr@example.pl', password })
    for (let guess = 0; guess < 5; guess += 1)
      expect((await phone.post('/api/auth/second-factor', { code: String(guess).padStart(6, '0') })).status).toBe(401)
    expect((await phone.post('/api/auth/second-factor', { code: codeOf(address) })).status).toBe(401)
    await phone.post('/api/auth/password', { email: 'cyr@example.pl', password })
    expect((await phone.post('/api/auth/second-factor', { code: codeOf(address) })).status).toBe(200)
  })

  it('ends all sign-ins that were made without the second factor by setting it up', async () => {
    await ensureAdministrator(prisma, { email: 'dag@example.pl', password })
    const [old, desk] = [browser(), browser()]
    for (const one of [old, desk]) await one.post('/api/auth/password', { email: 'dag@example.pl', password })
    const { address } = bodyOf(await desk.post('/api/auth/second-factor/begin', { password }))
    await desk.post('/api/auth/second-factor/confirm', { code: codeOf(address) })
    expect((await old.get('/api/panel/me')).status).toBe(401)
    expect((await desk.get('/api/panel/me')).status).toBe(200)
  })

  it('is made once: a later start leaves the password as it is', async () => {
    expect(await ensureAdministrator(prisma, { email: 'ada@example.pl', password: 'zupełnie-inne-haslo-9' })).toBeNull()
    expect(await ensureAdministrator(prisma, undefined)).toBeNull()
    const made = await ensureAdministrator(prisma, { email: 'ewa@example.pl', password: undefined })
    expect((await browser().post('/api/auth/password', { email: 'ewa@example.pl', password: made?.password })).status).toBe(200)
  })
})

describe('a sign-in', () => {
  it('T27: ends with signing out: the cookie is worthless then', async () => {
    const { desk } = await administrator('fil@example.pl')
    const stolen = desk.cookies()['__Host-podworko.session_token']!
    expect((await desk.post('/api/auth/sign-out')).status).toBe(204)
    expect(desk.cookies()).toEqual({})
    const cookie = `__Host-podworko.session_token=${stolen}`
    expect((await ask('/api/panel/me', { headers: { host: 'kalendarz.example.pl', cookie } })).status).toBe(401)
  })

  it('T11: of a blocked, a demoted and an expired person ends with the next request', async () => {
    const { program } = await seedSession(pool)
    const grants = [{ role: 'ORGANISER', scope: { kind: 'program', id: program } }] as const
    const seed = () => seedAccount(pool, { grants, publicUrl: origin })
    const [blocked, demoted, expired] = [await seed(), await seed(), await seed()]
    const statusOf = async ({ headers }: typeof blocked) => {
      const { status, body } = await ask('/api/panel/me', { headers: { host: 'kalendarz.example.pl', ...headers } })
      return [status, JSON.parse(body).code]
    }
    for (const one of [blocked, demoted, expired]) expect(await statusOf(one)).toEqual([200, undefined])
    await pool.query('UPDATE "Account" SET "blockedAt" = now() WHERE id = $1', [blocked.accountId])
    await pool.query('DELETE FROM "RoleGrant" WHERE "accountId" = $1', [demoted.accountId])
    await pool.query(`UPDATE "RoleGrant" SET "endsOn" = now() - interval '2 days' WHERE "accountId" = $1`, [expired.accountId])
    expect(await statusOf(blocked)).toEqual([401, 'not-signed-in'])
    expect(await statusOf(demoted)).toEqual([403, 'no-role'])
    expect(await statusOf(expired)).toEqual([403, 'no-role'])
  })

  it('T28: changes nothing for a page of another site', async () => {
    const { desk } = await administrator('gaj@example.pl')
    const foreign: readonly Readonly<Record<string, string>>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: '' },
      { origin: 'https://kalendarz.example.pl.evil.example' },
    ]
    for (const headers of foreign) {
      const answer = await desk.post('/api/auth/sign-out', {}, headers)
      expect([headers, answer.status, bodyOf(answer).code]).toEqual([headers, 403, 'foreign-origin'])
    }
    expect((await desk.post('/api/auth/sign-out', {}, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await desk.get('/api/panel/me')).status).toBe(200)
  })

  it.each([
    'nothing',
    '__Host-podworko.session_token=',
    '__Host-podworko.session_token=abc.def',
    '__Host-podworko.session_token=%',
    'podworko.session_token=abc',
  ])('T27: is not made of the cookie "%s"', async (cookie) => {
    expect((await ask('/api/panel/me', { headers: { host: 'kalendarz.example.pl', cookie } })).status).toBe(401)
  })

  it('is kept by nobody between us and the browser (T65)', async () => {
    const { headers } = await browser().get('/api/panel/me')
    expect([headers['cache-control'], headers.vary]).toEqual(['no-store', expect.stringContaining('Cookie')])
  })
})

describe('a wrong password', () => {
  it('T18: answers the same for somebody known, unknown and impossible, and for a blocked person with the right one', async () => {
    await ensureAdministrator(prisma, { email: 'hej@example.pl', password })
    await ensureAdministrator(prisma, { email: 'zly@example.pl', password })
    await pool.query(`UPDATE "Account" SET "blockedAt" = now() WHERE email = 'zly@example.pl'`)
    const answers = [
      await browser().post('/api/auth/password', { email: 'hej@example.pl', password: 'wrong' }),
      await browser().post('/api/auth/password', { email: 'nobody@example.pl', password: 'wrong' }),
      await browser().post('/api/auth/password', { email: 'no mailbox', password: 'wrong' }),
      await browser().post('/api/auth/password', { email: 'zly@example.pl', password }),
    ]
    for (const { status, body } of answers) expect([status, body]).toEqual([401, answers[0]!.body])
  })

  it('T29: shuts out who guesses, not the office around: one more from the same address gets in', async () => {
    await ensureAdministrator(prisma, { email: 'iga@example.pl', password })
    await ensureAdministrator(prisma, { email: 'jan@example.pl', password })
    const guesser = browser('2001:db8:1:2::1')
    for (let guess = 0; guess < 10; guess += 1)
      expect((await guesser.post('/api/auth/password', { email: 'iga@example.pl', password: `guess ${guess}` })).status).toBe(401)
    const refused = await browser('2001:db8:1:2:ffff::9').post('/api/auth/password', { email: 'iga@example.pl', password })
    expect(refused.status).toBe(429) // another address of the same household
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60)
    expect((await browser('2001:db8:1:2::2').post('/api/auth/password', { email: 'jan@example.pl', password })).status).toBe(200)
    expect((await browser('2001:db8:1:3::1').post('/api/auth/password', { email: 'iga@example.pl', password })).status).toBe(200)
    now.ms += 16 * 60_000
    expect((await guesser.post('/api/auth/password', { email: 'iga@example.pl', password })).status).toBe(200)
    now.ms = Date.now()
  })
})

describe('T12: better-auth itself', () => {
  const nowhere = [
    '/sign-in/email',
    '/sign-up/email',
    '/magic-link/verify?token=x',
    '/get-session',
    '/ok',
    '/error',
    '/update-user',
  ]
  it.each(nowhere)('answers nothing at /api/auth%s', async (path) => {
    const reference = (await browser().get('/api/nothing-here')).body
    for (const method of ['GET', 'POST', 'DELETE']) {
      const { status, body } = await ask(`/api/auth${path}`, { method, headers: { host: 'kalendarz.example.pl' } })
      expect([status, body]).toEqual([404, reference])
    }
  })
})
