import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { findBySlug } from '../../db/slugs.ts'
import { linkSelect } from '../organisations/repository.ts'
import { venueSelect } from '../venues/repository.ts'

/** What residents may see of the activities of a series: published, and not discreet (mechanics 24). */
export const publicActivity = { status: 'PUBLISHED', isDiscreet: false } as const satisfies Prisma.ActivityWhereInput

const clubSelect = {
  ...linkSelect,
  description: true,
  openTo: true,
  isSample: true,
  district: { select: linkSelect },
  venue: { select: venueSelect },
  program: { select: { ...linkSelect, municipality: { select: linkSelect } } },
  series: {
    select: { slug: true, title: true },
    where: { activities: { some: publicActivity } },
    orderBy: { slug: 'asc' },
  },
} as const satisfies Prisma.ClubSelect

export type ClubRow = Prisma.ClubGetPayload<{ select: typeof clubSelect }>

export function findClub({ prisma }: Pick<Database, 'prisma'>, slug: string): Promise<ClubRow | null> {
  return findBySlug(prisma, 'CLUB', slug, (where) => prisma.club.findUnique({ where, select: clubSelect }))
}
