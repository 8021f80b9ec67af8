import * as fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { readFeed } from '#shared/ical/read-feed.ts'
import { openDatabase, type Database } from '../../db/client.ts'
import { listenToChanges } from '../../db/listen.ts'
import { freshDatabase } from '../../db/testing/fresh-database.ts'
import { seedTown } from '../../db/testing/seed-town.ts'
import { writer, type Tx, type Write } from '../../db/write.ts'
import { createFeedService, type FeedService } from './service.ts'

const database = await freshDatabase()
const town = await seedTown(database.pool)
const days = Array.from({ length: 12 }, (_, index) => `2026-12-${String(index + 1).padStart(2, '0')}`)
const yoga: string[] = []
for (const day of days) yoga.push(await town.addSession({ activity: town.yoga, start: `${day}T17:00:00` }))
const cinema = await town.addSession({ activity: town.cinema, start: '2026-12-04T18:00:00' })
const picnic = await town.addSession({ activity: town.picnic, start: '2026-12-05', end: '2026-12-06' })

const place = { publicUrl: 'https://podworko.example', uidDomain: 'abc.podworko' }
const addresses = [
  '/feeds/all.ics',
  '/feeds/cities/gliwice.ics',
  '/feeds/cities/katowice.ics?lang=uk',
  '/feeds/kinds/workshop.ics?cancelled=title',
]

type Process = {
  readonly feeds: FeedService
  readonly write: Write
  readonly database: Database
  readonly stop: () => Promise<void>
}
const running: Process[] = []

/** What a server process has of its own: connections, a cache, an ear. */
async function startProcess(clock = (): Date => new Date('2026-11-23T12:00:00Z'), pool?: (own: Pool) => Pool): Promise<Process> {
  const own = openDatabase(database.config, 5)
  const feeds = createFeedService({ pool: pool?.(own.pool) ?? own.pool, place, clock })
  const opening = { done: (): void => {} }
  const ready = new Promise<void>((done) => (opening.done = done))
  const stopListening = listenToChanges(database.config, {
    onChange: feeds.hear,
    onHearing: (hears) => {
      feeds.setHearing(hears)
      if (hears) opening.done()
    },
  })
  await ready
  const stop = async (): Promise<void> => {
    await stopListening()
    await own.close()
  }
  const started = { feeds, write: writer(own, [feeds.hear]), database: own, stop }
  running.push(started)
  return started
}
afterAll(() => Promise.all(running.map(({ stop }) => stop())))

const textOf = async ({ feeds }: Process, address: string): Promise<string> =>
  (await feeds.find(address)).forms.identity.body.toString()
const eventsOf = (text: string): Map<string, string> =>
  new Map(
    text
      .split(/(?<=\n)(?=BEGIN:VEVENT)/)
      .slice(1)
      .map((event) => [/UID:([\w-]+)/.exec(event)?.[1] ?? '', event.replace(/END:VCALENDAR\r\n$/, '')]),
  )
const revisionOf = (event: string | undefined): [number, string] => [
  Number(/SEQUENCE:(\d+)/.exec(event ?? '')?.[1]),
  /LAST-MODIFIED:(\w+)/.exec(event ?? '')?.[1] ?? '',
]

const one = await startProcess()
const other = await startProcess()

describe('without a change', () => {
  it('all processes give the same bytes and tags, also after a restart', async () => {
    const restarted = await startProcess()
    for (const address of addresses) {
      const answers = await Promise.all([one, other, restarted].map(({ feeds }) => feeds.find(address)))
      const [first, ...rest] = answers
      for (const answer of rest) {
        expect(answer.forms.identity).toEqual(first?.forms.identity)
        expect(answer.lastModifiedMs).toBe(first?.lastModifiedMs)
      }
    }
  })
})

type Edit = { readonly name: string; readonly of: readonly string[]; readonly work: (tx: Tx, mark: number) => Promise<unknown> }
const uuid = (id: string | undefined): string => id ?? ''
const edits: readonly Edit[] = [
  {
    name: 'a session is cancelled, or no more',
    of: [uuid(yoga[2])],
    work: (tx) =>
      tx.$executeRaw`UPDATE "Session" SET status = (CASE status WHEN 'PLANNED' THEN 'CANCELLED' ELSE 'PLANNED' END)::"SessionStatus",
        "cancelledAt" = CASE status WHEN 'PLANNED' THEN now() END WHERE id = ${yoga[2]}::uuid`,
  },
  {
    name: 'a session is moved by a day',
    of: [uuid(yoga[3])],
    work: (tx, mark) =>
      tx.$executeRaw`UPDATE "Session" SET "movedFrom" = "wallStart", "movedAt" = now() + make_interval(secs => ${mark}) WHERE id = ${yoga[3]}::uuid`,
  },
  {
    name: 'the address of the venue is corrected',
    of: [...yoga, cinema],
    work: (tx, mark) => tx.$executeRaw`UPDATE "Venue" SET address = ${`ul. Zmyślona ${mark}`} WHERE id = ${town.venue}::uuid`,
  },
  {
    name: 'the cinema has a new title',
    of: [cinema],
    work: (tx, mark) =>
      tx.$executeRaw`UPDATE "Activity" SET title = jsonb_build_object('pl', ${`Kino ${mark}`}::text) WHERE id = ${town.cinema}::uuid`,
  },
  {
    name: 'the picnic needs a sign-up',
    of: [picnic],
    work: (tx, mark) =>
      tx.$executeRaw`UPDATE "Activity" SET description = jsonb_build_object('pl', ${`Zabierz koc ${mark}`}::text) WHERE id = ${town.picnic}::uuid`,
  },
  {
    name: 'somebody signs up, which no feed shows',
    of: [],
    work: (tx, mark) => tx.$executeRaw`UPDATE "Session" SET "peopleCount" = ${mark % 50}, version = version + 1`,
  },
  { name: 'somebody saves what was there already', of: [], work: (tx) => tx.$executeRaw`UPDATE "Venue" SET address = address` },
]

describe('after a change', () => {
  it('what shows it has a higher SEQUENCE and LAST-MODIFIED, and every other event its very bytes', async () => {
    let mark = 100
    await fc.assert(
      fc.asyncProperty(fc.subarray([...edits], { minLength: 1 }), async (chosen) => {
        const [before, tag] = [
          eventsOf(await textOf(one, '/feeds/all.ics')),
          (await one.feeds.find('/feeds/all.ics')).forms.gzip.etag,
        ]
        mark += 1
        await one.write(async (tx) => {
          for (const { work } of chosen) await work(tx, mark)
        })
        const after = eventsOf(await textOf(one, '/feeds/all.ics'))
        const expected = new Set(chosen.flatMap(({ of }) => of))
        const changed = [...after].filter(([id, text]) => text !== before.get(id)).map(([id]) => id)
        expect(new Set(changed)).toEqual(expected)
        for (const id of changed) {
          const [[oldSequence, oldModified], [sequence, modified]] = [revisionOf(before.get(id)), revisionOf(after.get(id))]
          expect(sequence).toBeGreaterThan(oldSequence)
          expect(modified > oldModified).toBe(true)
        }
        expect((await one.feeds.find('/feeds/all.ics')).forms.gzip.etag === tag).toBe(expected.size === 0)
      }),
      { numRuns: 25 },
    )
  })

  it('is seen by the other process within a second', async () => {
    const address = '/feeds/series/piknik.ics'
    await textOf(other, address)
    await one.write(
      (tx) => tx.$executeRaw`UPDATE "Activity" SET title = '{"pl": "piknik z orkiestrą"}' WHERE id = ${town.picnic}::uuid`,
    )
    expect(await textOf(one, address)).toContain('SUMMARY:piknik z orkiestrą')
    await vi.waitFor(async () => expect(await textOf(other, address)).toContain('SUMMARY:piknik z orkiestrą'), {
      timeout: 10_000,
      interval: 20,
    })
  })

  it('is seen by the other process also when its LISTEN was cut meanwhile', async () => {
    const address = '/feeds/series/kino.ics'
    await textOf(other, address)
    await database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'podworko listener' AND datname = current_database()`,
    )
    await one.write((tx) => tx.$executeRaw`UPDATE "Activity" SET title = '{"pl": "kino nieme"}' WHERE id = ${town.cinema}::uuid`)
    await vi.waitFor(async () => expect(await textOf(other, address)).toContain('SUMMARY:kino nieme'), {
      timeout: 10_000,
      interval: 20,
    })
    await vi.waitFor(async () => {
      await textOf(other, address)
      expect(other.feeds.recall(address, Date.parse('2026-11-23T12:00:00Z'))).toBeDefined() // and it is kept again
    })
    await one.write(
      (tx) => tx.$executeRaw`UPDATE "Activity" SET title = '{"pl": "kino z muzyką"}' WHERE id = ${town.cinema}::uuid`,
    )
    await vi.waitFor(async () => expect(await textOf(other, address)).toContain('SUMMARY:kino z muzyką'), {
      timeout: 10_000,
      interval: 20,
    })
  })

  it('a render that began before its commit is never kept after it', async () => {
    const gate = { open: (): void => {} }
    const opened = new Promise<void>((done) => (gate.open = done))
    const rows = { read: (): void => {} }
    const read = new Promise<void>((done) => (rows.read = done))
    const slow = await startProcess(undefined, (pool) => {
      const query = async (text: string, values?: unknown[]) => {
        const result = await pool.query(text, values)
        if (text.includes('ANY (')) {
          rows.read()
          await opened // the rows are read, and now time passes
        }
        return result
      }
      return Object.assign(Object.create(pool) as Pool, { query })
    })
    const address = '/feeds/series/piknik.ics?lang=en'
    const early = textOf(slow, address)
    await read
    await one.write(
      (tx) => tx.$executeRaw`UPDATE "Activity" SET title = '{"pl": "piknik nocny"}' WHERE id = ${town.picnic}::uuid`,
    )
    const range = await database.pool.query<{ id: string }>('SELECT max(id) AS id FROM "Change"')
    const id = BigInt(range.rows[0]?.id ?? 0)
    await slow.feeds.hear({ first: id, last: id })
    const late = textOf(slow, address)
    gate.open()
    expect(await early).not.toContain('nocny')
    expect(await late).toContain('nocny')
    expect(slow.feeds.recall(address, Date.parse('2026-11-23T12:00:00Z'))?.forms.identity.body.toString()).toContain('nocny')
  })

  it('T54: a new offset of the zone moves the instants, keeps the wall time and raises SEQUENCE', async () => {
    const id = uuid(yoga[5])
    const before = eventsOf(await textOf(one, '/feeds/all.ics')).get(id)
    await one.write(
      (
        tx,
      ) => tx.$executeRaw`UPDATE "Session" SET "startsAt" = "startsAt" + interval '1 hour', "endsAt" = "endsAt" + interval '1 hour',
      "occupiedTo" = "occupiedTo" + interval '1 hour' WHERE id = ${id}::uuid`,
    )
    const after = eventsOf(await textOf(one, '/feeds/all.ics')).get(id)
    expect(after).toContain('DTSTART;TZID=Europe/Warsaw:20261206T170000\r\nDTEND;TZID=Europe/Warsaw:20261206T183000\r\n')
    expect(revisionOf(after)[0]).toBe(revisionOf(before)[0] + 1)
  })
})

describe('the local day', () => {
  const now = { date: new Date('2026-11-23T12:00:00Z') }
  const turn = (instant: string): void => void (now.date = new Date(instant))

  it('moves the window at local midnight, also on the days when the clocks change', async () => {
    const clocks = await startProcess(() => now.date)
    const address = '/feeds/cities/katowice.ics'
    const held = async (): Promise<number> => readFeed(await textOf(clocks, address)).events.length
    for (const [lastSecond, midnight] of [
      ['2027-02-04T22:59:59Z', '2027-02-04T23:00:00Z'], // the picnic of 5 and 6 December ended 60 days before
    ] as const) {
      turn(lastSecond)
      expect(await held()).toBe(1)
      expect(clocks.feeds.recall(address, now.date.getTime())).toBeDefined()
      turn(midnight)
      expect(clocks.feeds.recall(address, now.date.getTime())).toBeUndefined()
      expect(await held()).toBe(0)
    }
    // Far ahead: Last-Modified is the later of midnight and the last change, which bears the database's own time.
    for (const [day, before, after] of [
      ['2038-03-28', '2038-03-27T22:59:59Z', '2038-03-27T23:00:00Z'],
      ['2038-03-29', '2038-03-28T21:59:59Z', '2038-03-28T22:00:00Z'], // a day of 23 hours
      ['2038-10-31', '2038-10-30T21:59:59Z', '2038-10-30T22:00:00Z'],
      ['2038-11-01', '2038-10-31T22:59:59Z', '2038-10-31T23:00:00Z'], // a day of 25 hours
    ] as const) {
      turn(before)
      const { lastModifiedMs } = await clocks.feeds.find(address)
      expect(clocks.feeds.recall(address, now.date.getTime())).toBeDefined()
      turn(after)
      expect([day, clocks.feeds.recall(address, now.date.getTime())]).toEqual([day, undefined])
      const next = await clocks.feeds.find(address)
      expect(new Date(next.lastModifiedMs).toISOString()).toBe(new Date(after).toISOString())
      expect(next.lastModifiedMs).toBeGreaterThan(lastModifiedMs)
      turn(before) // and back
      expect(clocks.feeds.recall(address, now.date.getTime())).toBeUndefined()
    }
  })

  it('changes no byte while nothing enters or leaves the window', async () => {
    const clocks = await startProcess(() => now.date)
    await town.addSession({ activity: town.picnic, start: '2040-05-20T12:00:00' })
    turn('2040-05-01T00:30:00Z')
    const morning = await clocks.feeds.find('/feeds/cities/katowice.ics')
    turn('2040-05-02T21:30:00Z')
    const nextEvening = await clocks.feeds.find('/feeds/cities/katowice.ics')
    expect(nextEvening.forms.identity).toEqual(morning.forms.identity)
    expect(nextEvening.lastModifiedMs).toBeGreaterThan(morning.lastModifiedMs)
  })

  it('lets a cancelled session go at the later of 30 days after the change and 7 days after its date', async () => {
    const clocks = await startProcess(() => now.date)
    const id = await town.addSession({ activity: town.picnic, start: '2026-12-24T12:00:00', title: { pl: 'Opłatek' } })
    await database.pool.query(`UPDATE "Session" SET status = 'CANCELLED', "cancelledAt" = '2026-11-20T10:00:00Z' WHERE id = $1`, [
      id,
    ])
    const titles = async (query = ''): Promise<string[]> =>
      readFeed(await textOf(clocks, `/feeds/cities/katowice.ics${query}`)).events.map(({ title }) => title)
    turn('2026-12-31T22:59:59Z')
    await vi.waitFor(async () => expect(await titles()).toContain('ODWOŁANE: Opłatek'))
    expect(await titles('?cancelled=hide')).not.toContain('ODWOŁANE: Opłatek')
    expect(await titles('?lang=en')).toContain('CANCELLED: Opłatek')
    turn('2026-12-31T23:00:00Z')
    expect(await titles()).not.toContain('ODWOŁANE: Opłatek')
  })

  it('T52: a night over the change of clocks ends at the hour that was typed', async () => {
    const clocks = await startProcess(() => now.date)
    turn('2027-10-30T10:00:00Z')
    await town.addSession({
      activity: town.picnic,
      start: '2027-10-30T23:00:00',
      end: '2027-10-31T04:00:00',
      title: { pl: 'Noc nietoperzy' },
    })
    await vi.waitFor(async () => {
      const text = await textOf(clocks, '/feeds/cities/katowice.ics')
      expect(text).toContain('DTSTART;TZID=Europe/Warsaw:20271030T230000\r\nDTEND;TZID=Europe/Warsaw:20271031T040000\r\n')
      const [night] = readFeed(text).events
      expect(night?.when.kind === 'timed' && night.when.endMs - night.when.startMs).toBe(6 * 3_600_000)
    })
  })
})

describe('while the database is away', () => {
  it('what was published is still answered, on its day, and it heals by itself', async () => {
    const now = { date: new Date('2026-11-23T12:00:00Z') }
    const state = { away: false }
    const cut = await startProcess(
      () => now.date,
      (pool) => {
        const query = (text: string, values?: unknown[]) =>
          state.away
            ? Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
            : pool.query(text, values)
        return Object.assign(Object.create(pool) as Pool, { query })
      },
    )
    const before = await textOf(cut, '/feeds/all.ics')
    state.away = true
    cut.feeds.setHearing(false)
    expect(await textOf(cut, '/feeds/all.ics')).toBe(before)
    await expect(textOf(cut, '/feeds/all.ics?lang=en')).rejects.toThrow('ECONNREFUSED')
    now.date = new Date('2026-11-23T23:00:00Z')
    await expect(textOf(cut, '/feeds/all.ics')).rejects.toThrow('ECONNREFUSED')
    state.away = false
    cut.feeds.setHearing(true)
    expect(readFeed(await textOf(cut, '/feeds/all.ics')).events.length).toBeGreaterThan(0)
  })
})

describe('many sessions', () => {
  it('T68: a feed of 20,000 sessions holds the nearest 1,000 in at most 1 MB and says until when it reaches', async () => {
    const crowded = await startProcess()
    // In pieces: what is asked is how a feed holds so many, not how they are written.
    for (let written = 0; written < 20_000; written += 1_000)
      await database.pool.query(
        `INSERT INTO "Session" ("activityId", "recurrenceId", "whenKind", "wallStart", "wallEnd", "startsAt", "endsAt", "occupiedFrom", "occupiedTo", overrides)
         SELECT $1, n::text, 'TIMED', to_char(t AT TIME ZONE 'Europe/Warsaw', 'YYYY-MM-DD"T"HH24:MI:SS'),
           to_char((t + interval '10 minutes') AT TIME ZONE 'Europe/Warsaw', 'YYYY-MM-DD"T"HH24:MI:SS'),
           t, t + interval '10 minutes', t, t + interval '10 minutes', '{}'
         FROM generate_series($2::int + 1, $2 + 1000) AS n, LATERAL (SELECT timestamptz '2026-09-30 01:00Z' + n * interval '25 minutes' AS t) AS moment`,
        [town.cinema, written],
      )
    await vi.waitFor(
      async () => expect(readFeed(await textOf(crowded, '/feeds/series/kino.ics')).events.length).toBeGreaterThan(500),
      10_000,
    )
    const text = await textOf(crowded, '/feeds/series/kino.ics')
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000)
    const { head, events } = readFeed(text)
    expect(events.length).toBeLessThanOrEqual(1_000)
    const starts = events.map(({ when }) => (when.kind === 'timed' ? when.startMs : 0))
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(new Date(starts[0] ?? 0).toISOString()).toBe('2026-11-22T23:10:00.000Z') // the first of today: nothing past is nearer
    expect(head.description).toMatch(/Zajęć jest więcej: ten kalendarz sięga do \d+ \S+ 202\d\./)
  }, 60_000)
})
