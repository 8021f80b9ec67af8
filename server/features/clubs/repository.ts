import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { ManagedQuery } from '#shared/contract/manage/fields.ts'
import type { Reach } from '../../actor.ts'
import { findBySlug } from '../../db/slugs.ts'
import type { Tx } from '../../db/write.ts'
import { organisationsIn } from '../organisations/policy.ts'
import { linkSelect, listed, longestList, type Moves } from '../organisations/repository.ts'
import { programsIn } from '../programs/policy.ts'
import { projectsIn } from '../projects/policy.ts'
import { usableVenues } from '../venues/policy.ts'
import { clubsIn } from './policy.ts'
import { venueSelect } from '../venues/repository.ts'

/** What residents may see of the activities of a series: published, and not discreet (mechanics 24). */
export const publicActivity = { status: 'PUBLISHED', isDiscreet: false } as const satisfies Prisma.ActivityWhereInput

/** The next meeting of an activity: through it one signs up for all of them. */
export const joinSelect = (now: Date) =>
  ({
    enrolment: true,
    sessions: {
      select: { id: true, startsAt: true },
      where: { status: 'PLANNED', removedAt: null, startsAt: { gt: now } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: 1,
    },
  }) as const satisfies Prisma.ActivitySelect

const clubSelect = (now: Date) =>
  ({
    ...linkSelect,
    description: true,
    openTo: true,
    isSample: true,
    district: { select: linkSelect },
    venue: { select: venueSelect },
    program: { select: { ...linkSelect, municipality: { select: linkSelect } } },
    series: {
      select: { slug: true, title: true, activities: { select: joinSelect(now), where: publicActivity } },
      where: { activities: { some: publicActivity } },
      orderBy: { slug: 'asc' },
    },
  }) as const satisfies Prisma.ClubSelect

export type ClubRow = Prisma.ClubGetPayload<{ select: ReturnType<typeof clubSelect> }>

export function findClub({ prisma }: Pick<Database, 'prisma'>, slug: string, now: Date): Promise<ClubRow | null> {
  return findBySlug(prisma, 'CLUB', slug, (where) => prisma.club.findUnique({ where, select: clubSelect(now) }))
}

type Reader = Pick<Database, 'prisma'>['prisma']

const head = { programId: true, version: true, archivedAt: true, program: { select: { name: true, isSample: true } } } as const

const clubForEditing = {
  ...head,
  slug: true,
  name: true,
  districtId: true,
  venueId: true,
  description: true,
  openTo: true,
  audiences: true,
  isSample: true,
  district: { select: { name: true } },
  venue: { select: { name: true } },
} as const satisfies Prisma.ClubSelect
const editionForEditing = {
  ...head,
  number: true,
  name: true,
  size: true,
  startsOn: true,
  endsOn: true,
  stages: { select: { id: true, name: true }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.EditionSelect
const groupForEditing = { ...head, name: true, size: true } as const satisfies Prisma.GroupSelect

export type ClubForEditing = Prisma.ClubGetPayload<{ select: typeof clubForEditing }>
export type EditionForEditing = Prisma.EditionGetPayload<{ select: typeof editionForEditing }>
export type GroupForEditing = Prisma.GroupGetPayload<{ select: typeof groupForEditing }>

export const readClub = (prisma: Reader, id: string, reach: Reach): Promise<ClubForEditing | null> =>
  prisma.club.findFirst({ where: { AND: [{ id }, clubsIn(reach)] }, select: clubForEditing })
export const readEdition = (prisma: Reader, id: string, reach: Reach): Promise<EditionForEditing | null> =>
  prisma.edition.findFirst({ where: { id, program: programsIn(reach) }, select: editionForEditing })
export const readGroup = (prisma: Reader, id: string, reach: Reach): Promise<GroupForEditing | null> =>
  prisma.group.findFirst({ where: { id, program: programsIn(reach) }, select: groupForEditing })

export const isClubIn = async (prisma: Reader, id: string, reach: Reach): Promise<boolean> =>
  (await prisma.club.count({ where: { AND: [{ id }, clubsIn(reach)] } })) > 0

export const listClubs = async (prisma: Reader, { city, ...query }: ManagedQuery, see: Reach, manage: Reach) => {
  const rows = await prisma.club.findMany({
    where: { AND: [listed(query), clubsIn(see), city === undefined ? {} : { program: { municipalityId: city } }] },
    select: { id: true, ...clubForEditing },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: longestList,
  })
  const mine = new Set((await prisma.club.findMany({ where: clubsIn(manage), select: { id: true } })).map(({ id }) => id))
  return rows.map((row) => ({ ...row, mayChange: mine.has(row.id) }))
}

/** Editions and groups have names by language, which are searched by their words. */
const inPrograms = ({ city, search, archived }: ManagedQuery, see: Reach) => ({
  archivedAt: archived === 'yes' ? { not: null } : null,
  AND: [{ program: programsIn(see) }, city === undefined ? {} : { program: { municipalityId: city } }],
  ...(search !== '' && { name: { path: ['pl'], string_contains: search, mode: 'insensitive' as const } }),
})

export const listEditions = async (prisma: Reader, query: ManagedQuery, see: Reach, manage: Reach) => {
  const rows = await prisma.edition.findMany({
    where: inPrograms(query, see),
    select: { id: true, ...editionForEditing },
    orderBy: [{ program: { name: 'asc' } }, { number: 'asc' }],
    take: longestList,
  })
  return marked(rows, await programIds(prisma, manage))
}

export const listGroups = async (prisma: Reader, query: ManagedQuery, see: Reach, manage: Reach) => {
  const rows = await prisma.group.findMany({
    where: inPrograms(query, see),
    select: { id: true, ...groupForEditing },
    orderBy: [{ program: { name: 'asc' } }, { position: 'asc' }],
    take: longestList,
  })
  return marked(rows, await programIds(prisma, manage))
}

const programIds = async (prisma: Reader, reach: Reach): Promise<ReadonlySet<string>> =>
  new Set((await prisma.program.findMany({ where: programsIn(reach), select: { id: true } })).map(({ id }) => id))

const marked = <Row extends { readonly programId: string }>(rows: readonly Row[], mine: ReadonlySet<string>) =>
  rows.map((row) => ({ ...row, mayChange: mine.has(row.programId) }))

export async function moveClub(tx: Tx, fromId: string, intoId: string): Promise<Moves> {
  const move = { where: { clubId: fromId }, data: { clubId: intoId } }
  const series = await tx.series.updateMany(move)
  const roles = await tx.$executeRaw`
    UPDATE "RoleGrant" g SET "clubId" = ${intoId}::uuid WHERE "clubId" = ${fromId}::uuid AND NOT EXISTS (
      SELECT FROM "RoleGrant" other WHERE other."accountId" = g."accountId" AND other.role = g.role AND other."clubId" = ${intoId}::uuid)`
  await tx.roleGrant.deleteMany({ where: { clubId: fromId } })
  await tx.club.delete({ where: { id: fromId }, select: { id: true } })
  return { series, roles }
}

const isOffered = { archivedAt: null } as const
const named = { select: { id: true, name: true }, where: isOffered } as const

/** What the forms of somebody who plans or manages offer to choose from. */
export async function findChoices(prisma: Reader, { plan, manage }: { readonly plan: Reach; readonly manage: Reach }) {
  const [cities, organisations, venues, programs, projects] = await Promise.all([
    prisma.municipality.findMany({
      where: isOffered,
      select: { id: true, name: true, slug: true, voivodeship: true, districts: { ...named, orderBy: { name: 'asc' } } },
      orderBy: { name: 'asc' },
    }),
    prisma.organisation.findMany({
      where: { AND: [isOffered, organisationsIn(manage)] },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    prisma.venue.findMany({
      where: { AND: [isOffered, usableVenues(plan)] },
      select: { id: true, name: true, address: true, municipalityId: true, rooms: { ...named, orderBy: { name: 'asc' } } },
      orderBy: { name: 'asc' },
    }),
    prisma.program.findMany({
      where: { AND: [isOffered, { OR: [programsIn(plan), { clubs: { some: clubsIn(plan) } }] }] },
      select: {
        id: true,
        name: true,
        municipalityId: true,
        clubs: { ...named, where: { AND: [isOffered, clubsIn(plan)] }, orderBy: { name: 'asc' } },
        editions: { ...named, orderBy: { number: 'asc' } },
        groups: { ...named, orderBy: { position: 'asc' } },
      },
      orderBy: { name: 'asc' },
    }),
    prisma.project.findMany({
      where: { AND: [isOffered, projectsIn(manage)] },
      select: {
        id: true,
        name: true,
        startsOn: true,
        endsOn: true,
        parts: { select: { id: true, code: true, name: true }, orderBy: { position: 'asc' } },
      },
      orderBy: { name: 'asc' },
    }),
  ])
  return { cities, organisations, venues, programs, projects }
}
export type ChoiceRows = Awaited<ReturnType<typeof findChoices>>
