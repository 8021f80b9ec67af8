import type { PrismaClient } from '#server/db/generated/client.ts'
import { writer, type Tx } from '#server/db/write.ts'
import { idOf } from './ids.ts'
import { realNouns, realSeries } from './real/real.ts'

/** How many rows of each noun went. */
export type Removed = Readonly<Record<RemovedNoun, number>>
export type RemovedNoun =
  'sessions' | 'series' | 'clubs' | 'programs' | 'projects' | 'venues' | 'organisations' | 'districts' | 'cities'

/** A refusal to remove, with what stands in the way, in words for the administrator. */
export class SampleInUse extends Error {
  readonly users: readonly string[]
  constructor(users: readonly string[]) {
    super(`the sample data can't be removed, because something real uses it: ${users.join('; ')}`)
    this.users = users
  }
}

/**
 * Takes the invented season out, everything that is marked as sample, in one transaction. Its sessions leave their feeds.
 *
 * @throws {SampleInUse} naming what isn't sample and uses what is
 */
export function removeSeason(database: { readonly prisma: PrismaClient }): Promise<Removed> {
  return writer(database)(async (tx) => {
    const users = await usersOfSample(tx)
    if (users.length > 0) throw new SampleInUse(users)
    const isSample = true
    const inSeries = { series: { isSample } }
    await removeSignUps(tx)
    await tx.volunteerFact.deleteMany({ where: { organisation: { isSample } } })
    const sessions = await tx.session.deleteMany({ where: { activity: inSeries } })
    await tx.activity.deleteMany({ where: inSeries })
    const series = await tx.series.deleteMany({ where: { isSample } })
    const clubs = await tx.club.deleteMany({ where: { isSample } })
    const programs = await tx.program.deleteMany({ where: { isSample } })
    const projects = await tx.project.deleteMany({ where: { isSample } })
    await tx.room.deleteMany({ where: { venue: { isSample } } })
    const venues = await tx.venue.deleteMany({ where: { isSample } })
    const organisations = await tx.organisation.deleteMany({ where: { isSample } })
    await removeAliases(tx)
    return counts({ sessions, series, clubs, programs, projects, venues, organisations })
  })
}

/**
 * Takes the real programs of the five documents out, with their cities and districts, as far as nothing else uses them:
 * what somebody has built on stays, with all that it stands on.
 */
export function removeRealPrograms(database: { readonly prisma: PrismaClient }): Promise<Removed> {
  const ids = (kind: string, slugs: readonly string[]) => ({ in: slugs.map((slug) => idOf(kind, slug)) })
  const slugsOf = (nouns: readonly { readonly slug: string }[]) => nouns.map(({ slug }) => slug)
  const none = { none: {} }
  const seriesId = ids('series', slugsOf(realSeries))
  const clubSlugs = realNouns.programs.flatMap(({ clubs = [] }) => slugsOf(clubs))
  const districtSlugs = realNouns.cities.flatMap(({ slug, districts }) =>
    Object.keys(districts).map((short) => `${slug}-${short}`),
  )
  return writer(database)(async (tx) => {
    const sessions = await tx.session.deleteMany({ where: { activity: { seriesId }, peopleCount: 0 } })
    await tx.activity.deleteMany({ where: { seriesId, sessions: none } })
    const series = await tx.series.deleteMany({ where: { id: seriesId, activities: none } })
    const clubs = await tx.club.deleteMany({ where: { id: ids('club', clubSlugs), series: none } })
    const programs = await tx.program.deleteMany({
      where: { id: ids('program', slugsOf(realNouns.programs)), series: none, clubs: none },
    })
    const projects = await tx.project.deleteMany({
      where: { id: ids('project', slugsOf(realNouns.projects)), parts: { every: { programs: none } } },
    })
    const venues = await tx.venue.deleteMany({
      where: {
        id: ids('venue', slugsOf(realNouns.venues)),
        programs: none,
        clubs: none,
        activities: none,
        sessions: none,
        rooms: none,
      },
    })
    const organisations = await tx.organisation.deleteMany({
      where: { id: ids('organisation', slugsOf(realNouns.organisations)), programs: none, venues: none, projects: none },
    })
    const districts = await tx.district.deleteMany({
      where: { id: ids('district', districtSlugs), venues: none, clubs: none, activities: none, programs: none },
    })
    const cities = await tx.municipality.deleteMany({
      where: {
        id: ids('city', slugsOf(realNouns.cities)),
        districts: none,
        organisations: none,
        projects: none,
        programs: none,
        venues: none,
      },
    })
    await removeAliases(tx)
    return counts({ sessions, series, clubs, programs, projects, venues, organisations, districts, cities })
  })
}

/** Whoever tried signing up for something invented goes with it: with the people who stand on no other list. */
async function removeSignUps(tx: Tx): Promise<void> {
  const inSample = { OR: [{ session: { activity: { series: { isSample: true } } } }, { series: { isSample: true } }] }
  const ofSample = { OR: [{ signUps: { some: inSample } }, { parties: { some: { signUp: inSample } } }] }
  const people = await tx.person.findMany({ where: ofSample, select: { id: true } })
  await tx.signUp.deleteMany({ where: inSample })
  const alone = {
    id: { in: people.map(({ id }) => id) },
    signUps: { none: {} },
    parties: { none: {} },
  }
  await tx.person.deleteMany({ where: { ...alone, guardianId: { not: null } } })
  await tx.person.deleteMany({ where: { ...alone, children: { none: {} } } })
}

/** What isn't sample and stands on what is: for each the noun and its address. */
async function usersOfSample(tx: Tx): Promise<readonly string[]> {
  const sample = { isSample: true }
  const select = { slug: true } as const
  const found = {
    series: await tx.series.findMany({
      where: {
        isSample: false,
        OR: [
          { program: sample },
          { club: sample },
          { activities: { some: { OR: [{ venue: sample }, { sessions: { some: { venue: sample } } }] } } },
        ],
      },
      select,
    }),
    club: await tx.club.findMany({ where: { isSample: false, OR: [{ program: sample }, { venue: sample }] }, select }),
    program: await tx.program.findMany({
      where: {
        isSample: false,
        OR: [{ operator: sample }, { venue: sample }, { funding: { some: { part: { project: sample } } } }],
      },
      select,
    }),
    project: await tx.project.findMany({
      where: { isSample: false, organisations: { some: { organisation: sample } } },
      select,
    }),
    venue: await tx.venue.findMany({ where: { isSample: false, organisation: sample }, select }),
  }
  return Object.entries(found).flatMap(([noun, rows]) => rows.map(({ slug }) => `the ${noun} "${slug}"`))
}

/** Former addresses of what is gone answer no more. */
async function removeAliases(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "SlugAlias" WHERE "targetId" NOT IN (
      SELECT id FROM "Municipality" UNION ALL SELECT id FROM "District" UNION ALL SELECT id FROM "Organisation"
      UNION ALL SELECT id FROM "Project" UNION ALL SELECT id FROM "Program" UNION ALL SELECT id FROM "Club"
      UNION ALL SELECT id FROM "Venue" UNION ALL SELECT id FROM "Series")`
}

type Batches = Partial<Record<RemovedNoun, { readonly count: number }>>

function counts(batches: Batches): Removed {
  const of = (noun: RemovedNoun) => batches[noun]?.count ?? 0
  return {
    sessions: of('sessions'),
    series: of('series'),
    clubs: of('clubs'),
    programs: of('programs'),
    projects: of('projects'),
    venues: of('venues'),
    organisations: of('organisations'),
    districts: of('districts'),
    cities: of('cities'),
  }
}
