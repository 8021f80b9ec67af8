import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import { findSafeContacts } from '../people/repository.ts'

type Db = Tx | Database['prisma']

const callSelect = {
  id: true,
  result: true,
  noticeIds: true,
  at: true,
  again: true,
  account: { select: { name: true } },
} as const satisfies Prisma.CallSelect
export type CallRow = Prisma.CallGetPayload<{ select: typeof callSelect }>

/** Attempts about some notices that weren't undone, earliest first. */
export const findCalls = (db: Db, noticeIds: readonly string[]): Promise<CallRow[]> =>
  db.call.findMany({
    where: { undoneAt: null, noticeIds: { hasSome: [...noticeIds] } },
    orderBy: { at: 'asc' },
    select: callSelect,
  })

export const addCall = (
  db: Db,
  data: Pick<CallRow, 'result' | 'again' | 'at'> & { readonly noticeIds: string[]; readonly accountId: string },
): Promise<{ id: string }> => db.call.create({ data, select: { id: true } })

/** Text messages that one act noted: a row for each person, so that a copy of what is known of one names nobody else's. */
export async function addTexted(
  db: Db,
  byPerson: readonly string[][],
  data: Pick<CallRow, 'again' | 'at'> & { readonly waveId: string; readonly accountId: string },
): Promise<void> {
  await db.call.createMany({ data: byPerson.map((noticeIds) => ({ ...data, result: 'TEXTED' as const, noticeIds })) })
}

/** Takes back somebody's own call, or what they noted of text messages; false when there is none to take back. */
export async function undoCall(db: Db, id: string, accountId: string, now: Date): Promise<boolean> {
  const { count } = await db.call.updateMany({ where: { waveId: id, accountId, undoneAt: null }, data: { undoneAt: now } })
  if (count > 0) return true
  const call = await db.call.findFirst({ where: { id, accountId, undoneAt: null }, select: callSelect })
  if (!call) return false
  await db.call.update({ where: { id }, data: { undoneAt: now }, select: { id: true } })
  await db.notice.updateMany({
    where: { id: { in: call.noticeIds }, knownBy: 'PHONE', knownAt: call.at },
    data: { knownAt: null, knownBy: null },
  })
  return true
}

/** Ends the calls about a session, or begins them again. */
export async function closeCalls(
  db: Db,
  sessionId: string,
  closed: { readonly at: Date; readonly accountId: string } | null,
): Promise<void> {
  await db.notice.updateMany({
    where: closed ? { sessionId, kind: 'CHANGE', knownAt: null, closedAt: null } : { sessionId, closedAt: { not: null } },
    data: { closedAt: closed?.at ?? null, closedById: closed?.accountId ?? null },
  })
}

/** Those of some notices of which a text message was sent. */
export async function findTexted(db: Db, noticeIds: string[]): Promise<ReadonlySet<string>> {
  const rows = await db.call.findMany({
    where: { result: 'TEXTED', undoneAt: null, noticeIds: { hasSome: noticeIds } },
    select: { noticeIds: true },
  })
  return new Set(rows.flatMap((row) => row.noticeIds))
}

/** Whether a text message may reach each of some people: they have a number, and didn't ask for none. */
export async function mayAllBeTexted(db: Db, personIds: readonly string[]): Promise<boolean> {
  const people = await db.person.findMany({ where: { id: { in: [...personIds] } }, select: { id: true, phone: true } })
  const safe = await findSafeContacts(db, personIds)
  return people.every(({ id, phone }) => phone !== null && safe.get(id)?.sms !== false)
}
