import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from './testing/fresh-database.ts'
import { seedSession } from './testing/seed-session.ts'
import { writer, type By, type Tx } from './write.ts'

const database = await freshDatabase()
const { pool, prisma } = database
const write = writer(database)
const seeded = await seedSession(pool)

type Entry = {
  readonly actId: string
  readonly accountId: string | null
  readonly act: string | null
  readonly operation: string
  readonly kind: string
  readonly objectId: string
  readonly belongsTo: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

/** The entries that a transaction left, in the order of kinds. */
async function entriesOf(work: (tx: Tx) => Promise<unknown>, by?: By): Promise<readonly Entry[]> {
  const last = async () => (await pool.query<{ id: string }>('SELECT coalesce(max(id), 0) AS id FROM "AuditEntry"')).rows[0]?.id
  const before = await last()
  await write(work, by)
  const { rows } = await pool.query<Entry>('SELECT * FROM "AuditEntry" WHERE id > $1 ORDER BY kind, id', [before])
  return rows
}

let anna = ''
const by = (act: string): By => ({ accountId: anna, act })

beforeAll(async () => {
  const account = await prisma.account.create({ data: { name: 'Anna Przykład', email: 'anna@example.pl' }, select: { id: true } })
  anna = account.id
})

describe('the audit log', () => {
  it('says who moved what, from when to when, and to what it belongs', async () => {
    const { session, activity, program } = seeded
    const { seriesId } = await prisma.activity.findUniqueOrThrow({ where: { id: activity }, select: { seriesId: true } })
    const entries = await entriesOf(
      (tx) =>
        tx.$executeRaw`UPDATE "Session" SET "wallStart" = '2026-11-23T17:30:00', "startsAt" = "startsAt" + interval '30 minutes', version = 2 WHERE id = ${session}::uuid`,
      by('move'),
    )
    expect(entries).toMatchObject([
      {
        accountId: anna,
        act: 'move',
        operation: 'UPDATE',
        kind: 'Session',
        objectId: session,
        before: { wallStart: '2026-11-23T17:00:00' },
        after: { wallStart: '2026-11-23T17:30:00' },
      },
    ])
    expect(entries[0]?.belongsTo.toSorted()).toEqual([session, activity, seriesId, program].toSorted())
  })

  it('is written whoever writes, and names nobody when it was the server', async () => {
    const entries = await entriesOf((tx) => tx.venue.update({ where: { id: seeded.venue }, data: { name: 'Świetlica nowa' } }))
    expect(entries).toMatchObject([
      { accountId: null, act: null, before: { name: 'Świetlica' }, after: { name: 'Świetlica nowa' } },
    ])
  })

  it('holds rows of one transaction together, and those of another apart', async () => {
    const both = (tx: Tx) =>
      Promise.all([
        tx.venue.update({ where: { id: seeded.venue }, data: { address: `ul. Zmyślona ${Math.random()}` } }),
        tx.room.update({ where: { id: seeded.room }, data: { capacity: Math.floor(Math.random() * 1e6) } }),
      ])
    const [room, venue] = await entriesOf(both, by('venue'))
    const [roomLater] = await entriesOf(both, by('venue'))
    expect([room?.kind, venue?.kind]).toEqual(['Room', 'Venue'])
    expect(room?.actId).toBe(venue?.actId)
    expect(roomLater?.actId).not.toBe(room?.actId)
  })

  it('says nothing of what nobody changed, nor of what follows from something else', async () => {
    expect(
      await entriesOf(
        (tx) =>
          tx.$executeRaw`UPDATE "Session" SET host = host, "peopleCount" = 3, version = version + 1, "occupiedTo" = "occupiedTo" + interval '1 h'`,
        by('people'),
      ),
    ).toEqual([])
  })

  it('costs two statements for 400 sessions, made or changed, and leaves an entry for each', async () => {
    const insert = (tx: Tx) => tx.$executeRaw`
      INSERT INTO "Session" ("activityId", "recurrenceId", "whenKind", "wallStart", "wallEnd", "startsAt", "endsAt", "occupiedFrom", "occupiedTo", overrides)
      SELECT ${seeded.activity}::uuid, day, 'ALL_DAY', day, day, at, at + interval '1 d', at, at + interval '1 d', '{}'
      FROM generate_series(1, 400) AS n, LATERAL (SELECT (date '2027-01-01' + n)::text AS day, (date '2027-01-01' + n)::timestamptz AS at) AS days`
    const made = await entriesOf(insert, by('create'))
    expect(made).toHaveLength(400)
    expect(made[0]).toMatchObject({ operation: 'INSERT', before: null, after: { wallStart: '2027-01-02', status: 'PLANNED' } })
    expect(Object.keys(made[0]?.after ?? {})).not.toContain('startsAt')
    const changed = await entriesOf(
      (tx) => tx.$executeRaw`UPDATE "Session" SET note = '{"pl": "Weź kubek"}' WHERE "whenKind" = 'ALL_DAY'`,
      by('session'),
    )
    expect(changed).toHaveLength(400)
    expect(new Set(changed.map(({ actId }) => actId)).size).toBe(1)
  })

  it('is not filled by what the server makes at the start, but knows of every account', async () => {
    expect(await entriesOf((tx) => tx.organisation.create({ data: { slug: 'proba', name: 'Próba', kind: 'NGO' } }))).toEqual([])
    const made = await entriesOf((tx) => tx.account.create({ data: { name: 'Ewa Zmyślona', email: 'ewa@example.pl' } }))
    expect(made).toMatchObject([{ kind: 'Account', operation: 'INSERT' }])
    expect(
      await entriesOf((tx) => tx.organisation.create({ data: { slug: 'druga', name: 'Druga', kind: 'NGO' } }), by('make')),
    ).toHaveLength(1)
  })

  it('holds no name and no contact of a person, only that it changed', async () => {
    const entries = [
      ...(await entriesOf((tx) => tx.account.create({ data: { name: 'Jan Tajny', email: 'jan@example.pl' } }), by('invite'))),
      ...(await entriesOf(
        (tx) => tx.account.updateMany({ where: { email: 'jan@example.pl' }, data: { name: 'Jan Inny Tajny' } }),
        by('rename'),
      )),
      ...(await entriesOf(
        (tx) => tx.activity.updateMany({ data: { host: 'Jan Tajny', contactPhone: '700 800 900' } }),
        by('details'),
      )),
    ]
    expect(entries.at(1)).toMatchObject({ before: { name: null }, after: { name: null } })
    expect(entries.at(2)?.after).toEqual({ host: null, contactPhone: null })
    expect(JSON.stringify(entries)).not.toMatch(/Tajny|jan@|700 ?800 ?900/)
  })

  it('keeps what a deleted row said, with rows of other tables that went with it', async () => {
    await write((tx) => tx.venueAlias.create({ data: { venueId: seeded.venue, text: 'Świetlica przy torach' } }))
    const venue = await prisma.venue.findUniqueOrThrow({ where: { id: seeded.venue }, select: { municipalityId: true } })
    const lone = await prisma.venue.create({
      data: { slug: 'plac', name: 'Plac', address: 'ul. Zmyślona 9', ...venue, aliases: { create: { text: 'Skwer' } } },
    })
    const entries = await entriesOf((tx) => tx.venue.delete({ where: { id: lone.id } }), by('merge'))
    expect(entries).toMatchObject([
      { kind: 'Venue', operation: 'DELETE', objectId: lone.id, before: { name: 'Plac', slug: 'plac' }, after: null },
      { kind: 'VenueAlias', operation: 'DELETE', objectId: lone.id, before: { text: 'Skwer' } },
    ])
  })

  it('says which of several facts about one building changed', async () => {
    const fact = { venueId: seeded.venue, fact: 'LIFT' } as const
    await write((tx) => tx.venueAccessibility.create({ data: { ...fact, value: 'UNKNOWN' } }))
    const entries = await entriesOf(
      (tx) => tx.venueAccessibility.update({ where: { venueId_fact: fact }, data: { value: 'NO' } }),
      by('fact'),
    )
    expect(entries).toMatchObject([
      { objectId: seeded.venue, before: { ...fact, value: 'UNKNOWN' }, after: { ...fact, value: 'NO' } },
    ])
  })

  it('forgets what was taken back with its transaction', async () => {
    const broken = write(async (tx) => {
      await tx.venue.update({ where: { id: seeded.venue }, data: { name: 'Nigdy' } })
      throw new Error('no')
    }, by('venue'))
    await expect(broken).rejects.toThrow('no')
    const { rows } = await pool.query(`SELECT 1 FROM "AuditEntry" WHERE after ->> 'name' = 'Nigdy'`)
    expect(rows).toEqual([])
  })

  it.each(['UPDATE "AuditEntry" SET act = \'other\'', 'DELETE FROM "AuditEntry"', 'TRUNCATE "AuditEntry"'])(
    'refuses %s',
    async (sql) => {
      await expect(pool.query(sql)).rejects.toThrow('the audit log is only added to')
    },
  )

  it('watches every table, but for those that say nothing that people decide', async () => {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
         AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'audit_updated') ORDER BY 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual(unwatched.toSorted())
  })
})

/** Tables without entries of their own. */
const unwatched = [
  '_prisma_migrations',
  'AuditEntry',
  // what follows from watched tables, or tells of the same act
  'Change',
  'Edit',
  'EditBatch',
  'FaceQueue',
  'ImportedItem',
  'ImportReading',
  'SessionFace',
  'SlugAlias',
  // how somebody signs in: hashes, secrets and mails
  'Credential',
  'HostFeed',
  'LoginSession',
  'Message',
  'RateLimit',
  'TwoFactor',
  'Verification',
  // the installation's own
  'IdempotencyKey',
  'Installation',
  'SavedSelection',
  // residents: their own trace is kept where they are; of attendance it is `AttendanceMark`, tap by tap; a merge enters itself, without names
  'Absence',
  'Attendance',
  'AttendanceCount',
  'AttendanceMark',
  'Call',
  'Notice',
  'Callback',
  'CallerCheck',
  'Household',
  'Person',
  'PersonMerge',
  'PersonalFeed',
  'SafeContact',
  'SignUp',
  'SignUpPerson',
]
