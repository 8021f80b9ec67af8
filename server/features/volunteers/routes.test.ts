import { describe, expect, it } from 'vitest'
import { noticeVersion } from '#shared/contract/kinds.ts'
import { deskApi, volunteerApi } from '#shared/contract/panel-paths.ts'
import { neededShifts } from '#shared/contract/shift.ts'
import { sessionShifts, volunteerList, volunteerView } from '#shared/contract/volunteer.ts'
import type { Grant } from '../../actor.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedOrganisation } from '../../db/testing/seed-organisation.ts'
import { insertSession } from '../../db/testing/seed-session.ts'
import { writer } from '../../db/write.ts'
import type { AppError } from '../../errors.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import { shiftService } from '../sign-ups/shift-service.ts'
import { signUpService } from '../sign-ups/service.ts'
import { volunteerRoutes } from './routes.ts'

const database = await freshDatabase()
const { prisma, pool } = database
const clock = () => new Date()
const write = writer(database)
await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '\\x0102030405060708')`)
const seed = await seedOrganisation(database, 'a', 'https://kalendarz.example.pl')
const signUps = signUpService({ database, write, clock })
const shifts = shiftService({ database, clock, signUps })
const as = (role: Grant['role']) =>
  serveAs(
    {
      accountId: seed.member,
      name: 'Wit',
      email: 'wit@example.pl',
      grants: [{ role, scope: { kind: 'organisation', id: seed.organisation }, ownOnly: false }],
    },
    volunteerRoutes({ database, write, clock, signUps, shifts }),
  )
const [organiser, desk] = [await as('ORGANISER'), await as('DESK')]
const send = (ask: typeof organiser, method: string, path: string, body: object) =>
  ask(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const grill = {
  name: { pl: 'grill' },
  fromMinutes: -30,
  minutes: 60,
  least: 1,
  most: 1,
  minAge: null,
  needsClearance: true,
  needsAgreement: false,
  isPublic: true,
}
const atSession = async (ask = organiser) =>
  sessionShifts.parse(JSON.parse((await ask(volunteerApi.sessionShifts(seed.session))).body))

describe('shifts and volunteers in the panel', () => {
  it('plans a shift for every session of a series, changes it, skips it once and takes it away when nobody has it', async () => {
    const made = await send(organiser, 'POST', volunteerApi.seriesShifts(seed.series), grill)
    expect(made.status).toBe(201)
    const { id } = JSON.parse(made.body) as { id: string }
    expect((await atSession()).shifts.map(({ of, name }) => [of, name.pl])).toEqual([
      ['series', 'grill'],
      ['session', 'tylko-a'],
    ])
    const change = { ...grill, most: 0, version: 1 }
    expect((await send(organiser, 'PUT', volunteerApi.shift(id), change)).status).toBe(400)
    expect((await send(organiser, 'PUT', volunteerApi.shift(id), { ...change, most: 3, least: 9 })).status).toBe(422)
    expect((await send(organiser, 'PUT', volunteerApi.shift(id), { ...change, most: 3 })).status).toBe(204)
    const second = await send(organiser, 'PUT', volunteerApi.shift(id), { ...change, most: 5 })
    expect(JSON.parse(second.body)).toMatchObject({ code: 'edited-meanwhile', current: { most: 3 } })
    await send(organiser, 'POST', volunteerApi.skipShift(seed.session, id), { skip: true })
    expect((await atSession()).shifts[0]).toMatchObject({ skipped: true, most: 3 })
    const there = await send(organiser, 'POST', volunteerApi.removeShift(seed.shift), { version: 1 })
    expect(JSON.parse(there.body)).toMatchObject({ code: 'people-there' })
    expect((await send(organiser, 'POST', volunteerApi.removeShift(id), { version: 3 })).status).toBe(204)
  })

  it('tells whoever plans what is not in order; the desk sees names, and no papers', async () => {
    expect((await atSession()).shifts[0]?.people).toMatchObject([
      { name: 'tylko-a', status: 'confirmed', warnings: ['insurance'] },
    ])
    expect((await atSession(desk)).shifts[0]?.people).toMatchObject([{ name: 'tylko-a', contact: null, warnings: null }])
    expect((await desk(volunteerApi.volunteer(seed.volunteer))).status).toBe(403)
    expect((await desk(volunteerApi.volunteers)).status).toBe(403)
  })

  it('notes that a paper was seen, and gives the place that waited for it in the same step', async () => {
    const made = await send(organiser, 'POST', volunteerApi.sessionShifts(seed.session), grill)
    const { id: shiftId } = JSON.parse(made.body) as { id: string }
    const waiting = await prisma.signUp.create({
      data: {
        sessionId: seed.session,
        shiftId,
        personId: seed.volunteer,
        status: 'WAITLISTED',
        seats: 1,
        source: 'WEB',
        code: 'AAAAAA3',
        contactKey: 'k',
        noticeVersion: '1',
      },
      select: { id: true },
    })
    const fact = { kind: 'clearance', organisationId: seed.organisation, startsOn: '2026-01-01', endsOn: null }
    const wrong = await send(organiser, 'POST', volunteerApi.facts(seed.volunteer), { ...fact, endsOn: '2025-01-01' })
    expect([wrong.status, JSON.parse(wrong.body).issues[0].code]).toEqual([422, 'days-in-order'])
    const added = await send(organiser, 'POST', volunteerApi.facts(seed.volunteer), fact)
    expect(added.status).toBe(201)
    expect(await prisma.signUp.findUnique({ where: { id: waiting.id }, select: { status: true } })).toEqual({
      status: 'CONFIRMED',
    })

    const view = volunteerView.parse(JSON.parse((await organiser(volunteerApi.volunteer(seed.volunteer))).body))
    expect(view).toMatchObject({
      name: 'tylko-a',
      adult: true,
      facts: [{ kind: 'clearance', startsOn: '2026-01-01' }],
      mayRecord: true,
    })
    expect(view.shifts.map(({ hours, over, warnings }) => [hours, over, warnings])).toEqual([
      [1, false, ['insurance']],
      [1, false, ['insurance']],
    ])
    const { volunteers } = volunteerList.parse(JSON.parse((await organiser(volunteerApi.volunteers)).body))
    expect(volunteers).toMatchObject([{ name: 'tylko-a', shifts: 2, warnings: ['insurance'] }])
    const { id } = JSON.parse(added.body) as { id: string }
    expect((await organiser(volunteerApi.fact(id), { method: 'DELETE' })).status).toBe(204)
    expect((await atSession()).shifts.flatMap(({ people }) => people?.map(({ warnings }) => warnings) ?? [])).toContainEqual([
      'clearance',
      'insurance',
    ])
    const { rows } = await pool.query<{ after: object }>(
      `SELECT after FROM "AuditEntry" WHERE kind = 'VolunteerFact' AND operation = 'INSERT'`,
    )
    expect(rows[0]?.after).toMatchObject({ kind: 'CLEARANCE', startsOn: null })
  })

  it('lets a stand-in take over when somebody who plans it agrees, and not before', async () => {
    const [former] = await prisma.signUp.findMany({ where: { shiftId: seed.shift }, select: { id: true } })
    await prisma.signUp.update({ where: { id: former!.id }, data: { standInSince: new Date() }, select: { id: true } })
    const person = await prisma.person.create({
      data: { name: 'Zastępczyni', phone: '+48600000002', bornBy: new Date('1980-01-01') },
      select: { id: true },
    })
    const taker = await prisma.signUp.create({
      data: {
        sessionId: seed.session,
        shiftId: seed.shift,
        personId: person.id,
        status: 'WAITLISTED',
        seats: 1,
        source: 'WEB',
        code: 'AAAAAA4',
        contactKey: 'k2',
        noticeVersion: '1',
        standsInForId: former!.id,
      },
      select: { id: true },
    })
    expect((await send(desk, 'POST', volunteerApi.approve(taker.id), {})).status).toBe(403)
    expect((await send(organiser, 'POST', volunteerApi.approve(taker.id), {})).status).toBe(204)
    const rows = await prisma.signUp.findMany({
      where: { shiftId: seed.shift },
      orderBy: { createdAt: 'asc' },
      select: { status: true },
    })
    expect(rows.map(({ status }) => status)).toEqual(['WITHDRAWN', 'CONFIRMED'])
  })
  it('a shift that is taken away while somebody takes it is either gone or theirs, never both', async () => {
    const { wallStart } = await prisma.session.findUniqueOrThrow({ where: { id: seed.session }, select: { wallStart: true } })
    const plain = { ...grill, fromMinutes: 0, needsClearance: false }
    const outcomes: string[] = []
    for (let round = 0; round < 12; round += 1) {
      const made = await send(organiser, 'POST', volunteerApi.sessionShifts(seed.session), plain)
      const { id } = JSON.parse(made.body) as { id: string }
      const [removed, joined] = await Promise.all([
        send(organiser, 'POST', volunteerApi.removeShift(id), { version: 1 }),
        shifts
          .join(
            seed.session,
            id,
            {
              who: { kind: 'new', name: `Zmyślona ${round}`, contact: `z${round}@example.pl`, age: '18' },
              language: 'pl',
              seen: wallStart,
              waiting: true,
              overlapping: true,
              notice: noticeVersion,
            },
            null,
          )
          .then(
            () => 'joined',
            (error: AppError) => error.code,
          ),
      ])
      outcomes.push(`${removed.status} ${joined}`)
    }
    expect(outcomes.filter((outcome) => !['204 not-found', '204 session-cancelled', '409 joined'].includes(outcome))).toEqual([])
  })

  it('two sessions that do without a shift at the same moment both do', async () => {
    const { id } = JSON.parse((await send(organiser, 'POST', volunteerApi.seriesShifts(seed.series), grill)).body) as {
      id: string
    }
    const { activityId } = await prisma.session.findUniqueOrThrow({ where: { id: seed.session }, select: { activityId: true } })
    const days = ['01', '02', '03', '04', '05', '06']
    for (const day of days) await pool.query(insertSession, [activityId, null, null, `2099-04-${day}T17:00:00`])
    const sessions = await prisma.session.findMany({
      where: { activityId, wallStart: { startsWith: '2099-04' } },
      select: { id: true },
    })
    const skip = (session: string) => send(organiser, 'POST', volunteerApi.skipShift(session, id), { skip: true })
    const answers = await Promise.all(sessions.map((session) => skip(session.id)))
    expect(answers.map(({ status }) => status)).toEqual(sessions.map(() => 204))
    const { notAt } = await prisma.shift.findUniqueOrThrow({ where: { id }, select: { notAt: true } })
    expect(notAt.toSorted()).toEqual(sessions.map((session) => session.id).toSorted())
    expect(sessions).toHaveLength(days.length)
  })

  it('gives a caller a shift by the rules of the public form, and only after it is sure who is on the line', async () => {
    const caller = async (name: string, phone: string, code: string) => {
      const { id } = await prisma.person.create({ data: { name, phone, bornBy: new Date('1990-01-01') }, select: { id: true } })
      const signUp = {
        personId: id,
        sessionId: seed.session,
        status: 'CONFIRMED',
        seats: 1,
        source: 'WEB',
        code,
        noticeVersion: '1',
      } as const
      await prisma.signUp.create({
        data: { ...signUp, contactKey: code, party: { create: { personId: id, position: 0 } } },
        select: { id: true },
      })
      return id
    }
    const [one, other] = [
      await caller('Helena Chętna', '+48600000077', 'AAAAAA7'),
      await caller('Igor Chętny', '+48600000078', 'AAAAAA8'),
    ]
    const made = await send(organiser, 'POST', volunteerApi.sessionShifts(seed.session), { ...grill, fromMinutes: 0 })
    const { id: shiftId } = JSON.parse(made.body) as { id: string }
    const { wallStart } = await prisma.session.findUniqueOrThrow({ where: { id: seed.session }, select: { wallStart: true } })
    const input = (person: string, more: object = {}) => ({
      person,
      age: null,
      language: 'pl',
      seen: wallStart,
      waiting: false,
      overlapping: false,
      source: 'phone',
      notice: noticeVersion,
      ...more,
    })
    const give = async (body: object) => {
      const answer = await send(desk, 'POST', deskApi.giveShift(seed.session, shiftId), body)
      return [answer.status, (JSON.parse(answer.body) as { code: string }).code] as const
    }
    expect((await desk(deskApi.shiftsFor(one))).status).toBe(403)
    expect(await give(input(one))).toEqual([403, 'caller-not-checked'])
    for (const personId of [one, other])
      await prisma.callerCheck.create({
        data: { personId, accountId: seed.member, proof: 'CALL_BACK', at: clock() },
        select: { id: true },
      })
    const fitting = async () =>
      neededShifts.parse(JSON.parse((await desk(deskApi.shiftsFor(one))).body)).shifts.filter(({ id }) => id === shiftId)
    expect(await fitting()).toMatchObject([{ lacks: ['clearance'], free: 1 }])
    expect(await give(input(one))).toEqual([409, 'overlapping'])
    expect(await give(input(one, { overlapping: true }))).toEqual([409, 'requirements-missing'])
    for (const personId of [one, other])
      await prisma.volunteerFact.create({
        data: {
          personId,
          organisationId: seed.organisation,
          kind: 'CLEARANCE',
          startsOn: new Date('2020-01-01'),
          recordedById: seed.member,
        },
        select: { id: true },
      })
    const [first, second] = await Promise.all([one, other].map((person) => give(input(person, { overlapping: true }))))
    expect([first![0], second![0]].toSorted()).toEqual([201, 409])
    const taken = await prisma.signUp.findMany({
      where: { shiftId },
      select: { personId: true, source: true, recordedById: true, status: true },
    })
    expect(taken).toEqual([
      { personId: first![0] === 201 ? one : other, source: 'PHONE', recordedById: seed.member, status: 'CONFIRMED' },
    ])
    expect(await give(input(taken[0]!.personId, { overlapping: true }))).toEqual([409, 'already-signed-up'])
    expect(await fitting()).toEqual([])
    expect(await give(input('00000000-0000-4000-8000-000000000001'))).toEqual([422, 'impossible-value'])
  })
})
