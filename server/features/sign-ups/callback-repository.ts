import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'

type Reader = Pick<Database, 'prisma'>

const callbackSelect = {
  id: true,
  name: true,
  phone: true,
  about: true,
  createdAt: true,
  doneAt: true,
  program: { select: { name: true } },
  createdBy: { select: { name: true } },
  doneBy: { select: { name: true } },
} as const satisfies Prisma.CallbackSelect

export type CallbackRow = Prisma.CallbackGetPayload<{ select: typeof callbackSelect }>

/** Those that wait, oldest first, and those that were done since a moment. */
export const findCallbacks = (
  { prisma }: Reader,
  programs: Prisma.ProgramWhereInput,
  doneSince: Date,
): Promise<readonly CallbackRow[]> =>
  prisma.callback.findMany({
    where: { program: programs, OR: [{ doneAt: null }, { doneAt: { gt: doneSince } }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 300,
    select: callbackSelect,
  })

export const countCallbacks = ({ prisma }: Reader, id: string, programs: Prisma.ProgramWhereInput): Promise<number> =>
  prisma.callback.count({ where: { id, program: programs } })

export const findCalledPrograms = ({ prisma }: Reader, where: Prisma.ProgramWhereInput) =>
  prisma.program.findMany({
    where: { AND: [where, { archivedAt: null }] },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })

type NewCallback = Pick<
  Prisma.CallbackUncheckedCreateInput,
  'programId' | 'name' | 'phone' | 'about' | 'createdById' | 'createdAt'
>

export const insertCallback = (tx: Tx, data: NewCallback) => tx.callback.create({ data, select: { id: true } })

/** Done, or not done after all; the first who did it stays. */
export async function markCallback(tx: Tx, id: string, done: { readonly at: Date; readonly byId: string } | null): Promise<void> {
  const where = { id, ...(done && { doneAt: null }) }
  await tx.callback.updateMany({ where, data: { doneAt: done?.at ?? null, doneById: done?.byId ?? null } })
}
