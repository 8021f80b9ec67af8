import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { numbersView } from '#shared/contract/numbers.ts'
import { numbersApi } from '#shared/contract/panel-paths.ts'
import type { Grant } from '../../actor.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import { numbersRoutes } from './numbers-routes.ts'

const database = await freshDatabase()
const { pool, prisma } = database
const town = await seedTown(pool)
const now = new Date('2026-12-01T12:00:00Z')
const as = (role: Grant['role'], scope: Grant['scope'] = { kind: 'program', id: town.programs.zatorze }) =>
  serveAs(
    { accountId: randomUUID(), name: 'Z', email: 'z@example.pl', grants: [{ role, scope, ownOnly: false }] },
    numbersRoutes(database, () => now),
  )
const [organiser, everywhere, desk] = [await as('ORGANISER'), await as('ADMINISTRATOR', { kind: 'everywhere' }), await as('DESK')]

const session = (start: string, end?: string, activity = town.yoga) =>
  town.addSession({ activity, start, venue: null, ...(end && { end }) })
const person = async (name: string, guardianId: string | null = null): Promise<string> =>
  (await prisma.person.create({ data: { name, guardianId }, select: { id: true } })).id
const marked = (sessionId: string, personId: string, more: object = {}) =>
  prisma.attendance.create({
    data: { sessionId, personId, present: true, at: now, markId: randomUUID(), ...more },
    select: { id: true },
  })
const heads = (sessionId: string, count: number, device = 'a') =>
  prisma.attendanceCount.create({ data: { sessionId, device, count, at: now, markId: randomUUID() }, select: { count: true } })

let shifts = 0

/** Somebody has a shift there, and was marked as there or not. */
async function worked(sessionId: string, personId: string, fromMinutes: number, minutes: number, present = true): Promise<void> {
  const rules = { least: 0, most: 3, needsClearance: false, needsAgreement: false, isPublic: true }
  const shift = await prisma.shift.create({
    data: { sessionId, name: { pl: 'grill' }, fromMinutes, minutes, ...rules },
    select: { id: true },
  })
  shifts += 1
  const code = `AAAAAA${'ABCDEFGH'[shifts]}`
  const of = { sessionId, personId, shiftId: shift.id, code }
  const { id } = await prisma.signUp.create({
    data: { ...of, status: 'CONFIRMED', seats: 1, source: 'WEB', noticeVersion: '1' },
    select: { id: true },
  })
  await marked(sessionId, personId, { role: 'VOLUNTEER', signUpId: id, present })
}

const ask = async (path: string, from = organiser, days = '?from=2026-10-01&to=2026-12-31') =>
  numbersView.parse(JSON.parse((await from(path + days)).body))
const ofZatorze = numbersApi.json('programs', town.programs.zatorze)

describe('how much a program did, and for how many', () => {
  it('counts meetings, everybody who came, different people, and hours that volunteers worked; what nobody counted is said', async () => {
    const first = await session('2026-10-05T10:00:00')
    const second = await session('2026-10-12T10:00:00')
    const night = await session('2026-10-24T23:00:00', '2026-10-25T05:00:00')
    const forgotten = await session('2026-11-02T10:00:00')
    await session('2026-12-20T10:00:00')
    await session('2026-09-01T10:00:00')
    await pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [
      await session('2026-11-09T10:00:00'),
    ])
    // Anna signed up on the web twice, so there are two rows of her; Zosia is hers, another Zosia isn't.
    const [anna, again, ewa] = [await person('Anna Wymyślona'), await person('anna  wymyslona'), await person('Ewa Zmyślona')]
    for (const [at, who] of [
      [first, anna],
      [second, again],
      [first, await person('Zosia', anna)],
      [second, await person('Zosia', again)],
      [second, await person('Zosia', ewa)],
    ] as const)
      await marked(at, who)
    await marked(first, ewa, { present: false })
    await heads(second, 7)
    await heads(second, -2, 'b')
    await heads(night, 0)
    // 23:30-3:30 in the night in which clocks go back is five hours; a shift within it adds nothing, and one that nobody worked neither.
    const jan = await person('Jan Pomocny')
    await worked(night, jan, 30, 240)
    await worked(night, jan, 60, 30)
    await worked(first, jan, 0, 60, false)

    const view = await ask(ofZatorze)
    expect(view.all).toEqual({ held: 4, cancelled: 1, toCome: 1, counted: 3, visits: 10, people: 3, volunteers: 1, hours: 5 })
    expect(view).toMatchObject({
      target: null,
      parts: [],
      uncounted: [{ id: forgotten, title: { text: 'joga' } }],
      uncountedMore: 0,
    })
    const november = await ask(ofZatorze, organiser, '?from=2026-11-01&to=2026-11-30')
    expect(november.all).toMatchObject({ held: 1, cancelled: 1, counted: 0, visits: null, people: null, hours: 0 })
    const table = await organiser(`${numbersApi.csv('programs', town.programs.zatorze)}?from=2026-11-01&to=2026-11-30`)
    expect(table.headers['content-disposition']).toBe('attachment; filename="liczby-2026-11-01-2026-11-30.csv"')
    expect(table.body.split('\r\n')[1]).toBe('Zatorze razem;2026-11-01;2026-11-30;1;1;1;nie policzono;nie policzono;0;0')
  })

  it('of a project only what its parts pay for, while they do, each person once in the whole', async () => {
    const days = { startsOn: new Date('2026-10-01'), endsOn: new Date('2026-12-31') }
    const { municipalityId } = await prisma.program.findUniqueOrThrow({
      where: { id: town.programs.zatorze },
      select: { municipalityId: true },
    })
    const paid = (from: string, to: string) => ({
      create: { programId: town.programs.zatorze, startsOn: new Date(from), endsOn: new Date(to) },
    })
    const { id } = await prisma.project.create({
      data: {
        slug: 'projekt',
        name: 'Projekt',
        municipalityId,
        peopleTarget: 60,
        ...days,
        parts: {
          create: [
            { position: 0, code: '9.1', name: 'Integracja', programs: paid('2026-10-01', '2026-10-05') },
            { position: 1, code: '9.2', name: 'Usługi', programs: paid('2026-10-05', '2026-10-12') },
          ],
        },
      },
      select: { id: true },
    })
    const view = await ask(numbersApi.json('projects', id), everywhere)
    expect(view.target).toBe(60)
    expect(view.parts.map(({ name, figures: { held, visits, people } }) => [name, held, visits, people])).toEqual([
      ['9.1 Integracja', 1, 2, 2],
      ['9.2 Usługi', 2, 10, 3],
    ])
    // The meeting of 5 October is paid for by both parts, and is one.
    expect(view.all).toMatchObject({ held: 2, visits: 10, people: 3 })
    expect((await organiser(numbersApi.json('projects', id))).status).toBe(404)
  })

  it('tells a discreet meeting by its neutral name to whoever may know no more, and refuses strange questions', async () => {
    await pool.query(`UPDATE "Activity" SET "isDiscreet" = true, "discreetTitle" = '{"pl": "Spotkanie"}' WHERE id = $1`, [
      town.yoga,
    ])
    const auditor = await as('AUDITOR')
    expect((await ask(ofZatorze, auditor)).uncounted.map(({ title }) => title.text)).toEqual(['Spotkanie'])
    expect((await ask(ofZatorze)).uncounted.map(({ title }) => title.text)).toEqual(['joga'])
    expect((await desk(`${ofZatorze}?from=2026-10-01&to=2026-12-31`)).status).toBe(403)
    for (const wrong of ['', '?from=2026-10-01', '?from=2026-10-02&to=2026-10-01', '?from=2000-01-01&to=2026-01-01'])
      expect((await organiser(ofZatorze + wrong)).status).toBe(400)
  })
})
