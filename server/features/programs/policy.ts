import type { Reach } from '../../actor.ts'
import { everything } from '../../db/everything.ts'
import type { Prisma } from '../../db/generated/client.ts'

/** Programs in reach: by their own grant, by their operator's, or by the project that pays for them. */
export function programsIn({ everywhere, organisations, programs, projects }: Reach): Prisma.ProgramWhereInput {
  if (everywhere) return everything
  return {
    OR: [
      { id: { in: [...programs] } },
      { operatorId: { in: [...organisations] } },
      { funding: { some: { part: { projectId: { in: [...projects] } } } } },
    ],
  }
}
