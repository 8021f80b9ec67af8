import { describe, expect, it } from 'vitest'
import { clubManaged } from '#shared/contract/manage/club.ts'
import { projectManaged } from '#shared/contract/manage/project.ts'
import type { ProjectManaged, VenueManaged } from '#shared/contract/manage/views.ts'
import { venueManaged } from '#shared/contract/manage/venue.ts'
import { api } from '#shared/contract/paths.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import {
  actorWith,
  clubInput,
  everywhere,
  organisationInput,
  partInput,
  programInput,
  projectInput,
  roomInput,
  venueInput,
} from '../../db/testing/inputs.ts'
import { seedAccount } from '../../db/testing/seed-account.ts'
import { seedSession } from '../../db/testing/seed-session.ts'
import { writer } from '../../db/write.ts'
import { clubRoutes } from './routes.ts'
import { createCity, createOrganisation } from '../organisations/service.ts'
import { organisationRoutes } from '../organisations/routes.ts'
import { programRoutes } from '../programs/routes.ts'
import { projectRoutes } from '../projects/routes.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { venueRoutes } from '../venues/routes.ts'
import { createVenue } from '../venues/service.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import type { Answer, Ask } from '../../http/testing/serve.ts'

const database = await freshDatabase()
const write = writer(database)
const clock = () => new Date('2026-11-20T11:00:00Z')
const today = '2026-11-20'
const parts = { database, write, clock, sessionsSeen: sessionsIn }
const city = await createCity(write, { slug: 'gliwice', name: 'Gliwice', voivodeship: 'slaskie' })
const ours = await createOrganisation(write, { ...organisationInput('nasz'), cityId: city.id })
const theirs = await createOrganisation(write, { ...organisationInput('cudzy'), cityId: city.id })
const asOrganisation = async (role: 'COORDINATOR' | 'DESK', id: string) => {
  const { accountId } = await seedAccount(database.pool)
  const routers = [organisationRoutes, venueRoutes, projectRoutes, programRoutes, clubRoutes].map((make) => make(parts))
  return serveAs(actorWith(role, { kind: 'organisation', id }, accountId), ...routers)
}
const { accountId: bossId } = await seedAccount(database.pool)
const boss = await serveAs(
  actorWith('ADMINISTRATOR', { kind: 'everywhere' }, bossId),
  ...[organisationRoutes, venueRoutes, projectRoutes, programRoutes, clubRoutes].map((make) => make(parts)),
)
const coordinator = await asOrganisation('COORDINATOR', ours.id)
const desk = await asOrganisation('DESK', ours.id)
const stranger = await asOrganisation('COORDINATOR', theirs.id)

const send = (ask: Ask, method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
  ask(path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
  })
const read = <T>({ body }: Answer): T => JSON.parse(body) as T
const made = (answer: Answer): string => read<{ id: string }>(answer).id

const ourVenue = await createVenue(write, { ...venueInput('nasza-sala', city.id), organisationId: ours.id }, everywhere, today)
const square = await createVenue(write, { ...venueInput('plac', city.id), name: 'Plac' }, everywhere, today)

describe('who may do what with a venue', () => {
  const path = `${api.managed.venues}/${ourVenue.id}`
  const input = { ...venueInput('nasza-sala', city.id), organisationId: ours.id }

  it("T02, T05: another organisation's is not there, in lists as little as by its id", async () => {
    const nothing = await stranger(`${api.managed.venues}/00000000-0000-4000-8000-000000000000`)
    for (const method of ['GET', 'PUT']) {
      const answer = await send(stranger, method, path, method === 'PUT' ? { version: 1, ...input } : undefined)
      expect([answer.status, answer.body]).toEqual([404, nothing.body])
    }
    expect((await stranger(api.managed.venues)).body).not.toContain(ourVenue.id)
    expect((await coordinator(api.managed.venues)).body).toContain(ourVenue.id)
  })

  it('one that is seen and not managed is refused with 403: the desk its own, everybody a square', async () => {
    expect((await send(desk, 'PUT', path, { version: 1, ...input })).status).toBe(403)
    const squareInput = { version: 1, ...venueInput('plac', city.id) }
    expect((await send(coordinator, 'PUT', `${api.managed.venues}/${square.id}`, squareInput)).status).toBe(403)
    expect((await send(coordinator, 'POST', api.managed.organisations, organisationInput('nowa'))).status).toBe(403)
    expect((await send(coordinator, 'POST', api.managed.cities, { slug: 'a', name: 'A', voivodeship: 'slaskie' })).status).toBe(
      403,
    )
  })

  it("T03: a reference to another organisation's thing is as unknown as one to nothing", async () => {
    const answers = await Promise.all(
      [theirs.id, '00000000-0000-4000-8000-000000000000'].map((organisationId) =>
        send(coordinator, 'POST', api.managed.venues, { ...input, slug: 'inna', organisationId }),
      ),
    )
    for (const answer of answers) {
      expect(answer.status).toBe(422)
      expect(read(answer)).toMatchObject({ issues: [{ name: 'organisationId', code: 'unknown' }] })
    }
  })

  it('T13: keys that nobody described are refused', async () => {
    const answer = await send(coordinator, 'PUT', path, { version: 1, ...input, isSample: true })
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining('isSample')])
    expect((await coordinator(`${api.managed.venues}?organisationId=${theirs.id}`)).status).toBe(400)
  })
})

describe('an edit', () => {
  it('T60: of a version that somebody edited meanwhile is refused with both versions', async () => {
    const { id } = await createVenue(write, { ...venueInput('wersje', city.id), organisationId: ours.id }, everywhere, today)
    const path = `${api.managed.venues}/${id}`
    const input = { ...venueInput('wersje', city.id), organisationId: ours.id }
    const first = await send(coordinator, 'PUT', path, { version: 1, ...input, address: 'ul. Zmyślona 2' })
    expect(venueManaged.parse(read(first))).toMatchObject({ version: 2, address: 'ul. Zmyślona 2' })
    const second = await send(coordinator, 'PUT', path, { version: 1, ...input, address: 'ul. Zmyślona 3' })
    expect(second.status).toBe(409)
    expect(read(second)).toMatchObject({
      code: 'edited-meanwhile',
      yours: { address: 'ul. Zmyślona 3' },
      current: { version: 2, address: 'ul. Zmyślona 2' },
    })
  })

  it('that is sent again with the same key, as after a lost connection, does no harm', async () => {
    const { id } = await createVenue(write, { ...venueInput('klucz', city.id), organisationId: ours.id }, everywhere, today)
    const body = { version: 1, ...venueInput('klucz', city.id), organisationId: ours.id, address: 'ul. Zmyślona 2' }
    const path = `${api.managed.venues}/${id}`
    const headers = { 'idempotency-key': 'a'.repeat(32) }
    const [first, again] = [
      await send(coordinator, 'PUT', path, body, headers),
      await send(coordinator, 'PUT', path, body, headers),
    ]
    expect([first.status, again.status]).toEqual([200, 200])
    expect(read<VenueManaged>(again).version).toBe(2)
  })
})

describe('closures and rooms', () => {
  it('a closure names the sessions to come that it hits; archiving is refused while there are any', async () => {
    const { venue, session } = await seedSession(database.pool)
    const closed = await send(boss, 'POST', `${api.managed.venues}/${venue}/closures`, {
      roomId: null,
      when: { kind: 'all-day', firstDay: '2026-11-23', lastDay: '2026-11-24' },
      reason: { pl: 'Malowanie' },
    })
    expect(closed.status).toBe(201)
    const [closure] = venueManaged.parse(read(closed)).closures
    expect(closure?.hits).toMatchObject([{ id: session, title: 'Naprawiamy rowery', start: '2026-11-23T17:00:00' }])
    const refused = await send(boss, 'POST', `${api.managed.venues}/${venue}/archive`, { version: 1 })
    expect(refused.status).toBe(409)
    expect(read(refused)).toMatchObject({ code: 'has-sessions-to-come', count: 1, sessions: [{ id: session }] })
    const later = {
      roomId: null,
      when: { kind: 'all-day', firstDay: '2026-12-29', lastDay: '2026-12-30' },
      reason: { pl: 'Malowanie' },
    }
    const changed = await send(boss, 'PUT', `${api.managed.closures}/${closure?.id}`, { version: closure?.version, ...later })
    const late = await send(boss, 'PUT', `${api.managed.closures}/${closure?.id}`, { version: closure?.version, ...later })
    expect([late.status, read<object>(late)]).toMatchObject([
      409,
      { yours: later, current: { closures: [{ version: 2, ...later }] } },
    ])
    expect(venueManaged.parse(read(changed)).closures).toMatchObject([{ id: closure?.id, ...later }])
    const backwards = { ...later, when: { ...later.when, lastDay: '2026-12-01' } }
    expect((await send(boss, 'PUT', `${api.managed.closures}/${closure?.id}`, { version: 2, ...backwards })).status).toBe(422)
    const open = await send(boss, 'DELETE', `${api.managed.closures}/${closure?.id}`)
    expect(read<VenueManaged>(open).closures).toEqual([])
    await database.prisma.session.update({ where: { id: session }, data: { status: 'CANCELLED', cancelledAt: clock() } })
    const archived = await send(boss, 'POST', `${api.managed.venues}/${venue}/archive`, { version: 1 })
    expect(read(archived)).toMatchObject({ archived: true, version: 2 })
    expect((await boss(`${api.managed.venues}?archived=yes`)).body).toContain(venue)
    const restored = await send(boss, 'POST', `${api.managed.venues}/${venue}/restore`, { version: 2 })
    expect(read(restored)).toMatchObject({ archived: false })
  })

  it.each([
    ['a last day before the first', { kind: 'all-day', firstDay: '2026-11-24', lastDay: '2026-11-23' }, 'when.lastDay'],
    ['hours that end before they begin', { kind: 'timed', start: '2026-11-24T12:00:00', end: '2026-11-24T11:00:00' }, 'when.end'],
  ])('a closure has not %s', async (_what, when, name) => {
    const answer = await send(coordinator, 'POST', `${api.managed.venues}/${ourVenue.id}/closures`, {
      roomId: null,
      when,
      reason: { pl: 'x' },
    })
    expect([answer.status, read<{ issues: { name: string }[] }>(answer).issues[0]?.name]).toEqual([422, name])
  })

  it("another organisation's room is not there", async () => {
    const room = made(await send(coordinator, 'POST', `${api.managed.venues}/${ourVenue.id}/rooms`, roomInput('sala 1')))
    const change = { version: 1, ...roomInput('sala 1'), capacity: 20 }
    expect((await send(stranger, 'PUT', `${api.managed.rooms}/${room}`, change)).status).toBe(404)
    const changed = await send(coordinator, 'PUT', `${api.managed.rooms}/${room}`, change)
    expect(read<VenueManaged>(changed).rooms).toMatchObject([{ name: 'sala 1', capacity: 20, version: 2 }])
  })
})

describe('a project, a program and a club', () => {
  it('hold everything that the documents say, and keep their rows through edits', async () => {
    const texts = { pl: 'tekst', en: 'text' }
    const indicator = {
      id: null,
      name: texts,
      unit: 'PERCENT',
      comparison: 'AT_LEAST',
      value: 80,
      sex: 'F',
      moment: 'AFTER_END',
      denominator: { pl: 'uczestników' },
    }
    const part = {
      ...partInput('6.1.1'),
      value: '13460712.28',
      eu: '11441605.44',
      audience: texts,
      indicators: [indicator],
      support: [
        {
          id: null,
          group: 'usługi',
          name: 'doradztwo',
        },
      ],
    }
    const input = {
      ...projectInput('mocni'),
      grantNumber: 'RPPM.06',
      cityId: city.id,
      datesExact: false,
      description: texts,
      fundLines: ['RPO', 'oś 6'],
      valueTotal: '1032425.00',
      grantTotal: '964805.25',
      grantEu: '881811.25',
      grantNational: '155613.75',
      peopleTarget: 124,
      peopleAbout: true,
      peopleNote: texts,
      fundSentence: texts,
      keepUntil: '2030-12-31',
      sourceNote: 'Części się nie sumują.',
      fundLogos: [
        {
          src: '/logos/ue.svg',
          alt: 'Unia',
        },
      ],
      organisations: [
        {
          organisationId: ours.id,
          role: 'IMPLEMENTER',
        },
      ],
      parts: [part, partInput('6.2.1')],
      calls: [
        {
          id: null,
          name: texts,
          startsOn: '2026-01-01',
          endsOn: null,
          criteria: [
            {
              id: null,
              text: texts,
            },
          ],
        },
      ],
      history: [
        {
          id: null,
          startsOn: '2026-02-01',
          endsOn: null,
          whenText: texts,
          text: texts,
          people: 55,
        },
      ],
    }
    const id = made(await send(coordinator, 'POST', api.managed.projects, input))
    const path = `${api.managed.projects}/${id}`
    const stored = projectManaged.parse(read(await coordinator(path)))
    const { parts: rows, calls, history, ...plain } = input
    expect(stored).toMatchObject(plain)
    expect(stored.parts[0]).toMatchObject({ value: '13460712.28', indicators: [{ ...indicator, id: expect.any(String) }] })
    expect([stored.parts.length, stored.calls.length, stored.history.length]).toEqual([rows.length, calls.length, history.length])
    expect(read<ProjectManaged>(await desk(path)).sourceNote).toBeNull()

    const { archived: _a, sample: _s, mayChange: _m, names: _n, id: _i, ...edit } = stored
    const swapped = { ...edit, parts: edit.parts.toReversed() }
    const again = projectManaged.parse(read(await send(coordinator, 'PUT', path, swapped)))
    expect(again.parts.map((one) => one.id)).toEqual(stored.parts.map((one) => one.id).toReversed())

    const funding = [{ partId: stored.parts[0]!.id, startsOn: '2026-02-01', endsOn: '2026-11-30' }]
    const program = { ...programInput('orunia', city.id), operatorId: ours.id, venueId: ourVenue.id, funding }
    const programId = made(await send(coordinator, 'POST', api.managed.programs, program))
    const gone = await send(coordinator, 'PUT', path, { ...edit, version: again.version, parts: [again.parts[0]] })
    expect(read(gone)).toMatchObject({ status: 422, issues: [{ code: 'part-pays' }] })
    const foreign = { ...programInput('obcy', city.id), operatorId: theirs.id, funding }
    expect((await send(stranger, 'POST', api.managed.programs, foreign)).status).toBe(422)

    const club = { ...clubInput('strefa', programId), venueId: ourVenue.id }
    const clubId = made(await send(coordinator, 'POST', api.managed.clubs, club))
    expect(clubManaged.parse(read(await coordinator(`${api.managed.clubs}/${clubId}`)))).toMatchObject(club)
    expect((await stranger(`${api.managed.clubs}/${clubId}`)).status).toBe(404)
    expect((await send(stranger, 'POST', api.managed.clubs, clubInput('cudza', programId))).status).toBe(422)
    const twin = made(await send(coordinator, 'POST', api.managed.clubs, { ...club, slug: 'strefa-2' }))
    const merge = (key: string) =>
      coordinator(`${api.managed.clubs}/${twin}/merge`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ intoId: clubId, rehearse: false }),
      })
    const merged = await merge('laczenie-klubow-1')
    expect(merged.status).toBe(200)
    // Whose connection broke before the answer came asks again and gets it; without the key there is nothing to merge.
    const again2 = await merge('laczenie-klubow-1')
    expect([again2.status, again2.body]).toEqual([200, merged.body])
    expect((await merge('laczenie-klubow-2')).status).toBe(404)
    expect(read(await coordinator(api.club('strefa-2')))).toMatchObject({ slug: 'strefa' })

    const choices = read<{ projects: { id: string }[] }>(await stranger(api.managed.choices))
    expect(choices.projects.map((one) => one.id)).not.toContain(id)
  })
})

describe('two organisations that are one', () => {
  it('become one by the hand of an administrator of everything, roles included', async () => {
    const twin = await createOrganisation(write, { ...organisationInput('cudzy-2'), cityId: city.id })
    const { accountId } = await seedAccount(database.pool, {
      grants: [{ role: 'COORDINATOR', scope: { kind: 'organisation', id: twin.id } }],
    })
    const path = `${api.managed.organisations}/${twin.id}/merge`
    expect((await send(stranger, 'POST', path, { intoId: theirs.id, rehearse: true })).status).toBe(404)
    const rehearsed = await send(boss, 'POST', path, { intoId: theirs.id, rehearse: true })
    expect(read(rehearsed)).toMatchObject({ moved: [{ what: 'roles', count: 1 }], addresses: ['cudzy-2'] })
    await send(boss, 'POST', path, { intoId: theirs.id, rehearse: false })
    const grant = await database.prisma.roleGrant.findFirstOrThrow({ where: { accountId }, select: { organisationId: true } })
    expect(grant.organisationId).toBe(theirs.id)
    expect(read(await boss(api.organisation('cudzy-2')))).toMatchObject({ slug: 'cudzy' })
  })
})
