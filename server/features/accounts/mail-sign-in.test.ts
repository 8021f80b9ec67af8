import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret } from '../../db/testing/seed-account.ts'
import { seedSession } from '../../db/testing/seed-session.ts'
import { createLogger } from '../../http/log.ts'
import { browserFor, type TestBrowser } from '../../http/testing/browser.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'
import { ensureAdministrator } from './service.ts'

const database = await freshDatabase()
const { prisma, pool } = database
const lines: string[] = []
const { logger } = createLogger('info', { write: (line) => lines.push(line) })
const origin = 'https://kalendarz.example.pl'
const ahead = { ms: 0 }
const clock = () => new Date(Date.now() + ahead.ms)
const config = readConfig({ PUBLIC_URL: origin, TRUST_PROXY: 'loopback' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const ask = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds, secret: testSecret }))
const browser = browserFor(ask, origin)
const { program } = await seedSession(pool)
const grants = [{ role: 'ORGANISER', scope: { kind: 'program', id: program } }] as const

type Body = {
  readonly code: string
  readonly signIns: readonly { readonly id: string; readonly isThis: boolean; readonly device: object }[]
}
const bodyOf = (answer: Answer) => JSON.parse(answer.body) as Body

async function lastMail(to: string) {
  const { rows } = await pool.query<{ text: string; html: string; subject: string; n: number }>(
    `SELECT text, html, subject, (count(*) OVER ())::int AS n FROM "Message" WHERE "to" = $1 ORDER BY "createdAt" DESC LIMIT 1`,
    [to],
  )
  const text = rows[0]?.text ?? ''
  return {
    ...rows[0],
    count: rows[0]?.n ?? 0,
    link: /^https:\S+#(\S+)$/m.exec(text)?.[0] ?? '',
    token: /#(\S+)$/m.exec(text)?.[1] ?? '',
    code: /^(\d{6})$/m.exec(text)?.[1] ?? '',
  }
}
const askForMail = (email: string, headers: Readonly<Record<string, string>> = {}) =>
  browser().post('/api/auth/mail', { email, language: 'pl' }, headers)

/** An account that somebody signs in to, and a mail that was asked for. */
async function withMail() {
  const { email } = await seedAccount(pool, { grants, publicUrl: origin })
  await askForMail(email)
  return { email, ...(await lastMail(email)) }
}
const isIn = async (one: TestBrowser): Promise<boolean> => (await one.get('/api/panel/me')).status === 200

describe('a link in a mail', () => {
  it('T23: is used up by nothing but the button: one of two at once gets in, the other is told why not', async () => {
    const { token, link } = await withMail()
    expect(link).toBe(`${origin}/panel/sign-in/link#${token}`)
    const scanner = browser()
    for (const headers of [{}, { purpose: 'prefetch' }, { 'sec-purpose': 'prefetch' }])
      for (const method of ['GET', 'HEAD', 'GET']) await scanner.send(method, '/panel/sign-in/link', undefined, headers)
    for (const method of ['GET', 'HEAD']) expect((await scanner.send(method, '/api/auth/link')).status).toBe(405)
    expect(await prisma.loginSession.count({ where: { account: { email: { contains: 'scanner' } } } })).toBe(0)

    const [one, other] = [browser(), browser()]
    const answers = await Promise.all([one.post('/api/auth/link', { token }), other.post('/api/auth/link', { token })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410])
    const late = answers.find(({ status }) => status === 410)!
    expect(bodyOf(late).code).toBe('link-used')
    expect([await isIn(one), await isIn(other)].toSorted()).toEqual([false, true])
  })

  it('makes the code that came with it worthless, and the other way round', async () => {
    const first = await withMail()
    expect((await browser().post('/api/auth/link', { token: first.token })).status).toBe(200)
    expect((await browser().post('/api/auth/code', { email: first.email, code: first.code })).status).toBe(401)
    const second = await withMail()
    const phone = browser()
    expect((await phone.post('/api/auth/code', { email: ` ${second.email.toUpperCase()} `, code: second.code })).status).toBe(200)
    expect(await isIn(phone)).toBe(true)
    expect((await browser().post('/api/auth/link', { token: second.token })).status).toBe(410)
  })

  it.each(['ab'.repeat(16), 'x'.repeat(40)])('that nobody sent (%s) is told like one that was used', async (token) => {
    expect([(await browser().post('/api/auth/link', { token })).status]).toEqual([410])
  })

  it('is good for ten minutes', async () => {
    const { token, email, code } = await withMail()
    await pool.query(`UPDATE "Verification" SET "expiresAt" = now() - interval '1 second'`)
    expect((await browser().post('/api/auth/link', { token })).status).toBe(410)
    expect((await browser().post('/api/auth/code', { email, code })).status).toBe(401)
  })

  it('T27: asks whoever has a second factor for it', async () => {
    const password = 'kaczka-na-rowerze-7'
    await ensureAdministrator(prisma, { email: 'ada@example.pl', password })
    const desk = browser()
    await desk.post('/api/auth/password', { email: 'ada@example.pl', password })
    const begun = JSON.parse((await desk.post('/api/auth/second-factor/begin', { password })).body) as { secret: string }
    const totp = () => new TOTP({ secret: begun.secret }).generate()
    await desk.post('/api/auth/second-factor/confirm', { code: totp() })
    await askForMail('ada@example.pl')
    const { token, code } = await lastMail('ada@example.pl')
    for (const [path, body] of [['/api/auth/code', { email: 'ada@example.pl', code }]] as const) {
      const phone = browser()
      expect(JSON.parse((await phone.post(path, body)).body)).toEqual({ next: 'second-factor' })
      expect(Object.keys(phone.cookies())).toEqual(['__Host-podworko.two_factor'])
      expect(await isIn(phone)).toBe(false)
      expect((await phone.post('/api/auth/second-factor', { code: '000000' })).status).toBe(401)
      expect((await phone.post('/api/auth/second-factor', { code: totp() })).status).toBe(200)
      expect(await isIn(phone)).toBe(true)
    }
    expect((await browser().post('/api/auth/link', { token })).status).toBe(410)
    await askForMail('ada@example.pl')
    const tablet = browser()
    const { token: another } = await lastMail('ada@example.pl')
    expect(JSON.parse((await tablet.post('/api/auth/link', { token: another })).body)).toEqual({ next: 'second-factor' })
    expect((await tablet.post('/api/auth/second-factor', { code: totp() })).status).toBe(200)
    expect(await isIn(tablet)).toBe(true)
  })

  it('T63: leads to our own address, whatever the request says', async () => {
    const { email } = await seedAccount(pool, { grants, publicUrl: origin })
    expect((await askForMail(email, { host: 'evil.example' })).status).toBe(421)
    await askForMail(email, {
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      origin: 'https://evil.example',
    })
    const { text = '', html = '' } = await lastMail(email)
    expect(text + html).not.toContain('evil')
    expect([...(text + html).matchAll(/https?:\/\/[^/\s"<#]+/g)].every(([address]) => address === origin)).toBe(true)
  })

  it('T21: stands in no log', async () => {
    const { token, code } = await withMail()
    await browser().post('/api/auth/link', { token })
    expect(lines.join('\n')).toContain('/api/auth/link')
    expect(lines.join('\n')).not.toContain(token)
    expect(lines.join('\n')).not.toContain(code)
  })
})

describe('a code', () => {
  it('T25: is worthless after five wrong ones, and guessing more is refused', async () => {
    const { email, code } = await withMail()
    const wrong = code === '123456' ? '654321' : '123456'
    const guesser = browser()
    for (let guess = 0; guess < 5; guess += 1)
      expect((await guesser.post('/api/auth/code', { email, code: wrong })).status).toBe(401)
    expect((await guesser.post('/api/auth/code', { email, code })).status).toBe(401)
    for (let guess = 6; guess < 10; guess += 1) await guesser.post('/api/auth/code', { email, code: wrong })
    expect((await guesser.post('/api/auth/code', { email, code: wrong })).status).toBe(429)
    for (let guess = 0; guess < 10; guess += 1) await browser().post('/api/auth/code', { email, code: wrong })
    expect((await browser().post('/api/auth/code', { email, code: wrong })).status).toBe(429) // from wherever
  })

  it.each(['12345', '1234567', '１２３４５６', "1' OR '1", ''])('"%s" is no code', async (code) => {
    expect((await browser().post('/api/auth/code', { email: 'ada@example.pl', code })).status).toBe(400)
  })
})

describe('asking for a mail', () => {
  it('T18: answers the same for addresses that somebody has, nobody has, and that are none, and takes as long', async () => {
    const { email } = await seedAccount(pool, { grants, publicUrl: origin })
    const { email: blocked } = await seedAccount(pool, { grants, blocked: true, publicUrl: origin })
    const before = await prisma.message.count()
    const times: number[] = []
    const answers: Answer[] = []
    for (const address of [email, 'nobody@example.pl', blocked, 'no mailbox', 'a@x, b@y']) {
      const begun = performance.now()
      answers.push(await askForMail(address))
      times.push(performance.now() - begun)
    }
    for (const { status, body } of answers) expect([status, body]).toEqual([200, JSON.stringify({ minutes: 10 })])
    expect(Math.min(...times)).toBeGreaterThan(290)
    expect(await prisma.message.count()).toBe(before + 1)
  })

  it('T32: sends three letters an hour at most, and says the same', async () => {
    const { email } = await seedAccount(pool, { grants, publicUrl: origin })
    const answers = await Promise.all(Array.from({ length: 12 }, () => askForMail(email)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1)
    expect((await lastMail(email)).count).toBe(3)
    ahead.ms = 61 * 60_000
    await askForMail(email)
    expect((await lastMail(email)).count).toBe(4)
    ahead.ms = 0
  })

  it('T17: finds one mailbox under its spellings, and no other that looks like it', async () => {
    const { email } = await seedAccount(pool, { email: 'nowak@example.pl', grants, publicUrl: origin })
    for (const same of [' NOWAK@Example.PL ', 'nowak＠example.pl']) await askForMail(same)
    expect((await lastMail(email)).count).toBe(2)
    for (const other of [
      'nowаk@example.pl',
      'nowak+tag@example.pl',
      '"nowak"@example.pl',
      'nowak@example.pl\r\nBcc: x@example.com',
    ])
      await askForMail(other)
    expect((await lastMail(email)).count).toBe(2)
  })

  it('T14, T15: takes texts only', async () => {
    for (const body of [
      { email: { contains: '@' }, language: 'pl' },
      { email: 'a@example.pl', language: 'pl', role: 'ADMINISTRATOR' },
    ])
      expect((await browser().post('/api/auth/mail', body)).status).toBe(400)
    expect((await browser().post('/api/auth/link', { token: { not: '' } })).status).toBe(400)
  })
})

describe('my sign-ins', () => {
  it('are listed as devices, and ended one by one or all others at once', async () => {
    const { email } = await seedAccount(pool, { grants, publicUrl: origin })
    const devices: TestBrowser[] = []
    for (let device = 0; device < 3; device += 1) {
      await askForMail(email)
      const one = browser()
      const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
      await one.post('/api/auth/link', { token: (await lastMail(email)).token }, { 'user-agent': agent })
      devices.push(one)
    }
    const [mine, second, third] = devices as [TestBrowser, TestBrowser, TestBrowser]
    const { signIns } = bodyOf(await mine.get('/api/panel/me/sign-ins'))
    expect(signIns).toHaveLength(4) // the seeded one too
    expect(signIns.filter(({ isThis }) => isThis)).toHaveLength(1)
    expect(signIns.find(({ isThis }) => isThis)?.device).toEqual({ system: 'windows', browser: 'firefox' })
    const idOfSecond = bodyOf(await second.get('/api/panel/me/sign-ins')).signIns.find(({ isThis }) => isThis)!.id
    expect((await mine.send('DELETE', `/api/panel/me/sign-ins/${idOfSecond}`)).status).toBe(204)
    expect([await isIn(mine), await isIn(second), await isIn(third)]).toEqual([true, false, true])
    expect((await mine.send('DELETE', '/api/panel/me/sign-ins')).status).toBe(204)
    expect([await isIn(mine), await isIn(third)]).toEqual([true, false])
  })

  it('T01: of somebody else are not there', async () => {
    const [one, other] = [
      await seedAccount(pool, { grants, publicUrl: origin }),
      await seedAccount(pool, { grants, publicUrl: origin }),
    ]
    const { id } = await prisma.loginSession.findFirstOrThrow({ where: { accountId: other.accountId }, select: { id: true } })
    const answers = await Promise.all(
      [id, '00000000-0000-4000-8000-000000000000', 'x'].map((each) =>
        browser().send('DELETE', `/api/panel/me/sign-ins/${each}`, undefined, one.headers),
      ),
    )
    for (const { status, body } of answers) expect([status, body]).toEqual([404, answers[1]!.body])
  })
})

describe('a new password', () => {
  it('ends the other sign-ins, tells the owner by mail and opens the door', async () => {
    const one = await seedAccount(pool, { grants, publicUrl: origin })
    const put = (body: object) => browser().send('PUT', '/api/panel/me/password', body, one.headers)
    expect((await put({ next: 'zbyt-krotkie' })).status).toBe(204) // twelve characters are enough
    expect((await put({ current: 'wrong', next: 'zielony-rower-w-bramie' })).status).toBe(422)
    expect((await put({ current: 'zbyt-krotkie', next: 'krótkie' })).status).toBe(422)
    expect((await put({ current: 'zbyt-krotkie', next: 'zielony-rower-w-bramie' })).status).toBe(204)
    expect((await lastMail(one.email)).subject).toBe('Nowe hasło do Podwórka')
    const door = { email: one.email, password: 'zielony-rower-w-bramie' }
    expect((await browser().post('/api/auth/password', door)).status).toBe(200)
  })
})
