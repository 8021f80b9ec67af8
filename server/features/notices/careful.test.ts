import { describe, expect, it } from 'vitest'
import { callList } from '#shared/contract/call.ts'
import { foundPeople, personView } from '#shared/contract/desk.ts'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { callApi, deskApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { createApp, createFeeds, noticePartsOf, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedAccount, testSecret } from '../../db/testing/seed-account.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serve, type Answer } from '../../http/testing/serve.ts'
import { startDelivery } from '../../mail/delivery.ts'
import { mailThat } from '../../mail/letter.ts'
import { mailServer } from '../../mail/testing/mail-server.ts'
import { createComposer } from './service.ts'

/** Mechanics 24: whoever could be harmed by a mail, a call or a calendar is told so that nobody else learns anything. */
const database = await freshDatabase()
const { pool, prisma } = database
const smtp = await mailServer()
const origin = 'https://kalendarz.example.pl'
const config = readConfig({ PUBLIC_URL: origin, SMTP_URL: smtp.url, MAIL_FROM: 'poczta@example.pl', TRUST_PROXY: '1' })
const ahead = { ms: 0 }
const clock = () => new Date(Date.now() + ahead.ms)
const { logger } = createLogger('error', { write: () => true })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const ask = await serve(
  createApp({ config, logger, clock, database, feeds, clientFiles: new Map(), secret: testSecret, mail: mailThat(() => {}) }),
)
const write = writerOf({ database, feeds })
await pool.query(`INSERT INTO "Installation" ("uidDomain", secret, "publicUrl") VALUES ('test.podworko', $1, $2)`, [
  testSecret,
  origin,
])
const town = await seedTown(pool)
await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 9`)
await pool.query(`UPDATE "Program" SET "quietFrom" = '00:00', "quietTo" = '00:00', "remindDaysBefore" = 1, "remindAt" = '00:00'`)
const scope = { kind: 'everywhere' } as const
const desk = (await seedAccount(pool, { grants: [{ role: 'DESK', scope }], publicUrl: origin })).headers
const planner = (await seedAccount(pool, { grants: [{ role: 'ORGANISER', scope }], publicUrl: origin })).headers

type Headers = Readonly<Record<string, string>>
const host = { host: 'kalendarz.example.pl' }
const get = (who: Headers, path: string): Promise<Answer> => ask(path, { headers: { ...host, ...who } })
const send = (who: Headers, method: string, path: string, body: object = {}): Promise<Answer> =>
  ask(path, { method, headers: { ...host, 'content-type': 'application/json', ...who }, body: JSON.stringify(body) })

const start = (hours: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'medium' })
    .format(Date.now() + hours * 3_600_000)
    .replace(' ', 'T')
async function session(activity: string, hours: number): Promise<{ id: string; seen: string }> {
  const seen = start(hours)
  return { id: await town.addSession({ activity, start: seen }), seen }
}
async function join(
  { id, seen }: { id: string; seen: string },
  name: string,
  contact: string,
  language = 'pl',
): Promise<{ token: string; code: string }> {
  const party = { name, contact, attending: true, others: [], language, seen, waiting: true, notice: noticeVersion }
  return JSON.parse((await send({}, 'POST', api.signUps(id), party)).body) as { token: string; code: string }
}
const cancel = (id: string) =>
  write(
    (
      tx,
    ) => tx.$executeRaw`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now(), "cancelReason" = '{"pl": "Psycholożka choruje"}'
    WHERE id = ${id}::uuid`,
  )
async function postman(): Promise<void> {
  ahead.ms += 3 * 60_000
  const composer = createComposer(noticePartsOf({ config, database, feeds }))
  const { rest, stop } = startDelivery({ prisma, clock, logger, config, composer, timing: { tickMs: 1e6, restPerWork: 0 } })
  await rest()
  await stop()
}
const mailsTo = (mailbox: string) => smtp.received.filter(({ mail }) => JSON.stringify(mail.to).includes(mailbox))
/** All that a mail is, readable: headers, both bodies, its calendar and the names of its files. */
const wholeMail = ({ mail, raw }: (typeof smtp.received)[number]): string =>
  [
    raw.replace(/^Date: .*$/m, ''),
    mail.subject,
    mail.from?.text,
    mail.text,
    mail.html,
    ...mail.attachments.map(({ filename, content }) => `${filename} ${content.toString('utf8')}`),
  ].join('\n')
const idOf = async (typed: string): Promise<string> =>
  foundPeople.parse(JSON.parse((await get(desk, `${deskApi.persons}?q=${encodeURIComponent(typed)}`)).body)).people[0]!.id
const calls = async () => callList.parse(JSON.parse((await get(desk, callApi.calls)).body)).calls

const careful = {
  calls: true,
  sms: false,
  voicemail: false,
  mail: 'neutral',
  days: [],
  from: null,
  to: null,
  opening: 'W sprawie książki',
} as const

describe('a safe contact', () => {
  it('is noted only when it is sure who asks, holds for everybody of that number, and is read before anything else', async () => {
    const yoga = await session(town.yoga, 30)
    const { code } = await join(yoga, 'Maria Ostrożna', '600 700 800')
    await join(await session(town.yoga, 31), 'Marek Ostrożny', '600700800')
    const id = await idOf('Maria Ostrożna')
    expect((await send(desk, 'PUT', deskApi.safeContact(id), careful)).status).toBe(403)
    expect((await send(desk, 'POST', deskApi.check(id), { proof: 'call-back' })).status).toBe(204)
    expect((await send(desk, 'PUT', deskApi.safeContact(id), { ...careful, from: '10:00' })).status).toBe(422)
    expect((await send(desk, 'PUT', deskApi.safeContact(id), { ...careful, from: '12:00', to: '10:00' })).status).toBe(422)
    expect((await send(desk, 'PUT', deskApi.safeContact(id), { ...careful, opening: 'a\nb' })).status).toBe(422)
    expect((await send(desk, 'PUT', deskApi.safeContact(id), careful)).status).toBe(204)
    const other = personView.parse(JSON.parse((await get(desk, deskApi.person(await idOf('Marek Ostrożny')))).body))
    expect(other.safe).toMatchObject({ ...careful, notedBy: expect.any(String) as string })
    expect(code).toHaveLength(7)

    await cancel(yoga.id)
    await postman()
    const [call] = await calls()
    expect(call).toMatchObject({ name: 'Maria Ostrożna', state: 'now', phone: '+48600700800', sms: null })
    expect(call?.safe).toMatchObject({ opening: 'W sprawie książki', voicemail: false })
    // Not its hour: the list waits with it.
    const wall = start(0)
    const weekday = new Date(`${wall.slice(0, 10)}T12:00:00Z`).getUTCDay() || 7
    await send(planner, 'PUT', deskApi.safeContact(id), { ...careful, sms: true, days: [((weekday + 2) % 7) + 1] })
    const [waiting] = await calls()
    expect(waiting?.state).toBe('later')
    expect(waiting?.sms).toBe('Dzien dobry! Prosimy o kontakt w sprawie umowionego terminu.')
    await send(planner, 'PUT', deskApi.safeContact(id), { ...careful, calls: false })
    expect((await calls())[0]).toMatchObject({ state: 'no-way', phone: null, sms: null })
    expect((await ask(deskApi.safeContact(id), { method: 'DELETE', headers: { ...host, ...planner } })).status).toBe(204)
    expect((await calls())[0]).toMatchObject({ state: 'now', safe: null })
  })

  it('is obeyed by mails: neutral ones name nothing and bring no calendar, and where none is safe there is a call', async () => {
    const [anna, ewa] = ['anna.o@example.pl', 'ewa.o@example.pl']
    // Not tomorrow, also when the clock passes midnight meanwhile: nobody is reminded yet.
    const [first, second] = [await session(town.yoga, 64), await session(town.yoga, 65)]
    await join(first, 'Anna Ostrożna', anna)
    await postman()
    expect(wholeMail(mailsTo(anna)[0]!)).toContain('METHOD:REQUEST')
    await send(planner, 'PUT', deskApi.safeContact(await idOf('Anna Ostrożna')), careful)
    const { token } = await join(second, 'Anna Ostrożna', anna)
    await join(second, 'Ewa Ostrożna', ewa)
    await send(planner, 'PUT', deskApi.safeContact(await idOf('Ewa Ostrożna')), { ...careful, mail: 'none' })
    await postman()
    await cancel(second.id)
    await postman()
    await send({}, 'POST', api.signUpLinks, { contact: anna, language: 'pl' })
    await send({}, 'POST', api.signUpLinks, { contact: ewa, language: 'pl' })
    await postman()
    const [, ...careful3] = mailsTo(anna)
    expect(careful3.map(({ mail }) => [mail.from?.text, mail.subject, mail.attachments.length])).toEqual(
      Array.from({ length: 3 }, () => ['poczta@example.pl', 'Wiadomość dla Ciebie', 0]),
    )
    expect(careful3[0]!.mail.text).toContain(`/manage/${token}`)
    for (const mail of careful3) expect(wholeMail(mail)).not.toMatch(/joga|Świetlica|Zatorze|odwoł|zapis|Podwórko|17:/i)
    expect(mailsTo(ewa)).toEqual([])
    expect((await calls()).map(({ name, reason }) => [name, reason])).toContainEqual(['Ewa Ostrożna', 'no-mail'])
    expect((await send(planner, 'POST', deskApi.links(await idOf('Ewa Ostrożna')), { language: 'pl' })).status).toBe(422)
  })
})

describe('texts for the office’s gateway', () => {
  it('go to mobile phones as +48 text, fit into one message each, and are a table that no spreadsheet reckons with', async () => {
    await pool.query(`UPDATE "Activity" SET title = $2 WHERE id = $1`, [
      town.cinema,
      { pl: `Kino "pod chmurką"; ${'żółć '.repeat(40)}`, uk: 'Кіно просто неба' },
    ])
    const one = await session(town.cinema, 35)
    await join(one, 'Kuba Komórkowy', '600 800 100')
    await join(one, 'Stefan Stacjonarny', '32 238 11 22')
    await join(one, 'Оля Телефонна', '+380 67 123 45 67', 'uk')
    await join(one, 'Lena Listowa', 'lena@example.pl')
    await cancel(one.id)
    await postman()
    const { status, body, headers } = await get(desk, `${callApi.texts}?session=${one.id}`)
    expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="sms.csv"'])
    const [head, ...lines] = body.trimEnd().split('\r\n')
    expect(head).toBe('\ufefftelefon;treść')
    expect(lines.map((line) => line.split(';')[0])).toEqual(['+48600800100', '+380671234567'])
    const [polish = '', ukrainian = ''] = lines.map((line) =>
      line
        .slice(line.indexOf(';') + 1)
        .replace(/^"|"$/g, '')
        .replaceAll('""', '"'),
    )
    const year = one.seen.slice(0, 4)
    const saidYear = year === dayInWarsaw(clock().getTime()).slice(0, 4) ? '' : `\\.${year}`
    expect(polish).toMatch(
      new RegExp(`^Odwolane: Kino "pod chmurka"; zolc zolc[ -~]*, [a-z]+\\. \\d+\\.\\d+${saidYear}, \\d\\d:\\d\\d$`),
    )
    expect(polish.length).toBeLessThanOrEqual(160)
    expect(ukrainian).toMatch(/^Скасовано: Кіно просто неба/)
    expect(ukrainian.length).toBeLessThanOrEqual(70)
    expect((await get(desk, `${callApi.texts}?who=all`)).status).toBe(400)
  })

  it('say the year where it is another one, by the calendar of Warsaw', async () => {
    const year = Number(dayInWarsaw(Date.now()).slice(0, 4)) + 1
    const seen = `${year}-01-05T17:00:00`
    const one = { id: await town.addSession({ activity: town.yoga, start: seen }), seen }
    await join(one, 'Nina Noworoczna', '600 800 102')
    await cancel(one.id)
    const text = async () => (await get(desk, `${callApi.texts}?session=${one.id}`)).body
    await postman()
    expect(await text()).toContain(` 5.01.${year}, 17:00`)
    const before = ahead.ms
    await pool.query(
      `UPDATE "LoginSession" SET "expiresAt" = now() + interval '2 years', "updatedAt" = now() + interval '1 year'`,
    )
    ahead.ms = Date.parse(`${year - 1}-12-31T23:30:00Z`) - Date.now()
    expect(await text()).toContain(' 5.01, 17:00')
    ahead.ms = before
  })
})

describe('a discreet meeting', () => {
  it('tells nothing in its feeds, answers, links, mails, files, titles and texts for the phone', async () => {
    await pool.query(
      `UPDATE "Activity" SET "isDiscreet" = true, "discreetListed" = true, "discreetTitle" = '{"pl": "Spotkanie"}', title = '{"pl": "Po przemocy"}',
         description = '{"pl": "Psycholożka pomaga"}', host = 'Psycholożka Iga', "contactPhone" = '+48320000111', kind = 'COUNSELLING' WHERE id = $1`,
      [town.yoga],
    )
    await pool.query(`UPDATE "Series" SET title = '{"pl": "Po przemocy"}' WHERE slug = 'joga'`)
    await pool.query(`UPDATE "Venue" SET latitude = 50.2945, longitude = 18.6714 WHERE id = $1`, [town.venue])
    await pool.query(
      `WITH project AS (INSERT INTO "Project" (slug, name, "startsOn", "endsOn", "fundSentence", "municipalityId") SELECT 'p', 'Projekt Wsparcie', '2020-01-01', '2035-01-01', '{"pl": "Dofinansowane przez Fundusz Ofiar"}', id FROM "Municipality" LIMIT 1 RETURNING id),
         part AS (INSERT INTO "ProjectPart" ("projectId", position, code, name) SELECT id, 1, 'A', 'Część' FROM project RETURNING id)
       INSERT INTO "ProgramFunding" SELECT $1, id, '2020-01-01', '2035-01-01' FROM part`,
      [town.programs.zatorze],
    )
    const telling = /przemoc|psycholo|Świetlica|Zmyślona|Zatorze|Fundusz|Wsparcie|50\.29|18\.67|\+48320000111|swietlica|joga/i
    const one = await session(town.yoga, 64) // not tomorrow, as above
    const { token } = await join(one, 'Olga Cicha', 'olga@example.pl')
    await join(one, 'Ola Cicha', '600900100')
    await postman()
    const feed = (
      JSON.parse((await send({}, 'POST', `${api.manage(token)}/feeds`, { holds: 'sign-up', waiting: false })).body) as {
        url: string
      }
    ).url
    await cancel(one.id)
    await postman()
    await send({}, 'POST', api.signUpLinks, { contact: 'olga@example.pl', language: 'pl' })
    await postman()

    const surfaces: Readonly<Record<string, string>> = {
      'its address': api.session(one.id),
      'its page': (await get({}, api.session(one.id))).body,
      'its seats': (await get({}, `${api.session(one.id)}/seats`)).body,
      'its feed': (await get({}, `/feeds/sessions/${one.id}.ics`)).body,
      'the feed of everything': (await get({}, '/feeds/all.ics')).body
        .split('BEGIN:VEVENT')
        .filter((event) => event.includes(one.id))
        .join(),
      'the page of a sign-up': (await get({}, api.manage(token))).body,
      'its news': (await get({}, `${api.manage(token)}/news`)).body,
      'other dates': (await get({}, `${api.manage(token)}/elsewhere`)).body,
      "the sign-up's own calendar": (await get({}, new URL(feed).pathname)).body,
      ...Object.fromEntries(mailsTo('olga@example.pl').map((mail, n) => [`mail ${n}`, wholeMail(mail)])),
      'a text for the phone': callList
        .parse(JSON.parse((await get(planner, callApi.calls)).body))
        .calls.filter(({ name }) => name === 'Ola Cicha')
        .map(({ sms }) => sms)
        .join(),
    }
    expect(Object.keys(surfaces).filter((name) => name.startsWith('mail'))).toHaveLength(3)
    for (const [name, text] of Object.entries(surfaces)) {
      expect([name, text.length > 10]).toEqual([name, true])
      expect([name, telling.exec(text)?.[0] ?? null]).toEqual([name, null])
    }
    const mails = mailsTo('olga@example.pl')
    for (const { mail } of mails)
      expect([mail.from?.text, mail.subject]).toEqual([
        'poczta@example.pl',
        expect.stringMatching(/^(Wiadomość o Twoim zapisie|Twoje zapisy.*)$/),
      ])
    expect(mails.flatMap(({ mail }) => mail.attachments.flatMap(({ filename }) => filename ?? []))).toEqual([
      'termin.ics',
      'termin.ics',
    ])
    expect((await get({}, `/feeds/series/joga.ics`)).status).toBe(404)
    expect((await get({}, '/api/feeds')).body).not.toMatch(/przemoc/i)
    // Whoever may not know what it is doesn't find who comes to it.
    expect((await get(desk, `${deskApi.persons}?q=Cicha`)).body).not.toContain('Cicha')
  })
})
