import { beforeAll, describe, expect, it } from 'vitest'
import { callApi, mailboxApi } from '#shared/contract/panel-paths.ts'
import { callList, reachView } from '#shared/contract/call.ts'
import { api } from '#shared/contract/paths.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { createApp, createFeeds, noticePartsOf, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedActor } from '../../db/testing/seed-planning.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import { serve, type Ask } from '../../http/testing/serve.ts'
import { startDelivery } from '../../mail/delivery.ts'
import { mailServer } from '../../mail/testing/mail-server.ts'
import { signUpService } from '../sign-ups/service.ts'
import { mailboxRoutes } from './mailbox-routes.ts'
import { reachService } from './reach-service.ts'
import { noticeRoutes } from './routes.ts'
import { createComposer } from './service.ts'

/** Mechanics 26: knowing told apart from having sent, and the list of calls. */
const database = await freshDatabase()
const { pool, prisma } = database
const ahead = { ms: 0 }
const clock = () => new Date(Date.now() + ahead.ms)
const smtp = await mailServer()
const config = readConfig({ SMTP_URL: smtp.url, MAIL_FROM: 'podworko@example.pl' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const write = writerOf({ database, feeds })
const { logger } = createLogger('error', { write: () => true })
const signUps = signUpService({ database, write, clock: () => new Date() })
const publicly = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds }))
const hour = 3_600_000

let town: Town
let desk: Ask
let organiser: Ask
let elsewhere: Ask

beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
  town = await seedTown(pool)
  await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 3`)
  await pool.query(`UPDATE "Program" SET "quietFrom" = '00:00', "quietTo" = '00:00', "remindDaysBefore" = NULL`)
  const routes = () => [noticeRoutes(reachService({ database, write, clock })), mailboxRoutes(database, true, write)] as const
  const as = async (role: 'DESK' | 'ORGANISER', id: string) =>
    serveAs(await seedActor(database, 'ktoś', [{ role, scope: { kind: 'program', id } }]), ...routes())
  desk = await as('DESK', town.programs.zatorze)
  organiser = await as('ORGANISER', town.programs.zatorze)
  elsewhere = await as('DESK', town.programs.dab)
})

async function postman(): Promise<void> {
  ahead.ms = Math.max(ahead.ms, 3 * 60_000)
  const timing = { tickMs: 1e6, greetingMs: 10_000, answerMs: 10_000, restPerWork: 0 }
  const composer = createComposer(noticePartsOf({ config, database, feeds }))
  const { rest, stop } = startDelivery({ prisma, clock, logger, config, composer, timing })
  await rest()
  await stop()
}

const wall = (ms: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'medium' })
    .format(Date.now() + ms)
    .replace(' ', 'T')

async function session(hoursAhead: number): Promise<{ id: string; start: string }> {
  const start = wall(hoursAhead * hour)
  return { id: await town.addSession({ activity: town.yoga, start }), start }
}
async function join({ id, start }: { id: string; start: string }, name: string, contact: string) {
  const party = {
    name,
    contact,
    attending: true,
    others: [],
    language: 'pl',
    seen: start,
    waiting: true,
    notice: noticeVersion,
  } as const
  return signUps.join(id, party, null)
}
const cancel = (id: string) =>
  write((tx) => tx.$executeRaw`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = ${id}::uuid`)

type Call = ReturnType<typeof callList.parse>['calls'][number]
async function calls(ask: Ask = desk, sessionId?: string): Promise<readonly Call[]> {
  const { status, body } = await ask(sessionId ? callApi.sessionCalls(sessionId) : callApi.calls)
  expect([status, status === 200 ? '' : body]).toEqual([200, ''])
  return callList.parse(JSON.parse(body)).calls
}
const reach = async (id: string) => reachView.parse(JSON.parse((await desk(callApi.reach(id))).body))
async function post(ask: Ask, path: string, body: object = {}) {
  return ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

describe('who knows of a change', () => {
  it('counts knowing, having sent and being out of reach; a press on the button and a call are knowing', async () => {
    const one = await session(30)
    const ala = await join(one, 'Ala Zmyślona', 'ala@example.pl')
    await join(one, 'Bolek Zmyślony', '600000001')
    await postman()
    await cancel(one.id)
    expect(await reach(one.id)).toEqual({ known: 0, sent: 0, texted: 0, unreachable: 1, pending: 1, left: [] })
    expect((await calls()).map(({ name }) => name)).toEqual(['Bolek Zmyślony'])
    await postman()
    expect(await reach(one.id)).toEqual({ known: 0, sent: 1, texted: 0, unreachable: 1, pending: 0, left: [] })
    // Within 48 hours a mail that nobody answered isn't enough.
    expect((await calls()).map(({ name, reason, state }) => [name, reason, state])).toEqual(
      [
        ['Ala Zmyślona', 'unconfirmed', 'no-way'],
        ['Bolek Zmyślony', 'no-mail', 'now'],
      ].toReversed(),
    )

    const news = JSON.parse((await publicly(`${api.manage(ala.token)}/news`)).body) as { news: { news: string }[] }
    expect(news.news).toMatchObject([{ news: 'cancelled', start: one.start }])
    expect((await post(publicly, `${api.manage(ala.token)}/known`)).status).toBe(204)
    expect(JSON.parse((await publicly(`${api.manage(ala.token)}/news`)).body)).toEqual({ news: [] })

    const [bolek] = await calls()
    const told = await post(desk, callApi.calls, { notices: bolek?.notices, result: 'TOLD' })
    expect(told.status).toBe(201)
    expect(await reach(one.id)).toEqual({ known: 2, sent: 0, texted: 0, unreachable: 0, pending: 0, left: [] })
    expect(await calls()).toEqual([])

    const { id } = JSON.parse(told.body) as { id: string }
    expect((await post(organiser, callApi.undoCall(id))).status).toBe(404) // somebody else's call
    expect((await post(desk, callApi.undoCall(id))).status).toBe(204)
    expect((await post(desk, callApi.undoCall(id))).status).toBe(404)
    expect((await calls()).map(({ name }) => name)).toEqual(['Bolek Zmyślony'])
    await post(desk, callApi.calls, { notices: bolek?.notices, result: 'TOLD' })
  })

  it('orders calls by how soon and how far, lays aside who doesn’t answer, and ends with names', async () => {
    const [soon, later] = [await session(20), await session(26)]
    await join(later, 'Celina Daleka', '600000002')
    await join(soon, 'Dorota Bliska', '600000003')
    await postman()
    await cancel(soon.id)
    await cancel(later.id)
    await postman()
    const [dorota, celina] = await calls()
    expect([dorota?.name, celina?.name]).toEqual(['Dorota Bliska', 'Celina Daleka'])
    expect(dorota?.sms).toMatch(/^Odwolane: joga, /)
    expect(dorota?.sms?.length).toBeLessThanOrEqual(160)

    await post(desk, callApi.calls, { notices: dorota?.notices, result: 'NO_ANSWER' })
    await post(desk, callApi.calls, { notices: celina?.notices, result: 'WRONG_NUMBER' })
    expect((await calls()).map(({ name, state, last }) => [name, state, last?.result])).toEqual([
      ['Dorota Bliska', 'later', 'NO_ANSWER'],
      ['Celina Daleka', 'no-way', 'WRONG_NUMBER'],
    ])
    ahead.ms += 31 * 60_000
    expect((await calls())[0]).toMatchObject({ name: 'Dorota Bliska', state: 'now' })
    expect((await post(desk, callApi.calls, { notices: dorota?.notices, result: 'LATER' })).status).toBe(422)
    const again = new Date(clock().getTime() + hour).toISOString()
    expect((await post(desk, callApi.calls, { notices: dorota?.notices, result: 'LATER', again })).status).toBe(201)

    expect(JSON.parse((await post(desk, callApi.closeCalls(later.id))).body)).toMatchObject({
      unreachable: 1,
      left: ['Celina Daleka'],
    })
    expect((await calls()).map(({ name }) => name)).toEqual(['Dorota Bliska'])
    expect(JSON.parse((await post(desk, callApi.reopenCalls(later.id))).body)).toMatchObject({ left: [] })
    expect(await calls()).toHaveLength(2)
    // Whoever has them on the line for something else tells them too.
    const all = await prisma.signUp.findMany({ where: { sessionId: { in: [soon.id, later.id] } }, select: { id: true } })
    for (const { id } of all) {
      expect((await post(elsewhere, callApi.told(id))).status).toBe(404)
      expect((await post(desk, callApi.told(id))).status).toBe(201)
      expect(JSON.parse((await post(desk, callApi.told(id))).body)).toEqual({ id: null })
    }
    expect(await calls()).toEqual([])
  })

  it('has whoever was promoted and has no mailbox, and whose mailbox refuses', async () => {
    await pool.query(`UPDATE "Activity" SET capacity = 1`)
    const one = await session(100)
    const first = await join(one, 'Ela Pierwsza', 'ela@example.pl')
    await join(one, 'Franek Czekający', '600000004')
    smtp.state.behaviour = 'refuse'
    await join(await session(101), 'Gosia Literówka', 'gosia@exmaple.pl')
    await postman()
    smtp.state.behaviour = 'take'
    await signUps.withdraw(first.token)
    await postman()
    expect((await calls()).map(({ name, reason, tell }) => [name, reason, tell[0]?.news])).toEqual([
      ['Franek Czekający', 'no-mail', 'promoted'],
      ['Gosia Literówka', 'refused', 'sign-up'],
    ])
  })

  it('has whose mail came back after it was taken, also twice, and nobody else', async () => {
    const one = await session(40)
    await join(one, 'Jola Zwrotna', 'jola@example.pl')
    await postman()
    expect((await calls()).map(({ name }) => name)).not.toContain('Jola Zwrotna')
    const id = smtp.received.at(-1)?.mail.messageId ?? ''
    const report = (messageId: string, action = 'failed') =>
      [
        'From: MAILER-DAEMON@mx.example.pl',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example.pl',
        '',
        `Final-Recipient: rfc822; jola@example.pl\nAction: ${action}\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 mailbox full`,
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${messageId}`,
        '--b--',
      ].join('\n')
    const put = async (ask: Ask, message: string) => {
      const { status, body } = await post(ask, mailboxApi.returned, { message })
      const { issues, ...rest } = JSON.parse(body) as { issues?: readonly { code: string }[] }
      return [status, issues?.[0]?.code ?? rest]
    }
    expect((await post(desk, mailboxApi.returned, { message: report(id) })).status).toBe(403)
    expect(await put(organiser, 'Jestem na urlopie do piątku.')).toEqual([422, 'not-returned'])
    expect(await put(organiser, report(id, 'delayed'))).toEqual([422, 'only-delayed'])
    expect(await put(organiser, report('<00000000-0000-4000-8000-000000000000@example.pl>'))).toEqual([422, 'mail-unknown'])
    for (const _ of [1, 2])
      expect(await put(organiser, report(id))).toMatchObject([200, { to: 'jola@example.pl', reason: '552 mailbox full' }])
    expect((await calls()).find(({ name }) => name === 'Jola Zwrotna')).toMatchObject({ reason: 'refused', state: 'no-way' })
    await cancel(one.id)
    await postman()
    const [told] = await prisma.signUp.findMany({ where: { sessionId: one.id }, select: { id: true } })
    await post(desk, callApi.told(told!.id))
  })

  it('has who is offered a seat and has no mailbox: the time begins when they are told, and not if the call is taken back', async () => {
    await pool.query(`UPDATE "Activity" SET "offerHours" = 3`)
    const one = await session(99)
    const first = await join(one, 'Hela Pierwsza', 'hela@example.pl')
    const { token } = await join(one, 'Irek Oferta', '600000014')
    await signUps.withdraw(first.token)
    await postman()
    await pool.query(`UPDATE "Activity" SET "offerHours" = NULL`)
    const until = async () => {
      const sql = `SELECT u."offeredUntil" AS until FROM "SignUp" u JOIN "Person" p ON p.id = u."personId" WHERE p.name = 'Irek Oferta'`
      return (await pool.query<{ until: Date | null }>(sql)).rows[0]!.until
    }
    const irek = () => calls().then((all) => all.find(({ name }) => name === 'Irek Oferta'))
    expect([(await irek())?.tell[0]?.news, await until()]).toEqual(['offer', null])
    const told = await post(desk, callApi.calls, { notices: (await irek())?.notices, result: 'TOLD' })
    expect((await until())!.getTime() - clock().getTime()).toBeGreaterThan(2.9 * hour)
    await post(desk, callApi.undoCall((JSON.parse(told.body) as { id: string }).id))
    expect([(await irek())?.tell[0]?.news, await until()]).toEqual(['offer', null])
    await signUps.accept(token)
    expect(await irek()).toBeUndefined()
  })

  it('has whoever was promoted to a whole course, with its next meeting', async () => {
    await pool.query(`UPDATE "Activity" SET enrolment = 'WHOLE_COURSE', capacity = 1 WHERE id = $1`, [town.cinema])
    const start = wall(90 * hour)
    const one = { id: await town.addSession({ activity: town.cinema, start, end: wall(92 * hour) }), start }
    await town.addSession({ activity: town.cinema, start: wall(200 * hour) })
    const first = await join(one, 'Hania Pierwsza', 'hania@example.pl')
    await join(one, 'Igor Czekający', '600000005')
    await postman()
    await signUps.withdraw(first.token)
    await postman()
    const igor = (await calls()).find(({ name }) => name === 'Igor Czekający')
    expect(igor?.tell).toMatchObject([{ news: 'promoted', sessionId: one.id, title: { text: 'kino' } }])
    expect((await post(desk, callApi.calls, { notices: igor?.notices, result: 'TOLD' })).status).toBe(201)
  })

  it('a text message that was sent is no knowing: it takes from the list only what is far away, until it is near', async () => {
    await pool.query(`UPDATE "Activity" SET capacity = 3 WHERE id = $1`, [town.yoga])
    const others = await calls()
    for (const { notices } of others) await post(desk, callApi.calls, { notices, result: 'TOLD' })
    const [near, far] = [await session(21), await session(100)]
    await join(near, 'Kuba Bliski', '600000021')
    await join(far, 'Lena Daleka', '600000022')
    await join(far, 'Maja Ostrożna', '600000023')
    const maja = await prisma.person.findFirstOrThrow({ where: { name: 'Maja Ostrożna' }, select: { id: true } })
    const { rows } = await pool.query<{ id: string }>(`SELECT id FROM "Account" LIMIT 1`)
    await pool.query(
      `INSERT INTO "SafeContact" ("personId", calls, sms, voicemail, mail, days, opening, "notedAt", "notedById") VALUES ($1, true, false, false, 'USUAL', '{}', '', now(), $2)`,
      [maja.id, rows[0]!.id],
    )
    await postman()
    await cancel(near.id)
    await cancel(far.id)
    await postman()
    const said = async () => (await calls()).map(({ name, state, reason, inTexts }) => [name, state, reason, inTexts])
    const noticesOf = async (...names: string[]) =>
      (await calls()).filter(({ name }) => names.includes(name)).flatMap(({ notices }) => notices)
    const text = async (notices: readonly string[]) => post(desk, callApi.calls, { notices, result: 'TEXTED' })
    expect(await said()).toEqual([
      ['Kuba Bliski', 'now', 'no-mail', true],
      ['Lena Daleka', 'now', 'no-mail', true],
      ['Maja Ostrożna', 'now', 'no-mail', false],
    ])
    // Who asked for no text messages is in no table, and nobody can have sent one.
    const refused = await text(await noticesOf('Maja Ostrożna'))
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([422, { issues: [{ code: 'no-sms' }] }])

    const table = await noticesOf('Kuba Bliski', 'Lena Daleka')
    const sent = await text(table)
    expect(sent.status).toBe(201)
    const undone = ['Maja Ostrożna', 'now', 'no-mail', false]
    expect(await said()).toEqual([undone, ['Kuba Bliski', 'later', 'texted', false]])
    expect((await calls()).at(-1)?.last).toMatchObject({ result: 'TEXTED', by: 'ktoś' })
    expect(await reach(far.id)).toEqual({ known: 0, sent: 0, texted: 1, unreachable: 1, pending: 0, left: [] })
    // One press takes the whole table back, and only for who noted it.
    const { id } = JSON.parse(sent.body) as { id: string }
    expect((await post(organiser, callApi.undoCall(id))).status).toBe(404)
    expect((await post(desk, callApi.undoCall(id))).status).toBe(204)
    expect(await said()).toHaveLength(3)
    expect(await reach(far.id)).toMatchObject({ texted: 0, unreachable: 2 })

    await text(table)
    ahead.ms += 55 * hour
    expect(await said()).toEqual([
      ['Lena Daleka', 'now', 'texted', false],
      ['Maja Ostrożna', 'now', 'no-mail', false],
    ])
    ahead.ms -= 55 * hour
    // What changes after the text is news again.
    await write((tx) => tx.$executeRaw`UPDATE "Session" SET status = 'PLANNED', "cancelledAt" = NULL WHERE id = ${far.id}::uuid`)
    await postman()
    expect(await said()).toEqual([
      ['Kuba Bliski', 'later', 'texted', false],
      ['Lena Daleka', 'later', 'no-mail', true],
    ])
    expect((await calls()).map(({ tell }) => tell[0]?.news)).toEqual(['cancelled', 'holds'])
  })

  it('shows each only theirs: another program’s desk sees nobody, and no desk those of discreet meetings', async () => {
    const [mine] = await calls()
    expect(await calls(elsewhere)).toEqual([])
    expect((await post(elsewhere, callApi.calls, { notices: mine?.notices, result: 'TOLD' })).status).toBe(422)
    const sessionId = mine?.tell[0]?.sessionId ?? ''
    expect((await elsewhere(callApi.reach(sessionId))).status).toBe(404)
    await pool.query(
      `UPDATE "Activity" SET "isDiscreet" = true, "discreetListed" = true, "discreetTitle" = '{"pl": "Spotkanie"}' WHERE id = $1`,
      [town.yoga],
    )
    expect(await calls()).toEqual([])
    expect((await desk(callApi.reach(sessionId))).status).toBe(403)
    const seen = await calls(organiser)
    expect(seen.map(({ tell }) => tell[0]?.title.text)).toEqual(['Spotkanie', 'Spotkanie'])
    expect(JSON.stringify(seen)).not.toContain('Świetlica')
    expect(seen[0]?.sms).toContain('Spotkanie')
  })
})
