import { describe, expect, it } from 'vitest'
import type { RuleSchedule } from '#shared/schedule/schedule.ts'
import { warsaw } from '#shared/time/when.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { writer } from '../../db/write.ts'
import { planningService, type ActivityFields } from './service.ts'

const database = await freshDatabase()
const { prisma, pool } = database
const planning = planningService({ write: writer(database), prisma })
const now = new Date('2026-11-23T12:00:00Z')

async function seed() {
  const mark = Math.random().toString(36).slice(2, 8)
  const city = await prisma.municipality.create({ data: { slug: `gliwice-${mark}`, name: 'Gliwice', voivodeship: 'śląskie' } })
  const program = await prisma.program.create({
    data: { slug: `zatorze-${mark}`, name: 'Zatorze razem', municipalityId: city.id, openness: 'CITY', audiences: [] },
  })
  const venue = await prisma.venue.create({
    data: { slug: `swietlica-${mark}`, name: 'Świetlica', municipalityId: city.id, address: 'ul. Zmyślona 1' },
  })
  const [room, otherRoom] = await Promise.all(
    ['sala 1', 'sala 2'].map((name) =>
      prisma.room.create({ data: { venueId: venue.id, name, setupMinutes: 15, clearMinutes: 15 } }),
    ),
  )
  const series = await prisma.series.create({ data: { slug: `rowery-${mark}`, title: { pl: 'Rowery' }, programId: program.id } })
  return { series: series.id, venueId: venue.id, room: room!.id, otherRoom: otherRoom!.id }
}

function weekly(rule: string, start = '2026-11-02T17:00', end = '19:00', excluded: readonly string[] = []): RuleSchedule {
  return {
    kind: 'rule',
    zone: warsaw,
    first: { kind: 'timed', start: `${start}:00`, end: `${start.slice(0, 11)}${end}:00` },
    rule,
    excluded,
    skipHolidays: false,
    skipBreaksOf: null,
  }
}
const mondays = weekly('FREQ=WEEKLY;BYDAY=MO;UNTIL=20261228')
const tuesdays = weekly('FREQ=WEEKLY;BYDAY=TU;UNTIL=20261229', '2026-11-03T17:00')

/** Mondays from 23 November (today, at 17:00) to 28 December: six sessions. */
async function planned(place: Partial<ActivityFields> = {}, publish = true) {
  const seeded = await seed()
  const fields: ActivityFields = { title: { pl: 'Naprawiamy rowery' }, kind: 'WORKSHOP', enrolment: 'OPEN', ...place }
  const { activityId } = await planning.createActivity({ seriesId: seeded.series, fields, schedule: mondays, publish }, { now })
  return { ...seeded, activityId }
}

type Seen = {
  id: string
  start: string
  activityId: string
  cancelled: boolean
  removed: boolean
  movedFrom: string | null
  version: number
  sequence: number
  shown: boolean
}
async function sessionsOf(seriesId: string): Promise<Seen[]> {
  const { rows } = await pool.query<Seen>(
    `SELECT s.id, s."wallStart" AS start, s."activityId", s.status = 'CANCELLED' AS cancelled, s."removedAt" IS NOT NULL AS removed,
       s."movedFrom", s.version, f.sequence, f.facts IS NOT NULL AS shown
     FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "SessionFace" f ON f."sessionId" = s.id
     WHERE a."seriesId" = $1 ORDER BY s."createdAt", s."recurrenceId"`,
    [seriesId],
  )
  return rows
}
const daysOf = (sessions: readonly Seen[]) => sessions.filter(({ removed }) => !removed).map(({ start }) => start.slice(5, 10))
const versionOf = async (activityId: string) =>
  (await prisma.activity.findUniqueOrThrow({ where: { id: activityId }, select: { version: true } })).version
const addPeople = (sessionId: string) => pool.query(`UPDATE "Session" SET "peopleCount" = 3 WHERE id = $1`, [sessionId])

async function change(activityId: string, schedule: RuleSchedule, more: { rehearse?: boolean } = {}) {
  return planning.changeSchedule(
    { activityId, version: await versionOf(activityId), schedule, scope: { kind: 'all' } },
    { now, ...more },
  )
}

describe('planning a series', () => {
  it('makes its sessions to come, published or as a draft', async () => {
    const { series, activityId } = await planned({}, false)
    expect(daysOf(await sessionsOf(series))).toEqual(['11-23', '11-30', '12-07', '12-14', '12-21', '12-28'])
    expect((await sessionsOf(series)).some(({ shown }) => shown)).toBe(false)
    await planning.publishActivity({ activityId, version: 1 }, { now })
    expect((await sessionsOf(series)).every(({ shown }) => shown)).toBe(true)
  })

  it('T53: keeps every id when Mondays become Tuesdays, raises their sequence and says where they came from', async () => {
    const { series, activityId } = await planned()
    const before = await sessionsOf(series)
    await addPeople(before[2]!.id)
    const { impact } = await change(activityId, tuesdays)
    const after = await sessionsOf(series)
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(daysOf(after)).toEqual(['11-24', '12-01', '12-08', '12-15', '12-22', '12-29'])
    expect(after.every(({ sequence }, n) => sequence > before[n]!.sequence)).toBe(true)
    expect(after[2]!.movedFrom).toBe('2026-12-07T17:00:00')
    expect([impact.moved.length, impact.people]).toEqual([6, 3])
  })

  it('shows the impact before saving, changes nothing by it, and keeps its word', async () => {
    const { series, activityId } = await planned()
    const before = await sessionsOf(series)
    await addPeople(before[1]!.id)
    const fortnightly = weekly('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20270118', '2026-11-23T17:00')
    const rehearsed = await change(activityId, fortnightly, { rehearse: true })
    expect(await sessionsOf(series)).toEqual(before)
    expect(rehearsed.editId).toBeNull()
    expect(rehearsed.impact.cancelled.map(({ start, people }) => [start.slice(5, 10), people])).toEqual([
      ['11-30', 3],
      ['12-14', 0],
      ['12-28', 0],
    ])
    const saved = await change(activityId, fortnightly)
    expect({ ...saved.impact, added: saved.impact.added.map(({ start }) => start) }).toEqual({
      ...rehearsed.impact,
      added: rehearsed.impact.added.map(({ start }) => start),
    })
    expect(saved.impact.added.map(({ start }) => start.slice(0, 10))).toEqual(['2027-01-04', '2027-01-18'])
  })

  it('removes only what nobody has seen soon: later than 60 days, with nobody signed up', async () => {
    const { series, activityId } = await planned()
    await change(activityId, weekly('FREQ=WEEKLY;BYDAY=MO;UNTIL=20270222'))
    const { impact } = await change(activityId, mondays)
    expect(impact.cancelled.map(({ start }) => start.slice(5, 10))).toEqual(['01-04', '01-11', '01-18'])
    expect(impact.removed.map(({ start }) => start.slice(5, 10))).toEqual(['01-25', '02-01', '02-08', '02-15', '02-22'])
    expect((await sessionsOf(series)).filter(({ removed }) => removed)).toHaveLength(5)
  })

  it('does nothing the second time', async () => {
    const { series, activityId } = await planned()
    await change(activityId, tuesdays)
    const before = await sessionsOf(series)
    const { editId, impact } = await change(activityId, tuesdays)
    expect(editId).toBeNull()
    expect(impact).toMatchObject({ moved: [], added: [], cancelled: [], removed: [], people: 0 })
    expect(await sessionsOf(series)).toEqual(before)
  })

  it('goes on in a new activity of the same series from one session on, with the same sessions', async () => {
    const { series, activityId } = await planned()
    const before = await sessionsOf(series)
    const { activityId: next } = await planning.changeSchedule(
      {
        activityId,
        version: 1,
        schedule: weekly('FREQ=WEEKLY;BYDAY=TU;UNTIL=20261229', '2026-12-08T18:00', '20:00'),
        scope: { kind: 'following', sessionId: before[2]!.id },
      },
      { now },
    )
    const after = await sessionsOf(series)
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(after.map(({ start, activityId: of }) => [start.slice(5, 16), of === next])).toEqual([
      ['11-23T17:00', false],
      ['11-30T17:00', false],
      ['12-08T18:00', true],
      ['12-15T18:00', true],
      ['12-22T18:00', true],
      ['12-29T18:00', true],
    ])
    expect(
      await prisma.activity.findMany({
        where: { seriesId: series },
        select: { position: true, status: true },
        orderBy: { position: 'asc' },
      }),
    ).toEqual([
      { position: 1, status: 'PUBLISHED' },
      { position: 2, status: 'PUBLISHED' },
    ])
    expect(await change(activityId, weekly('FREQ=WEEKLY;BYDAY=MO;UNTIL=20261130'))).toMatchObject({
      impact: { moved: [], added: [], cancelled: [], removed: [] },
    })
  })

  it('shifts the whole series by days', async () => {
    const { series, activityId } = await planned()
    const before = await sessionsOf(series)
    await planning.shiftSeries({ activityId, version: 1, days: 9 }, { now })
    const after = await sessionsOf(series)
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(daysOf(after)).toEqual(['12-02', '12-09', '12-16', '12-23', '12-30', '01-06'])
    await expect(planning.shiftSeries({ activityId, version: 2, days: -30 }, { now })).rejects.toMatchObject({
      code: 'in-the-past',
    })
  })

  it('takes exclusions along and lists those without a place', async () => {
    const { series, activityId } = await planned()
    await change(activityId, { ...mondays, excluded: ['2026-12-07T17:00:00'] })
    expect((await sessionsOf(series)).map(({ cancelled }) => cancelled)).toEqual([false, false, true, false, false, false])
    const { impact } = await change(activityId, { ...tuesdays, excluded: ['2026-12-07T17:00:00', '2027-06-01T17:00:00'] })
    expect(impact.skipped).toContainEqual({ recurrenceId: '2026-12-08T17:00:00', reason: { kind: 'excluded' } })
    expect([impact.added, impact.unmatchedExclusions]).toEqual([[], ['2027-06-01T17:00:00']])
  })

  it.each([
    ['a start at 02:30', weekly('FREQ=WEEKLY', '2026-12-01T02:30', '04:00')],
    ['a rule that never happens', weekly('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')],
  ])('refuses %s with 422', async (_, schedule) => {
    const { activityId } = await planned()
    await expect(async () => change(activityId, schedule)).rejects.toMatchObject({ status: 422, code: 'impossible-schedule' })
  })

  it('T60: gives the second of two editors 409 with both versions, and loses nothing', async () => {
    const { series, activityId } = await planned()
    await change(activityId, tuesdays)
    const late = planning.changeSchedule({ activityId, version: 1, schedule: mondays, scope: { kind: 'all' } }, { now })
    await expect(late).rejects.toMatchObject({
      status: 409,
      code: 'edited-meanwhile',
      details: { yours: { version: 1 }, current: { version: 2, schedule: { rule: tuesdays.rule } } },
    })
    expect(daysOf(await sessionsOf(series))[0]).toBe('11-24')
  })
})

describe('one session', () => {
  it('moves alone, and no later rule moves it', async () => {
    const { series, activityId } = await planned()
    const [, second] = await sessionsOf(series)
    await planning.changeSession(
      {
        sessionId: second!.id,
        version: second!.version,
        changes: { when: { kind: 'timed', start: '2026-12-03T10:00:00', end: '2026-12-03T12:00:00' } },
        reason: { pl: 'remont' },
      },
      { now },
    )
    await change(activityId, tuesdays)
    expect((await sessionsOf(series)).find(({ id }) => id === second!.id)).toMatchObject({
      start: '2026-12-03T10:00:00',
      movedFrom: '2026-11-30T17:00:00',
    })
    const moved = (await sessionsOf(series)).find(({ id }) => id === second!.id)
    await planning.changeSession({ sessionId: second!.id, version: moved!.version, changes: { when: null } }, { now })
    expect((await sessionsOf(series)).find(({ id }) => id === second!.id)?.start).toBe('2026-12-01T17:00:00')
  })

  it('keeps its own title and place through a rename and a change of place of all', async () => {
    const { series, activityId, venueId, room, otherRoom } = await planned()
    const [, second] = await sessionsOf(series)
    await planning.changeSession(
      { sessionId: second!.id, version: second!.version, changes: { title: { pl: 'Gościnnie: hamulce' } } },
      { now },
    )
    await planning.changeSession(
      { sessionId: second!.id, version: second!.version + 1, changes: { place: { venueId, roomId: otherRoom } } },
      { now },
    )
    await planning.changeDetails(
      { activityId, version: 1, fields: { title: { pl: 'Warsztat rowerowy' }, venueId, roomId: room }, scope: { kind: 'all' } },
      { now },
    )
    const rows = await prisma.session.findMany({
      where: { activityId },
      select: { title: true, roomId: true, overrides: true },
      orderBy: { startsAt: 'asc' },
    })
    expect(rows.map(({ title, roomId }) => [title, roomId === otherRoom])).toEqual([
      [null, false],
      [{ pl: 'Gościnnie: hamulce' }, true],
      [null, false],
      [null, false],
      [null, false],
      [null, false],
    ])
    expect(rows[1]?.overrides.toSorted()).toEqual(['place', 'title'])
  })

  it('is cancelled in view of everybody and takes place again', async () => {
    const { series } = await planned()
    const [, second] = await sessionsOf(series)
    await planning.cancelSession({ sessionId: second!.id, version: second!.version, reason: { pl: 'choroba' } }, { now })
    const cancelled = (await sessionsOf(series))[1]!
    expect(cancelled).toMatchObject({ cancelled: true, shown: true, removed: false })
    const { impact } = await planning.restoreSession({ sessionId: second!.id, version: cancelled.version }, { now })
    expect(impact.restored.map(({ start }) => start)).toEqual(['2026-11-30T17:00:00'])
    expect((await sessionsOf(series))[1]!.sequence).toBeGreaterThan(cancelled.sequence)
  })

  it('stays cancelled since the first time when it is cancelled again, and nothing rises for it', async () => {
    const { series } = await planned()
    const [, second] = await sessionsOf(series)
    const reason = { pl: 'choroba' }
    await planning.cancelSession({ sessionId: second!.id, version: second!.version, reason }, { now })
    const once = (await sessionsOf(series))[1]!
    const later = new Date(now.getTime() + 60_000)
    const { editId } = await planning.cancelSession({ sessionId: second!.id, version: once.version, reason }, { now: later })
    expect([editId, (await sessionsOf(series))[1]]).toEqual([null, once])
  })

  it('is left alone once it began, and never goes into the past', async () => {
    const { series } = await planned()
    const [today, next] = await sessionsOf(series)
    const evening = new Date('2026-11-23T16:30:00Z')
    await expect(
      planning.cancelSession({ sessionId: today!.id, version: today!.version }, { now: evening }),
    ).rejects.toMatchObject({ code: 'session-over' })
    const yesterday = { kind: 'timed', start: '2026-11-22T10:00:00', end: '2026-11-22T12:00:00' } as const
    await expect(
      planning.changeSession({ sessionId: next!.id, version: next!.version, changes: { when: yesterday } }, { now }),
    ).rejects.toMatchObject({ code: 'in-the-past' })
  })
})

describe('rooms', () => {
  it('are not booked twice: the refusal names the session that holds the room, and the rehearsal shows it', async () => {
    const { series, venueId, room } = await planned()
    const fields = { title: { pl: 'Joga' }, kind: 'WORKSHOP', enrolment: 'OPEN', venueId, roomId: room } as const
    await planning.createActivity({ seriesId: series, fields, schedule: tuesdays, publish: true }, { now })
    // 19:20 is inside the 15 minutes for clearing and the 15 for setting up.
    const clashing = {
      seriesId: series,
      fields: { ...fields, title: { pl: 'Szachy' } },
      schedule: weekly('FREQ=DAILY;COUNT=1', '2026-12-08T19:20', '21:00'),
      publish: false,
    }
    await expect(planning.createActivity(clashing, { now })).rejects.toMatchObject({
      status: 409,
      code: 'room-taken',
      details: {
        conflicts: [
          { room: 'sala 1', start: '2026-12-08T19:20:00', other: { title: { pl: 'Joga' }, start: '2026-12-08T17:00:00' } },
        ],
      },
    })
    const { impact } = await planning.createActivity(clashing, { now, rehearse: true })
    expect(impact.roomConflicts[0]?.other.title?.pl).toBe('Joga')
  })

  it('go to one of two who book at the same time, and the other learns who has it', async () => {
    const { venueId, room } = await seed()
    const bookers = await Promise.all([seed(), seed(), seed()])
    const results = await Promise.allSettled(
      bookers.map(({ series }, n) =>
        planning.createActivity(
          {
            seriesId: series,
            fields: { title: { pl: `Grupa ${n}` }, kind: 'WORKSHOP', enrolment: 'OPEN', venueId, roomId: room },
            schedule: mondays,
            publish: true,
          },
          { now },
        ),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    for (const refusal of refusals)
      expect(refusal).toMatchObject({ code: 'room-taken', message: expect.stringContaining('Grupa') })
  })

  it('may be exchanged within a series that passes through doubles on its way', async () => {
    const { series, venueId, room } = await seed()
    const fields = { title: { pl: 'Joga' }, kind: 'WORKSHOP', enrolment: 'OPEN', venueId, roomId: room } as const
    const daily = weekly('FREQ=DAILY;COUNT=10', '2026-11-24T10:00', '12:00')
    const { activityId } = await planning.createActivity({ seriesId: series, fields, schedule: daily, publish: true }, { now })
    await planning.shiftSeries({ activityId, version: 1, days: 1 }, { now })
    expect(daysOf(await sessionsOf(series))).toEqual([
      '11-25',
      '11-26',
      '11-27',
      '11-28',
      '11-29',
      '11-30',
      '12-01',
      '12-02',
      '12-03',
      '12-04',
    ])
  })
})

describe('undo', () => {
  it('brings back the same sessions at the same times with a higher sequence, in one new edit', async () => {
    const { series, activityId } = await planned()
    const before = await sessionsOf(series)
    const { editId } = await change(activityId, weekly('FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20270301', '2026-11-03T18:00', '20:00'))
    const between = await sessionsOf(series)
    const { impact } = await planning.undo({ editId: editId!, anyway: false }, { now })
    const after = await sessionsOf(series)
    const same = after.filter(({ id }) => before.some((one) => one.id === id))
    expect(same.map(({ id, start, cancelled }) => [id, start, cancelled])).toEqual(
      before.map(({ id, start }) => [id, start, false]),
    )
    expect(same.every(({ id, sequence }) => sequence > between.find((one) => one.id === id)!.sequence)).toBe(true)
    expect(
      after.filter(({ id }) => !before.some((one) => one.id === id)).every(({ cancelled, removed }) => cancelled || removed),
    ).toBe(true)
    expect(impact.left).toEqual([])
    await expect(planning.undo({ editId: editId!, anyway: false }, { now })).rejects.toMatchObject({ code: 'undo-conflict' })
    expect((await change(activityId, mondays)).impact).toMatchObject({ moved: [], added: [], cancelled: [] })
  })

  it('brings back what was removed with its id, and joins what was split', async () => {
    const { series, activityId } = await planned()
    await change(activityId, weekly('FREQ=WEEKLY;BYDAY=MO;UNTIL=20270222'))
    const before = await sessionsOf(series)
    const { editId } = await change(activityId, mondays)
    await planning.undo({ editId: editId!, anyway: false }, { now })
    expect((await sessionsOf(series)).map(({ id, start, removed, cancelled }) => [id, start, removed, cancelled])).toEqual(
      before.map(({ id, start }) => [id, start, false, false]),
    )
    const split = await planning.changeDetails(
      {
        activityId,
        version: await versionOf(activityId),
        fields: { title: { pl: 'Rowery zimą' } },
        scope: { kind: 'following', sessionId: before[3]!.id },
      },
      { now },
    )
    await planning.undo({ editId: split.editId!, anyway: false }, { now })
    expect(new Set((await sessionsOf(series)).map((one) => one.activityId))).toEqual(new Set([activityId]))
  })

  it('cancels what was published too soon to vanish, and hides a series whose sessions are all gone', async () => {
    const seeded = await seed()
    const fields: ActivityFields = { title: { pl: 'Joga' }, kind: 'WORKSHOP', enrolment: 'OPEN' }
    const create = async (schedule: RuleSchedule) =>
      planning.createActivity({ seriesId: seeded.series, fields, schedule, publish: true }, { now })
    const soon = await create(mondays)
    await planning.undo({ editId: soon.editId!, anyway: false }, { now })
    expect((await sessionsOf(seeded.series)).every(({ cancelled, shown, removed }) => cancelled && shown && !removed)).toBe(true)
    const later = await create(weekly('FREQ=WEEKLY;COUNT=3', '2027-03-01T17:00'))
    await planning.undo({ editId: later.editId!, anyway: false }, { now })
    expect((await sessionsOf(seeded.series)).filter(({ removed }) => removed)).toHaveLength(3)
    const states = await prisma.activity.findMany({
      where: { seriesId: seeded.series },
      select: { status: true },
      orderBy: { position: 'asc' },
    })
    expect(states.map(({ status }) => status)).toEqual(['PUBLISHED', 'DRAFT'])
  })

  it('leaves what somebody changed since and what gained people, and says so first', async () => {
    const { series, activityId } = await planned()
    const { editId } = await change(activityId, weekly('FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20261231', '2026-11-03T17:00'))
    const sessions = await sessionsOf(series)
    const touched = sessions.find(({ start }) => start.startsWith('2026-12-08'))!
    const gained = sessions.find(({ start }) => start.startsWith('2026-12-11'))!
    await addPeople(gained.id)
    await planning.changeSession(
      {
        sessionId: touched.id,
        version: touched.version,
        changes: { when: { kind: 'timed', start: '2026-12-09T10:00:00', end: '2026-12-09T12:00:00' } },
      },
      { now },
    )
    const refused = planning.undo({ editId: editId!, anyway: false }, { now })
    await expect(refused).rejects.toMatchObject({ status: 409, code: 'undo-conflict' })
    const { impact } = await planning.undo({ editId: editId!, anyway: true }, { now })
    expect(impact.left.map(({ id, reason }) => [id, reason]).toSorted()).toEqual(
      [
        [touched.id, 'changed-since'],
        [gained.id, 'has-people'],
      ].toSorted(),
    )
    const after = await sessionsOf(series)
    expect(after.find(({ id }) => id === touched.id)?.start).toBe('2026-12-09T10:00:00')
    expect(after.find(({ id }) => id === gained.id)).toMatchObject({ cancelled: false, removed: false })
  })

  it('stops only the row whose room somebody took meanwhile', async () => {
    const { series, activityId, venueId, room } = await planned()
    await planning.changeDetails({ activityId, version: 1, fields: { venueId, roomId: room }, scope: { kind: 'all' } }, { now })
    const { editId } = await change(activityId, tuesdays)
    const other = { title: { pl: 'Joga' }, kind: 'WORKSHOP', enrolment: 'OPEN', venueId, roomId: room } as const
    await planning.createActivity(
      {
        seriesId: (await seed()).series,
        fields: other,
        schedule: weekly('FREQ=DAILY;COUNT=1', '2026-12-07T17:00'),
        publish: true,
      },
      { now },
    )
    const { impact } = await planning.undo({ editId: editId!, anyway: true }, { now })
    expect(impact.left.map(({ reason }) => reason)).toEqual(['room-taken'])
    expect(daysOf(await sessionsOf(series))).toEqual(['11-23', '11-30', '12-08', '12-14', '12-21', '12-28'])
  })
})

describe('the zone', () => {
  it('T54: a new offset moves the instants, keeps the wall times and raises the sequence', async () => {
    const { series } = await planned()
    const [first] = await sessionsOf(series)
    // As if the row had been derived with an older table of offsets.
    await pool.query(
      `UPDATE "Session" SET "startsAt" = "startsAt" - interval '1 hour', "occupiedFrom" = "occupiedFrom" - interval '1 hour' WHERE id = $1`,
      [first!.id],
    )
    const stale = (await sessionsOf(series))[0]!
    await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('test.podworko', '') ON CONFLICT DO NOTHING`)
    expect(await planning.settleClocks('2026b', now)).toBe(1)
    const settled = (await sessionsOf(series))[0]!
    expect(settled).toMatchObject({ start: first!.start, movedFrom: null })
    expect(settled.sequence).toBeGreaterThan(stale.sequence)
    const row = await prisma.session.findUniqueOrThrow({ where: { id: first!.id }, select: { startsAt: true } })
    expect(row.startsAt.toISOString()).toBe('2026-11-23T16:00:00.000Z')
    expect([await planning.settleClocks('2026b', now), await planning.settleClocks('2026c', now)]).toEqual([0, 0])
  })
})

it('a higher limit gives seats to who waits on the list of a session, and undoing it bumps nobody', async () => {
  const { activityId } = await planned({ enrolment: 'PER_SESSION', capacity: 1 })
  const { id: sessionId } = await prisma.session.findFirstOrThrow({
    where: { activityId, startsAt: { gt: new Date('2026-12-01') } },
    select: { id: true },
  })
  for (const [code, status] of [
    ['AAAAAAA', 'CONFIRMED'],
    ['BBBBBBB', 'WAITLISTED'],
  ] as const)
    await prisma.signUp.create({
      data: {
        code,
        status,
        seats: 1,
        source: 'WEB',
        contactKey: code,
        noticeVersion: '1',
        session: { connect: { id: sessionId } },
        person: { create: { name: 'Halina Wymyślona' } },
      },
      select: { id: true },
    })
  const statuses = async () =>
    (await prisma.signUp.findMany({ where: { sessionId }, select: { status: true }, orderBy: { position: 'asc' } })).map(
      ({ status }) => status,
    )
  const { editId } = await planning.changeDetails(
    { activityId, version: 1, fields: { capacity: 2 }, scope: { kind: 'all' } },
    { now },
  )
  expect(await statuses()).toEqual(['CONFIRMED', 'CONFIRMED'])
  await planning.undo({ editId: editId ?? '', anyway: false }, { now })
  expect(await statuses()).toEqual(['CONFIRMED', 'CONFIRMED'])
})
