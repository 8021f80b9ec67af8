import { Client } from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { api } from '#shared/contract/paths.ts'
import { searchAnswer } from '#shared/contract/search.ts'
import { toDoAnswer, type ToDoKind } from '#shared/contract/to-do.ts'
import type { Actor, Grant } from '../../actor.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import { reportRoutes } from './routes.ts'

const database = await freshDatabase()
const { pool } = database
const town = await seedTown(pool)
const clock = () => new Date('2026-11-23T11:00:00Z')

async function one(sql: string, values: readonly unknown[] = []): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`${sql} RETURNING id`, [...values])
  return rows[0]!.id
}
const account = (name: string, email: string) => one(`INSERT INTO "Account" (name, email) VALUES ($1, $2)`, [name, email])
const organisation = (slug: string) =>
  one(`INSERT INTO "Organisation" (slug, name, kind) VALUES ($1, upper($1), 'SOCIAL_CENTRE')`, [slug])

const [zofia, wit] = [await account('Zofia Źdźbło', 'zofia@example.com'), await account('Wit', 'wit@example.com')]
const [gliwice, katowice] = [await organisation('ops-gliwice'), await organisation('ops-katowice')]
const operate = `UPDATE "Program" SET "operatorId" = $2 WHERE id = $1`
await pool.query(operate, [town.programs.zatorze, gliwice])
await pool.query(operate, [town.programs.dab, katowice])
await pool.query(`UPDATE "Venue" SET "organisationId" = $2 WHERE id = $1`, [town.venue, gliwice])
await pool.query(`INSERT INTO "VenueAlias" ("venueId", text) VALUES ($1, 'Świetlica Środowiskowa')`, [town.venue])
await pool.query(`INSERT INTO "RoleGrant" ("accountId", role, "organisationId") VALUES ($1, 'DESK', $2)`, [wit, katowice])
const room = await one(`INSERT INTO "Room" ("venueId", name) VALUES ($1, 'sala 2')`, [town.venue])
const describeActivity = `UPDATE "Activity" SET title = jsonb_build_object('pl', $2::text), host = $3, "hostId" = $4, "roomId" = $5 WHERE id = $1`
await pool.query(describeActivity, [town.yoga, 'Łagodna joga', null, zofia, room])
await pool.query(describeActivity, [town.picnic, 'Piknik', 'Zofia', zofia, null])
await pool.query(describeActivity, [town.cinema, 'Po przemocy', null, null, null])
await pool.query(
  `UPDATE "Activity" SET status = 'DRAFT', "isDiscreet" = true, "discreetTitle" = '{"pl": "Spotkanie"}' WHERE id = $1`,
  [town.cinema],
)
await pool.query(`UPDATE "Series" SET title = '{"pl": "Łagodna joga", "uk": "Йога"}' WHERE slug = 'joga'`)
const yoga = await town.addSession({ activity: town.yoga, start: '2026-11-24T17:00:00' })
await pool.query(`UPDATE "Session" SET "roomId" = $2 WHERE id = $1`, [yoga, room])
const picnic = await town.addSession({ activity: town.picnic, start: '2026-11-24T18:00:00' })
const film = await town.addSession({ activity: town.cinema, start: '2026-12-01T20:00:00' })
await town.addSession({ activity: town.cinema, start: '2026-12-20T20:00:00' })
await town.addSession({ activity: town.yoga, start: '2026-11-20T17:00:00' }) // over
await pool.query(
  `INSERT INTO "Closure" ("venueId", "whenKind", "wallStart", "wallEnd", "startsAt", "endsAt", reason)
   VALUES ($1, 'ALL_DAY', '2026-11-24', '2026-11-24', '2026-11-23T23:00Z', '2026-11-24T23:00Z', '{"pl": "Remont"}')`,
  [town.venue],
)

const inOrganisation = (role: Grant['role'], id: string): Grant => ({ role, scope: { kind: 'organisation', id }, ownOnly: false })
const everywhere: Grant = { role: 'ADMINISTRATOR', scope: { kind: 'everywhere' }, ownOnly: false }
const askAs = (...grants: readonly Grant[]) => {
  const actor: Actor = { accountId: wit, name: 'Wit', email: 'wit@example.com', grants }
  return serveAs(actor, reportRoutes(database, clock))
}
const people = {
  administrator: await askAs(everywhere),
  organiser: await askAs(inOrganisation('ORGANISER', gliwice)),
  desk: await askAs(inOrganisation('DESK', gliwice)),
  katowice: await askAs(inOrganisation('ADMINISTRATOR', katowice)),
  nowhere: await askAs(),
}

async function toDo(person: keyof typeof people) {
  const { status, body } = await people[person](api.panelToDo)
  expect(status).toBe(200)
  return toDoAnswer.parse(JSON.parse(body)).items
}
const countsOf = async (person: keyof typeof people) =>
  Object.fromEntries((await toDo(person)).map(({ kind, count }) => [kind, count])) as Partial<Record<ToDoKind, number>>

describe('what there is to do', () => {
  it('is double bookings, closed places, drafts, missing hosts and rooms, unknown entrances', async () => {
    expect(await countsOf('administrator')).toEqual({
      'host-twice': 1,
      closed: 1,
      'draft-soon': 1,
      'no-host': 2,
      'no-room': 2,
      'venue-unknown': 1,
    })
  })

  it('names the session that it is about, with its neighbour', async () => {
    const items = await toDo('administrator')
    const [yogaMentioned, picnicMentioned] = [
      { id: yoga, seriesId: expect.any(String), title: { text: 'Łagodna joga', lang: 'pl' }, start: '2026-11-24T17:00:00' },
      { id: picnic, seriesId: expect.any(String), title: { text: 'Piknik', lang: 'pl' }, start: '2026-11-24T18:00:00' },
    ]
    expect(items[0]?.examples).toEqual([{ session: yogaMentioned, other: picnicMentioned, venue: null }])
    expect(items.at(-1)?.examples).toEqual([
      { session: null, other: null, venue: { id: town.venue, slug: 'swietlica', name: 'Świetlica' } },
    ])
  })

  it('tells of a host who is busy elsewhere only when', async () => {
    const twice = (await toDo('organiser')).find(({ kind }) => kind === 'host-twice')
    expect(twice?.examples[0]).toMatchObject({
      session: { id: yoga },
      other: { id: null, title: null, start: '2026-11-24T18:00:00' },
    })
    expect(await countsOf('katowice')).toEqual({ 'host-twice': 1 })
    expect(await countsOf('nowhere')).toEqual({})
  })

  it('calls a discreet session by its neutral name at the desk', async () => {
    const drafts = async (person: keyof typeof people) => (await toDo(person)).find(({ kind }) => kind === 'draft-soon')?.examples
    expect(await drafts('desk')).toMatchObject([{ session: { id: film, seriesId: null, title: { text: 'Spotkanie' } } }])
    expect(await drafts('organiser')).toMatchObject([{ session: { title: { text: 'Po przemocy' } } }])
  })

  it('tells of shifts without enough hands, of papers that end before a shift, and of whoever helps for more than 30 days without insurance', async () => {
    const shift = await one(
      `INSERT INTO "Shift" ("sessionId", name, "fromMinutes", minutes, least, most, "needsClearance") VALUES ($1, '{"pl": "grill"}', 0, 60, 2, 3, true)`,
      [picnic],
    )
    const past = await town.addSession({ activity: town.picnic, start: '2026-10-20T18:00:00' })
    const earlier = await one(
      `INSERT INTO "Shift" ("sessionId", name, "fromMinutes", minutes, least, most) VALUES ($1, '{"pl": "grill"}', 0, 60, 1, 3)`,
      [past],
    )
    const ola = await one(`INSERT INTO "Person" (name, phone, "bornBy") VALUES ('Ola', '+48600000001', '1990-01-01')`)
    for (const [session, at, code] of [
      [picnic, shift, 'AAAAAA3'],
      [past, earlier, 'AAAAAA4'],
    ])
      await one(
        `INSERT INTO "SignUp" ("sessionId", "shiftId", "personId", status, seats, source, code, "contactKey", "noticeVersion")
         VALUES ($1, $2, $3, 'CONFIRMED', 1, 'WEB', $4, 'k', '1')`,
        [session, at, ola, code],
      )
    const noted = (kind: string, to: string) =>
      one(
        `INSERT INTO "VolunteerFact" ("personId", "organisationId", kind, "startsOn", "endsOn", "recordedById")
         SELECT $1, p."operatorId", $2::"VolunteerFactKind", '2026-01-01', $3, $4 FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
         JOIN "Series" c ON c.id = a."seriesId" JOIN "Program" p ON p.id = c."programId" WHERE s.id = $5`,
        [ola, kind, to, zofia, picnic],
      )
    await noted('CLEARANCE', '2026-11-23')
    const counts = await countsOf('administrator')
    expect(counts).toMatchObject({ 'shift-short': 1, 'volunteer-papers': 1, 'volunteer-line': 1 })
    const short = (await toDo('administrator')).find(({ kind }) => kind === 'shift-short')
    expect(short?.examples).toMatchObject([{ session: { id: picnic } }])
    expect(await countsOf('desk')).not.toHaveProperty('volunteer-papers')
    await noted('CLEARANCE', '2026-11-24')
    await noted('AGREEMENT', '2026-12-31')
    expect(await countsOf('administrator')).not.toHaveProperty('volunteer-papers')
    expect(await countsOf('administrator')).not.toHaveProperty('volunteer-line')
    await pool.query('UPDATE "Shift" SET least = 1 WHERE id = $1', [shift])
    expect(await countsOf('administrator')).not.toHaveProperty('shift-short')
  })

  it('costs at most eight statements, and two more where somebody volunteers', async () => {
    const asked = vi.spyOn(Client.prototype, 'query')
    await toDo('katowice')
    expect(asked.mock.calls.length).toBeLessThanOrEqual(10)
    asked.mockClear()
    await toDo('organiser')
    expect(asked.mock.calls.length).toBeLessThanOrEqual(8)
    asked.mockRestore()
  })
})

async function find(person: keyof typeof people, q: string) {
  const { status, body } = await people[person](`${api.panelSearch}?q=${encodeURIComponent(q)}`)
  expect(status).toBe(200)
  const found = searchAnswer.parse(JSON.parse(body))
  return {
    ...Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0)),
    whole: found,
  }
}

describe('search', () => {
  it.each([
    ['lag jog', 'series', 'joga'],
    ['ЙОГА', 'series', 'joga'],
    ['kinoman', 'clubs', 'klub-kinomana'],
    ['razem zat', 'programs', 'zatorze-razem'],
    ['srodowisk', 'venues', 'swietlica'],
    ['zmyslona 1', 'venues', 'swietlica'],
  ] as const)('finds by %s, whatever the accents and the case', async (q, kind, slug) => {
    const { whole } = await find('organiser', q)
    expect(whole[kind].map((found) => found.slug)).toEqual([slug])
  })

  it('finds the sessions of a day, and among them by words', async () => {
    expect((await find('administrator', '24.11')).whole.sessions.map(({ id }) => id)).toEqual([yoga, picnic])
    expect((await find('administrator', 'pikn 24.11')).whole.sessions).toMatchObject([{ id: picnic, venueName: null }])
    expect((await find('administrator', 'joga 24.11')).whole.sessions).toMatchObject([{ id: yoga, venueName: 'Świetlica' }])
  })

  it('T05: finds only what is in reach', async () => {
    expect(Object.keys(await find('katowice', 'joga 24.11'))).toEqual(['whole'])
    expect((await find('katowice', '24.11')).whole.sessions.map(({ id }) => id)).toEqual([picnic])
    expect(Object.keys(await find('nowhere', 'zatorze'))).toEqual(['whole'])
  })

  it('T09: finds people only for administrators, their own, and by three letters', async () => {
    expect((await find('administrator', 'zdzb')).whole.people).toEqual([
      { id: zofia, name: 'Zofia Źdźbło', email: 'zofia@example.com' },
    ])
    expect((await find('administrator', 'zd')).whole.people).toEqual([])
    expect((await find('katowice', 'zofia')).whole.people).toEqual([])
    expect((await find('katowice', 'wit@')).whole.people).toMatchObject([{ id: wit }])
    expect((await find('organiser', 'zofia')).whole.people).toEqual([])
  })

  it('never finds a discreet session by what it is, for the desk', async () => {
    await pool.query(`UPDATE "Series" SET title = '{"pl": "Po przemocy"}' WHERE slug = 'kino'`)
    expect((await find('organiser', 'przemoc')).whole.series).toHaveLength(1)
    expect(Object.keys(await find('desk', 'przemoc'))).toEqual(['whole'])
    expect((await find('desk', 'przemoc 1.12')).whole.sessions).toEqual([])
    expect((await find('desk', 'spotk 1.12')).whole.sessions).toMatchObject([{ id: film, series: null }])
  })

  it('says the same in SQL and here', async () => {
    const words = ['Łódź, Źdźbło!', 'Їжак ґава йога', 'ÅNGSTRÖM 100%', "a' OR 1=1 --"]
    const { searchWords } = await import('./search-words.ts')
    for (const word of words) {
      const { rows } = await pool.query<{ said: string }>('SELECT search_text($1) AS said', [word])
      expect(rows[0]?.said.trim()).toBe(searchWords(word).join(' '))
    }
  })

  it.each([
    ['', 'q'],
    ['?q=a', 'q'],
    ['?q=..', 'q'],
    [`?q=${'a'.repeat(101)}`, 'q'],
    ['?q=ab&q=cd', 'q'],
    ['?q=ab&organisationId=x', 'organisationId'],
  ])('refuses %s', async (query, name) => {
    const { status, body } = await people.organiser(api.panelSearch + query)
    expect([status, JSON.parse(body).issues[0].name]).toEqual([400, name])
  })
})
