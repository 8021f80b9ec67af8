import type { Reach } from '../../actor.ts'
import { everything } from '../../db/everything.ts'
import type { Prisma } from '../../db/generated/client.ts'

/** Projects in reach: by their own grant (auditors), or because an organisation in reach runs or owns them; a managing authority only pays. */
export function projectsIn({ everywhere, organisations, projects }: Reach): Prisma.ProjectWhereInput {
  if (everywhere) return everything
  const runs = { role: { not: 'MANAGING_AUTHORITY' as const }, organisationId: { in: [...organisations] } }
  return { OR: [{ id: { in: [...projects] } }, { organisations: { some: runs } }] }
}
