import type { Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
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

type Named = { readonly ids: readonly string[]; readonly mailboxes: readonly string[] }

/** The mail in reach that a report is about: the one that it names, else the last that went to a mailbox that it names; null: there is none. */
export async function findReturned(tx: Tx, { ids, mailboxes }: Named, plan: Reach, sensitive: Reach) {
  const select = { id: true, to: true, subject: true } as const
  const went = { state: { in: ['SENT', 'REFUSED'] }, ...within(plan, sensitive) } as const satisfies Prisma.MessageWhereInput
  const named = await tx.message.findFirst({ where: { id: { in: [...ids] }, ...went }, select })
  if (named || ids.length > 0) return named
  return tx.message.findFirst({ where: { to: { in: [...mailboxes] }, ...went }, orderBy: { createdAt: 'desc' }, select })
}

/** It didn't arrive, and nobody knows what it told, but for those who said so. */
export async function markReturned(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.message.updateMany({ where: { id }, data: { state: 'REFUSED', sentAt: null, lastError: reason } })
  await tx.notice.updateMany({ where: { messageId: id, fate: 'SENT', knownAt: null }, data: { fate: 'REFUSED' } })
}
