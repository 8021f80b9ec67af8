import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { findBySlug } from '../../db/slugs.ts'

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
