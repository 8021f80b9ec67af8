import { Client } from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { api } from '#shared/contract/paths.ts'
import type { SessionView } from '#shared/contract/public.ts'
import { discreetSessionView, sessionAnswer } from '#shared/contract/session.ts'
import { createApp, createFeeds } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { clubInput, everywhere, programInput, projectInput, roomInput, venueInput } from '../../db/testing/inputs.ts'
import { insertSession } from '../../db/testing/seed-session.ts'
import { writer } from '../../db/write.ts'
import { createLogger } from '../../http/log.ts'
import { serve } from '../../http/testing/serve.ts'
import { createSeries, renameSeries } from '../activities/service.ts'
import { changeClub, createClub } from '../clubs/service.ts'
import { createCity, createDistrict } from '../organisations/service.ts'
import { createProgram, type ProgramInput } from '../programs/service.ts'
import { createProject } from '../projects/service.ts'
import { createRoom, createVenue } from '../venues/service.ts'

const now = new Date('2026-11-23T11:00:00Z')
const database = await freshDatabase()
const write = writer(database)
const { logger } = createLogger('error', { write: () => true })
const config = readConfig({})
const clock = () => now
const feeds = createFeeds({ config, database, clock }, 'test.podworko')
const ask = await serve(createApp({ config, logger, clock, database, clientFiles: new Map(), feeds }))

const hostile = '<img src=x onerror=alert(1)> "ala" \\ {{token}} \u2028 ${x}'
const city = await createCity(write, { slug: 'gliwice', name: 'Gliwice', voivodeship: 'slaskie' })
const sosnica = await createDistrict(write, { slug: 'gliwice-sosnica', name: 'Sośnica', cityId: city.id })
const venue = await createVenue(
  write,
  {
    ...venueInput('swietlica', city.id),
    districtId: sosnica.id,
    directions: { pl: hostile },
    accessibility: [{ fact: 'LIFT', value: 'no', checkedOn: '2026-10-01', note: { pl: 'Są schody', en: 'There are stairs' } }],
  },
  everywhere,
  '2026-11-23',
)
const room = await createRoom(write, venue.id, { ...roomInput('sala 2'), capacity: 12 })
await createProject(
  write,
  {
    ...projectInput('projekt'),
    cityId: city.id,
    fundLines: ['Fundusz zmyślony'],
    valueTotal: '1000.50',
    fundSentence: { pl: 'Płaci fundusz zmyślony.', uk: 'Платить вигаданий фонд.' },
    fundLogos: [{ src: '/logos/fund.svg', alt: 'Fundusz' }],
  },
  everywhere,
)
const { id: partId } = await database.prisma.projectPart.findFirstOrThrow({ select: { id: true } })
const programOf: ProgramInput = {
  ...programInput('fedruj', city.id),
  name: 'Fedruj',
  venueId: venue.id,
  openness: 'DISTRICTS',
  audiences: ['SENIORS'],
  districtIds: [sosnica.id],
  funding: [{ partId, startsOn: '2026-11-01', endsOn: '2026-11-30' }],
}
const program = await createProgram(write, programOf, everywhere)
const clubOf = { ...clubInput('klub', program.id), venueId: venue.id }
const club = await createClub(write, clubOf, everywhere)
const series = await createSeries(write, {
  slug: 'rowery',
  title: { pl: 'Rowery', en: 'Bikes' },
  programId: program.id,
  clubId: club.id,
  editionId: null,
  groupId: null,
})

const schedule = {
  kind: 'rule',
  zone: 'Europe/Warsaw',
  first: { kind: 'timed', start: '2026-11-03T17:00:00', end: '2026-11-03T19:00:00' },
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  excluded: [],
  skipHolidays: true,
  skipBreaksOf: null,
} as const

async function addActivity(position: number, more: object = {}): Promise<string> {
  const { id } = await write((tx) =>
    tx.activity.create({
      data: {
        seriesId: series.id,
        position,
        status: 'PUBLISHED',
        title: { pl: 'Naprawiamy rowery', en: 'We mend bikes' },
        description: { pl: hostile },
        kind: 'WORKSHOP',
        audiences: ['SENIORS'],
        languages: ['pl'],
        host: 'Jan',
        enrolment: 'OPEN',
        contactPhone: '+48 32 000 00 00',
        schedule,
        ...more,
      },
      select: { id: true },
    }),
  )
  return id
}

async function addSession(activity: string, start: string, more: object = {}): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(insertSession, [activity, venue.id, room.id, start])
  const { id } = rows[0]!
  await write((tx) => tx.session.update({ where: { id }, data: more, select: { id: true } }))
  return id
}

const cancelledAt = new Date('2026-11-20T10:00:00Z')
const workshop = await addActivity(1)
const hidden = await addActivity(2, {
  isDiscreet: true,
  discreetListed: true,
  discreetTitle: { pl: 'Spotkanie', uk: 'Зустріч' },
  title: { pl: 'Grupa wsparcia po przemocy' },
  kind: 'SUPPORT_GROUP',
})
const unlisted = await addActivity(3, { isDiscreet: true, discreetTitle: { pl: 'Spotkanie' } })
const draft = await addActivity(4, { status: 'DRAFT' })
const sessions = {
  first: await addSession(workshop, '2026-11-03T17:00:00'),
  cancelled: await addSession(workshop, '2026-11-10T17:00:00', {
    status: 'CANCELLED',
    cancelledAt,
    cancelReason: { pl: 'Prowadzący jest chory', en: 'The host is ill' },
    peopleCount: 7,
  }),
  special: await addSession(workshop, '2026-11-24T17:00:00', {
    overrides: ['title', 'host', 'note'],
    title: { pl: 'Hulajnogi' },
    host: 'Anna',
    note: { pl: 'Weź kask' },
    peopleCount: 7,
  }),
  unpaid: await addSession(workshop, '2026-12-01T17:00:00', {
    movedFrom: '2026-12-02T17:00:00',
    movedAt: cancelledAt,
    moveReason: { pl: 'Sala zajęta' },
  }),
  discreet: await addSession(hidden, '2026-11-25T17:00:00', {
    status: 'CANCELLED',
    cancelledAt,
    cancelReason: { pl: 'Grupa wsparcia jest odwołana' },
  }),
  unlisted: await addSession(unlisted, '2026-11-26T17:00:00'),
  draft: await addSession(draft, '2026-11-27T17:00:00'),
  removed: await addSession(workshop, '2026-11-28T17:00:00', { removedAt: now }),
}
await write((tx) =>
  tx.session.update({ where: { id: sessions.cancelled }, data: { insteadId: sessions.special }, select: { id: true } }),
)

async function session(id: string, lang = 'pl'): Promise<SessionView> {
  const { status, body } = await ask(`${api.session(id)}?lang=${lang}`)
  expect(status).toBe(200)
  const read = sessionAnswer.parse(JSON.parse(body))
  if (read.discreet) throw new Error('this session is discreet')
  return read
}

describe('a session', () => {
  it('says which of how many it is, among those that take place', async () => {
    expect((await session(sessions.first)).place).toEqual({ number: 1, of: 3 })
    expect((await session(sessions.special)).place).toEqual({ number: 2, of: 3 })
    expect((await session(sessions.unpaid)).place).toEqual({ number: 3, of: 3 })
  })

  it('that is cancelled has no number, says why and leads to what there is instead', async () => {
    const { place, cancelled } = await session(sessions.cancelled, 'en')
    expect(place).toBeNull()
    expect(cancelled).toEqual({
      at: '2026-11-20T10:00:00.000Z',
      reason: { text: 'The host is ill', lang: 'en' },
      instead: { id: sessions.special, slug: 'rowery', name: 'Bikes' },
    })
  })

  it('shows what was set for it alone', async () => {
    const { activity, note } = await session(sessions.special)
    expect(activity.title.text).toBe('Hulajnogi')
    expect(activity.host).toBe('Anna')
    expect(note?.text).toBe('Weź kask')
    expect((await session(sessions.first)).activity.host).toBe('Jan')
  })

  it('says from when it was moved, its rule, its room and what is known of the building', async () => {
    const { moved, activity, room: hall, venue: place, district } = await session(sessions.unpaid, 'en')
    expect(moved).toEqual({
      at: '2026-11-20T10:00:00.000Z',
      from: '2026-12-02T17:00:00',
      reason: { text: 'Sala zajęta', lang: 'pl' },
    })
    expect(activity.rule).toContain('Tuesday')
    expect([hall, district?.slug]).toEqual(['sala 2', 'gliwice-sosnica'])
    expect(place?.accessibility).toContainEqual({
      fact: 'LIFT',
      value: 'no',
      checkedOn: '2026-10-01',
      note: { text: 'There are stairs', lang: 'en' },
    })
    expect(place?.accessibility).toContainEqual({ fact: 'INDUCTION_LOOP', value: 'unknown', checkedOn: null, note: null })
  })

  it('carries the strip of a fund only inside the funded days', async () => {
    expect((await session(sessions.special, 'uk')).funding).toEqual({
      sentence: { text: 'Платить вигаданий фонд.', lang: 'uk' },
      logos: [{ src: '/logos/fund.svg', alt: 'Fundusz' }],
    })
    expect((await session(sessions.unpaid)).funding).toBeNull()
  })

  it('falls back to Polish and says so', async () => {
    const { activity, series: named } = await session(sessions.first, 'uk')
    expect(activity.title).toEqual({ text: 'Naprawiamy rowery', lang: 'pl' })
    expect(named.name).toBe('Rowery')
  })

  it('T33: gives texts back as they were written, for a page to show as text', async () => {
    const { activity, venue: place } = await session(sessions.first)
    expect(activity.description?.text).toBe(hostile)
    expect(place?.directions?.text).toBe(hostile)
    expect((await ask(api.session(sessions.first))).headers['content-type']).toBe('application/json; charset=utf-8')
  })

  it('T07: says nothing of who comes, nor how many', async () => {
    const { body } = await ask(api.session(sessions.special))
    expect(body).not.toMatch(/people|participant|person|version|createdAt|activityId|seriesId/i)
  })

  it('that is discreet shows a title and a time, and nothing that could tell', async () => {
    const { body } = await ask(`${api.session(sessions.discreet)}?lang=uk`)
    expect(discreetSessionView.parse(JSON.parse(body))).toMatchObject({
      title: { text: 'Зустріч', lang: 'uk' },
      city: { slug: 'gliwice' },
      cancelled: { at: '2026-11-20T10:00:00.000Z' },
    })
    expect(body).not.toMatch(/wsparcia|przemoc|SUPPORT|fedruj|rowery|swietlica|Zmyślona|sala|Klub|fundusz|Jan|\+48/i)
  })

  it('asks the database a few times, whatever hangs on it', async () => {
    const asked = vi.spyOn(Client.prototype, 'query')
    await session(sessions.special)
    const statements = asked.mock.calls.length
    asked.mockRestore()
    expect(statements).toBeLessThanOrEqual(2)
  })
})

describe('what residents may not see', () => {
  it('answers byte for byte like what is not there', async () => {
    const nothing = await ask(api.session('00000000-0000-4000-8000-000000000000'))
    expect(nothing.status).toBe(404)
    for (const id of [
      sessions.unlisted,
      sessions.draft,
      sessions.removed,
      'x',
      sessions.first.toUpperCase(),
      'a'.repeat(10_000),
    ]) {
      const { status, body, headers } = await ask(api.session(id))
      expect({ status, body, type: headers['content-type'] }).toEqual({
        status: 404,
        body: nothing.body,
        type: nothing.headers['content-type'],
      })
    }
    for (const path of [
      api.series('nic'),
      api.club('nic'),
      api.venue('Nic'),
      api.program('%27'),
      api.project('x'.repeat(10_000)),
    ])
      expect((await ask(path)).body).toBe(nothing.body)
  })
})

describe('a former name', () => {
  it('goes on answering, with the current one inside', async () => {
    await changeClub(write, { id: club.id, version: 1 }, { ...clubOf, slug: 'klub-rowerowy', name: 'Klub Rowerowy' }, everywhere)
    await renameSeries(write, series.id, { slug: 'rowery-i-hulajnogi', title: { pl: 'Rowery i hulajnogi' } })
    expect(JSON.parse((await ask(api.club('klub'))).body)).toMatchObject({ slug: 'klub-rowerowy', name: 'Klub Rowerowy' })
    expect(JSON.parse((await ask(api.series('rowery'))).body)).toMatchObject({ slug: 'rowery-i-hulajnogi' })
  })
})

describe('every answer about one thing', () => {
  const things = [
    api.cities,
    api.session(sessions.first),
    api.series('rowery'),
    api.club('klub'),
    api.venue('swietlica'),
    api.program('fedruj'),
    api.project('projekt'),
  ]

  it('is kept by a browser and asked about: 304 while nothing changed', async () => {
    for (const path of things) {
      const first = await ask(path)
      expect(first.headers['cache-control']).toBe('no-cache')
      const again = await ask(path, { headers: { 'if-none-match': String(first.headers.etag) } })
      expect({ path, status: again.status, body: again.body }).toEqual({ path, status: 304, body: '' })
      expect((await ask(path, { method: 'HEAD' })).status).toBe(200)
    }
  })

  it.each([
    ['another language', '?lang=de', 'lang', 'one of pl, en, uk'],
    ['two languages (T15)', '?lang=pl&lang=en', 'lang', 'to be given once'],
    ['an operator (T14)', '?lang[not]=', 'lang[not]', 'no parameter but lang'],
    ['a prototype (T15)', '?__proto__=x', '__proto__', 'no parameter but lang'],
    ['SQL (T42)', `?lang=${encodeURIComponent('pl\'; DROP TABLE "Session"; --')}`, 'lang', 'one of pl, en, uk'],
    ['sorting (T42)', '?orderBy=name', 'orderBy', 'no parameter but lang'],
    ['more than there is (T07)', '?include=memberships', 'include', 'no parameter but lang'],
    ['10,000 characters', `?lang=${'x'.repeat(10_000)}`, 'lang', 'one of pl, en, uk'],
  ])('refuses %s and says what would be right', async (_what, query, name, expected) => {
    for (const path of things) {
      const { status, body, headers } = await ask(path + query)
      expect({ path, status, type: headers['content-type'] }).toEqual({
        path,
        status: 400,
        type: 'application/problem+json; charset=utf-8',
      })
      expect(JSON.parse(body).issues).toEqual([expect.objectContaining({ name, expected })])
      expect(body.length).toBeLessThan(1000)
    }
  })

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('answers %s with 405 and what it does answer', async (method) => {
    for (const path of things) {
      const { status, headers } = await ask(path, { method })
      expect({ path, status, allow: headers.allow }).toEqual({ path, status: 405, allow: 'GET, HEAD' })
    }
  })

  it.each(["swietlica' OR '1'='1", 'swietlica%', '*', '$ne', 'a&b|c', '{"not":""}'])('T42: takes %s for a name', async (name) => {
    expect((await ask(api.venue(encodeURIComponent(name)))).status).toBe(404)
  })

  it('asks the database at most three times', async () => {
    const asked = vi.spyOn(Client.prototype, 'query')
    for (const path of [...things, api.series('rowery-i-hulajnogi')]) {
      asked.mockClear()
      await ask(path)
      expect({ path, few: asked.mock.calls.length <= 3 }).toEqual({ path, few: true })
    }
    asked.mockRestore()
  })
})

describe('the cities', () => {
  it('offer what some public session has, not what is discreet or a draft', async () => {
    const { cities, hasSample } = JSON.parse((await ask(api.cities)).body)
    expect(hasSample).toBe(false)
    expect(cities).toEqual([
      {
        slug: 'gliwice',
        name: 'Gliwice',
        districts: [{ slug: 'gliwice-sosnica', name: 'Sośnica' }],
        clubs: [{ slug: 'klub-rowerowy', name: 'Klub Rowerowy', district: null }],
        venues: [{ slug: 'swietlica', name: 'Świetlica' }],
        programs: [
          { slug: 'fedruj', name: 'Fedruj', finished: false, sample: false, project: { slug: 'projekt', name: 'Projekt' } },
        ],
        audiences: ['SENIORS'],
        kinds: ['WORKSHOP'],
      },
    ])
  })
})
