import { randomUUID } from 'node:crypto'
import ical from 'ical.js'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noticeVersion, type Language } from '#shared/contract/kinds.ts'
import { createFeeds, noticePartsOf, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown, type Town } from '../../db/testing/seed-town.ts'
import { createLogger } from '../../http/log.ts'
import { startDelivery } from '../../mail/delivery.ts'
import { mailServer, type Received } from '../../mail/testing/mail-server.ts'
import { signUpService } from '../sign-ups/service.ts'
import { shiftService } from '../sign-ups/shift-service.ts'
import { slotService } from '../sign-ups/slot-service.ts'
import { createComposer } from './service.ts'

/** Mails to people who signed up, by a real SMTP server that also refuses, hangs, answers late and is away. */
const database = await freshDatabase()
const { pool, prisma } = database
const ahead = { ms: 0 }
const clock = () => new Date(Date.now() + ahead.ms)
const smtp = await mailServer(1_500)
const origin = 'https://kalendarz.example.pl'
const config = readConfig({ PUBLIC_URL: origin, SMTP_URL: smtp.url, MAIL_FROM: 'podworko@example.pl' })
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const write = writerOf({ database, feeds })
const errors: string[] = []
const { logger } = createLogger('error', { write: (line: string) => errors.push(line) })
const signUps = signUpService({ database, write, clock: () => new Date() })
const [minute, hour] = [60_000, 3_600_000]

/** As a process of its own: what is due at this moment is sent, then it ends. @param answerMs - how long it waits for an answer */
async function postman(answerMs = 10_000): Promise<void> {
  const timing = { tickMs: 1e6, greetingMs: 10_000, answerMs, restPerWork: 0 }
  const composer = createComposer(noticePartsOf({ config, database, feeds }))
  const { rest, stop } = startDelivery({ prisma, clock, logger, config, composer, timing })
  await rest()
  await stop()
  expect(errors).toEqual([])
}

let town: Town
let day = 10
/** A day to come at which nobody sleeps, written as people type it. */
const dayAhead = (days: number): string => new Date(Date.now() + days * 24 * hour).toISOString().slice(0, 10)
async function session(start = `${dayAhead(day++)}T17:00:00`): Promise<{ id: string; start: string }> {
  return { id: await town.addSession({ activity: town.yoga, start }), start }
}
async function join(
  { id, start }: { id: string; start: string },
  contact = `${randomUUID().slice(0, 8)}@example.pl`,
  language: Language = 'pl',
  name = 'Zofia Nowak',
) {
  const party = {
    name,
    contact,
    attending: true,
    others: [],
    language,
    seen: start,
    waiting: true,
    notice: noticeVersion,
  } as const
  return { contact, ...(await signUps.join(id, party, null)) }
}
const change = (id: string, columns: string) =>
  write((tx) => tx.$executeRawUnsafe(`UPDATE "Session" SET ${columns} WHERE id = '${id}'`))
const move = (id: string, start: string) =>
  change(
    id,
    `"movedFrom" = "wallStart", "movedAt" = now(), "wallStart" = '${start}', "wallEnd" = '${start.slice(0, 11)}21:00:00',
     "startsAt" = '${start}'::timestamp AT TIME ZONE 'Europe/Warsaw', "endsAt" = '${start.slice(0, 11)}21:00:00'::timestamp AT TIME ZONE 'Europe/Warsaw',
     "occupiedFrom" = '${start}'::timestamp AT TIME ZONE 'Europe/Warsaw', "occupiedTo" = '${start.slice(0, 11)}21:00:00'::timestamp AT TIME ZONE 'Europe/Warsaw'`,
  )
const cancel = (id: string) =>
  change(id, `status = 'CANCELLED', "cancelledAt" = now(), "cancelReason" = '{"pl": "Sala niedostępna"}'`)

const sentTo = (mailbox: string): readonly Received[] =>
  smtp.received.filter(({ mail }) => JSON.stringify(mail.to).includes(mailbox))
const subjectsTo = (mailbox: string) => sentTo(mailbox).map(({ mail }) => mail.subject?.split(':')[0])
function calendarOf({ mail }: Received) {
  const part = mail.attachments.find(({ contentType }) => contentType === 'application/ics')
  if (!part) return null
  const calendar = new ical.Component(ical.parse(part.content.toString('utf8')) as unknown[])
  const event = calendar.getFirstSubcomponent('vevent')
  const value = (name: string) => String(event?.getFirstPropertyValue(name))
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: value('uid'),
    sequence: Number(value('sequence')),
    status: value('status'),
    summary: value('summary'),
    start: value('dtstart'),
  }
}

beforeAll(async () => {
  await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
  town = await seedTown(pool)
  await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = 1`)
  // The tests run at any hour: nights have tests of their own.
  await pool.query(`UPDATE "Program" SET "quietFrom" = '00:00', "quietTo" = '00:00', "remindDaysBefore" = NULL`)
})

beforeEach(() => {
  smtp.state.behaviour = 'take'
  ahead.ms = 0
})

describe('mails to people who signed up', () => {
  it('waits while a crowd signs up, and no longer than its patience lasts', async () => {
    const crowd = { here: true }
    const composer = createComposer(noticePartsOf({ config, database, feeds }))
    const deliver = (patienceMs: number) => {
      const timing = { tickMs: 1e6, restPerWork: 0, patienceMs }
      return startDelivery({ prisma, clock, logger, config, composer, crowded: () => crowd.here, timing })
    }
    const { contact } = await join(await session())
    const patient = deliver(60_000)
    await new Promise((done) => setTimeout(done, 300))
    expect(sentTo(contact)).toEqual([])
    crowd.here = false
    await patient.rest()
    expect(subjectsTo(contact)).toHaveLength(1)
    await patient.stop()
    crowd.here = true
    const { contact: later } = await join(await session())
    const hasty = deliver(100)
    await hasty.rest()
    expect(subjectsTo(later)).toHaveLength(1)
    await hasty.stop()
  })

  it('waits for a crowd once, not before each mail: whoever never ends to write holds nothing up', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(async () => join(await session())))
    const looks = { count: 0 }
    const crowded = (): boolean => (looks.count += 1) > 0
    const composer = createComposer(noticePartsOf({ config, database, feeds }))
    const timing = { tickMs: 1e6, restPerWork: 0, patienceMs: 500 }
    const { rest, stop } = startDelivery({ prisma, clock, logger, config, composer, crowded, timing })
    await rest()
    await stop()
    expect(all.flatMap(({ contact }) => subjectsTo(contact))).toHaveLength(4)
    expect(looks.count).toBeLessThan(20) // ten for the one wait, then none or one for each mail
  })

  it('says how many children come along into care, and what is so after a change', async () => {
    await pool.query(`UPDATE "Activity" SET "careSeats" = 2 WHERE id = $1`, [town.yoga])
    const start = `${dayAhead(day++)}T15:00:00`
    const id = await town.addSession({ activity: town.yoga, start })
    const mailbox = 'opiekunka@example.pl'
    const party = { name: 'Zofia Nowak', contact: mailbox, attending: true, others: [], care: 1, language: 'pl' } as const
    const { token } = await signUps.join(id, { ...party, seen: start, waiting: false, notice: noticeVersion }, null)
    await postman()
    expect(sentTo(mailbox).at(-1)!.mail.text).toContain('Dzieci pod opieką: 1')
    await signUps.changeParty(token, { attending: true, others: [], care: 2 })
    await postman()
    expect(sentTo(mailbox).at(-1)!.mail.text).toContain('Dzieci pod opieką: 2')
    expect(sentTo(mailbox)).toHaveLength(2)
  })

  it('tells of an appointment’s own time, moves that one entry of the calendar, and takes it out', async () => {
    await pool.query(`UPDATE "Activity" SET enrolment = 'BY_APPOINTMENT', "slotMinutes" = 30 WHERE id = $1`, [town.cinema])
    const date = dayAhead(day++)
    const start = `${date}T15:00:00`
    const id = await town.addSession({ activity: town.cinema, start, end: `${date}T17:00:00` })
    const [mailbox, slots] = ['umowiona@example.pl', slotService({ clock, signUps })]
    const party = {
      name: 'Zofia Nowak',
      contact: mailbox,
      attending: true,
      others: [],
      language: 'pl',
      seen: start,
      waiting: false,
    } as const
    const book = (slot: string, name: string) =>
      signUps.join(id, { ...party, name, slot: `${date}T${slot}:00`, notice: noticeVersion }, null)
    const { token } = await book('15:30', 'Zofia Nowak')
    await postman()
    const [first] = sentTo(mailbox)
    expect(first!.mail.text).toContain('15:30–16:00')
    const event = calendarOf(first!)!
    expect(event).toMatchObject({ method: 'REQUEST', start: `${date}T15:30:00` })
    await book('15:00', 'Jan Nowak') // the same mailbox, and an entry of its own
    await slots.move(await signUps.opened(token), `${date}T16:30:00`)
    await postman()
    const moved = sentTo(mailbox)
      .map(calendarOf)
      .find((one) => one?.start === `${date}T16:30:00`)!
    expect([moved.method, moved.uid, moved.sequence > event.sequence]).toEqual(['REQUEST', event.uid, true])
    expect(
      sentTo(mailbox)
        .map(calendarOf)
        .find((one) => one?.start === `${date}T15:00:00`)?.uid,
    ).not.toBe(event.uid)
    await move(id, `${dayAhead(day++)}T09:00:00`)
    await signUps.withdraw(token)
    await postman()
    const off = sentTo(mailbox)
      .map(calendarOf)
      .findLast((one) => one?.uid === event.uid)!
    expect([off.method, off.sequence > moved.sequence]).toEqual(['CANCEL', true])
  })

  it('tells a volunteer of their shift: its hours and what they do, as one entry of the calendar that is theirs alone', async () => {
    const date = dayAhead(day++)
    const start = `${date}T15:00:00`
    const id = await town.addSession({ activity: town.yoga, start, end: `${date}T18:00:00` })
    const { rows } = await pool.query<{ id: string }>(
      `INSERT INTO "Shift" ("sessionId", name, "fromMinutes", minutes, least, most) VALUES ($1, '{"pl": "parzenie herbaty"}', 60, 60, 1, 2) RETURNING id`,
      [id],
    )
    const [mailbox, shiftId] = ['pomocna@example.pl', rows[0]!.id]
    const volunteer = {
      who: { kind: 'new', name: 'Ola Nowak', contact: mailbox, age: '18' },
      language: 'pl',
      seen: `${date}T16:00:00`,
      waiting: false,
      overlapping: false,
      notice: noticeVersion,
    } as const
    const { token } = await shiftService({ database, clock, signUps }).join(id, shiftId, volunteer, null)
    await postman()
    const [first] = sentTo(mailbox)
    expect(first!.mail.text).toContain('16:00–17:00')
    const event = calendarOf(first!)!
    expect(event).toMatchObject({ method: 'REQUEST', start: `${date}T16:00:00` })
    expect(event.summary).toMatch(/ – parzenie herbaty$/)
    expect(event.uid).not.toContain(id)

    await move(id, `${date}T16:00:00`)
    ahead.ms = 3 * minute
    await postman()
    const moved = calendarOf(sentTo(mailbox).at(-1)!)!
    expect(moved).toMatchObject({ method: 'REQUEST', uid: event.uid, start: `${date}T17:00:00` })
    await signUps.withdraw(token)
    await postman()
    const off = calendarOf(sentTo(mailbox).at(-1)!)!
    expect([off.method, off.uid]).toEqual(['CANCEL', event.uid])
    expect(event.sequence < moved.sequence && moved.sequence < off.sequence).toBe(true)
  })

  it('confirms a seat with a link, a number and the calendar entry of the feed, in words without a name', async () => {
    const one = await session()
    const { contact, token, code } = await join(one)
    await postman()
    const [got] = sentTo(contact)
    expect(got?.mail.subject).toMatch(/^Masz miejsce: joga, /)
    expect(got?.mail.text).toContain(`${origin}/manage/${token}`)
    expect(got?.mail.text).toContain(code)
    expect(got?.mail.html).toContain(`href="${origin}/manage/${token}"`)
    expect(`${got?.mail.text}${String(got?.mail.html)}`).not.toContain('Zofia')
    expect(calendarOf(got!)).toEqual({
      method: 'REQUEST',
      uid: `${one.id}@test.podworko`,
      sequence: 0,
      status: 'CONFIRMED',
      summary: 'joga',
      start: one.start,
    })
    expect(got?.raw).toContain('Auto-Submitted: auto-generated')
  })

  it('speaks the language of whoever signed up', async () => {
    const [english, ukrainian] = [await join(await session(), undefined, 'en'), await join(await session(), undefined, 'uk')]
    await postman()
    expect(subjectsTo(english.contact)).toEqual(['You have a seat'])
    expect(subjectsTo(ukrainian.contact)).toEqual(['Є місце'])
    expect(sentTo(english.contact)[0]?.mail.text).toContain(`${origin}/en/manage/${english.token}`)
  })

  it('tells who waits, who got the seat, and who withdrew: one mail for each, one seat', async () => {
    const one = await session()
    const first = await join(one)
    const second = await join(one)
    await postman()
    expect(subjectsTo(second.contact)).toEqual(['Lista oczekujących'])
    expect(calendarOf(sentTo(second.contact)[0]!)).toBeNull()
    await signUps.withdraw(first.token)
    await postman()
    await postman()
    expect(subjectsTo(second.contact)).toEqual(['Lista oczekujących', 'Jest dla Ciebie miejsce'])
    expect(subjectsTo(first.contact)).toEqual(['Masz miejsce', 'Zapis wycofany'])
    expect(calendarOf(sentTo(first.contact)[1]!)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 1 })
    expect(calendarOf(sentTo(second.contact)[1]!)).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED' })
  })

  it('offers a seat until a time that begins with the mail, confirms what is taken, and says when it went on', async () => {
    await pool.query(`UPDATE "Activity" SET "offerHours" = 2`)
    const one = await session()
    const [first, second, third] = [await join(one), await join(one), await join(one)]
    await postman()
    await signUps.withdraw(first.token)
    const untilOf = async () =>
      (await pool.query<{ until: Date | null }>(`SELECT "offeredUntil" AS until FROM "SignUp" WHERE code = $1`, [second.code]))
        .rows[0]!.until
    expect(await untilOf()).toBeNull()
    await postman()
    const until = (await untilOf())!
    expect(Math.abs(until.getTime() - clock().getTime() - 120 * minute)).toBeLessThan(minute)
    const offered = sentTo(second.contact)[1]!
    expect(offered.mail.subject).toMatch(/^Czeka na Ciebie miejsce: joga, /)
    expect(offered.mail.text).toMatch(/czeka na Ciebie do: .*\d\d:\d\d\. Przyjmij je/)
    expect(calendarOf(offered)).toBeNull()
    await pool.query(`UPDATE "SignUp" SET "offeredUntil" = now() - interval '1 minute' WHERE code = $1`, [second.code])
    await signUps.passOn()
    await postman()
    await signUps.accept(third.token)
    await postman()
    await pool.query(`UPDATE "Activity" SET "offerHours" = NULL`)
    expect(subjectsTo(second.contact)).toEqual(['Lista oczekujących', 'Czeka na Ciebie miejsce', 'Miejsce przepadło'])
    expect(subjectsTo(third.contact)).toEqual(['Lista oczekujących', 'Czeka na Ciebie miejsce', 'Masz miejsce'])
  })

  it('moves the one entry in the calendar and takes it out again, with a rising SEQUENCE', async () => {
    const one = await session()
    const { contact } = await join(one)
    await postman()
    const later = `${one.start.slice(0, 11)}19:00:00`
    await move(one.id, later)
    ahead.ms = 3 * minute
    await postman()
    await cancel(one.id)
    ahead.ms = 6 * minute
    await postman()
    expect(subjectsTo(contact)).toEqual(['Masz miejsce', 'Nowy termin', 'Odwołane'])
    const [, moved, cancelled] = sentTo(contact)
    expect(moved?.mail.text).toMatch(/Kiedy: .*19:00–21:00\nByło: .*17:00–18:30/)
    expect(moved?.mail.text).toContain('Wiem, dziękuję')
    expect(cancelled?.mail.text).toContain('Powód: Sala niedostępna')
    const parts = sentTo(contact).map((mail) => calendarOf(mail))
    expect(parts.map((part) => part?.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    expect(new Set(parts.map((part) => part?.uid)).size).toBe(1)
    expect(parts[1]?.start).toBe(later)
    const sequences = parts.map((part) => part?.sequence ?? 0)
    expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b))
  })

  it('tells several edits once, and nothing of an edit that was taken back in time', async () => {
    const [edited, taken] = [await session(), await session()]
    const [first, second] = [await join(edited), await join(taken)]
    await postman()
    await move(edited.id, `${edited.start.slice(0, 11)}18:00:00`)
    await move(edited.id, `${edited.start.slice(0, 11)}19:00:00`)
    await cancel(taken.id)
    await change(taken.id, `status = 'PLANNED', "cancelledAt" = NULL, "cancelReason" = NULL`)
    await postman() // within two minutes: nothing yet
    expect(subjectsTo(first.contact)).toEqual(['Masz miejsce'])
    ahead.ms = 3 * minute
    await postman()
    expect(subjectsTo(first.contact)).toEqual(['Masz miejsce', 'Nowy termin'])
    expect(sentTo(first.contact)[1]?.mail.text).toMatch(/19:00–21:00\nByło: .*17:00/)
    expect(subjectsTo(second.contact)).toEqual(['Masz miejsce'])
  })

  it('writes to one mailbox once about several meetings', async () => {
    const [one, two] = [await session(), await session()]
    const { contact } = await join(one)
    await join(two, contact)
    await postman()
    await cancel(one.id)
    await cancel(two.id)
    ahead.ms = 3 * minute
    await postman()
    const last = sentTo(contact).at(-1)
    expect(last?.mail.subject).toBe('Zmiany w Twoich zapisach')
    expect(last?.mail.text?.match(/Odwołane\./g)).toHaveLength(2)
    expect(calendarOf(last!)).toMatchObject({ method: 'PUBLISH' })
  })

  it('mechanics 24: says nothing of what is discreet, neither outside nor inside', async () => {
    const [one] = [await session()]
    const { rows } = await pool.query<{ id: string }>(
      `UPDATE "Activity" SET "isDiscreet" = true, "discreetListed" = true, "discreetTitle" = '{"pl": "Spotkanie"}' WHERE id = $1 RETURNING id`,
      [town.yoga],
    )
    expect(rows).toHaveLength(1)
    const { contact } = await join(one)
    await postman()
    await pool.query(
      `UPDATE "Activity" SET "isDiscreet" = false, "discreetListed" = false, "discreetTitle" = NULL WHERE id = $1`,
      [town.yoga],
    )
    const [got] = sentTo(contact)
    expect(got?.mail.subject).toBe('Wiadomość o Twoim zapisie')
    const calendar = got?.mail.attachments[0]?.content.toString('utf8') ?? ''
    for (const told of [got?.mail.text, String(got?.mail.html), calendar])
      for (const secret of ['joga', 'Świetlica', 'Zmyślona', 'Zatorze']) expect(told).not.toContain(secret)
    expect(got?.mail.text).toContain('Spotkanie')
  })

  it('T19, T32: a second sign-up of the same person is told as the first, and a mailbox isn’t flooded', async () => {
    const one = await session()
    const { contact, token } = await join(one)
    await postman()
    const again = await join(one, contact)
    await postman()
    expect(again.token).not.toBe(token)
    expect(subjectsTo(contact)).toEqual(['Masz miejsce', 'Ten zapis już jest'])
    expect(sentTo(contact)[1]?.mail.text).toContain(token)
    for (let n = 0; n < 8; n += 1) {
      await join(await session(), contact, 'pl', `Osoba ${'abcdefgh'[n]}`)
      await postman()
    }
    expect(sentTo(contact)).toHaveLength(6)
    ahead.ms = 61 * minute
    await postman()
    expect(sentTo(contact)).toHaveLength(7)
    expect(sentTo(contact)[6]?.mail.subject).toBe('Twoje zapisy')
  })
})

describe('at night and before a meeting', () => {
  const program = (columns: string) => pool.query(`UPDATE "Program" SET ${columns}`)

  it('reminds once, at the hour of the program, only who comes to what still takes place', async () => {
    const [one, gone] = [await session(), await session()]
    const [first, second] = [await join(one), await join(gone)]
    await postman()
    await program(`"remindDaysBefore" = 1, "remindAt" = '12:00'`)
    await cancel(gone.id)
    ahead.ms = Date.parse(`${one.start.slice(0, 10)}T13:00:00Z`) - 24 * hour - Date.now()
    await postman()
    await postman()
    ahead.ms += 24 * hour
    await postman()
    await program(`"remindDaysBefore" = NULL`)
    expect(subjectsTo(first.contact)).toEqual(['Masz miejsce', 'Przypomnienie'])
    expect(subjectsTo(second.contact)).toEqual(['Masz miejsce', 'Odwołane'])
  })

  it('lets a change wait for the morning, unless the meeting is too soon', async () => {
    const wallNow = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', hour: '2-digit', minute: '2-digit' })
    const at = (ms: number) => wallNow.format(Date.now() + ms)
    const soonStart = new Date(Date.now() + 3.5 * hour)
    const soonWall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'medium' })
      .format(soonStart)
      .replace(' ', 'T')
    const [far, soon] = [await session(), await session(soonWall)]
    const [patient, hurried] = [await join(far), await join(soon)]
    await postman()
    await program(`"quietFrom" = '${at(-hour)}', "quietTo" = '${at(3 * hour)}'`)
    await cancel(far.id)
    await cancel(soon.id)
    ahead.ms = 3 * minute
    await postman()
    expect(subjectsTo(patient.contact)).toEqual(['Masz miejsce'])
    expect(subjectsTo(hurried.contact)).toEqual(['Masz miejsce', 'Odwołane'])
    ahead.ms = 3 * hour + minute
    await postman()
    await program(`"quietFrom" = '00:00', "quietTo" = '00:00'`)
    expect(subjectsTo(patient.contact)).toEqual(['Masz miejsce', 'Odwołane'])
  })

  it('doesn’t let what is urgent wait for what waits for the morning', async () => {
    const wall = (ms: number) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short', timeStyle: 'medium' })
        .format(Date.now() + ms)
        .replace(' ', 'T')
    const [far, soon] = [await session(), await session(wall(3.5 * hour))]
    const { contact } = await join(far)
    await join(soon, contact)
    await postman()
    await cancel(far.id)
    smtp.state.behaviour = 'busy'
    ahead.ms = 3 * minute
    await postman()
    smtp.state.behaviour = 'take'
    await program(`"quietFrom" = '${wall(-hour).slice(11, 16)}', "quietTo" = '${wall(3 * hour).slice(11, 16)}'`)
    ahead.ms = 10 * minute
    await postman()
    expect(subjectsTo(contact)).toEqual(['Twoje zapisy'])
    await cancel(soon.id)
    await postman()
    await program(`"quietFrom" = '00:00', "quietTo" = '00:00'`)
    expect(subjectsTo(contact)).toEqual(['Twoje zapisy', 'Zmiany w Twoich zapisach'])
  })
})

describe('a mail server that doesn’t do its part', () => {
  const row = async (mailbox: string) =>
    await prisma.message.findFirstOrThrow({ where: { to: mailbox }, orderBy: { createdAt: 'desc' } })

  it('is tried again later and later when it turns a letter away for now', async () => {
    const { contact } = await join(await session())
    smtp.state.behaviour = 'busy'
    await postman()
    expect(await row(contact)).toMatchObject({ state: 'PENDING', attempts: 1 })
    await postman()
    expect(await row(contact)).toMatchObject({ attempts: 1 })
    ahead.ms = 61_000
    await postman()
    expect(await row(contact)).toMatchObject({ attempts: 2 })
    expect((await row(contact)).nextAttemptAt.getTime() - clock().getTime()).toBeGreaterThan(100_000)
    smtp.state.behaviour = 'take'
    ahead.ms = 5 * minute
    await postman()
    expect(subjectsTo(contact)).toEqual(['Masz miejsce'])
    expect(await row(contact)).toMatchObject({ state: 'SENT', text: '' })
  })

  it('says for good that there is no such mailbox: the notice is refused, and nobody tries again', async () => {
    const { contact } = await join(await session())
    smtp.state.behaviour = 'refuse'
    await postman()
    const tries = smtp.state.tries
    smtp.state.behaviour = 'take'
    ahead.ms = 24 * hour
    await postman()
    expect([smtp.state.tries, sentTo(contact)]).toEqual([tries, []])
    expect(await row(contact)).toMatchObject({ state: 'REFUSED' })
    expect(await prisma.notice.findMany({ where: { signUp: { person: { email: contact } } }, select: { fate: true } })).toEqual([
      { fate: 'REFUSED' },
    ])
  })

  it('hangs: the attempt ends by itself, and the letter goes later', async () => {
    const { contact } = await join(await session())
    smtp.state.behaviour = 'mute'
    await postman(600)
    expect(await row(contact)).toMatchObject({ state: 'PENDING', unclear: true })
    smtp.state.behaviour = 'take'
    ahead.ms = 2 * minute
    await postman()
    expect(subjectsTo(contact)).toEqual(['Masz miejsce'])
  })

  it('answers too late: the same mail twice is unavoidable, and it has the same Message-ID; other words have another', async () => {
    const one = await session()
    const { contact, token } = await join(one)
    smtp.state.behaviour = 'late'
    await postman(600)
    smtp.state.behaviour = 'take'
    ahead.ms = 2 * minute
    await postman()
    const ids = sentTo(contact).map(({ mail }) => mail.messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)

    const other = await session()
    const late = await join(other)
    smtp.state.behaviour = 'late'
    await postman(600)
    await signUps.withdraw(late.token)
    smtp.state.behaviour = 'take'
    ahead.ms = 5 * minute
    await postman()
    // They may have got the confirmation, so they hear that it no longer holds.
    expect(subjectsTo(late.contact)).toEqual(['Masz miejsce', 'Zapis wycofany'])
    expect(new Set(sentTo(late.contact).map(({ mail }) => mail.messageId)).size).toBe(2)
    expect(token).not.toBe('')
  })

  it('is away for a day: nothing is lost, nothing doubled, nothing stale', async () => {
    const [kept, moved, left] = [await session(), await session(), await session()]
    await smtp.down()
    const [a, b, c] = [await join(kept), await join(moved), await join(left)]
    await postman()
    await move(moved.id, `${moved.start.slice(0, 11)}20:00:00`)
    await cancel(kept.id)
    await change(kept.id, `status = 'PLANNED', "cancelledAt" = NULL, "cancelReason" = NULL`)
    await signUps.withdraw(c.token)
    for (const hours of [1, 6, 12, 23]) {
      ahead.ms = hours * hour
      await postman()
    }
    await smtp.up()
    ahead.ms = 24 * hour
    await postman()
    ahead.ms = 26 * hour
    await postman()
    expect(subjectsTo(a.contact)).toEqual(['Masz miejsce'])
    expect(subjectsTo(b.contact).toSorted()).toEqual(['Masz miejsce', 'Nowy termin'])
    for (const { mail } of sentTo(b.contact)) expect(mail.text).toContain('20:00')
    expect(subjectsTo(c.contact)).toEqual([])
  })

  it('gets each mail once from two processes that share the outbox', async () => {
    const joined = await Promise.all(Array.from({ length: 12 }, async () => join(await session())))
    await Promise.all([postman(), postman(), postman()])
    await postman()
    for (const { contact } of joined) expect(sentTo(contact)).toHaveLength(1)
  })
})
