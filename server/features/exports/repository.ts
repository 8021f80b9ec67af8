import type { PlanQuery } from '#shared/contract/plan.ts'
import type { Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { plannedWhere } from '../sessions/repository.ts'

const named = { select: { name: true } } as const

const exportedSelect = {
  id: true,
  whenKind: true,
  wallStart: true,
  wallEnd: true,
  status: true,
  title: true,
  overrides: true,
  host: true,
  cancelReason: true,
  movedFrom: true,
  moveReason: true,
  peopleCount: true,
  venue: { select: { name: true, address: true } },
  room: named,
  activity: {
    select: {
      status: true,
      title: true,
      kind: true,
      isDiscreet: true,
      discreetTitle: true,
      host: true,
      series: { select: { program: named, club: named } },
    },
  },
} as const satisfies Prisma.SessionSelect

export type ExportedRow = Prisma.SessionGetPayload<{ select: typeof exportedSelect }> & {
  /** Discreet, and its true name isn't the reader's business. */
  readonly isVeiled: boolean
}

const inOnePage = 1000

/** Sessions in order of start, page by page, so that a large export isn't held in memory as a whole. */
export async function* exportedSessions(
  { prisma }: Pick<Database, 'prisma'>,
  query: PlanQuery,
  see: Reach,
  sensitive: Reach,
): AsyncGenerator<readonly ExportedRow[]> {
  const where = plannedWhere(query, see, sensitive)
  let last: string | undefined
  for (;;) {
    const rows = await prisma.session.findMany({
      where,
      select: exportedSelect,
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: inOnePage,
      ...(last === undefined ? {} : { cursor: { id: last }, skip: 1 }),
      relationLoadStrategy: 'join',
    })
    const discreet = rows.filter(({ activity }) => activity.isDiscreet).map(({ id }) => id)
    const known = await knownAmong(prisma, discreet, sensitive)
    yield rows.map((row) => ({ ...row, isVeiled: row.activity.isDiscreet && !known.has(row.id) }))
    if (rows.length < inOnePage) return
    last = rows.at(-1)?.id
  }
}

async function knownAmong(prisma: Database['prisma'], ids: readonly string[], sensitive: Reach): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const found = await prisma.session.findMany({
    where: { AND: [{ id: { in: [...ids] } }, sessionsIn(sensitive)] },
    select: { id: true },
  })
  return new Set(found.map(({ id }) => id))
}
