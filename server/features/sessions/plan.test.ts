import { Client } from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { planAnswer, planChoices } from '#shared/contract/plan.ts'
import { api } from '#shared/contract/paths.ts'
import type { Actor, Grant } from '../../actor.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import { planRoutes } from './routes.ts'
import { createPlanService } from './service.ts'

const database = await freshDatabase()
const { pool } = database
const town = await seedTown(pool)

async function one(sql: string, values: readonly unknown[] = []): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`${sql} RETURNING id`, [...values])
  return rows[0]!.id
}
const account = (name: string) =>
  one(`INSERT INTO "Account" (name, email) VALUES ($1, $2)`, [name, `${name.toLowerCase()}@example.com`])
const organisation = (slug: string) =>
  one(`INSERT INTO "Organisation" (slug, name, kind) VALUES ($1, upper($1), 'SOCIAL_CENTRE')`, [slug])

const [zofia, wit] = [await account('Zofia'), await account('Wit')]
const [gliwice, katowice] = [await organisation('ops-gliwice'), await organisation('ops-katowice')]
await pool.query(`UPDATE "Program" SET "operatorId" = CASE id WHEN $1 THEN $3::uuid WHEN $2 THEN $4::uuid END`, [
  town.programs.zatorze,
  town.programs.dab,
  gliwice,
  katowice,
])
const room = await one(`INSERT INTO "Room" ("venueId", name, capacity) VALUES ($1, 'sala 2', 20)`, [town.venue])
const yoga = await town.addSession({ activity: town.yoga, start: '2026-11-24T17:00:00' })
const cancelled = await town.addSession({ activity: town.yoga, start: '2026-12-01T17:00:00' })
const removed = await town.addSession({ activity: town.yoga, start: '2026-12-02T17:00:00' })
const film = await town.addSession({ activity: town.cinema, start: '2026-11-25T20:00:00' })
const trip = await town.addSession({ activity: town.picnic, start: '2026-11-21', end: '2026-11-23' })
const elsewhere = await town.addSession({ activity: town.picnic, start: '2027-01-05' })
await pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = now() WHERE id = $1`, [cancelled])
await pool.query(`UPDATE "Session" SET "removedAt" = now() WHERE id = $1`, [removed])
await pool.query(`UPDATE "Activity" SET "hostId" = $2, "roomId" = $3, capacity = 12 WHERE id = $1`, [town.yoga, zofia, room])
await pool.query(`UPDATE "Session" SET "roomId" = $2 WHERE id = $1`, [yoga, room])
await pool.query(
  `UPDATE "Activity" SET status = 'DRAFT', "isDiscreet" = true, "discreetTitle" = '{"pl": "Spotkanie"}', title = '{"pl": "Po przemocy"}',
   kind = 'SUPPORT_GROUP', "hostId" = $2 WHERE id = $1`,
  [town.cinema, wit],
)

const actor = (...grants: readonly Grant[]): Actor => ({ accountId: zofia, name: 'Zofia', email: 'zofia@example.com', grants })
const inOrganisation = (role: Grant['role'], id: string, ownOnly = false): Grant => ({
  role,
  scope: { kind: 'organisation', id },
  ownOnly,
})
const plans = planRoutes(createPlanService(database))
const people = {
  administrator: actor({ role: 'ADMINISTRATOR', scope: { kind: 'everywhere' }, ownOnly: false }),
  organiser: actor(inOrganisation('ORGANISER', gliwice)),
  own: actor(inOrganisation('ORGANISER', gliwice, true)),
  desk: actor(inOrganisation('DESK', gliwice)),
  mixed: actor(inOrganisation('DESK', gliwice), inOrganisation('ORGANISER', katowice)),
  katowice: actor(inOrganisation('ORGANISER', katowice)),
}
const asks = Object.fromEntries(
  await Promise.all(Object.entries(people).map(async ([name, person]) => [name, await serveAs(person, plans)] as const)),
) as Record<keyof typeof people, Awaited<ReturnType<typeof serveAs>>>

const days = '?from=2026-11-23&to=2026-12-06'
async function plan(person: keyof typeof people, query = days) {
  const { status, body } = await asks[person](api.panelPlan + query)
  expect(status).toBe(200)
  return planAnswer.parse(JSON.parse(body))
}
const ids = async (person: keyof typeof people, query = days) => (await plan(person, query)).sessions.map(({ id }) => id)

describe('the plan', () => {
  it('has what lies in the days, drafts and cancelled ones too, in order, and nothing that was removed', async () => {
    const { sessions, venues, rooms, programs, clubs } = await plan('administrator')
    expect(sessions.map(({ id, draft, cancelled: off }) => [id, draft, off])).toEqual([
      [trip, false, false],
      [yoga, false, false],
      [film, true, false],
      [cancelled, false, true],
    ])
    expect(sessions[1]).toMatchObject({
      series: 'joga',
      title: { text: 'joga', lang: 'pl' },
      when: { kind: 'timed', start: '2026-11-24T17:00:00', end: '2026-11-24T18:30:00' },
      kind: 'WORKSHOP',
      host: 'Zofia',
      capacity: 12,
      venue: 'swietlica',
      room,
    })
    expect([venues, rooms]).toEqual([
      [{ slug: 'swietlica', name: 'Świetlica' }],
      [{ id: room, name: 'sala 2', capacity: 20, venue: 'swietlica' }],
    ])
    expect([programs.map(({ slug }) => slug), clubs.map(({ slug }) => slug)]).toEqual([
      ['dab-na-dworze', 'zatorze-razem'],
      ['klub-kinomana'],
    ])
  })

  it('T02: holds only what is in reach of who asks', async () => {
    expect(await ids('organiser')).toEqual([yoga, film, cancelled])
    expect(await ids('katowice')).toEqual([trip])
    expect(await ids('katowice', '?from=2027-01-01&to=2027-01-31')).toEqual([elsewhere])
    expect(await ids('own')).toEqual([yoga, cancelled])
  })

  it('tells the desk of a discreet session only that it is there', async () => {
    const { sessions, clubs } = await plan('desk')
    expect(sessions[1]).toMatchObject({
      id: film,
      title: { text: 'Spotkanie' },
      discreet: true,
      kind: null,
      host: null,
      series: null,
    })
    expect(clubs).toEqual([])
    for (const person of ['desk', 'mixed'] as const)
      expect(JSON.stringify(await plan(person))).not.toMatch(/przemocy|SUPPORT|kino|Wit/)
    expect((await plan('organiser')).sessions[1]).toMatchObject({ title: { text: 'Po przemocy' }, host: 'Wit' })
  })

  it('lets no filter find out what a discreet session is', async () => {
    for (const filter of ['&kind=support-group', '&club=klub-kinomana', `&host=${wit}`]) {
      expect(await ids('organiser', days + filter)).toEqual([film])
      expect(await ids('desk', days + filter)).toEqual([])
    }
    expect(await ids('mixed', `${days}&kind=support-group&kind=workshop&kind=neighbourhood-picnic`)).toEqual([
      trip,
      yoga,
      cancelled,
    ])
    expect((await asks.desk(api.panelPlanChoices)).body).not.toContain('Wit')
  })

  it.each([
    ['&venue=swietlica', () => [yoga, film, cancelled]],
    ['&program=dab-na-dworze&program=zatorze-razem', () => [trip, yoga, film, cancelled]],
    [`&room=${room}`, () => [yoga]],
    ['&status=cancelled', () => [cancelled]],
    ['&draft=yes', () => [film]],
    ['&draft=no&status=planned', () => [trip, yoga]],
    [`&host=${zofia}`, () => [yoga, cancelled]],
  ])('is filtered by %s', async (filter, expected) => {
    expect(await ids('administrator', days + filter)).toEqual(expected())
  })

  it.each([
    ['', 'from'],
    ['?from=2026-11-23', 'to'],
    ['?from=2026-11-23&to=2026-11-22', 'to'],
    ['?from=2026-11-01&to=2027-01-02', 'to'],
    ['?from=2026-02-30&to=2026-03-01', 'from'],
    [`${days}&from=2026-11-23`, 'from'],
    [`${days}&kind=nothing`, 'kind.0'],
    [`${days}&host=me`, 'host.0'],
    [`${days}&room[not]=`, 'room[not]'],
    [`${days}&orderBy=title`, 'orderBy'],
  ])('refuses %s and says what is wrong', async (query, name) => {
    const { status, body } = await asks.organiser(api.panelPlan + query)
    expect(status).toBe(400)
    expect(JSON.parse(body).issues).toEqual(expect.arrayContaining([expect.objectContaining({ name })]))
  })

  it('is true at once after a change, and 304 to who has it', async () => {
    const first = await asks.organiser(api.panelPlan + days)
    const etag = String(first.headers.etag)
    expect(first.headers['cache-control']).toBe('private, no-cache')
    expect((await asks.organiser(api.panelPlan + days, { headers: { 'if-none-match': etag } })).status).toBe(304)
    await pool.query(`UPDATE "Session" SET title = '{"pl": "Joga na krześle"}' WHERE id = $1`, [yoga])
    const { status, body } = await asks.organiser(api.panelPlan + days, { headers: { 'if-none-match': etag } })
    expect([status, planAnswer.parse(JSON.parse(body)).sessions[0]?.title.text]).toEqual([200, 'Joga na krześle'])
  })

  it('asks the database twice, and once while nothing changed', async () => {
    const asked = vi.spyOn(Client.prototype, 'query')
    const statements = async (person: keyof typeof people, query: string) => {
      asked.mockClear()
      await plan(person, query)
      return asked.mock.calls.length
    }
    expect(await statements('organiser', '?from=2026-11-01&to=2026-11-30')).toBe(2)
    // Other tests commit into the same PostgreSQL meanwhile, which makes it read anew: some moment between them is quiet.
    await vi.waitFor(async () => expect(await statements('organiser', '?from=2026-11-01&to=2026-11-30')).toBe(1))
    expect(await statements('mixed', '?from=2026-11-01&to=2026-11-30')).toBe(2)
    asked.mockRestore()
  })
})

it('what it can be filtered by is what one may see', async () => {
  const choices = async (person: keyof typeof people) =>
    planChoices.parse(JSON.parse((await asks[person](api.panelPlanChoices)).body))
  expect(await choices('organiser')).toEqual({
    programs: [{ slug: 'zatorze-razem', name: 'Zatorze razem' }],
    clubs: [{ slug: 'klub-kinomana', name: 'Klub Kinomana', program: 'zatorze-razem' }],
    venues: [{ slug: 'swietlica', name: 'Świetlica', rooms: [{ id: room, name: 'sala 2' }] }],
    hosts: [
      { id: wit, name: 'Wit' },
      { id: zofia, name: 'Zofia' },
    ],
  })
  expect((await choices('katowice')).hosts).toEqual([])
})
