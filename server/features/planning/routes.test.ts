import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { batchDone, done } from '#shared/contract/impact.ts'
import { planningApi } from '#shared/contract/paths.ts'
import {
  editList,
  hostList,
  plannedSeries,
  schedulePreview,
  seriesListing,
  sessionForPanel,
  templateList,
} from '#shared/contract/planned.ts'
import type { Actor } from '../../actor.ts'
import { openDatabase } from '../../db/client.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedActor, seedOrganiser } from '../../db/testing/seed-planning.ts'
import { writer } from '../../db/write.ts'
import { serveAs } from '../../http/testing/serve-as.ts'
import type { Answer, Ask } from '../../http/testing/serve.ts'
import { planningReadingRoutes } from './reading-routes.ts'
import { planningRoutes } from './routes.ts'
import { seriesRoutes } from './series-routes.ts'
import { templateRoutes } from './template-routes.ts'

const database = await freshDatabase()
/** A minute passes with each look at the clock, so that edits have an order. */
let minutes = 0
const clock = () => new Date(Date.parse('2026-11-23T12:00:00Z') + 60_000 * minutes++)
const ours = await seedOrganiser(database, 'nasza')
const theirs = await seedOrganiser(database, 'obca')

const scopeIn = (kind: 'organisation' | 'program' | 'club', id: string) => ({ kind, id }) as const
const anna = await seedActor(database, 'Anna Zmyślona', [
  { role: 'COORDINATOR', scope: scopeIn('organisation', ours.organisation) },
])
const piotr = await seedActor(database, 'Piotr Zmyślony', [
  { role: 'ORGANISER', scope: scopeIn('program', ours.program), ownOnly: true },
])
const desk = await seedActor(database, 'Dyżur', [{ role: 'DESK', scope: scopeIn('organisation', ours.organisation) }])
const stranger = await seedActor(database, 'Obca Osoba', [
  { role: 'COORDINATOR', scope: scopeIn('organisation', theirs.organisation) },
])

const serveTo = (actor: Actor | null): Promise<Ask> =>
  serveAs(
    actor,
    planningReadingRoutes(database, clock),
    planningRoutes(database, writer(database), clock),
    seriesRoutes(database, writer(database), clock),
    templateRoutes(database, writer(database)),
  )
const [asAnna, asPiotr, asDesk, asStranger, asNobody] = await Promise.all([anna, piotr, desk, stranger, null].map(serveTo))

const jsonOf = ({ body }: Answer) => JSON.parse(body) as unknown
async function send(ask: Ask, method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const text = JSON.stringify(body)
  const length = String(Buffer.byteLength(text)) // a DELETE has none by itself
  const answer = await ask(path, {
    method,
    body: text,
    headers: { 'content-type': 'application/json', 'content-length': length, ...headers },
  })
  return { status: answer.status, body: jsonOf(answer) as Record<string, unknown>, text: answer.body }
}
const post = (path: string, body: unknown, headers = {}) => send(asAnna!, 'POST', path, body, headers)

const mondays = {
  kind: 'rule',
  first: { kind: 'timed', start: '2026-11-30T17:00:00', end: '2026-11-30T19:00:00' },
  rule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261228',
}
const tuesdays = {
  ...mondays,
  first: { kind: 'timed', start: '2026-12-01T17:00:00', end: '2026-12-01T19:00:00' },
  rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261229',
}
const at = (start: string, hours = 2) => {
  const end = `${start.slice(0, 11)}${String(Number(start.slice(11, 13)) + hours).padStart(2, '0')}${start.slice(13)}`
  return { kind: 'timed', start, end }
}

function newSeries(over: { activity?: object; series?: object; schedule?: object; publish?: boolean } = {}) {
  return {
    series: { title: { pl: 'Naprawiamy rowery' }, programId: ours.program, ...over.series },
    activity: { title: { pl: 'Naprawiamy rowery' }, kind: 'WORKSHOP', enrolment: 'OPEN', ...over.activity },
    schedule: over.schedule ?? mondays,
    publish: over.publish ?? true,
  }
}

async function planned(over: Parameters<typeof newSeries>[0] = {}) {
  const made = await post(planningApi.allSeries, newSeries(over))
  expect([made.status, made.text]).toEqual([201, expect.any(String)])
  return done.parse(made.body)
}
const read = async (id: string, ask = asAnna!) => plannedSeries.parse(jsonOf(await ask(planningApi.series(id))))

describe('planning a series in the panel', () => {
  it('gives each of many with one title, saved at one moment, an address of its own', async () => {
    const saves = Array.from({ length: 6 }, () =>
      post(planningApi.allSeries, newSeries({ series: { title: { pl: 'Wspólny stół' } } })),
    )
    const made = await Promise.all(saves)
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201))
    const slugs = await Promise.all(made.map(async ({ body }) => (await read(done.parse(body).seriesId)).slug))
    expect(slugs.toSorted()).toEqual(['wspolny-stol', ...[2, 3, 4, 5, 6].map((number) => `wspolny-stol-${number}`)])
  })

  it('is refused beside its first day when the program is over before, also while one types', async () => {
    const { id: programId } = await database.prisma.program.findUniqueOrThrow({
      where: { id: ours.program },
      select: { id: true },
    })
    const open = { where: { id: programId }, select: { id: true } }
    await database.prisma.program.update({ ...open, data: { endsOn: new Date('2026-11-29') } })
    const issues = [expect.objectContaining({ name: 'schedule.first', code: 'after-program' })]
    const refused = await post(planningApi.allSeries, newSeries())
    expect([refused.status, refused.body['issues']]).toEqual([422, issues])
    const typed = await post(planningApi.schedulePreview, { schedule: mondays, programId })
    expect([typed.status, typed.body['issues']]).toEqual([422, issues])
    await database.prisma.program.update({ ...open, data: { endsOn: null } })
  })

  it('makes it, reads it back with everything, lists it and says who did what', async () => {
    const { seriesId, activityId, impact } = await planned({
      activity: { description: { pl: 'Klucze są', en: '' }, host: ' Anna ', venueId: ours.venue, roomId: ours.room },
    })
    expect(impact.added.map(({ start, room }) => [start.slice(0, 10), room])).toEqual([
      ['2026-11-30', 'sala 1'],
      ['2026-12-07', 'sala 1'],
      ['2026-12-14', 'sala 1'],
      ['2026-12-21', 'sala 1'],
      ['2026-12-28', 'sala 1'],
    ])
    const series = await read(seriesId)
    expect(series).toMatchObject({ slug: 'naprawiamy-rowery', plannable: true, deletable: false, program: { id: ours.program } })
    expect(series.activities[0]).toMatchObject({
      id: activityId,
      version: 1,
      published: true,
      description: { pl: 'Klucze są' },
      host: 'Anna',
      stepFree: 'unknown',
      rule: { pl: 'co poniedziałek o 17:00, do 28 grudnia 2026, oprócz dni wolnych', en: expect.stringContaining('Monday') },
    })
    expect(series.sessions[1]).toMatchObject({
      start: '2026-12-07T17:00:00',
      room: { name: 'sala 1' },
      people: 0,
      plannable: true,
    })
    const { edits } = editList.parse(jsonOf(await asAnna!(planningApi.edits(seriesId))))
    expect(edits).toMatchObject([
      {
        kind: 'create',
        by: { name: 'Anna Zmyślona' },
        sessions: 5,
        undone: false,
        undoableUntil: expect.stringMatching(/^2026-11-24T1/),
      },
    ])
    const listed = seriesListing.parse(jsonOf(await asAnna!(planningApi.allSeries))).series.find(({ id }) => id === seriesId)
    expect(listed).toMatchObject({ toCome: 5, next: { start: '2026-11-30T17:00:00' }, published: true })
    expect((await post(planningApi.allSeries, newSeries())).body).toMatchObject({ seriesId: expect.any(String) })
    const twin = seriesListing.parse(jsonOf(await asAnna!(planningApi.allSeries))).series.map(({ slug }) => slug)
    expect(twin).toContain('naprawiamy-rowery-2')
  })

  it('says before saving what a change would do, and does it then', async () => {
    const { seriesId, activityId } = await planned()
    const body = { version: 1, schedule: tuesdays, scope: { kind: 'all' }, reason: { code: 'room-unavailable' } }
    const rehearsed = await send(asAnna!, 'PUT', `${planningApi.schedule(activityId)}?rehearse=yes`, body)
    expect([rehearsed.status, rehearsed.body['editId']]).toEqual([200, null])
    const { impact } = done.parse(rehearsed.body)
    expect(impact.moved[0]).toMatchObject({
      from: { start: '2026-11-30T17:00:00' },
      to: { start: '2026-12-01T17:00:00' },
      people: 0,
    })
    expect((await read(seriesId)).sessions[0]?.start).toBe('2026-11-30T17:00:00')
    const saved = done.parse((await send(asAnna!, 'PUT', planningApi.schedule(activityId), body)).body)
    expect(saved.impact).toEqual(impact)
    const { sessions } = await read(seriesId)
    expect(sessions[0]).toMatchObject({
      start: '2026-12-01T17:00:00',
      moved: {
        from: '2026-11-30T17:00:00',
        reason: { pl: 'Sala niedostępna', en: 'The room isn’t available', uk: 'Зала недоступна' },
      },
    })
    const undone = await post(planningApi.undoEdit(saved.editId!), {})
    expect(done.parse(undone.body).impact.moved[0]?.to.start).toBe('2026-11-30T17:00:00')
  })

  it('goes on with other words and times from one session on, and shifts', async () => {
    const { seriesId, activityId } = await planned()
    const third = (await read(seriesId)).sessions[2]!
    const scope = { kind: 'following', sessionId: third.id }
    const split = await send(asAnna!, 'PATCH', planningApi.activity(activityId), {
      version: 1,
      fields: { title: { pl: 'Rowery zimą' } },
      scope,
    })
    const { activityId: later } = done.parse(split.body)
    expect((await read(seriesId)).sessions.map(({ title }) => title.pl)).toEqual([
      'Naprawiamy rowery',
      'Naprawiamy rowery',
      'Rowery zimą',
      'Rowery zimą',
      'Rowery zimą',
    ])
    const { version } = (await read(seriesId)).activities.find(({ id }) => id === later)!
    expect((await post(planningApi.shiftActivity(later), { version, days: 2 })).status).toBe(200)
    expect((await read(seriesId)).sessions.map(({ start }) => start.slice(5, 10))).toEqual([
      '11-30',
      '12-07',
      '12-16',
      '12-23',
      '12-30',
    ])
  })

  it('cancels one session with a reason and a new date instead, in one edit that is taken back as one', async () => {
    const { seriesId, activityId } = await planned()
    const second = (await read(seriesId)).sessions[1]!
    const body = {
      version: second.version,
      reason: { code: 'leader-absent' },
      instead: { kind: 'new', when: at('2026-12-09T18:00:00') },
    }
    const cancelled = done.parse((await post(planningApi.cancelSession(second.id), body)).body)
    expect([cancelled.impact.cancelled.length, cancelled.impact.added.map(({ start }) => start)]).toEqual([
      1,
      ['2026-12-09T18:00:00'],
    ])
    const panel = sessionForPanel.parse(jsonOf(await asAnna!(planningApi.session(second.id))))
    expect(panel.session.cancelled).toMatchObject({
      reason: { pl: 'Prowadzący nie może przyjść' },
      instead: { start: '2026-12-09T18:00:00' },
    })
    expect(panel.edits[0]).toMatchObject({ kind: 'cancel', by: { name: 'Anna Zmyślona' } })
    // The substitute stands beside the schedule: another schedule leaves it alone.
    const { version } = (await read(seriesId)).activities[0]!
    await send(asAnna!, 'PUT', planningApi.schedule(activityId), { version, schedule: tuesdays, scope: { kind: 'all' } })
    const extra = (await read(seriesId)).sessions.find((session) => session.extra)
    expect(extra).toMatchObject({ start: '2026-12-09T18:00:00', cancelled: null })
    const edits = editList.parse(jsonOf(await asAnna!(planningApi.edits(seriesId)))).edits
    for (const { id } of edits.slice(0, 2)) expect((await post(planningApi.undoEdit(id), { anyway: true })).status).toBe(200)
    const after = await read(seriesId)
    expect(after.sessions.find(({ id }) => id === second.id)?.cancelled).toBeNull()
    expect(after.sessions.find((session) => session.extra)?.cancelled).not.toBeNull()
  })

  it('changes when, where, host and note of one session, and gives them back', async () => {
    const { seriesId } = await planned({
      activity: { venueId: ours.venue, roomId: ours.room, host: 'Anna' },
      schedule: { ...mondays, first: at('2026-11-30T08:00:00') },
    })
    const [first] = (await read(seriesId)).sessions
    const changes = {
      when: at('2026-12-02T10:00:00'),
      place: { venueId: ours.venue, roomId: ours.otherRoom },
      host: { name: 'Piotr Zmyślony', accountId: piotr.accountId },
      note: { pl: 'Weź kask' },
    }
    const changed = await send(asAnna!, 'PATCH', planningApi.session(first!.id), { version: first!.version, changes })
    expect(done.parse(changed.body).impact).toMatchObject({
      moved: [{ to: { room: 'sala 2' } }],
      reworded: [{ fields: ['host', 'hostId', 'note'] }],
    })
    const own = (await read(seriesId)).sessions.find(({ id }) => id === first!.id)!
    expect(own).toMatchObject({
      start: '2026-12-02T10:00:00',
      host: 'Piotr Zmyślony',
      overrides: ['when', 'place', 'host', 'note'],
    })
    await send(asAnna!, 'PATCH', planningApi.session(own.id), {
      version: own.version,
      changes: { when: null, place: null, host: null, note: null },
    })
    expect((await read(seriesId)).sessions.find(({ id }) => id === first!.id)).toMatchObject({
      start: '2026-11-30T08:00:00',
      host: 'Anna',
      overrides: [],
    })
  })

  it('previews a schedule in words, with what is skipped and what stands against it', async () => {
    await planned({
      activity: { venueId: ours.venue, roomId: ours.room, title: { pl: 'Zajęta sala' } },
      schedule: { ...mondays, first: at('2027-05-24T12:00:00'), rule: 'FREQ=DAILY;COUNT=1' },
    })
    const schedule = { ...mondays, first: at('2027-05-03T12:00:00'), rule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270524' }
    const preview = await post(planningApi.schedulePreview, { schedule, roomId: ours.room, venueId: ours.venue })
    const { dates, skipped, rule, roomConflicts } = schedulePreview.parse(preview.body)
    expect(dates.map(({ start }) => start.slice(5, 10))).toEqual(['05-10', '05-17', '05-24'])
    expect(skipped).toEqual([{ recurrenceId: '2027-05-03T12:00:00', reason: { kind: 'holiday', holiday: 'CONSTITUTION_DAY' } }])
    expect([rule.pl, rule.uk]).toEqual([expect.stringContaining('co poniedziałek o 12:00'), expect.stringContaining('понеділ')])
    expect(roomConflicts).toMatchObject([
      {
        room: 'sala 1',
        other: { title: { pl: 'Zajęta sala' } },
        freeRooms: [{ name: 'sala 2' }],
        freeSlots: [{ start: '2027-05-24T09:30:00' }, { start: '2027-05-24T14:30:00' }, {}, {}],
      },
    ])
  })
})

describe('a date of many whose room is taken', () => {
  const room = { venueId: ours.venue, roomId: ours.room }
  const may = (day: string) => `2027-05-${day}T09:00:00`
  const wednesdays = { ...mondays, first: at(may('12')), rule: 'FREQ=WEEKLY;BYDAY=WE;COUNT=3' }

  it('goes to another hour in the same save, keeps it, and residents are told of no move that they never saw', async () => {
    const holder = await planned({ activity: room, schedule: { kind: 'picked', spans: [at(may('19'))] } })
    const wanted = newSeries({ activity: room, schedule: wednesdays })
    const looked = await post(`${planningApi.allSeries}?rehearse=yes`, wanted)
    const [conflict] = done.parse(looked.body).impact.roomConflicts
    expect(conflict).toMatchObject({ start: may('19'), other: { title: { pl: 'Naprawiamy rowery' } } })
    const [slot] = conflict!.freeSlots
    const elsewhere = [{ at: may('19'), when: { kind: 'timed', ...slot! } }]
    const preview = await post(planningApi.schedulePreview, { schedule: wednesdays, ...room, elsewhere })
    expect(schedulePreview.parse(preview.body)).toMatchObject({
      roomConflicts: [],
      dates: [{ elsewhere: false }, { elsewhere: true, start: slot!.start }, { elsewhere: false }],
    })
    const made = await post(planningApi.allSeries, { ...wanted, elsewhere })
    expect([made.status, made.text]).toEqual([201, expect.any(String)])
    const { seriesId, activityId } = done.parse(made.body)
    const [, moved] = (await read(seriesId)).sessions
    expect(moved).toMatchObject({ start: slot!.start, moved: null, overrides: ['when'] })

    // A later move of all says where residents knew it, not where the rule would have put it in between.
    const { version } = (await read(seriesId)).activities[0]!
    const shifted = await send(asAnna!, 'POST', planningApi.shiftActivity(activityId), {
      version,
      days: 1,
      elsewhere: [{ at: may('13'), place: { venueId: ours.venue, roomId: null } }],
    })
    expect([shifted.status, shifted.text]).toEqual([200, expect.any(String)])
    const [first] = (await read(seriesId)).sessions
    expect(first).toMatchObject({ start: may('13'), room: null, moved: { from: may('12') }, overrides: ['place'] })
    await post(planningApi.undoEdit(holder.editId!), {})
  })

  it('is refused beside its field where no date begins, or it goes to a room out of reach', async () => {
    const codes = async (elsewhere: object[]) => {
      const { status, body } = await post(planningApi.allSeries, { ...newSeries({ schedule: wednesdays }), elsewhere })
      return [status, (body['issues'] as { name: string; code: string }[]).map(({ name, code }) => `${name}: ${code}`)]
    }
    expect(await codes([{ at: may('11') }])).toEqual([422, ['elsewhere.0.at: unknown']])
    expect(await codes([{ at: may('12'), place: { venueId: theirs.venue, roomId: theirs.room } }])).toEqual([
      422,
      ['elsewhere.0.place.venueId: unknown', 'elsewhere.0.place.roomId: unknown'],
    ])
    expect(await codes([{ at: may('12'), when: at(may('12'), -1) }])).toEqual([422, ['elsewhere.0.when.end: end-before-start']])
  })

  it('T03: a schedule is tried out for nobody else: their program and their series are unknown', async () => {
    const { activityId } = await planned({ publish: false })
    const asked = { schedule: mondays, programId: ours.program, activityId }
    const { status, body } = await send(asStranger!, 'POST', planningApi.schedulePreview, asked)
    expect([status, (body['issues'] as { name: string }[]).map(({ name }) => name)]).toEqual([422, ['activityId', 'programId']])
  })
})

describe('bad input', () => {
  it.each([
    [
      'a rule that never happens',
      { schedule: { ...mondays, rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' } },
      'schedule.rule',
      'no-date',
    ],
    ['too many dates', { schedule: { ...mondays, rule: 'FREQ=DAILY;COUNT=401' } }, 'schedule.rule', 'too-many'],
    [
      'an end before the start',
      { schedule: { ...mondays, first: { kind: 'timed', start: '2026-11-30T17:00:00', end: '2026-11-30T16:00:00' } } },
      'schedule.first.end',
      'end-before-start',
    ],
    [
      'a start that the clocks skip',
      { schedule: { ...mondays, first: at('2027-03-28T02:30:00') } },
      'schedule.first.start',
      'start-in-clock-change',
    ],
    [
      'a start that happens twice',
      { schedule: { kind: 'picked', spans: [at('2026-12-01T10:00:00'), at('2026-10-25T02:00:00')] } },
      'schedule.spans.1.start',
      'start-in-clock-change',
    ],
    [
      'one date twice',
      { schedule: { kind: 'picked', spans: [at('2026-12-01T10:00:00'), at('2026-12-01T10:00:00')] } },
      'schedule.spans',
      'doubled-date',
    ],
    ['a room that is not there', { activity: { venueId: ours.venue, roomId: randomUUID() } }, 'activity.roomId', 'unknown'],
    ['a room of another house', { activity: { venueId: ours.venue, roomId: theirs.room } }, 'activity.roomId', 'unknown'],
    ['a house of somebody else (T03)', { activity: { venueId: theirs.venue } }, 'activity.venueId', 'unknown'],
    ['a program of somebody else (T03)', { series: { programId: theirs.program } }, 'series.programId', 'unknown'],
    ['a host who is nobody here', { activity: { hostId: stranger.accountId } }, 'activity.hostId', 'unknown'],
    ['no Polish title', { activity: { title: { pl: ' ', en: 'Bikes' } } }, 'activity.title.pl', 'required'],
    ['no neutral title of a discreet one', { activity: { isDiscreet: true } }, 'activity.discreetTitle', 'required'],
    ['an address that is none', { activity: { contactEmail: 'anna' } }, 'activity.contactEmail', 'not-an-email'],
  ])('%s: 422 beside its field, and nothing is written', async (_what, wrong, name, code) => {
    const before = await database.prisma.series.count()
    const refused = await post(planningApi.allSeries, newSeries(wrong))
    expect([refused.status, refused.body['issues']]).toEqual([422, [expect.objectContaining({ name, code })]])
    expect(await database.prisma.series.count()).toBe(before)
  })

  it('a date that is over: 422 beside its field', async () => {
    const { seriesId } = await planned()
    const [first] = (await read(seriesId)).sessions
    const changes = { when: at('2026-11-20T10:00:00') }
    const refused = await send(asAnna!, 'PATCH', planningApi.session(first!.id), { version: first!.version, changes })
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'in-the-past', issues: [{ name: 'changes.when.start' }] }])
  })

  it.each([
    ['an unknown key', { ...newSeries(), role: 'ADMINISTRATOR' }, 'role'],
    ['a wrong type', { ...newSeries(), publish: 'yes' }, 'publish'],
    [
      'a filter of the database instead of an id (T14)',
      { ...newSeries(), series: { title: { pl: 'x' }, programId: { not: '' } } },
      'series.programId',
    ],
  ])('%s: 400', async (_what, body, name) => {
    const refused = await post(planningApi.allSeries, body)
    expect([refused.status, refused.body['issues']]).toEqual([400, [expect.objectContaining({ name })]])
  })
})

describe('a series as a whole', () => {
  it('gets another name, is archived, and is deleted only while nobody ever saw it', async () => {
    const { seriesId } = await planned({ series: { title: { pl: 'Szachy' } } })
    const named = await send(asAnna!, 'PUT', planningApi.series(seriesId), {
      version: 1,
      title: { pl: 'Szachy i warcaby' },
      slug: 'szachy-i-warcaby',
    })
    expect([named.status, named.body]).toEqual([200, { version: 2 }])
    const late = await send(asAnna!, 'PUT', planningApi.series(seriesId), { version: 1, title: { pl: 'Go' }, slug: 'go' })
    expect([late.status, late.body]).toMatchObject([409, { current: { version: 2, slug: 'szachy-i-warcaby' } }])
    expect((await planned({ series: { title: { pl: 'Szachy' } } })).seriesId).toBeDefined()
    const slugs = seriesListing.parse(jsonOf(await asAnna!(planningApi.allSeries))).series.map(({ slug }) => slug)
    expect(slugs).toContain('szachy-2') // the former address still belongs to the first
    await post(planningApi.archiveSeries(seriesId), { version: 2 })
    expect((await read(seriesId)).archived).toBe(true)
    expect((await send(asAnna!, 'DELETE', planningApi.series(seriesId), { version: 3 })).body['code']).toBe('not-a-draft')
    const draft = await planned({ publish: false })
    expect((await read(draft.seriesId)).deletable).toBe(true)
    expect((await send(asAnna!, 'DELETE', planningApi.series(draft.seriesId), { version: 1 })).status).toBe(200)
    expect((await asAnna!(planningApi.series(draft.seriesId))).status).toBe(404)
  })

  it('is copied to new dates as a draft that says all the same, on the same weekday', async () => {
    const { seriesId } = await planned({ activity: { bring: { pl: 'Kask' } } })
    const body = { target: { kind: 'from', day: '2027-03-10' } }
    const [, second] = (await read(seriesId)).sessions
    await database.pool.query(
      `INSERT INTO "Shift" ("seriesId", "sessionId", name, "fromMinutes", minutes, least, most, "notAt", "removedAt") VALUES
       ($1, NULL, '{"pl": "szatnia"}', -30, 60, 1, 2, ARRAY[$2::uuid], NULL), (NULL, $2, '{"pl": "grill"}', 0, 90, 2, 3, '{}', NULL),
       ($1, NULL, '{"pl": "dawny"}', 0, 60, 1, 1, '{}', now())`,
      [seriesId, second?.id],
    )
    const copied = await post(planningApi.copySeries(seriesId), body)
    expect([copied.status, copied.text]).toEqual([201, expect.any(String)])
    const copy = await read(done.parse(copied.body).seriesId)
    expect(copy.activities[0]).toMatchObject({ published: false, bring: { pl: 'Kask' } })
    // Easter Monday, 29 March, is left out.
    expect(copy.sessions.map(({ start }) => start.slice(5, 16))).toEqual([
      '03-08T17:00',
      '03-15T17:00',
      '03-22T17:00',
      '04-05T17:00',
    ])
    const shifts = await database.pool.query<{ name: string; at: string | null; least: number; notAt: string[] }>(
      `SELECT sh.name ->> 'pl' AS name, left(s."wallStart", 10) AS at, least, "notAt" FROM "Shift" sh LEFT JOIN "Session" s ON s.id = sh."sessionId"
       LEFT JOIN "Activity" a ON a.id = s."activityId" WHERE coalesce(sh."seriesId", a."seriesId") = $1 ORDER BY 1`,
      [copy.id],
    )
    expect(shifts.rows).toEqual([
      { name: 'grill', at: '2027-03-15', least: 2, notAt: [] },
      { name: 'szatnia', at: null, least: 1, notAt: [] },
    ])
    const past = await post(planningApi.copySeries(seriesId), { target: { kind: 'from', day: '2026-03-10' } })
    expect([past.status, past.body['issues']]).toEqual([422, [expect.objectContaining({ name: 'target', code: 'no-date' })]])
  })

  it('goes with its whole season, holidays listed, as one act that is taken back as one', async () => {
    const mine = await seedOrganiser(database, 'sezon')
    const ewa = await seedActor(database, 'Ewa', [{ role: 'COORDINATOR', scope: scopeIn('organisation', mine.organisation) }])
    const asEwa = await serveTo(ewa)
    for (const [title, schedule] of [
      ['Joga', mondays],
      ['Kino', tuesdays],
    ] as const)
      await send(
        asEwa,
        'POST',
        planningApi.allSeries,
        newSeries({ series: { title: { pl: title }, programId: mine.program }, activity: { title: { pl: title } }, schedule }),
      )
    const body = {
      what: { kind: 'program', id: mine.program },
      from: '2026-11-30',
      to: '2026-12-31',
      target: { kind: 'weeks', weeks: 17 },
      name: 'Wiosna 2027',
    }
    const rehearsed = await send(asEwa, 'POST', `${planningApi.copySeason}?rehearse=yes`, body)
    expect([rehearsed.status, rehearsed.body['batchId']]).toEqual([200, null])
    const { batchId, series } = batchDone.parse((await send(asEwa, 'POST', planningApi.copySeason, body)).body)
    expect(
      series.map(({ title, impact }) => [title.pl, impact.added.length, impact.skipped.map(({ reason }) => reason)]).toSorted(),
    ).toEqual([
      ['Joga', 4, [{ kind: 'holiday', holiday: 'EASTER_MONDAY' }]],
      ['Kino', 5, []],
    ])
    expect((await send(asStranger!, 'POST', planningApi.undoBatch(batchId!), {})).status).toBe(404)
    const alone = editList.parse(jsonOf(await asEwa(planningApi.edits(series[0]!.seriesId)))).edits[0]!
    expect((await send(asEwa, 'POST', planningApi.undoEdit(alone.id), {})).body['code']).toBe('part-of-batch')
    expect((await send(asEwa, 'POST', planningApi.undoBatch(batchId!), {})).status).toBe(200)
    const left = seriesListing.parse(jsonOf(await asEwa(planningApi.allSeries))).series.filter(({ archived }) => !archived)
    expect(left.map(({ title }) => title.pl).toSorted()).toEqual(['Joga', 'Kino'])
    const stolen = await send(asStranger!, 'POST', planningApi.copySeason, body)
    expect([stolen.status, stolen.body['code']]).toEqual([422, 'impossible-value'])
  })
})

describe('a template', () => {
  it('is kept of an activity, begins others in the same places, and is taken away by who planned it', async () => {
    const { activityId } = await planned({ activity: { bring: { pl: 'Kask' } } })
    const body = { name: 'Warsztat rowerowy', owner: { kind: 'program', id: ours.program }, activityId }
    const foreign = await post(planningApi.templates, { ...body, owner: { kind: 'program', id: theirs.program } })
    expect([foreign.status, foreign.body['issues']]).toEqual([
      422,
      [expect.objectContaining({ name: 'owner.id', code: 'unknown' })],
    ])
    const kept = await post(planningApi.templates, body)
    expect([kept.status, kept.body]).toMatchObject([201, { name: 'Warsztat rowerowy', activity: { bring: { pl: 'Kask' } } }])
    const { templates } = templateList.parse(jsonOf(await asAnna!(planningApi.templates)))
    expect(templates).toMatchObject([{ rule: { pl: expect.stringContaining('co poniedziałek') }, deletable: true }])
    expect((await post(planningApi.allSeries, newSeries({ activity: templates[0]!.activity }))).status).toBe(201)
    expect(templateList.parse(jsonOf(await asStranger!(planningApi.templates))).templates).toEqual([])
    const { id } = templates[0]!
    expect((await send(asStranger!, 'DELETE', planningApi.template(id), {})).status).toBe(404)
    expect((await send(asPiotr!, 'DELETE', planningApi.template(id), {})).status).toBe(403)
    expect((await send(asAnna!, 'DELETE', planningApi.template(id), {})).status).toBe(200)
    expect(templateList.parse(jsonOf(await asAnna!(planningApi.templates))).templates).toEqual([])
  })
})

describe('an edit of a whole series', () => {
  it('asks the database as often for 400 sessions as for 52', async () => {
    const asked = vi.spyOn(Client.prototype, 'query')
    const statementsFor = async (sessions: number): Promise<number> => {
      const daily = (hour: string) => ({
        ...mondays,
        first: at(`2027-06-01T${hour}:00:00`),
        rule: `FREQ=DAILY;COUNT=${sessions}`,
        skipHolidays: false,
      })
      const { activityId } = await planned({ schedule: daily('17'), activity: { host: `Host ${sessions}` } })
      asked.mockClear()
      const edited = await send(asAnna!, 'PUT', planningApi.schedule(activityId), {
        version: 1,
        schedule: daily('18'),
        scope: { kind: 'all' },
      })
      expect(done.parse(edited.body).impact.moved).toHaveLength(sessions)
      return asked.mock.calls.length
    }
    const [few, many] = [await statementsFor(52), await statementsFor(400)]
    asked.mockRestore()
    expect(many).toBe(few)
  }, 60_000)
})

describe('who may plan what', () => {
  it('T06: a series of somebody else answers like one that is not there, and nobody at all is asked to sign in', async () => {
    const { seriesId, activityId, editId } = await planned()
    const { id: sessionId, version } = (await read(seriesId)).sessions[0]!
    const requests: readonly (readonly [string, string, object])[] = [
      ['GET', planningApi.series(seriesId), {}],
      ['GET', planningApi.edits(seriesId), {}],
      ['GET', planningApi.session(sessionId), {}],
      ['POST', planningApi.activities(seriesId), {}],
      ['PATCH', planningApi.activity(activityId), {}],
      ['PUT', planningApi.schedule(activityId), {}],
      ['POST', planningApi.publishActivity(activityId), { version }],
      ['POST', planningApi.shiftActivity(activityId), { version, days: 1 }],
      ['POST', planningApi.extraSession(activityId), {}],
      ['PATCH', planningApi.session(sessionId), {}],
      ['POST', planningApi.cancelSession(sessionId), { version, reason: null }],
      ['POST', planningApi.restoreSession(sessionId), { version }],
      ['POST', planningApi.undoEdit(editId!), {}],
    ]
    for (const [method, path, body] of requests) {
      const unknown = path.replace(/[0-9a-f-]{36}/, randomUUID())
      const [theirsAnswer, nothing] = [
        await sendOrGet(asStranger!, method, path, body),
        await sendOrGet(asStranger!, method, unknown, body),
      ]
      expect([method, path, theirsAnswer.status, theirsAnswer.text]).toEqual([method, path, 404, nothing.text])
      expect((await sendOrGet(asNobody!, method, path, body)).status).toBe(401)
    }
    expect((await read(seriesId)).sessions[0]).toMatchObject({ version, cancelled: null })
    expect(seriesListing.parse(jsonOf(await asStranger!(planningApi.allSeries))).series).toEqual([])
  })

  it('the desk sees and changes nothing, and a discreet one only by its neutral title', async () => {
    const { seriesId } = await planned({
      series: { title: { pl: 'Grupa wsparcia po stracie' } },
      activity: {
        title: { pl: 'Grupa wsparcia po stracie' },
        kind: 'SUPPORT_GROUP',
        isDiscreet: true,
        discreetTitle: { pl: 'Spotkanie' },
        host: 'Terapeutka',
      },
    })
    const answer = await asDesk!(planningApi.series(seriesId))
    expect(answer.body).not.toMatch(/strac|Terapeutka|SUPPORT/)
    const { title, sessions, activities } = plannedSeries.parse(jsonOf(answer))
    expect([title.pl, sessions[0]?.title.pl, activities]).toEqual(['Spotkanie', 'Spotkanie', []])
    expect((await asDesk!(planningApi.allSeries)).body).not.toMatch(/strac/)
    const { id, version } = sessions[0]!
    expect((await asDesk!(planningApi.session(id))).body).not.toMatch(/strac|Terapeutka/)
    expect((await send(asDesk!, 'POST', planningApi.cancelSession(id), { version, reason: null })).status).toBe(403)
  })

  it('who has only own appointments plans those, and sees no others', async () => {
    const { seriesId } = await planned({ activity: { host: 'Ola' } })
    expect((await asPiotr!(planningApi.series(seriesId))).status).toBe(404)
    const [first] = (await read(seriesId)).sessions
    const changes = { host: { name: 'Piotr Zmyślony', accountId: piotr.accountId } }
    await send(asAnna!, 'PATCH', planningApi.session(first!.id), { version: first!.version, changes })
    const seen = await read(seriesId, asPiotr!)
    expect(seen.sessions.map(({ id, plannable }) => [id, plannable])).toEqual([[first!.id, true]])
    expect([seen.plannable, seen.activities[0]?.plannable]).toEqual([false, false])
    const { version } = seen.sessions[0]!
    const away = { version, changes: { host: { name: 'Anna Zmyślona', accountId: anna.accountId } } }
    const given = await send(asPiotr!, 'PATCH', planningApi.session(first!.id), away)
    expect([given.status, given.body['issues']]).toEqual([422, [expect.objectContaining({ name: 'changes.host.accountId' })]])
    expect(hostList.parse(jsonOf(await asPiotr!(planningApi.hosts))).hosts.map(({ id }) => id)).toEqual([piotr.accountId])
    expect(
      (await send(asPiotr!, 'POST', planningApi.cancelSession(first!.id), { version, reason: { code: 'weather' } })).status,
    ).toBe(200)
    expect(
      (await send(asPiotr!, 'POST', planningApi.shiftActivity(seen.activities[0]!.id), { version: 1, days: 1 })).status,
    ).toBe(403)
  })

  it('hosts are chosen among those who plan here', async () => {
    const names = hostList.parse(jsonOf(await asAnna!(planningApi.hosts))).hosts.map(({ name }) => name)
    expect(names).toEqual(['Anna Zmyślona', 'Piotr Zmyślony'])
  })
})

describe('saving', () => {
  it('T58: the same save sent again does no harm', async () => {
    const headers = { 'Idempotency-Key': randomUUID() }
    const first = await post(planningApi.allSeries, newSeries(), headers)
    const again = await post(planningApi.allSeries, newSeries(), headers)
    expect([again.status, again.text]).toEqual([first.status, first.text])
    const other = await post(planningApi.allSeries, newSeries({ publish: false }), headers)
    expect([other.status, other.body['code']]).toEqual([422, 'key-reused'])
  })

  it('T60: the second of two organisers gets 409 with both versions and the one that both began with, and can merge', async () => {
    const { seriesId, activityId } = await planned({ activity: { host: 'Ela', planB: { pl: 'W sali' } } })
    const all = { kind: 'all' }
    await send(asAnna!, 'PATCH', planningApi.activity(activityId), { version: 1, fields: { host: 'Ewa' }, scope: all })
    const late = await send(asAnna!, 'PATCH', planningApi.activity(activityId), {
      version: 1,
      fields: { planB: { pl: 'W parku' } },
      scope: all,
    })
    expect([late.status, late.body]).toMatchObject([
      409,
      {
        code: 'edited-meanwhile',
        yours: { version: 1, planB: { pl: 'W parku' } },
        current: { version: 2, host: 'Ewa', planB: { pl: 'W sali' }, schedule: { rule: mondays.rule } },
        base: { version: 1, host: 'Ela', planB: { pl: 'W sali' } },
        by: { name: 'Anna Zmyślona', at: expect.stringMatching(/^2026-11-23T1/) },
      },
    ])
    await send(asAnna!, 'PATCH', planningApi.activity(activityId), {
      version: 2,
      fields: { planB: { pl: 'W parku' } },
      scope: all,
    })
    expect((await read(seriesId)).activities[0]).toMatchObject({ host: 'Ewa', planB: { pl: 'W parku' } })
    const [session] = (await read(seriesId)).sessions
    await post(planningApi.cancelSession(session!.id), { version: session!.version, reason: { code: 'weather' } })
    const lateMove = await send(asAnna!, 'PATCH', planningApi.session(session!.id), {
      version: session!.version,
      changes: { when: at('2026-12-02T10:00:00') },
    })
    expect(lateMove.body).toMatchObject({
      yours: { when: { start: '2026-12-02T10:00:00' } },
      current: { when: { start: '2026-11-30T17:00:00' }, cancelled: true },
      base: { cancelled: false, version: session!.version },
    })
  })

  it('tells who else is somewhere at the same time, and saves it only when somebody says yes', async () => {
    const anywhere = { host: 'Karolina  Zmyślona', title: { pl: 'Joga' } }
    await planned({ activity: anywhere, schedule: { kind: 'picked', spans: [at('2027-02-01T10:00:00')] } })
    const clashing = newSeries({
      activity: { host: 'karolina zmyślona' },
      schedule: { kind: 'picked', spans: [at('2027-02-01T11:00:00')] },
    })
    const refused = await post(planningApi.allSeries, clashing)
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'soft-conflicts', conflicts: [{ kind: 'host', other: { title: { pl: 'Joga' } } }] },
    ])
    const [conflict] = refused.body['conflicts'] as readonly { readonly id: string }[]
    expect((await post(planningApi.allSeries, { ...clashing, confirm: ['another'] })).status).toBe(409)
    expect((await post(planningApi.allSeries, { ...clashing, confirm: [conflict!.id] })).status).toBe(201)
  })

  it('tells that the club meets elsewhere, that the house is closed, and not what others do there', async () => {
    await planned({
      series: { clubId: ours.club },
      activity: { title: { pl: 'Klub' } },
      schedule: { kind: 'picked', spans: [at('2027-02-02T10:00:00')] },
    })
    const cohort = await post(
      `${planningApi.allSeries}?rehearse=yes`,
      newSeries({ series: { clubId: ours.club }, schedule: { kind: 'picked', spans: [at('2027-02-02T11:00:00')] } }),
    )
    expect(done.parse(cohort.body).impact.conflicts).toMatchObject([
      { kind: 'cohort', cohort: { pl: 'Klub nasza' }, other: { title: { pl: 'Klub' } } },
    ])
    await database.prisma.closure.create({
      data: {
        venueId: ours.venue,
        whenKind: 'ALL_DAY',
        wallStart: '2027-02-03',
        wallEnd: '2027-02-03',
        startsAt: new Date('2027-02-02T23:00:00Z'),
        endsAt: new Date('2027-02-03T23:00:00Z'),
        reason: { pl: 'Malowanie' },
      },
    })
    const closed = await post(
      planningApi.allSeries,
      newSeries({ activity: { venueId: ours.venue }, schedule: { kind: 'picked', spans: [at('2027-02-03T11:00:00')] } }),
    )
    expect(closed.body).toMatchObject({
      code: 'soft-conflicts',
      conflicts: [{ kind: 'closed', place: 'Świetlica', reason: { pl: 'Malowanie' } }],
    })
    await database.prisma.venue.update({ where: { id: theirs.venue }, data: { organisationId: null } })
    const elsewhere = { venueId: theirs.venue, roomId: theirs.room, title: { pl: 'Tajne' } }
    const schedule = { kind: 'picked', spans: [at('2027-02-05T10:00:00')] }
    await send(
      asStranger!,
      'POST',
      planningApi.allSeries,
      newSeries({ series: { programId: theirs.program }, activity: elsewhere, schedule }),
    )
    const taken = await post(planningApi.allSeries, newSeries({ activity: { ...elsewhere, title: { pl: 'Nasze' } }, schedule }))
    expect([taken.status, taken.body]).toMatchObject([
      409,
      { code: 'room-taken', conflicts: [{ room: 'sala 1', other: { title: null } }] },
    ])
    expect(taken.text).not.toContain('Tajne')
  })

  it('a room that a hundred ask for at once goes to one, and 99 learn who has it', async () => {
    const second = openDatabase(database.config)
    const elsewhere = await serveAs(anna, planningRoutes(second, writer(second), clock))
    const schedule = { kind: 'picked', spans: [at('2027-04-20T10:00:00')] }
    const ask = (n: number) =>
      send(
        n % 2 ? asAnna! : elsewhere,
        'POST',
        planningApi.allSeries,
        newSeries({
          series: { title: { pl: `Grupa ${n}` }, slug: `grupa-${n}` },
          activity: { title: { pl: `Grupa ${n}` }, venueId: ours.venue, roomId: ours.otherRoom },
          schedule,
        }),
      )
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => ask(n)))
    await second.close()
    const codes = answers.map(({ status, body }) => `${status} ${String(body['code'] ?? '')}`).toSorted()
    expect([codes[0], ...new Set(codes.slice(1))]).toEqual(['201 ', '409 room-taken'])
    expect(answers.filter(({ status, text }) => status === 201 || text.includes('Grupa'))).toHaveLength(100)
  }, 120_000)

  it('an edit can be taken back for a day', async () => {
    const { seriesId, editId } = await planned()
    minutes += 24 * 60
    const late = await post(planningApi.undoEdit(editId!), {})
    expect([late.status, late.body['code']]).toEqual([409, 'too-late'])
    expect(editList.parse(jsonOf(await asAnna!(planningApi.edits(seriesId)))).edits[0]?.undoableUntil).toBeNull()
  })
})

async function sendOrGet(ask: Ask, method: string, path: string, body: object) {
  if (method !== 'GET') return send(ask, method, path, body)
  const answer = await ask(path)
  return { status: answer.status, text: answer.body }
}
