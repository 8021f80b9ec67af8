import type { Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import type { SafeContactView } from '#shared/contract/safe-contact.ts'
import { findTexted } from './call-repository.ts'
import { findSafeContacts } from '../people/repository.ts'
import { noticesIn } from './policy.ts'

type Db = Tx | Database['prisma']

const sessionSelect = {
  id: true,
  title: true,
  whenKind: true,
  wallStart: true,
  wallEnd: true,
  venueId: true,
  roomId: true,
  status: true,
  removedAt: true,
  venue: { select: { name: true } },
  activity: { select: { title: true, isDiscreet: true, discreetTitle: true } },
} as const satisfies Prisma.SessionSelect

const select = {
  id: true,
  kind: true,
  signUpId: true,
  sessionId: true,
  before: true,
  createdAt: true,
  fate: true,
  knownAt: true,
  closedAt: true,
  session: { select: sessionSelect },
  signUp: {
    select: {
      shift: { select: { name: true, fromMinutes: true, minutes: true, removedAt: true, notAt: true } },
      personId: true,
      slotFrom: true,
      slotMinutes: true,
      seriesId: true,
      status: true,
      person: { select: { name: true, email: true, phone: true, language: true } },
    },
  },
} as const satisfies Prisma.NoticeSelect

type Found = Prisma.NoticeGetPayload<{ select: typeof select }>
type Person = Found['signUp']['person'] & { readonly safe: SafeContactView | null }
export type NoticeRow = Omit<Found, 'signUp'> & {
  readonly texted: boolean
  readonly signUp: Omit<Found['signUp'], 'person'> & { readonly person: Person }
}

const hasSeat = { status: { in: ['CONFIRMED', 'OFFERED'] }, duplicateOfId: null } as const satisfies Prisma.SignUpWhereInput
/** Confirmations aren't phoned about, but for those that a mailbox refused and for seats that somebody waited for. */
const worthACall = {
  OR: [
    { kind: 'CHANGE', OR: [{ fate: null }, { fate: { not: 'NOTHING' } }] },
    { kind: 'SIGN_UP', fate: 'REFUSED' },
    { kind: 'SIGN_UP', fate: { in: ['NO_MAIL', 'KEPT'] }, before: { path: ['status'], equals: 'WAITLISTED' } },
  ],
} as const satisfies Prisma.NoticeWhereInput

const memoryMs = 60 * 86_400_000
const mostRows = 5_000

/** Everything that somebody with a seat may not know yet, in reach, earliest first. News of a whole course is about its next meeting. */
export async function findOpen(db: Db, tell: Reach, sensitive: Reach, now: Date): Promise<NoticeRow[]> {
  const rows = await db.notice.findMany({
    where: {
      AND: [noticesIn(tell, sensitive), worthACall],
      knownAt: null,
      closedAt: null,
      createdAt: { gt: new Date(now.getTime() - memoryMs) },
      signUp: hasSeat,
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: mostRows,
    select,
    relationLoadStrategy: 'join',
  })
  return withNextMeetings(db, await withTelling(db, rows), now)
}

/** How each of them may be reached without harm, and of what a text message was sent. */
async function withTelling(db: Db, rows: readonly Found[]): Promise<NoticeRow[]> {
  const texted = await findTexted(
    db,
    rows.map(({ id }) => id),
  )
  const safe = await findSafeContacts(
    db,
    rows.map(({ signUp }) => signUp.personId),
  )
  return rows.map((row) => {
    const { signUp } = row
    return {
      ...row,
      texted: texted.has(row.id),
      signUp: { ...signUp, person: { ...signUp.person, safe: safe.get(signUp.personId) ?? null } },
    }
  })
}

async function withNextMeetings(db: Db, rows: NoticeRow[], now: Date): Promise<NoticeRow[]> {
  const courses = rows.flatMap(({ session, signUp }) => (session === null && signUp.seriesId !== null ? [signUp.seriesId] : []))
  if (courses.length === 0) return rows
  const coming = await db.session.findMany({
    where: {
      activity: { seriesId: { in: courses }, status: 'PUBLISHED' },
      status: 'PLANNED',
      removedAt: null,
      startsAt: { gt: now },
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    select: { ...sessionSelect, activity: { select: { ...sessionSelect.activity.select, seriesId: true } } },
  })
  const next = new Map(coming.map((session) => [session.activity.seriesId, session]))
  return rows.map((row) => (row.session === null ? { ...row, session: next.get(row.signUp.seriesId ?? '') ?? null } : row))
}

/** All changes that those were told of who have a seat at a session. */
export const findChangesOf = async (db: Db, sessionId: string): Promise<NoticeRow[]> =>
  withTelling(
    db,
    await db.notice.findMany({
      where: { sessionId, kind: 'CHANGE', signUp: hasSeat },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select,
      relationLoadStrategy: 'join',
    }),
  )

/** Changes that a sign-up hasn't said to know. */
export const findUnknownOf = async (db: Db, signUpId: string): Promise<NoticeRow[]> =>
  withTelling(
    db,
    await db.notice.findMany({
      where: { signUpId, kind: 'CHANGE', knownAt: null, OR: [{ fate: null }, { fate: { not: 'NOTHING' } }] },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select,
      relationLoadStrategy: 'join',
    }),
  )

export const isSignUpIn = async (db: Db, id: string, where: Prisma.SignUpWhereInput): Promise<boolean> =>
  (await db.signUp.count({ where: { AND: [{ id }, where] } })) > 0

export async function markOpened(db: Db, ids: readonly string[], now: Date): Promise<void> {
  await db.notice.updateMany({ where: { id: { in: [...ids] }, openedAt: null }, data: { openedAt: now } })
}

/** What hasn't gone out needn't any more: nobody is told what they know. */
export async function markKnown(db: Db, where: Prisma.NoticeWhereInput, by: 'PERSON' | 'PHONE', now: Date): Promise<void> {
  await db.notice.updateMany({ where: { ...where, knownAt: null }, data: { knownAt: now, knownBy: by } })
}

/** Those of some notices that are in reach, with whom they are for. */
export async function findInReach(
  db: Db,
  ids: readonly string[],
  tell: Reach,
  sensitive: Reach,
): Promise<readonly { readonly id: string; readonly personId: string }[]> {
  const rows = await db.notice.findMany({
    where: { AND: [noticesIn(tell, sensitive), { id: { in: [...ids] } }] },
    select: { id: true, signUp: { select: { personId: true } } },
  })
  return rows.map(({ id, signUp: { personId } }) => ({ id, personId }))
}
