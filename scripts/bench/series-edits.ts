import type { ClientConfig } from 'pg'
import { createFeeds } from '#server/app.ts'
import { systemClock } from '#server/clock.ts'
import { readConfig } from '#server/config.ts'
import { openDatabase, type Database } from '#server/db/client.ts'
import { writer } from '#server/db/write.ts'
import { planningService } from '#server/features/planning/service.ts'
import { writeEvent, writeFeed } from '#shared/ical/write-feed.ts'
import { expand } from '#shared/schedule/expand.ts'
import type { RuleSchedule } from '#shared/schedule/schedule.ts'
import { warsaw } from '#shared/time/when.ts'
import { sampleEvents, sampleHead } from './sample-events.ts'

/** First the database and the sizes; then, by turns, an edit of the series of that size, or the reference. */
export type SeriesOrder =
  | { readonly config: ClientConfig; readonly publicUrl: string; readonly sizes: readonly number[] }
  | { readonly edit: number }
  | 'reference'

/** Milliseconds of an edit until its answer; of the reference its three parts: the rule, the feed, the commit. */
export type SeriesAnswer = { readonly ms: number; readonly parts: readonly number[] }

type Series = { readonly activityId: string; version: number; hour: number }
type Bench = { readonly edit: (size: number) => Promise<SeriesAnswer>; readonly reference: () => Promise<SeriesAnswer> }

process.on('message', async (order: SeriesOrder) => {
  if (order === 'reference') process.send?.(await bench?.reference())
  else if ('config' in order) {
    bench = await open(order)
    process.send?.('ready')
  } else process.send?.(await bench?.edit(order.edit))
})
process.once('disconnect', () => process.exit())
let bench: Bench | undefined

async function open({ config: databaseConfig, publicUrl, sizes }: Extract<SeriesOrder, { config: unknown }>): Promise<Bench> {
  const database = openDatabase(databaseConfig)
  const feeds = createFeeds({ config: readConfig({ PUBLIC_URL: publicUrl }), database, clock: systemClock }, 'bench.podworko')
  feeds.setHearing(true)
  const planning = planningService({ write: writer(database, [feeds.hear]), prisma: database.prisma })
  const all = new Map<number, Series>()
  for (const size of sizes) all.set(size, await makeSeries(database, planning, size))
  await database.pool.query('VACUUM ANALYZE') // as PostgreSQL does by itself within minutes
  const events = sampleEvents(200)

  return {
    /** All sessions to come an hour later, and back the next time. */
    async edit(size) {
      const series = all.get(size)
      if (!series) throw new Error(`there is no series of ${size} sessions`)
      const hour = series.hour === 17 ? 18 : 17
      const { activityId, version } = series
      const begun = performance.now()
      const { impact } = await planning.changeSchedule(
        { activityId, version, schedule: scheduleOf(size, hour), scope: { kind: 'all' } },
        { now: new Date() },
      )
      const ms = performance.now() - begun
      if (impact.moved.length !== size) throw new Error(`an edit moved ${impact.moved.length} sessions of ${size}`)
      Object.assign(series, { version: version + 1, hour })
      return { ms, parts: [] }
    },
    async reference() {
      const start = performance.now()
      expand(scheduleOf(sizes[0] ?? 52, 17), null)
      const expanded = performance.now()
      writeFeed(sampleHead, events.map(writeEvent))
      const written = performance.now()
      await database.prisma.$transaction(async () => undefined)
      const end = performance.now()
      return { ms: end - start, parts: [expanded - start, written - expanded, end - written] }
    },
  }
}

/** A session a day from tomorrow on. */
function scheduleOf(size: number, hour: number): RuleSchedule {
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  return {
    kind: 'rule',
    zone: warsaw,
    first: { kind: 'timed', start: `${day}T${hour}:00:00`, end: `${day}T${hour + 1}:30:00` },
    rule: `FREQ=DAILY;COUNT=${size}`,
    excluded: [],
    skipHolidays: false,
    skipBreaksOf: null,
  }
}

/** In the first group of the season, in a place of its own. */
async function makeSeries({ prisma }: Database, planning: ReturnType<typeof planningService>, size: number): Promise<Series> {
  const { id: programId, municipalityId } = await prisma.program.findUniqueOrThrow({
    where: { slug: 'program-1' },
    select: { id: true, municipalityId: true },
  })
  const venue = await prisma.venue.create({
    data: {
      slug: `dom-${size}`,
      name: `Dom ${size}`,
      address: 'ul. Zmyślona 2',
      municipalityId,
      rooms: { create: { name: 'sala' } },
    },
    select: { id: true, rooms: { select: { id: true } } },
  })
  const series = await prisma.series.create({
    data: { slug: `duzy-cykl-${size}`, title: { pl: 'Cykl' }, programId },
    select: { id: true },
  })
  const place = { venueId: venue.id, roomId: venue.rooms[0]?.id ?? null }
  const { activityId } = await planning.createActivity(
    {
      seriesId: series.id,
      fields: {
        title: { pl: 'Naprawiamy rowery' },
        kind: 'WORKSHOP',
        enrolment: 'PER_SESSION',
        audiences: [],
        languages: ['pl'],
        ...place,
      },
      schedule: scheduleOf(size, 17),
      publish: true,
    },
    { now: new Date() },
  )
  return { activityId, version: 1, hour: 17 }
}
