import type { Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { noticesIn } from './policy.ts'

/** Mails of which everything is in reach: a mail about two meetings needs both. */
const within = (plan: Reach, sensitive: Reach) =>
  ({
    ofNotices: true,
    notices: { some: {}, every: noticesIn(plan, sensitive) },
  }) satisfies Prisma.MessageWhereInput

export const findMails = ({ prisma }: Pick<Database, 'prisma'>, plan: Reach, sensitive: Reach) =>
  prisma.message.findMany({
    where: within(plan, sensitive),
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      kind: true,
      to: true,
      subject: true,
      text: true,
      calendar: true,
      state: true,
      createdAt: true,
      sentAt: true,
      lastError: true,
    },
  })

/** A kept mail as HTML; null when it isn't there or not in reach. */
export async function findPage(
  { prisma }: Pick<Database, 'prisma'>,
  id: string,
  plan: Reach,
  sensitive: Reach,
): Promise<string | null> {
  const where = { id, state: 'KEPT', ...within(plan, sensitive) } satisfies Prisma.MessageWhereInput
  const found = await prisma.message.findFirst({ where, select: { html: true } })
  return found?.html ?? null
}
