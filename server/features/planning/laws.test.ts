import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleSchedule } from '#shared/schedule/schedule.ts'
import { dayInWarsaw, wallInWarsaw } from '#shared/time/format.ts'
import { warsaw } from '#shared/time/when.ts'
import { createApp, createFeeds, writerOf } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import {
  afterCreate,
  afterOne,
  afterOtherPlace,
  afterOtherTimes,
  afterRename,
  daysLater,
  isAhead,
  shownOf,
  subscribers,
  type Foretold,
  type Meeting,
  type Plan,
  type Polled,
} from '../../db/testing/planning-model.ts'
import type { Actor } from '../../actor.ts'
import { importChoices } from '#shared/contract/import.ts'
import type { Write } from '../../db/write.ts'
import { AppError } from '../../errors.ts'
import { createLogger } from '../../http/log.ts'
import { serve } from '../../http/testing/serve.ts'
import { importService } from '../imports/service.ts'
import { planningService } from './service.ts'

/** How many random stories are lived through, and how long they are; `LAWS=200 npx vitest run …/laws.test.ts` searches longer. */
const stories = Number(process.env['LAWS'] ?? 6)
const longestStory = 12
const seed = Number(process.env['LAWS_SEED'] ?? Date.now() % 2 ** 31)

const database = await freshDatabase()
const { prisma, pool } = database
const config = readConfig({ PUBLIC_URL: 'https://kalendarz.example.pl' })
/** The time is the machine's: the database stamps changes with its own, and If-Modified-Since compares both. */
const time = { aheadMs: 0 }
const clock = () => new Date(Date.now() + time.aheadMs)
const feeds = createFeeds({ config, database, clock }, 'laws.podworko')
feeds.setHearing(true)
const { logger } = createLogger('error', { write: (text) => process.stderr.write(text) })
const ask = await serve(createApp({ config, logger, clock, database, feeds, clientFiles: new Map() }))
const plainWrite = writerOf({ database, feeds })
/** Everything is somebody's act, so that what is new is in the log too. */
const write: Write = (work, by = { accountId: randomUUID(), act: 'story' }) => plainWrite(work, by)
const planning = planningService({ write, prisma })
const imports = importService({ prisma, write, clock, fetch: () => Promise.reject(new Error('no address is asked here')) })
const importer = (
  await pool.query<{ id: string }>(
    `INSERT INTO "Account" (name, email) VALUES ('Wczytująca', 'wczytujaca@example.pl') RETURNING id`,
  )
).rows[0]!.id
await pool.query(`INSERT INTO "Installation" ("uidDomain", secret) VALUES ('laws.podworko', '\\x00') ON CONFLICT DO NOTHING`)

const now = clock()
const nowWall = wallInWarsaw(now.getTime())
const longAgo = new Date(now.getTime() - 30 * 86_400_000)
const today = nowWall.slice(0, 10)
const pad = (hour: number): string => String(hour).padStart(2, '0')

/** Weekly from a day on, two hours each. */
function weekly(day: string, hour: number, count: number, interval = 1): RuleSchedule {
  return {
    kind: 'rule',
    zone: warsaw,
    first: { kind: 'timed', start: `${day}T${pad(hour)}:00:00`, end: `${day}T${pad(hour + 2)}:00:00` },
    rule: `FREQ=WEEKLY;INTERVAL=${interval};COUNT=${count}`,
    excluded: [],
    skipHolidays: false,
    skipBreaksOf: null,
  }
}

type Rows = ReadonlyMap<string, Readonly<Record<string, unknown>>>
type World = {
  readonly series: string
  readonly slug: string
  readonly clubId: string
  readonly programId: string
  /** Addresses of the feeds that hold the series as their own: of its club, its program and its venues. */
  readonly feeds: { readonly club: string; readonly program: string; readonly venues: readonly string[] }
  readonly venues: readonly [string, string]
  readonly rooms: readonly string[]
  readonly venueNames: Map<string, string>
  /** Activities whose sessions follow their rule: of those the model foretells everything. */
  readonly tidy: Set<string>
  /** All rows as they stood after the last step. */
  current: Rows
  readonly edits: { readonly id: string; readonly before: Rows; readonly after: Rows }[]
}

async function begin(): Promise<World> {
  const mark = randomUUID().slice(0, 8)
  const slug = `cykl-${mark}`
  const { one, two, series, clubId, programId } = await write(async (tx) => {
    const city = await tx.municipality.create({ data: { slug: `miasto-${mark}`, name: 'Miasto', voivodeship: 'slaskie' } })
    const program = await tx.program.create({
      data: { slug: `program-${mark}`, name: 'Program', municipalityId: city.id, openness: 'CITY', audiences: [] },
    })
    const venue = (name: string) =>
      tx.venue.create({
        data: {
          slug: `${name.toLowerCase()}-${mark}`,
          name,
          municipalityId: city.id,
          address: 'ul. Zmyślona 1',
          rooms: { create: { name: 'sala' } },
        },
        select: { id: true, rooms: { select: { id: true } } },
      })
    const club = await tx.club.create({ data: { slug: `klub-${mark}`, name: 'Klub', programId: program.id } })
    return {
      clubId: club.id,
      programId: program.id,
      one: await venue('Dom'),
      two: await venue('Klub'),
      series: await tx.series.create({ data: { slug, title: { pl: 'Cykl' }, programId: program.id, clubId: club.id } }),
    }
  })
  const world: World = {
    series: series.id,
    slug,
    clubId,
    programId,
    feeds: {
      club: `/feeds/clubs/klub-${mark}.ics`,
      program: `/feeds/programs/program-${mark}.ics`,
      venues: [`/feeds/venues/dom-${mark}.ics`, `/feeds/venues/klub-${mark}.ics`],
    },
    venues: [one.id, two.id],
    rooms: [one, two].map(({ rooms }) => rooms[0]!.id),
    venueNames: new Map([
      [one.id, 'Dom'],
      [two.id, 'Klub'],
    ]),
    tidy: new Set(),
    edits: [],
    current: new Map(),
  }
  const { activityId } = await planning.createActivity(
    {
      seriesId: series.id,
      fields: { title: { pl: 'Joga' }, kind: 'WORKSHOP', enrolment: 'OPEN', venueId: one.id, roomId: world.rooms[0]! },
      schedule: weekly(daysLater(`${today}T00:00:00`, -20).slice(0, 10), 17, 14),
      publish: true,
    },
    { now: longAgo },
  )
  world.tidy.add(activityId)
  return world
}

// What stands in the database, read plainly: no face, no trigger, no service has a hand in it.

async function planOf({ series }: World): Promise<Plan> {
  const { rows } = await pool.query<Meeting>(
    `SELECT s.id, s."activityId", s."wallStart" AS start, s."wallEnd" AS "end", coalesce(s.title, a.title) ->> 'pl' AS title, s."venueId",
       s.status = 'CANCELLED' AS cancelled, s."removedAt" IS NOT NULL AS removed, 'when' = ANY (s.overrides) AS "ownTime",
       'title' = ANY (s.overrides) AS "ownTitle", 'place' = ANY (s.overrides) AS "ownPlace", s."peopleCount" AS people
     FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE a."seriesId" = $1 ORDER BY s.id`,
    [series],
  )
  return rows
}

async function rowsOf({ series }: World): Promise<Rows> {
  const { rows } = await pool.query<{ id: string; row: Record<string, unknown> }>(
    `SELECT id, row FROM (
       SELECT s.id, to_jsonb(s) AS row FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE a."seriesId" = $1
       UNION ALL SELECT a.id, to_jsonb(a) FROM "Activity" a WHERE a."seriesId" = $1
       UNION ALL SELECT v.id, to_jsonb(v) FROM "Venue" v JOIN "Program" p ON p."municipalityId" = v."municipalityId" JOIN "Series" x ON x."programId" = p.id WHERE x.id = $1) AS found`,
    [series],
  )
  return new Map(rows.map(({ id, row }) => [id, row]))
}

async function publishedActivities({ series }: World): Promise<ReadonlySet<string>> {
  const rows = await prisma.activity.findMany({ where: { seriesId: series, status: 'PUBLISHED' }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

const lastEntry = async () =>
  (await pool.query<{ id: string }>(`SELECT coalesce(max(id), 0) AS id FROM "AuditEntry"`)).rows[0]!.id

// What a calendar program gets over the wire.

const events = (text: string): readonly string[] =>
  text
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) => event.replace('END:VCALENDAR\r\n', ''))
const line = (event: string, name: string): string => new RegExp(`^${name}[^:\r\n]*:(.*)$`, 'm').exec(event)?.[1]?.trim() ?? ''
const wallOf = (stamp: string): string => stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6')

const polled = (text: string): readonly Polled[] =>
  events(text).map((event) => ({
    uid: line(event, 'UID'),
    sequence: Number(line(event, 'SEQUENCE')),
    cancelled: line(event, 'STATUS') === 'CANCELLED',
    content: event.replaceAll(/^(?:SEQUENCE|LAST-MODIFIED|DTSTAMP):.*\r\n/gm, ''),
  }))

const pathOf = ({ slug }: World): string => `/feeds/series/${slug}.ics`
const feedOf = async (world: World, headers: Readonly<Record<string, string>> = {}) => ask(pathOf(world), { headers })

/** A program that keeps its copy as long as the server says that nothing changed. */
function conditional(world: World, uses: 'If-None-Match' | 'If-Modified-Since') {
  let copy = { text: '', tag: '', modified: '' }
  return {
    async poll(): Promise<number> {
      const known = uses === 'If-None-Match' ? copy.tag : copy.modified
      const { status, headers, body } = await feedOf(world, known === '' ? {} : { [uses]: known })
      if (status === 200) copy = { text: body, tag: headers.etag ?? '', modified: headers['last-modified'] ?? '' }
      return status
    },
    text: () => copy.text,
  }
}

// The steps of a story.

type Step = { readonly kind: (typeof kinds)[number]; readonly pick: number; readonly number: number; readonly polls: number }
const kinds = [
  'create',
  'move',
  'hour',
  'split',
  'shift',
  'rename',
  'rename-following',
  'rule',
  'cancel',
  'restore',
  'undo',
  'undo-last',
  'venue',
  'publish',
  'people',
  'place',
  'own-title',
  'import',
] as const
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  pick: fc.nat(1000),
  number: fc.nat(1000),
  polls: fc.nat(15),
})

const picked = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)]

/** Does a step. Gives what the model says must come of it, or null where it says nothing beyond the laws. */
async function take(
  world: World,
  plan: Plan,
  { kind, pick, number }: Step,
): Promise<{ readonly editId: string | null; readonly foretold: Foretold | null }> {
  const moment = { now: clock() }
  const ahead = plan.filter((one) => isAhead(one, nowWall))
  const one = picked(kind === 'restore' ? ahead.filter(({ cancelled }) => cancelled) : ahead, pick)
  const activities = await prisma.activity.findMany({
    where: { seriesId: world.series },
    select: { id: true, version: true, schedule: true },
    orderBy: { position: 'asc' },
  })
  const activity = picked(activities, pick)!
  const { id: activityId, version } = activity
  const isTidy = world.tidy.has(activityId)
  const hour = 8 + (number % 12)
  const same: Foretold = { plan, free: new Set(), made: [] }
  const done =
    (foretold: Foretold | null) =>
    ({ editId }: { readonly editId: string | null }) => ({ editId, foretold })

  if (kind === 'import') {
    await importAndPerhapsUndo(world, number)
    return { editId: null, foretold: same }
  }
  if (kind === 'create') {
    const day = daysLater(`${today}T00:00:00`, (number % 20) + 1).slice(0, 10)
    const made = Array.from({ length: (number % 5) + 1 }, (_, week) => daysLater(`${day}T${pad(hour)}:00:00`, 7 * week))
    const fields = { title: { pl: `Nowe ${number}` }, kind: 'WORKSHOP', enrolment: 'OPEN', venueId: world.venues[0] } as const
    const { editId, activityId: id } = await planning.createActivity(
      { seriesId: world.series, fields, schedule: weekly(day, hour, made.length), publish: number % 3 > 0 },
      moment,
    )
    world.tidy.add(id)
    return { editId, foretold: afterCreate(plan, made) }
  }
  if (kind === 'rename' || kind === 'place') {
    const isRename = kind === 'rename'
    const title = `Nazwa ${number}`
    const venueId = world.venues[number % 2]!
    const fields = isRename ? { title: { pl: title } } : { venueId, roomId: null }
    const foretold = isRename ? afterRename(plan, activityId, title) : afterOtherPlace(plan, activityId, venueId, nowWall)
    return planning.changeDetails({ activityId, version, fields, scope: { kind: 'all' } }, moment).then(done(foretold))
  }
  if (kind === 'hour' || kind === 'shift') {
    const schedule = activity.schedule as unknown as RuleSchedule
    const days = (number % 9) + 1
    if (kind === 'shift') {
      const foretold = isTidy
        ? afterOtherTimes(plan, activityId, nowWall, ({ start, end }) => ({
            start: daysLater(start, days),
            end: daysLater(end, days),
          }))
        : null
      return planning.shiftSeries({ activityId, version, days }, moment).then(done(foretold))
    }
    const retimed = retime(schedule, hour)
    const foretold = isTidy ? afterOtherTimes(plan, activityId, nowWall, atHour(hour)) : null
    return planning
      .changeSchedule({ activityId, version, schedule: retimed, scope: { kind: 'all' } }, moment)
      .then(done(foretold))
  }
  if (kind === 'rule') {
    world.tidy.delete(activityId)
    const day = daysLater(`${today}T00:00:00`, (number % 40) - 10).slice(0, 10)
    const schedule = weekly(day, hour, (number % 12) + 1, (number % 2) + 1)
    return planning.changeSchedule({ activityId, version, schedule, scope: { kind: 'all' } }, moment).then(done(null))
  }
  if (kind === 'publish') return planning.publishActivity({ activityId, version }, moment).then(done(same))
  if (kind === 'venue') {
    const id = world.venues[number % 2]!
    const name = `Miejsce ${number}`
    await write((tx) => tx.venue.update({ where: { id }, data: { name, address: `ul. Zmyślona ${number}` } }))
    world.venueNames.set(id, name)
    return { editId: null, foretold: same }
  }
  if (kind === 'undo' || kind === 'undo-last') {
    const edit = kind === 'undo' ? picked(world.edits, pick) : world.edits.at(-1)
    if (!edit) return { editId: null, foretold: same }
    world.tidy.clear()
    const { editId, impact } = await planning.undo({ editId: edit.id, anyway: true }, moment)
    await checkUndone(world, edit, new Set(impact.left.map(({ id }) => id)), plan)
    return { editId, foretold: null }
  }
  if (!one) return { editId: null, foretold: same }
  const sessionId = one.id
  if (kind === 'people') {
    await pool.query(`UPDATE "Session" SET "peopleCount" = $2 WHERE id = $1`, [sessionId, (number % 9) + 1])
    return { editId: null, foretold: afterOne(plan, sessionId, { people: (number % 9) + 1 }) }
  }
  const { version: sessionVersion } = await prisma.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { version: true },
  })
  const target = { sessionId, version: sessionVersion }
  if (kind === 'cancel')
    return planning
      .cancelSession({ ...target, reason: { pl: 'Powód' } }, moment)
      .then(done(afterOne(plan, sessionId, { cancelled: true })))
  if (kind === 'restore')
    return planning.restoreSession(target, moment).then(done(afterOne(plan, sessionId, { cancelled: false })))
  if (kind === 'own-title') {
    const title = `Tylko raz ${number}`
    return planning
      .changeSession({ ...target, changes: { title: { pl: title } } }, moment)
      .then(done(afterOne(plan, sessionId, { title, ownTitle: true })))
  }
  if (kind === 'move') {
    const day = daysLater(`${today}T00:00:00`, (number % 70) + 1).slice(0, 10)
    const [start, end] = [`${day}T${pad(hour)}:00:00`, `${day}T${pad(hour + 1)}:00:00`]
    return planning
      .changeSession({ ...target, changes: { when: { kind: 'timed', start, end } } }, moment)
      .then(done(afterOne(plan, sessionId, { start, end, ownTime: true })))
  }
  const { version: ofOne, schedule } = activities.find(({ id }) => id === one.activityId)!
  const following = { activityId: one.activityId, version: ofOne, scope: { kind: 'following', sessionId } } as const
  world.tidy.delete(one.activityId)
  if (kind === 'rename-following')
    return planning.changeDetails({ ...following, fields: { title: { pl: `Odtąd ${number}` } } }, moment).then(done(null))
  return planning
    .changeSchedule({ ...following, schedule: retime(schedule as unknown as RuleSchedule, hour) }, moment)
    .then(done(null))
}

/** A table comes in twice and makes its sessions once; half of the tables are taken back as one, and then nobody is told of them any more. */
async function importAndPerhapsUndo(world: World, number: number): Promise<void> {
  const name = `Tabela ${randomUUID().slice(0, 8)}`
  const days = Array.from({ length: (number % 4) + 1 }, (_, week) => daysLater(`${today}T09:00:00`, 7 * week + 3).slice(0, 10))
  const table = ['Data;Od;Do;Zajęcia', ...days.map((day) => `${day};09:00;10:00;${name}`)].join('\n')
  const actor: Actor = {
    accountId: importer,
    name: 'Wczytująca',
    email: 'wczytujaca@example.pl',
    grants: [{ role: 'ORGANISER', scope: { kind: 'program', id: world.programId }, ownOnly: false }],
  }
  const apply = async (sourceId: string | null) => {
    const { id } = await imports.receive(actor, { name, url: null, bytes: Buffer.from(table) })
    const choices = importChoices.parse({ clubId: world.clubId, name, publish: true, sourceId })
    const { token } = await imports.plan(actor, id, choices)
    return imports.apply(actor, id, { ...choices, token, confirmWarnings: true }, { accountId: importer, act: 'import' })
  }
  const first = await apply(null)
  const again = await apply(first.sourceId)
  expect([first.planned, again.planned, again.changed]).toEqual([days.length, 0, 0])
  const held = async (path: string) =>
    events((await ask(path)).body)
      .filter((event) => line(event, 'SUMMARY').includes(name) && line(event, 'STATUS') === 'CONFIRMED')
      .map((event) => wallOf(line(event, 'DTSTART')))
      .toSorted()
  const wanted = days.map((day) => `${day}T09:00:00`)
  for (const path of [world.feeds.club, world.feeds.program]) expect([path, await held(path)]).toEqual([path, wanted])
  if (number % 2 === 0 || first.batchId === null) return
  await planning.undoBatch({ batchId: first.batchId, anyway: false }, { now: clock() })
  for (const path of [world.feeds.club, world.feeds.program]) expect([path, await held(path)]).toEqual([path, []])
}

const atHour =
  (hour: number) =>
  ({ start, end }: Meeting) => ({
    start: `${start.slice(0, 11)}${pad(hour)}:00:00`,
    end: `${end.slice(0, 11)}${pad(hour + 2)}:00:00`,
  })

function retime(schedule: RuleSchedule, hour: number): RuleSchedule {
  if (schedule.kind !== 'rule' || schedule.first.kind !== 'timed') return schedule
  const day = schedule.first.start.slice(0, 11)
  return { ...schedule, first: { kind: 'timed', start: `${day}${pad(hour)}:00:00`, end: `${day}${pad(hour + 2)}:00:00` } }
}

// The laws.

const ignored = new Set(['version', 'createdAt', 'startsAt', 'endsAt', 'occupiedFrom', 'occupiedTo', 'peopleCount'])
const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Nobody and nothing that happened is lost, whatever was done. */
function checkNothingLost(before: Plan, after: Plan, published: ReadonlySet<string>): void {
  const rows = new Map(after.map((one) => [one.id, one]))
  const soon = daysLater(nowWall, 59)
  const lost = before.flatMap((one) => {
    const left = rows.get(one.id)
    if (!left) return [`${one.id} was deleted`]
    const then = [one.start, one.end, one.cancelled, one.removed, one.venueId]
    const isRewritten =
      one.start <= nowWall && !sameValue(then, [left.start, left.end, left.cancelled, left.removed, left.venueId])
    const isGone = left.removed && !one.removed
    const isSoon = published.has(one.activityId) && one.start > nowWall && one.start < soon
    return [
      ...(isRewritten ? [`the past of ${one.id} was changed`] : []),
      ...(isGone && one.people > 0 ? [`${one.id} had people and was removed`] : []),
      ...(isGone && isSoon ? [`${one.id} was published and soon, and was removed instead of cancelled`] : []),
    ]
  })
  expect(lost).toEqual([])
}

function checkForetold({ plan, free, made }: Foretold, after: Plan): void {
  const known = new Set(plan.map(({ id }) => id))
  const told = (one: Meeting) => {
    const { activityId: _activity, start, end, ...rest } = one
    return free.has(one.id) ? rest : { ...rest, start, end }
  }
  expect(after.filter(({ id }) => known.has(id)).map(told)).toEqual(plan.map(told))
  expect(
    after
      .filter(({ id }) => !known.has(id))
      .map(({ start }) => start)
      .toSorted(),
  ).toEqual([...made].toSorted())
}

/** Replays the log over the old rows: what comes out are the new rows. */
async function checkLog(before: Rows, after: Rows, since: string): Promise<void> {
  const { rows } = await pool.query<{
    kind: string
    objectId: string
    before: Record<string, unknown> | null
    after: Record<string, unknown>
  }>(
    `SELECT kind, "objectId", before, after FROM "AuditEntry" WHERE id > $1 AND kind IN ('Session', 'Activity', 'Venue') ORDER BY id`,
    [since],
  )
  const replayed = new Map([...before].map(([id, row]) => [id, { ...row }]))
  for (const { objectId, after: columns } of rows) replayed.set(objectId, { ...replayed.get(objectId), ...columns })
  for (const [id, row] of after)
    for (const [name, value] of Object.entries(row)) {
      if (ignored.has(name) || name === 'id') continue
      expect([id, name, replayed.get(id)?.[name] ?? null]).toEqual([id, name, value])
    }
  const changed = [...after].filter(([id, row]) =>
    Object.keys(row).some((name) => !ignored.has(name) && !sameValue(row[name], before.get(id)?.[name])),
  )
  // What an import made belongs to series of its own.
  const ours = rows.map(({ objectId }) => objectId).filter((id) => after.has(id))
  expect(new Set(ours)).toEqual(new Set(changed.map(([id]) => id)))
}

/** What only makes sense together goes back together. */
const together = [
  ['whenKind', 'wallStart', 'wallEnd', 'movedFrom', 'movedAt', 'moveReason'],
  ['venueId', 'roomId'],
  ['status', 'cancelledAt', 'cancelReason', 'insteadId', 'insteadText', 'removedAt'],
  ['title'],
]

/** An undo gives back exactly what nobody changed since; what it says that it leaves, it leaves. */
async function checkUndone(
  world: World,
  { before, after }: World['edits'][number],
  left: ReadonlySet<string>,
  plan: Plan,
): Promise<void> {
  const current = world.current
  const undone = await rowsOf(world)
  for (const { id, start } of plan) {
    const [old, edited, was, is] = [before.get(id), after.get(id), current.get(id), undone.get(id)]
    if (left.has(id) || !old || !edited || !was || !is || start <= nowWall) continue
    for (const group of together) {
      if (group.every((name) => sameValue(old[name], edited[name])))
        expect([id, ...group.map((name) => is[name])]).toEqual([id, ...group.map((name) => was[name])])
      else if (group.every((name) => sameValue(was[name], edited[name])))
        expect([id, ...group.map((name) => is[name])]).toEqual([id, ...group.map((name) => old[name])])
    }
  }
}

/** What a feed said of an event at last, and whether it still stands there. */
type Told = Polled & { readonly shown: boolean }

async function checkFeed(world: World, plan: Plan, last: Map<string, Told>): Promise<readonly Polled[]> {
  const published = await publishedActivities(world)
  const { status, body } = await feedOf(world)
  expect(status).toBe(200)
  const seen = events(body).map((event) => ({
    id: line(event, 'UID').replace('@laws.podworko', ''),
    start: wallOf(line(event, 'DTSTART')),
    end: wallOf(line(event, 'DTEND')),
    title: line(event, 'SUMMARY'),
    cancelled: line(event, 'STATUS') === 'CANCELLED',
    place: line(event, 'LOCATION').split('\\,')[0],
  }))
  const wanted = plan
    .filter((one) => published.has(one.activityId) && !one.removed)
    .map((one) => ({ id: one.id, ...shownOf(one), place: world.venueNames.get(one.venueId ?? '') }))
  const byId = (one: { readonly id: string }, other: { readonly id: string }) => one.id.localeCompare(other.id)
  expect(seen.toSorted(byId)).toEqual(wanted.toSorted(byId))

  // The same events stand in every feed that the series belongs to, word for word.
  const own = new Set(plan.map(({ id }) => `${id}@laws.podworko`))
  const ofSeries = async (path: string) =>
    new Map(polled((await ask(path)).body).flatMap((one) => (own.has(one.uid) ? [[one.uid, one] as const] : [])))
  const truth = polled(body)
  for (const path of [world.feeds.club, world.feeds.program])
    expect([path, await ofSeries(path)]).toEqual([path, new Map(truth.map((one) => [one.uid, one]))])
  for (const [index, path] of world.feeds.venues.entries()) {
    const there = new Set(plan.filter(({ venueId }) => venueId === world.venues[index]).map(({ id }) => `${id}@laws.podworko`))
    const wantedThere = new Map(truth.flatMap((one) => (there.has(one.uid) ? [[one.uid, one] as const] : [])))
    expect([path, await ofSeries(path)]).toEqual([path, wantedThere])
  }

  const held = polled(body)
  expect(new Set(held.map(({ uid }) => uid)).size, 'no UID stands twice').toBe(held.length)
  const wrong = held.filter((event) => {
    const before = last.get(event.uid)
    if (!before) return false
    const isSame = before.content === event.content && before.shown
    return isSame ? event.sequence !== before.sequence : event.sequence <= before.sequence
  })
  expect(wrong, 'SEQUENCE rises when, and only when, something shown changed').toEqual([])
  for (const [uid, event] of last) last.set(uid, { ...event, shown: false })
  for (const event of held) last.set(event.uid, { ...event, shown: true })
  return held
}

describe('random stories of planning', () => {
  it(
    'lose nobody, keep UIDs, raise SEQUENCE when and only when something shown changed, and end with the truth for every subscriber',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: longestStory }), async (story) => {
          const world = await begin()
          let plan = await planOf(world)
          world.current = await rowsOf(world)
          const last = new Map<string, Told>()
          const programs = subscribers()
          const byTag = conditional(world, 'If-None-Match')
          const byTime = conditional(world, 'If-Modified-Since')
          await checkFeed(world, plan, last)

          for (const one of story) {
            const [rows, since, published] = [world.current, await lastEntry(), await publishedActivities(world)]
            const outcome = await take(world, plan, one).catch((error: unknown) => {
              if (error instanceof AppError) return null
              throw error
            })
            const [after, afterRows] = [await planOf(world), await rowsOf(world)]
            // What was refused changed nothing.
            const foretold = outcome === null ? { plan, free: new Set<string>(), made: [] } : outcome.foretold
            if (foretold) checkForetold(foretold, after)
            if (outcome?.editId) world.edits.push({ id: outcome.editId, before: rows, after: afterRows })
            checkNothingLost(plan, after, published)
            await checkLog(rows, afterRows, since)
            ;[plan, world.current] = [after, afterRows]
            const held = await checkFeed(world, plan, last)
            programs.forEach((program, index) => {
              if ((one.polls >> index) % 2 === 1) program.poll(held)
            })
            if (one.polls % 3 === 0) await byTag.poll()
            if (one.polls % 4 === 0) await byTime.poll()
          }

          const { body } = await feedOf(world)
          const truth = polled(body)
          for (const program of programs) {
            program.poll(truth)
            const shown = program.name === 'hides what is cancelled' ? truth.filter(({ cancelled }) => !cancelled) : truth
            expect([program.name, program.sees()]).toEqual([
              program.name,
              new Map(shown.map(({ uid, content }) => [uid, content])),
            ])
          }
          await byTag.poll()
          await byTime.poll()
          expect([byTag.text(), byTime.text()]).toEqual([body, body])
          expect(await byTag.poll()).toBe(304)
          const isSameDay = dayInWarsaw(Date.now()) === dayInWarsaw(Date.now() + 120_000)
          time.aheadMs = 120_000 // a change is told from its second only when that second is over
          expect(await byTime.poll()).toBe(isSameDay ? 304 : 200)
          time.aheadMs = 0
        }),
        { numRuns: stories, seed, endOnFailure: false, interruptAfterTimeLimit: 90_000 * Math.max(1, stories / 6) },
      )
    },
    60_000 * Math.max(7, stories),
  )
})
