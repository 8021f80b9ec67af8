import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { findBySlug } from '../../db/slugs.ts'
import { linkSelect } from '../organisations/repository.ts'

/** What a fund's strip is made of. */
export const fundSelect = { slug: true, fundSentence: true, fundLogos: true } as const satisfies Prisma.ProjectSelect
export type FundRow = Prisma.ProjectGetPayload<{ select: typeof fundSelect }>

const partSelect = {
  code: true,
  name: true,
  value: true,
  eu: true,
  audience: true,
  indicators: {
    select: { name: true, unit: true, comparison: true, value: true, sex: true, moment: true },
    orderBy: { position: 'asc' },
  },
  support: { select: { group: true, name: true }, orderBy: { position: 'asc' } },
  programs: {
    select: {
      program: {
        select: {
          ...linkSelect,
          clubs: { select: linkSelect },
          districts: { select: { district: { select: linkSelect } } },
        },
      },
    },
  },
} as const satisfies Prisma.ProjectPartSelect

/** All but the source note, which is for coordinators and auditors. */
const projectSelect = {
  ...linkSelect,
  startsOn: true,
  endsOn: true,
  datesExact: true,
  fundLines: true,
  valueTotal: true,
  grantTotal: true,
  grantEu: true,
  grantNational: true,
  peopleTarget: true,
  peopleAbout: true,
  peopleNote: true,
  description: true,
  isSample: true,
  municipality: { select: linkSelect },
  organisations: { select: { role: true, organisation: { select: linkSelect } }, orderBy: { role: 'asc' } },
  parts: { select: partSelect, orderBy: { position: 'asc' } },
  history: {
    select: { startsOn: true, endsOn: true, whenText: true, text: true, people: true },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.ProjectSelect

export type ProjectRow = Prisma.ProjectGetPayload<{ select: typeof projectSelect }>

export function findProject({ prisma }: Pick<Database, 'prisma'>, slug: string): Promise<ProjectRow | null> {
  return findBySlug(prisma, 'PROJECT', slug, (where) => prisma.project.findUnique({ where, select: projectSelect }))
}
