import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '#server/db/testing/fresh-database.ts'
import { idOf } from './ids.ts'
import { isEmpty, loadSampleData, SampleConflict } from './load.ts'
import { removeRealPrograms, removeSeason, SampleInUse } from './remove.ts'

const now = new Date('2026-11-23T02:00:00Z')

/** Rows of every table that isn't a journal. */
async function rowsByTable({ pool }: TestDatabase): Promise<Readonly<Record<string, number>>> {
  const tables = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'Change', 'AuditEntry') ORDER BY 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables.rows) {
    const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${name}"`)
    if (rows[0]!.count > 0) counts[name] = rows[0]!.count
  }
  return counts
}

/** An organiser's own series, as somebody might add it by hand. */
const ownSeries = (programId: string) => ({ slug: 'nasze-spotkania', title: { pl: 'Nasze spotkania' }, programId })

describe('removing', async () => {
  const database = await freshDatabase()
  const { prisma } = database
  beforeAll(() => loadSampleData(database, now))

  it('takes the season out of the tables and out of the feeds, and leaves the real programs whole', async () => {
    const inFeeds = (
      await prisma.sessionFace.findMany({ where: { session: { activity: { series: { isSample: true } } } } })
    ).filter(({ facts }) => facts !== null)
    await prisma.slugAlias.create({
      data: { kind: 'SERIES', slug: 'dawna-joga', targetId: idOf('series', 'joga-dla-sztywnych') },
    })
    const { id: last } = await prisma.change.findFirstOrThrow({ orderBy: { id: 'desc' } })

    const removed = await removeSeason(database)
    expect(removed).toMatchObject({ series: 46, clubs: 8, programs: 6, projects: 1, venues: 11, organisations: 1 })
    const gone = await prisma.change.findMany({
      where: { id: { gt: last }, sessionId: { in: inFeeds.map(({ sessionId }) => sessionId) } },
    })
    expect(gone.length).toBe(inFeeds.length)
    expect(gone.every(({ before, after }) => before !== null && after === null)).toBe(true)
    expect(await rowsByTable(database)).toEqual({
      Activity: 1,
      Club: 3,
      District: 10,
      Edition: 2,
      Group: 5,
      IndicatorTarget: 12,
      Municipality: 4,
      Organisation: 12,
      PriorityCriterion: 1,
      Program: 12,
      ProgramDistrict: 10,
      ProgramFunding: 17,
      Project: 5,
      ProjectEvent: 7,
      ProjectOrganisation: 8,
      ProjectPart: 6,
      RecruitmentCall: 2,
      Series: 1,
      Session: 1,
      SessionFace: 1,
      Stage: 6,
      SupportForm: 49,
      Venue: 7,
      VenueAccessibility: 1,
      VenueAlias: 1,
    })
  })

  it('can be done twice, and loaded again', async () => {
    expect((await removeSeason(database)).sessions).toBe(0)
    const { season } = await loadSampleData(database, new Date('2026-12-01T10:00:00Z'))
    expect(season?.today).toBe('2026-12-01')
    await removeSeason(database)
  })

  it('keeps the real program that somebody built on, with all that it stands on, and takes the others', async () => {
    await prisma.series.create({ data: ownSeries(idOf('program', 'wspoltworze-zatorze')) })
    expect(await removeRealPrograms(database)).toMatchObject({ programs: 11, projects: 4, sessions: 1 })
    const left = async (rows: Promise<readonly { slug: string }[]>) => (await rows).map(({ slug }) => slug)
    expect(await left(prisma.program.findMany())).toEqual(['wspoltworze-zatorze'])
    expect(await left(prisma.project.findMany())).toEqual(['aktywnie-dla-gliwic'])
    expect(await left(prisma.district.findMany())).toEqual(['gliwice-zatorze'])
    expect(await left(prisma.municipality.findMany())).toEqual(['gliwice'])
    expect(await left(prisma.organisation.findMany())).toEqual(['ops-gliwice'])
  })

  it('leaves nothing at all when nothing else uses the real programs', async () => {
    await prisma.series.deleteMany()
    await removeRealPrograms(database)
    expect(await rowsByTable(database)).toEqual({})
    expect(await isEmpty(database)).toBe(true)
  })
})

describe('a database that an office has begun to fill', async () => {
  const database = await freshDatabase()
  const { prisma } = database

  it('gets no sample data by itself, and keeps its own city and district when it asks for them', async () => {
    const city = await prisma.municipality.create({ data: { slug: 'gliwice', name: 'Gliwice', voivodeship: 'slaskie' } })
    await prisma.district.create({ data: { slug: 'gliwice-sosnica', name: 'Sośnica', municipalityId: city.id } })
    expect(await isEmpty(database)).toBe(false)
    await loadSampleData(database, now)
    expect(await prisma.program.count({ where: { municipalityId: city.id } })).toBe(8)
  })

  it('refuses to remove what a real series uses, names it, and changes nothing', async () => {
    await prisma.series.create({ data: ownSeries(idOf('program', 'przykladowa-sosnica')) })
    const before = await rowsByTable(database)
    await expect(removeSeason(database)).rejects.toThrow(SampleInUse)
    await expect(removeSeason(database)).rejects.toThrow('the series "nasze-spotkania"')
    expect(await rowsByTable(database)).toEqual(before)
    await prisma.series.deleteMany({ where: { slug: 'nasze-spotkania' } })
  })

  it('keeps its own city and district when the sample data goes', async () => {
    await removeSeason(database)
    await removeRealPrograms(database)
    expect(await rowsByTable(database)).toEqual({ District: 1, Municipality: 1 })
  })

  it('is told which of its addresses is in the way', async () => {
    await prisma.organisation.create({ data: { slug: 'ops-gliwice', name: 'OPS', kind: 'SOCIAL_CENTRE' } })
    await expect(loadSampleData(database, now)).rejects.toThrow(SampleConflict)
    await expect(loadSampleData(database, now)).rejects.toThrow('an organisation already has the address "ops-gliwice"')
    expect(await rowsByTable(database)).toEqual({ District: 1, Municipality: 1, Organisation: 1 })
  })
})
