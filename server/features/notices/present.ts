import type { Answer } from '#shared/contract/answer.ts'
import type { callList } from '#shared/contract/call.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { SafeContactView } from '#shared/contract/safe-contact.ts'
import { shiftSpan } from '../shifts/rules.ts'
import { slotOf, viewOfSlot } from '../sign-ups/slots.ts'
import type { CallRow } from './call-repository.ts'
import type { NoticeRow } from './reach-repository.ts'
import { stateOf, untoldOf, type ReachNotice, type Untold } from './reach.ts'
import type { Notable } from './rules.ts'
import { presentNews, type SessionColumns } from './session-present.ts'
import { presentTexts, smsOf } from './texts.ts'

/** As the database's `notable_for`: what a volunteer notices are the hours of their shift. */
const notableOf = (session: SessionColumns, { shift, ...signUp }: NoticeRow['signUp']): Notable => {
  const slot = slotOf(signUp)
  return {
    kind: session.whenKind,
    start: session.wallStart,
    end: session.wallEnd,
    ...(shift && { kind: 'TIMED', ...shiftSpan(session.wallStart, shift) }),
    ...(slot && { kind: 'TIMED', ...viewOfSlot(session.wallStart, slot) }),
    venueId: session.venueId,
    roomId: session.roomId,
    on:
      session.status === 'PLANNED' &&
      session.removedAt === null &&
      (shift === null || (shift.removedAt === null && !shift.notAt.includes(session.id))),
  }
}

export const toReachNotice = ({ session, kind, ...row }: NoticeRow): ReachNotice => ({
  ...row,
  kind: kind === 'SIGN_UP' ? 'SIGN_UP' : 'CHANGE',
  offered: row.signUp.status === 'OFFERED',
  hasMail: row.signUp.person.email !== null && row.signUp.person.safe?.mail !== 'none',
  now: session && notableOf(session, row.signUp),
})

/** Rows of one sign-up and one session with what there is to say of them. */
export type ToCall = { readonly untold: Untold; readonly row: NoticeRow; readonly session: SessionColumns }

/** One thing to call about for each sign-up and session, as far as there is one. */
export function toCalls(rows: readonly NoticeRow[], now: Date, nearMs?: number): readonly ToCall[] {
  const groups = new Map<string, NoticeRow[]>()
  for (const row of rows) {
    const key = `${row.signUpId} ${row.sessionId} ${row.kind}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap((group) => {
    const [row] = group
    const untold = untoldOf(group.map(toReachNotice), now, nearMs)
    return untold && row?.session ? [{ untold, row, session: row.session }] : []
  })
}

type CallView = Answer<typeof callList>['calls'][number]

/** One person to phone. @param calls - attempts about the same notices, earliest first */
export function presentCall(
  things: readonly ToCall[],
  calls: readonly CallRow[],
  language: Language,
  now: Date,
): CallView | null {
  const [first] = things
  if (!first) return null
  const { person } = first.row.signUp
  const last = calls.at(-1) ?? null
  const { safe, phone } = person
  return {
    notices: things.flatMap(({ untold }) => untold.notices.map(({ id }) => id)),
    name: person.name,
    phone: safe && !safe.calls && !safe.sms ? null : phone,
    safe: safe && toCallSafely(safe),
    reason: first.untold.reason,
    tell: things.map(({ untold, session, row }) => ({
      ...presentNews(untold.news, session, untold.formerly, language, row.signUp),
      sessionId: session.id,
      place: session.activity.isDiscreet ? null : (session.venue?.name ?? null),
    })),
    state: stateOf(person, calls, now),
    last: last && {
      result: last.result,
      at: last.at.toISOString(),
      again: last.again?.toISOString() ?? null,
      by: last.account.name,
    },
    sms: safe && !safe.sms ? null : smsOf(first, now),
    inTexts: presentTexts(things, calls, now).length > 0,
  }
}

const toCallSafely = ({ calls, sms, voicemail, days, from, to, opening }: SafeContactView): CallView['safe'] => ({
  calls,
  sms,
  voicemail,
  days,
  from,
  to,
  opening,
})
