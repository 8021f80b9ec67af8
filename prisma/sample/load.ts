import type { Database } from '#server/db/client.ts'
import type { PrismaClient } from '#server/db/generated/client.ts'
import { writer, type Tx } from '#server/db/write.ts'
import { localDayAt } from '#shared/time/place.ts'
import { warsaw, type LocalDay } from '#shared/time/when.ts'
import { idOf } from './ids.ts'
import { insertNouns, type Layer } from './noun-rows.ts'
import { realNouns, realSeries } from './real/real.ts'
import { seasonOf } from './season/season.ts'
import { insertSeries } from './session-rows.ts'
import { insertShifts } from './shift-rows.ts'
import type { Nouns } from './shapes.ts'

/** What a loading did. `season` is null where an invented season was there already and stays as it was. */
export type Loaded = { readonly season: { readonly today: LocalDay; readonly sessions: number } | null }

/** A refusal to load, in words for the administrator. */
export class SampleConflict extends Error {}

/**
 * Loads both layers of sample data in one transaction: the real programs of the five documents, and an invented season around today.
 * What is there already stays as it is, so running it twice changes nothing.
 *
 * @param now - the day of loading is this instant's day in Warsaw; two loads on one day give the same ids
 * @throws {SampleConflict} where something else already has an address that the sample data needs
 */
export async function loadSampleData(database: { readonly prisma: PrismaClient }, now: Date): Promise<Loaded> {
  const today = localDayAt(now.getTime(), warsaw)
  const season = seasonOf(today)
  return writer(database)(async (tx) => {
    await refuseTakenSlugs(tx, realNouns, season.nouns)
    const placeId = await placeIds(tx)
    const layer = (isSample: boolean): Layer => ({ isSample, placeId })
    await insertNouns(tx, realNouns, layer(false))
    await insertSeries(tx, realSeries, {
      isSample: false,
      districtId: (slug) => placeId('district', slug),
      roomMinutes: noMinutes,
      today: '2017-02-26',
      lastDay: null,
      publishedAt: new Date('2017-02-01T11:00:00Z'),
      changedAt: new Date('2017-02-01T11:00:00Z'),
    })
    if (await tx.project.findFirst({ where: { isSample: true }, select: { id: true } })) return { season: null }
    await insertNouns(tx, season.nouns, layer(true))
    await insertSeries(tx, season.series, { ...season.layer, isSample: true, districtId: (slug) => placeId('district', slug) })
    await insertShifts(tx, now)
    const sessions = await tx.session.count({ where: { activity: { status: 'PUBLISHED', series: { isSample: true } } } })
    return { season: { today, sessions } }
  })
}

/** True for a database that nobody has put anything into: only into such a one the server loads sample data by itself. */
export async function isEmpty({ pool }: Pick<Database, 'pool'>): Promise<boolean> {
  // Asked at every start, so without Prisma: its first query takes a third of a second.
  const { rows } = await pool.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM "Municipality") OR EXISTS (SELECT FROM "Organisation") AS found',
  )
  return !rows[0]?.found
}

const noMinutes = () => ({ before: 0, after: 0 })

/** Cities and districts that an office has already entered are used as they are. */
async function placeIds(tx: Tx): Promise<Layer['placeId']> {
  const select = { id: true, slug: true } as const
  const cities = await tx.municipality.findMany({ select })
  const districts = await tx.district.findMany({ select })
  const known = {
    city: new Map(cities.map(({ slug, id }) => [slug, id])),
    district: new Map(districts.map(({ slug, id }) => [slug, id])),
  }
  return (kind, slug) => known[kind].get(slug) ?? idOf(kind, slug)
}

async function refuseTakenSlugs(tx: Tx, ...layers: readonly Nouns[]): Promise<void> {
  const slugs = (name: 'organisations' | 'venues' | 'projects' | 'programs') =>
    layers.flatMap((layer) => layer[name].map(({ slug }) => slug))
  const clubs = layers.flatMap(({ programs }) => programs.flatMap((program) => (program.clubs ?? []).map(({ slug }) => slug)))
  const query = (wanted: readonly string[]) => ({ where: { slug: { in: [...wanted] } }, select: { id: true, slug: true } })
  const found = {
    organisation: await tx.organisation.findMany(query(slugs('organisations'))),
    venue: await tx.venue.findMany(query(slugs('venues'))),
    project: await tx.project.findMany(query(slugs('projects'))),
    program: await tx.program.findMany(query(slugs('programs'))),
    club: await tx.club.findMany(query(clubs)),
  }
  for (const [kind, rows] of Object.entries(found))
    for (const { id, slug } of rows)
      if (id !== idOf(kind, slug))
        throw new SampleConflict(
          `the sample data can't be loaded: ${kind === 'organisation' ? 'an' : 'a'} ${kind} already has the address "${slug}"`,
        )
}
