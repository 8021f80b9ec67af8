import type { ManagedQuery } from '#shared/contract/manage/fields.ts'
import type { MergeView, SessionTold } from '#shared/contract/manage/views.ts'
import { slugOfName } from '#shared/contract/slug-of-name.ts'
import { titleIn } from '../../db/columns.ts'
import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { findBySlug } from '../../db/slugs.ts'
import type { Tx, Write } from '../../db/write.ts'
import type { Reach } from '../../actor.ts'
import { organisationsIn } from './policy.ts'
import { SessionsToComeError } from './rules.ts'

export const linkSelect = { slug: true, name: true } as const

const organisationSelect = {
  ...linkSelect,
  address: true,
  description: true,
  isSample: true,
  municipality: { select: linkSelect },
  projects: { select: { project: { select: linkSelect } } },
  programs: {
    select: {
      ...linkSelect,
      clubs: { select: linkSelect },
      districts: { select: { district: { select: linkSelect } } },
    },
    orderBy: { name: 'asc' },
  },
} as const satisfies Prisma.OrganisationSelect

export type OrganisationRow = Prisma.OrganisationGetPayload<{ select: typeof organisationSelect }>

export function findOrganisation({ prisma }: Pick<Database, 'prisma'>, slug: string): Promise<OrganisationRow | null> {
  return findBySlug(prisma, 'ORGANISATION', slug, (where) =>
    prisma.organisation.findUnique({ where, select: organisationSelect }),
  )
}

type Reader = Pick<Database, 'prisma'>['prisma']

/** What a list is asked for, as Prisma's conditions: archived or not, and words in the name or, without diacritics, in the address. */
export function listed({ search, archived }: Pick<ManagedQuery, 'search' | 'archived'>) {
  const plain = slugOfName(search)
  return {
    archivedAt: archived === 'yes' ? { not: null } : null,
    ...(search !== '' && {
      OR: [
        { name: { contains: search, mode: 'insensitive' as const } },
        ...(plain === '' ? [] : [{ slug: { contains: plain } }]),
      ],
    }),
  }
}

/** Longer lists are searched, not read. */
export const longestList = 500

export const cityForEditing = { slug: true, name: true, voivodeship: true, version: true, archivedAt: true } as const
export const districtForEditing = {
  slug: true,
  name: true,
  municipalityId: true,
  version: true,
  archivedAt: true,
  municipality: { select: { name: true } },
} as const satisfies Prisma.DistrictSelect
export const organisationForEditing = {
  slug: true,
  name: true,
  kind: true,
  municipalityId: true,
  address: true,
  description: true,
  isSample: true,
  version: true,
  archivedAt: true,
  municipality: { select: { name: true } },
} as const satisfies Prisma.OrganisationSelect

export const readCity = (prisma: Reader, id: string) => prisma.municipality.findUnique({ where: { id }, select: cityForEditing })
export const readDistrict = (prisma: Reader, id: string) =>
  prisma.district.findUnique({ where: { id }, select: districtForEditing })
export const readOrganisation = (prisma: Reader, id: string, reach: Reach) =>
  prisma.organisation.findFirst({ where: { AND: [{ id }, organisationsIn(reach)] }, select: organisationForEditing })

export const listCities = (prisma: Reader, query: ManagedQuery) =>
  prisma.municipality.findMany({
    where: listed(query),
    select: {
      id: true,
      ...cityForEditing,
      districts: { select: { name: true }, where: { archivedAt: null }, orderBy: { name: 'asc' } },
    },
    orderBy: { name: 'asc' },
    take: longestList,
  })

export const listDistricts = (prisma: Reader, { city, ...query }: ManagedQuery) =>
  prisma.district.findMany({
    where: { ...listed(query), ...(city !== undefined && { municipalityId: city }) },
    select: { id: true, ...districtForEditing },
    orderBy: [{ municipality: { name: 'asc' } }, { name: 'asc' }],
    take: longestList,
  })

export const listOrganisations = (prisma: Reader, { city, ...query }: ManagedQuery, reach: Reach) =>
  prisma.organisation.findMany({
    where: { AND: [listed(query), organisationsIn(reach), city === undefined ? {} : { municipalityId: city }] },
    select: { id: true, ...organisationForEditing },
    orderBy: { name: 'asc' },
    take: longestList,
  })

/** Which sessions somebody may know the titles of; the policy is given by those above (`server/app.ts`). */
export type SessionsSeen = Prisma.SessionWhereInput

export type SessionsToCome = { readonly count: number; readonly first: readonly SessionTold[] }

/** How many are named; the others are counted. */
const mostNamed = 40

const sessionTold = {
  id: true,
  title: true,
  wallStart: true,
  wallEnd: true,
  room: { select: { name: true } },
  activity: { select: { title: true } },
} as const satisfies Prisma.SessionSelect

/** Sessions that have not ended and take place, drafts included. Those that somebody may not see are told without their title. */
export async function findSessionsToCome(
  tx: Pick<Tx, 'session'>,
  where: Prisma.SessionWhereInput,
  now: Date,
  seen: SessionsSeen,
): Promise<SessionsToCome> {
  const isToCome = { AND: [where, { endsAt: { gt: now }, removedAt: null, status: 'PLANNED' as const }] }
  const count = await tx.session.count({ where: isToCome })
  if (count === 0) return { count, first: [] }
  return { count, first: await tellSessions(tx, isToCome, seen) }
}

/** What is said of sessions that stand in the way of something: a few of them, in order. */
export async function tellSessions(
  tx: Pick<Tx, 'session'>,
  where: Prisma.SessionWhereInput,
  seen: SessionsSeen,
): Promise<readonly SessionTold[]> {
  const rows = await tx.session.findMany({
    where,
    select: sessionTold,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: mostNamed,
  })
  const mine = await tx.session.findMany({
    where: { AND: [{ id: { in: rows.map(({ id }) => id) } }, seen] },
    select: { id: true },
  })
  const known = new Set(mine.map(({ id }) => id))
  return rows.map(({ id, title, wallStart, wallEnd, room, activity }) => ({
    id,
    title: known.has(id) ? titleIn(title ?? activity.title, 'pl').text : null,
    start: wallStart,
    end: wallEnd,
    room: room?.name ?? null,
  }))
}

/** @throws {SessionsToComeError} when there are any */
export function refuseSessionsToCome({ count, first }: SessionsToCome): void {
  if (count > 0) throw new SessionsToComeError(count, first)
}

/** Carries the answer of a rehearsal out of the transaction that it takes back. */
class Rehearsed<T> extends Error {
  constructor(readonly result: T) {
    super('rehearsed')
  }
}

/** Does it, or does it, takes it back and says what would be: what is announced is what happens. */
export async function rehearsing<T>(write: Write, rehearse: boolean, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!rehearse) return write(work)
  try {
    return await write(async (tx) => {
      const result = await work(tx)
      await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
      throw new Rehearsed(result)
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.result as T
    throw error
  }
}

export type Moves = Readonly<Record<string, { readonly count: number } | number>>

/** What was moved, without what wasn't there. */
export const countedMoves = (moves: Moves): MergeView['moved'] =>
  Object.entries(moves)
    .map(([what, moved]) => ({ what, count: typeof moved === 'number' ? moved : moved.count }))
    .filter(({ count }) => count > 0)

export async function moveOrganisation(tx: Tx, fromId: string, intoId: string): Promise<Moves> {
  const programs = await tx.program.updateMany({ where: { operatorId: fromId }, data: { operatorId: intoId } })
  const venues = await tx.venue.updateMany({ where: { organisationId: fromId }, data: { organisationId: intoId } })
  const projects = await tx.$executeRaw`
    INSERT INTO "ProjectOrganisation" ("projectId", "organisationId", role)
    SELECT "projectId", ${intoId}::uuid, role FROM "ProjectOrganisation" WHERE "organisationId" = ${fromId}::uuid
    ON CONFLICT DO NOTHING`
  await tx.projectOrganisation.deleteMany({ where: { organisationId: fromId } })
  const roles = await tx.$executeRaw`
    UPDATE "RoleGrant" g SET "organisationId" = ${intoId}::uuid WHERE "organisationId" = ${fromId}::uuid AND NOT EXISTS (
      SELECT FROM "RoleGrant" other WHERE other."accountId" = g."accountId" AND other.role = g.role AND other."organisationId" = ${intoId}::uuid)`
  await tx.roleGrant.deleteMany({ where: { organisationId: fromId } })
  await tx.organisation.delete({ where: { id: fromId }, select: { id: true } })
  return { programs, venues, projects, roles }
}

export async function moveDistrict(tx: Tx, fromId: string, intoId: string): Promise<Moves> {
  const move = { where: { districtId: fromId }, data: { districtId: intoId } }
  const venues = await tx.venue.updateMany(move)
  const clubs = await tx.club.updateMany(move)
  const activities = await tx.activity.updateMany(move)
  const programs = await tx.$executeRaw`
    INSERT INTO "ProgramDistrict" ("programId", "districtId")
    SELECT "programId", ${intoId}::uuid FROM "ProgramDistrict" WHERE "districtId" = ${fromId}::uuid ON CONFLICT DO NOTHING`
  await tx.programDistrict.deleteMany({ where: { districtId: fromId } })
  await tx.district.delete({ where: { id: fromId }, select: { id: true } })
  return { programs, clubs, venues, activities }
}
