import { assert, integer, property } from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { activityKinds, audiences, slugOf } from '#shared/contract/kinds.ts'
import { enrolmentModes } from '#shared/contract/public.ts'
import { scheduleSchema } from '#shared/contract/schedule.ts'
import type { FeedFacts } from '#shared/contract/selection.ts'
import { checkSchedule } from '#shared/schedule/check.ts'
import { expand } from '#shared/schedule/expand.ts'
import { publicHolidayOn } from '#shared/schedule/holidays.ts'
import { winterBreakOn } from '#shared/schedule/school-breaks.ts'
import { addDays, daysFrom, mondayOf } from '#shared/time/calendar.ts'
import { freshDatabase, type TestDatabase } from '#server/db/testing/fresh-database.ts'
import { idOf } from './ids.ts'
import { isEmpty, loadSampleData, type Loaded } from './load.ts'
import { seasonOf } from './season/season.ts'
import { sessionRows } from './session-rows.ts'

/** Layer 2, the invented season, as a resident would find it on the day of loading. */
const sample = { isSample: true } as const

const readSessions = ({ prisma }: TestDatabase) =>
  prisma.session.findMany({
    where: { activity: { series: sample } },
    include: {
      face: true,
      activity: { include: { series: { include: { program: { include: { municipality: true } } } } } },
      instead: true,
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
type SessionRow = Awaited<ReturnType<typeof readSessions>>[number]

const firstDay = ({ wallStart }: SessionRow) => wallStart.slice(0, 10)
const factsOf = ({ face }: SessionRow) => face?.facts as FeedFacts | null
const isIn = (collection: 'cities' | 'districts', slug: string) => (session: SessionRow) =>
  factsOf(session)?.[collection].includes(slug) ?? false
const between = (from: string, to: string) => (session: SessionRow) => firstDay(session) >= from && firstDay(session) <= to
const takesPlace = ({ status }: SessionRow) => status === 'PLANNED'

describe.each([
  ['an ordinary Monday at night', '2026-11-23T02:00:00Z', '2026-11-23'],
  ['the Sunday on which the clocks go forward, Easter too', '2027-03-28T10:00:00Z', '2027-03-28'],
  ['Christmas Eve', '2026-12-24T10:00:00Z', '2026-12-24'],
  ['the last minutes of the year, in Warsaw the first', '2027-12-31T23:30:00Z', '2028-01-01'],
])('loaded on %s', (_, now, today) => {
  let sessions: readonly SessionRow[] = []
  let published: readonly SessionRow[] = []
  let loaded: Loaded
  beforeAll(async () => {
    const database = await freshDatabase()
    loaded = await loadSampleData(database, new Date(now))
    sessions = await readSessions(database)
    published = sessions.filter(({ publishedAt }) => publishedAt !== null)
  })

  it('has 600 to 1000 sessions of at least 30 series, from 8 weeks back to 26 ahead', () => {
    expect(loaded.season).toEqual({ today, sessions: published.length })
    expect(published.length).toBeGreaterThanOrEqual(600)
    expect(published.length).toBeLessThanOrEqual(1000)
    expect(new Set(published.map(({ activity }) => activity.seriesId)).size).toBeGreaterThanOrEqual(30)
    const days = sessions.map(firstDay)
    expect(days[0]! < addDays(today, -42)).toBe(true)
    expect(days.every((day) => day >= addDays(today, -62) && day <= addDays(today, 182))).toBe(true)
    expect(days.at(-1)! > addDays(today, 170)).toBe(true)
  })

  it('has something in Gliwice on each of the next seven days, and three meetings in Sośnica this week and in the next seven days', () => {
    const inGliwice = new Set(published.filter(isIn('cities', 'gliwice')).filter(takesPlace).map(firstDay))
    expect(daysFrom(today, addDays(today, 6)).filter((day) => !inGliwice.has(day))).toEqual([])
    const monday = mondayOf(today)
    const inSosnica = published.filter(isIn('districts', 'gliwice-sosnica')).filter(takesPlace)
    expect(inSosnica.filter(between(monday, addDays(monday, 6))).length).toBeGreaterThanOrEqual(3)
    expect(inSosnica.filter(between(today, addDays(today, 6))).length).toBeGreaterThanOrEqual(3)
  })

  it('has every kind, audience and way of enrolling in public', () => {
    const facts = published.flatMap((session) => factsOf(session) ?? [])
    expect(new Set(facts.flatMap(({ kinds }) => kinds))).toEqual(new Set(activityKinds.map(slugOf)))
    expect(new Set(facts.flatMap((one) => one.audiences))).toEqual(new Set(audiences.map(slugOf)))
    expect(new Set(published.map(({ activity }) => activity.enrolment))).toEqual(new Set(enrolmentModes))
    expect(new Set(facts.flatMap(({ cities }) => cities))).toEqual(new Set(['gliwice', 'katowice', 'gdansk', 'szprotawa']))
    expect(new Set(facts.flatMap(({ districts }) => districts)).size).toBe(10)
    expect(facts.some(({ stepFree }) => stepFree)).toBe(true)
  })

  it('cancels one today and one in the coming week, with a reason and a date instead that takes place', () => {
    const cancelled = published.filter((session) => !takesPlace(session))
    for (const [from, to] of [
      [today, today],
      [addDays(today, 1), addDays(today, 6)],
    ] as const) {
      const withInstead = cancelled.filter(between(from, to)).find(({ instead }) => instead)
      expect(withInstead?.cancelReason).toMatchObject({ pl: expect.any(String), en: expect.any(String), uk: expect.any(String) })
      expect(withInstead?.instead?.status).toBe('PLANNED')
      expect(withInstead!.instead!.startsAt > withInstead!.startsAt).toBe(true)
    }
    expect(cancelled.some(({ insteadText }) => insteadText)).toBe(true)
    expect(cancelled.every(({ cancelledAt }) => cancelledAt! < new Date(now))).toBe(true)
  })

  it('has moved sessions that say from when, and other overrides', () => {
    const moved = published.filter(({ movedFrom }) => movedFrom)
    expect(moved.length).toBeGreaterThanOrEqual(2)
    for (const session of moved) {
      expect(session.movedFrom).toBe(session.recurrenceId)
      expect(session.movedFrom).not.toBe(session.wallStart)
      expect(session.overrides).toContain('when')
      expect(session.movedAt! < new Date(now)).toBe(true)
    }
    expect(new Set(published.flatMap(({ overrides }) => overrides))).toEqual(new Set(['when', 'host', 'title', 'note']))
  })

  it('has a course of eight, a trip of three days, a series of two activities, drafts and discreet ones', () => {
    const of = (slug: string) => sessions.filter(({ activity }) => activity.series.slug === slug)
    const course = of('kurs-pierwsze-cv')
    expect(course).toHaveLength(8)
    expect(course.filter((session) => firstDay(session) < today).length).toBeGreaterThanOrEqual(1)
    expect(course.filter((session) => firstDay(session) >= today).length).toBeGreaterThanOrEqual(3)
    const [trip] = of('wyjazd-w-nieznane')
    expect([trip!.whenKind, trip!.wallEnd]).toEqual(['ALL_DAY', addDays(trip!.wallStart, 2)])
    const mornings = of('poranki-przy-oknie')
    expect(new Set(mornings.map(({ activity }) => activity.position))).toEqual(new Set([0, 1]))
    expect(
      of('warsztat-filmowy-szkic')
        .map(factsOf)
        .every((facts) => facts === null),
    ).toBe(true)
    expect(
      of('grupa-wsparcia-przyklad')
        .map(factsOf)
        .every((facts) => facts === null),
    ).toBe(true)
    expect(of('grupa-wsparcia-przyklad').length).toBeGreaterThan(0)
    expect(of('spotkania-czwartkowe').map(({ face }) => (face!.shown as { title: object }).title)).toContainEqual({
      pl: 'Spotkanie czwartkowe',
      en: 'Thursday meeting',
      uk: 'Четвергова зустріч',
    })
    expect(factsOf(of('spotkania-czwartkowe')[0]!)).toMatchObject({ cities: ['gliwice'], kinds: [], series: [] })
  })

  it('keeps to what its schedules give, and no rule meets on a public holiday or in a break it skips', () => {
    const byActivity = new Map(sessions.map(({ activity }) => [activity.id, activity]))
    for (const activity of byActivity.values()) {
      const schedule = scheduleSchema.parse(activity.schedule)
      checkSchedule(schedule)
      const own = sessions.filter(({ activityId }) => activityId === activity.id).map(({ recurrenceId }) => recurrenceId)
      expect(own.toSorted()).toEqual(expand(schedule, addDays(today, 182)).occurrences.map(({ recurrenceId }) => recurrenceId))
      const meets = (...reasons: readonly ((day: string) => unknown)[]) =>
        own.filter((id) => reasons.some((falls) => falls(id.slice(0, 10))))
      const region = schedule.kind === 'rule' ? schedule.skipBreaksOf : null
      expect(schedule.kind === 'rule' ? meets(publicHolidayOn, (day) => region && winterBreakOn(day, region)) : []).toEqual([])
    }
  })
})

/** The same without a database, on many more days: the database would refuse a room that is taken twice, here it is seen sooner. */
describe('on any day', () => {
  const days = ['2026-10-23', '2026-10-25', '2026-04-30', '2028-02-29', '2027-12-24', '2027-12-31', '2027-05-27', '2029-08-15']
  const noDistricts = { isSample: true, districtId: (slug: string) => slug }

  it('takes no room twice, keeps its number of sessions and meets in Sośnica three times in the next seven days', () => {
    const anyDay = integer({ min: 0, max: 1500 }).map((number) => addDays('2026-01-01', number))
    assert(
      property(anyDay, (today) => {
        const { series, layer } = seasonOf(today)
        const rows = sessionRows(series, { ...layer, ...noDistricts })
        expect(rows.filter(({ publishedAt }) => publishedAt).length).toBeGreaterThanOrEqual(600)
        expect(rows.length).toBeLessThanOrEqual(1000)
        expect(doubleBooked(rows)).toEqual([])

        const own = new Set(
          series
            .filter(({ belongs }) => belongs.program === 'przykladowa-sosnica')
            .flatMap(({ slug, activities }) => activities.map((_, position) => idOf('activity', slug, position))),
        )
        const inSosnica = rows.filter(({ activityId, status, publishedAt }) => own.has(activityId) && !status && publishedAt)
        const week = inSosnica.filter(({ wallStart }) => wallStart >= today && wallStart < addDays(today, 7))
        expect(week.length).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 18, examples: days.map((day) => [day]) },
    )
  })

  const doubleBooked = (rows: ReturnType<typeof sessionRows>) =>
    rows
      .filter(({ roomId, status }) => roomId && !status)
      .toSorted((a, b) =>
        a.roomId === b.roomId ? Number(a.occupiedFrom) - Number(b.occupiedFrom) : a.roomId! < b.roomId! ? -1 : 1,
      )
      .filter((row, n, all) => all[n + 1]?.roomId === row.roomId && all[n + 1]!.occupiedFrom < row.occupiedTo)
})

describe('the season in itself', async () => {
  const database = await freshDatabase()
  const { prisma } = database
  const now = new Date('2026-11-23T02:00:00Z')
  const wasEmpty = await isEmpty(database)
  beforeAll(() => loadSampleData(database, now))

  it('is the same when it is loaded twice on one day, and has other sessions when it is loaded on another', async () => {
    const [sameDay, nextDay] = [await freshDatabase(), await freshDatabase()]
    await loadSampleData(sameDay, new Date('2026-11-23T21:59:00Z'))
    await loadSampleData(nextDay, new Date('2026-11-24T08:00:00Z'))
    const rows = async (one: TestDatabase) => ({
      sessions: await one.prisma.session.findMany({ orderBy: { id: 'asc' } }),
      activities: await one.prisma.activity.findMany({ orderBy: { id: 'asc' } }),
      programs: await one.prisma.program.findMany({ orderBy: { id: 'asc' } }),
      venues: await one.prisma.venue.findMany({ orderBy: { id: 'asc' }, include: { rooms: true, accessibility: true } }),
    })
    expect(await rows(sameDay)).toEqual(await rows(database))
    const ids = async (one: TestDatabase) =>
      (await one.prisma.session.findMany({ where: { activity: { series: sample } } })).map(({ id }) => id)
    const first = new Set(await ids(database))
    expect((await ids(nextDay)).filter((id) => first.has(id))).toEqual([])
  })

  it('is loaded once: a second loading, on any day, changes nothing', async () => {
    const before = await prisma.sessionFace.findMany({ orderBy: { sessionId: 'asc' } })
    const changes = await prisma.change.count()
    expect(await loadSampleData(database, new Date('2026-12-01T10:00:00Z'))).toEqual({ season: null })
    expect(await prisma.sessionFace.findMany({ orderBy: { sessionId: 'asc' } })).toEqual(before)
    expect(await prisma.change.count()).toBe(changes)
    expect([wasEmpty, await isEmpty(database)]).toEqual([true, false])
  })

  it('is marked as sample everywhere', async () => {
    expect((await prisma.project.findMany({ where: sample })).map(({ name }) => name)).toEqual(['Projekt przykładowy'])
    const notOfSeason = { isSample: false }
    const unmarked = {
      programs: await prisma.program.count({ where: { ...notOfSeason, funding: { some: { part: { project: sample } } } } }),
      clubs: await prisma.club.count({ where: { ...notOfSeason, program: sample } }),
      series: await prisma.series.count({ where: { ...notOfSeason, program: sample } }),
      venues: await prisma.venue.count({ where: { ...notOfSeason, organisation: sample } }),
      borrowed: await prisma.activity.count({ where: { series: sample, venue: notOfSeason } }),
    }
    expect(unmarked).toEqual({ programs: 0, clubs: 0, series: 0, venues: 0, borrowed: 0 })
    const faces = await prisma.sessionFace.findMany({ where: { session: { activity: { series: sample } } } })
    expect(faces.every(({ shown }) => (shown as { sample: boolean }).sample)).toBe(true)
    expect(faces.length).toBeGreaterThan(600)
  })

  it('says what it is about in Polish always, mostly in English and Ukrainian too, and sometimes not', async () => {
    const activities = await prisma.activity.findMany({ where: { series: sample } })
    const titles = activities.map(({ title }) => title as Record<string, string>)
    expect(titles.every(({ pl }) => pl !== undefined && pl.length > 3)).toBe(true)
    const complete = titles.filter(({ en, uk }) => en && uk)
    expect(complete.length / titles.length).toBeGreaterThan(0.9)
    const descriptions = activities.flatMap(({ description }) => (description ? [description as Record<string, string>] : []))
    expect(descriptions.length / activities.length).toBeGreaterThan(0.6)
    expect(titles.some(({ uk }) => !uk)).toBe(true)
    expect(descriptions.filter(({ uk }) => !uk).length).toBeGreaterThan(2)
    for (const { uk = '' } of [...titles, ...descriptions]) expect(uk).not.toMatch(/[ыэъё]/i)
  })

  it('leads nobody anywhere: invented streets, numbers of noughts, example.org, invented hosts, no position', async () => {
    const activities = await prisma.activity.findMany({ where: { series: sample } })
    const present = <T>(values: readonly (T | null)[]) => new Set(values.filter((value) => value !== null))
    expect(present(activities.map(({ host }) => host))).toEqual(new Set(['M. Przykład', 'J. Niby', 'A. Zmyślona']))
    expect(present(activities.map(({ contactPhone }) => contactPhone))).toEqual(
      new Set(['32 000 00 00', '58 000 00 00', '68 000 00 00']),
    )
    expect(present(activities.map(({ contactEmail }) => contactEmail))).toEqual(new Set(['zapisy@example.org']))
    const venues = await prisma.venue.findMany({ where: sample })
    for (const { address, latitude } of venues) {
      expect(address).toMatch(/^ul\. (?:Przykładowa|Wymyślona) \d+$/)
      expect(latitude).toBeNull()
    }
    const { fundSentence } = await prisma.project.findFirstOrThrow({ where: sample })
    expect((fundSentence as { pl: string }).pl).toMatch(/wymyślony/)
    const people = await prisma.person.findMany({ select: { name: true, email: true, phone: true } })
    expect(people).toEqual([{ name: 'Zofia Wymyślona', email: null, phone: null }]) // who brews tea at the picnic
  })

  it('knows of its buildings yes, no and unknown, and when somebody looked', async () => {
    const facts = await prisma.venueAccessibility.findMany({ where: { venue: sample } })
    expect(new Set(facts.map(({ value }) => value))).toEqual(new Set(['YES', 'NO', 'UNKNOWN']))
    expect(facts.filter(({ value, checkedOn }) => value !== 'UNKNOWN' && checkedOn).length).toBeGreaterThan(10)
    expect(facts.every(({ checkedOn }) => checkedOn === null || checkedOn < now)).toBe(true)
    const rooms = await prisma.room.findMany({ where: { venue: sample } })
    expect(new Set(rooms.map(({ stepFree }) => stepFree))).toEqual(new Set(['YES', 'NO', 'UNKNOWN']))
  })

  it('takes a room from its setting up to its clearing', async () => {
    const session = await prisma.session.findFirstOrThrow({
      where: { activity: { series: { slug: 'joga-dla-sztywnych' } }, wallStart: '2026-11-24T18:00:00' },
    })
    expect([session.occupiedFrom, session.startsAt, session.endsAt, session.occupiedTo].map((at) => at.toISOString())).toEqual([
      '2026-11-24T16:45:00.000Z',
      '2026-11-24T17:00:00.000Z',
      '2026-11-24T18:30:00.000Z',
      '2026-11-24T18:45:00.000Z',
    ])
  })

  it('keeps 18:00 on the wall when the clocks change', async () => {
    const rows = await prisma.session.findMany({
      where: { activity: { series: { slug: 'joga-dla-sztywnych' } }, wallStart: { gte: '2027-03-23', lt: '2027-04-01' } },
      orderBy: { startsAt: 'asc' },
    })
    expect(rows.map(({ wallStart, startsAt }) => [wallStart, startsAt.toISOString()])).toEqual([
      ['2027-03-23T18:00:00', '2027-03-23T17:00:00.000Z'],
      ['2027-03-30T18:00:00', '2027-03-30T16:00:00.000Z'],
    ])
  })

  it('meets on every second Tuesday, the last Saturday and the second Tuesday of the month', async () => {
    const days = async (slug: string) =>
      (
        await prisma.session.findMany({
          where: { activity: { series: { slug } }, wallStart: { gte: '2026-11-23', lt: '2027-02-15' } },
          orderBy: { startsAt: 'asc' },
        })
      ).map(({ wallStart }) => wallStart.slice(0, 10))
    expect(await days('telefon-bez-strachu')).toEqual([
      '2026-11-24',
      '2026-12-08',
      '2026-12-22',
      '2027-01-05',
      '2027-01-19',
      '2027-02-02',
    ])
    expect(await days('wspolne-gotowanie')).toEqual(['2026-11-28', '2027-01-30']) // 26 December is a holiday
    expect(await days('lider-na-probe')).toEqual(['2026-12-08', '2027-01-12', '2027-02-09'])
    expect((await days('po-lekcjach')).filter((day) => day >= '2027-01-14' && day <= '2027-02-02')).toEqual([
      '2027-01-14',
      '2027-02-02',
    ])
  })

  it('carries the invented fund’s sentence only while the money lasts', async () => {
    const rows = await prisma.session.findMany({
      where: { activity: { series: { slug: 'seniorzy-gdyby' } }, wallStart: { gte: '2026-12-14', lt: '2027-01-05' } },
      include: { face: true },
      orderBy: { startsAt: 'asc' },
    })
    expect(
      rows.map(({ wallStart, face }) => [wallStart.slice(0, 10), (face!.shown as { funding: unknown[] }).funding.length]),
    ).toEqual([
      ['2026-12-14', 1],
      ['2026-12-21', 1],
      ['2026-12-28', 0],
      ['2027-01-04', 0],
    ])
  })
})
