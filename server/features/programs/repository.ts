import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { ManagedQuery } from '#shared/contract/manage/fields.ts'
import type { Reach } from '../../actor.ts'
import { findBySlug } from '../../db/slugs.ts'
import { linkSelect, listed, longestList } from '../organisations/repository.ts'
import { venueSelect } from '../venues/repository.ts'
import { programsIn } from './policy.ts'

const programSelect = {
  ...linkSelect,
  startsOn: true,
  endsOn: true,
  openTo: true,
  audiences: true,
  description: true,
  isSample: true,
  municipality: { select: linkSelect },
  operator: { select: linkSelect },
  venue: { select: venueSelect },
  districts: { select: { district: { select: linkSelect } } },
  clubs: { select: linkSelect },
  editions: {
    select: { name: true, size: true, stages: { select: { name: true }, orderBy: { position: 'asc' } } },
    orderBy: { number: 'asc' },
  },
  groups: { select: { name: true }, orderBy: { position: 'asc' } },
  funding: {
    select: {
      startsOn: true,
      endsOn: true,
      part: {
        select: {
          project: {
            select: {
              ...linkSelect,
              fundLines: true,
              datesExact: true,
              organisations: { select: { role: true, organisation: { select: linkSelect } } },
            },
          },
        },
      },
    },
    orderBy: { startsOn: 'asc' },
  },
} as const satisfies Prisma.ProgramSelect

export type ProgramRow = Prisma.ProgramGetPayload<{ select: typeof programSelect }>

export function findProgram({ prisma }: Pick<Database, 'prisma'>, slug: string): Promise<ProgramRow | null> {
  return findBySlug(prisma, 'PROGRAM', slug, (where) => prisma.program.findUnique({ where, select: programSelect }))
}

type Reader = Pick<Database, 'prisma'>['prisma']

const inProgram = { select: { id: true, name: true, archivedAt: true } } as const

const forEditing = {
  slug: true,
  name: true,
  municipalityId: true,
  operatorId: true,
  venueId: true,
  startsOn: true,
  endsOn: true,
  openness: true,
  openTo: true,
  audiences: true,
  description: true,
  remindDaysBefore: true,
  remindAt: true,
  quietFrom: true,
  quietTo: true,
  isSample: true,
  version: true,
  archivedAt: true,
  municipality: { select: { name: true } },
  operator: { select: { name: true } },
  venue: { select: { name: true } },
  districts: { select: { districtId: true, district: { select: { name: true } } } },
  funding: {
    select: {
      partId: true,
      startsOn: true,
      endsOn: true,
      part: { select: { code: true, name: true, project: { select: { name: true } } } },
    },
    orderBy: { startsOn: 'asc' },
  },
  clubs: { ...inProgram, orderBy: { name: 'asc' } },
  editions: { ...inProgram, orderBy: { number: 'asc' } },
  groups: { ...inProgram, orderBy: { position: 'asc' } },
} as const satisfies Prisma.ProgramSelect

export type ProgramForEditing = Prisma.ProgramGetPayload<{ select: typeof forEditing }>

export const readProgram = (prisma: Reader, id: string, reach: Reach): Promise<ProgramForEditing | null> =>
  prisma.program.findFirst({ where: { AND: [{ id }, programsIn(reach)] }, select: forEditing })

export const isProgramIn = async (prisma: Reader, id: string, reach: Reach): Promise<boolean> =>
  (await prisma.program.count({ where: { AND: [{ id }, programsIn(reach)] } })) > 0

export const listPrograms = async (
  prisma: Reader,
  { city, ...query }: ManagedQuery,
  { see, manage }: { readonly see: Reach; readonly manage: Reach },
) => {
  const rows = await prisma.program.findMany({
    where: { AND: [listed(query), programsIn(see), city === undefined ? {} : { municipalityId: city }] },
    select: {
      id: true,
      name: true,
      startsOn: true,
      endsOn: true,
      isSample: true,
      archivedAt: true,
      municipality: { select: { name: true } },
      operator: { select: { name: true } },
      clubs: { ...inProgram, where: { archivedAt: null }, orderBy: { name: 'asc' } },
      _count: { select: { editions: { where: { archivedAt: null } }, groups: { where: { archivedAt: null } } } },
    },
    orderBy: [{ endsOn: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }],
    take: longestList,
  })
  const mine = new Set((await prisma.program.findMany({ where: programsIn(manage), select: { id: true } })).map(({ id }) => id))
  return rows.map(({ _count: counts, ...row }) => ({ ...row, counts, mayChange: mine.has(row.id) }))
}
