import { beforeAll, describe, expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { mailboxApi } from '#shared/contract/panel-paths.ts'
import { signUpMails } from '#shared/contract/sign-up-mail.ts'
import { createFeeds, noticePartsOf, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedActor } from '../../db/testing/seed-planning.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import type { Ask } from '../../http/testing/serve.ts'
import { startDelivery } from '../../mail/delivery.ts'
import { signUpService } from '../sign-ups/service.ts'
import { mailboxRoutes } from './mailbox-routes.ts'
import { createComposer } from './service.ts'

/** Without SMTP_URL mails stay in the panel, and only who plans what they are about reads them. */
const database = await freshDatabase()
const { pool, prisma } = database
const clock = () => new Date(Date.now() + 180_000)
const config = readConfig({ PUBLIC_URL: 'https://kalendarz.example.pl' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const write = writerOf({ database, feeds })
const signUps = signUpService({ database, write, clock: () => new Date() })
const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)

let asks: Readonly<Record<'organiser' | 'desk' | 'elsewhere', Ask>>
let town: Town
let yoga: string

beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
  town = await seedTown(pool)
  await pool.query(
    `UPDATE "Activity" SET enrolment = 'PER_SESSION'; UPDATE "Activity" SET enrolment = 'WHOLE_COURSE' WHERE id = '${town.cinema}'`,
  )
  await pool.query(`UPDATE "Program" SET "quietFrom" = '00:00', "quietTo" = '00:00'`)
  const as = async (role: 'DESK' | 'ORGANISER', id: string) =>
    serveAs(
      await seedActor(database, 'ktoś', [{ role, scope: { kind: 'program', id } }]),
      mailboxRoutes(database, false, writerOf({ database, feeds })),
    )
  const { zatorze, dab } = town.programs
  asks = { organiser: await as('ORGANISER', zatorze), desk: await as('DESK', zatorze), elsewhere: await as('ORGANISER', dab) }
  yoga = await town.addSession({ activity: town.yoga, start: `${day}T17:00:00` })
  const [film] = [
    await town.addSession({ activity: town.cinema, start: `${day}T20:00:00` }),
    await town.addSession({ activity: town.cinema, start: `${day}T22:00:00` }),
  ]
  const party = {
    name: 'Ala <b>Zmyślona</b>',
    attending: true,
    others: [],
    language: 'pl',
    waiting: true,
    notice: noticeVersion,
  } as const
  await signUps.join(yoga, { ...party, contact: 'ala@example.pl', seen: `${day}T17:00:00` }, null)
  await signUps.join(film, { ...party, contact: 'kinoman@example.pl', seen: `${day}T20:00:00` }, null)
  await deliver()
})

async function deliver(): Promise<void> {
  const { logger } = createLogger('error', { write: () => true })
  const composer = createComposer(noticePartsOf({ config, database, feeds }))
  const { rest, stop } = startDelivery({ prisma, clock, logger, config, composer, timing: { tickMs: 1e6, restPerWork: 0 } })
  await rest()
  await stop()
}

const mails = async (ask: Ask) => signUpMails.parse(JSON.parse((await ask(mailboxApi.mails)).body)).mails

describe('the mailbox in the panel', () => {
  it('shows mails as a page that may do nothing, as text, and with their calendar part', async () => {
    const mail = (await mails(asks.organiser)).find(({ to }) => to === 'ala@example.pl')
    expect(mail).toMatchObject({
      kind: 'sign-up',
      state: 'KEPT',
      subject: expect.stringContaining('Masz miejsce: joga') as string,
    })
    expect(mail?.text).toContain('https://kalendarz.example.pl/manage/')
    expect(mail?.calendar).toContain('METHOD:REQUEST')
    const page = await asks.organiser(mailboxApi.page(mail?.id ?? ''))
    expect(page.status).toBe(200)
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups",
    )
    expect(page.body).toContain('Strona Twojego zapisu')
    expect(page.body).not.toMatch(/<script|<img|<b>Zmyślona/)
  })

  it('lists the meetings of a whole course, and puts all of them into the calendar', async () => {
    const mail = (await mails(asks.organiser)).find(({ to }) => to === 'kinoman@example.pl')
    expect(mail?.text).toMatch(/Kiedy: .*20:00–21:30\n {2}.*22:00–23:30/)
    expect(mail?.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(mail?.calendar).toContain('METHOD:PUBLISH')
  })

  it('tells a course of one more meeting', async () => {
    const later = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
    await town.addSession({ activity: town.cinema, start: `${later}T20:00:00` })
    await deliver()
    const mail = (await mails(asks.organiser)).find(({ kind }) => kind === 'change')
    expect(mail?.subject).toMatch(/^Jeszcze jedno spotkanie: kino/)
    expect(mail?.to).toBe('kinoman@example.pl')
  })

  it('is read by nobody else: links in it open sign-ups', async () => {
    const [mail] = await mails(asks.organiser)
    expect((await asks.desk(mailboxApi.mails)).status).toBe(403)
    expect(await mails(asks.elsewhere)).toEqual([])
    for (const ask of [asks.desk, asks.elsewhere]) expect((await ask(mailboxApi.page(mail?.id ?? ''))).status).toBe(404)
    await pool.query(
      `UPDATE "Activity" SET "isDiscreet" = true, "discreetTitle" = '{"pl": "Spotkanie"}' WHERE id IN (SELECT "activityId" FROM "Session" WHERE id = $1)`,
      [yoga],
    )
    expect((await mails(asks.organiser)).map(({ to }) => to)).toContain('ala@example.pl')
  })
})
