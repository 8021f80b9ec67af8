import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { findBySlug } from '../../db/slugs.ts'
import { linkSelect } from '../organisations/repository.ts'
import { venueSelect } from '../venues/repository.ts'

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
