import type { Answer } from '#shared/contract/answer.ts'
import type { callList, newsForSignUp } from '#shared/contract/call.ts'
import { languages, type Language } from '#shared/contract/kinds.ts'
import { formatBrief } from '#shared/time/format.ts'
import { notices as en } from '#shared/words/en/notices.ts'
import { notices as pl } from '#shared/words/pl/notices.ts'
import { notices as uk } from '#shared/words/uk/notices.ts'
import type { Text } from '#shared/contract/public.ts'
import { slotOf, viewOfSlot } from '../sign-ups/slots.ts'
import { shiftSpan } from '../shifts/rules.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import { isSafeMoment } from '../people/rules.ts'
import type { SafeContactView } from '#shared/contract/safe-contact.ts'
import type { CallRow, NoticeRow } from './reach-repository.ts'
import { untoldOf, type CallNews, type ReachNotice, type Untold } from './reach.ts'
import type { Notable } from './rules.ts'

const words = { pl, en, uk }

type SessionColumns = NonNullable<NoticeRow['session']>

type ShiftColumns = NoticeRow['signUp']['shift']

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
  const last = calls.at(-1)
  const { safe, phone } = person
  const hasNoWay = phone === null || last?.result === 'WRONG_NUMBER' || (safe !== null && !safe.calls && !safe.sms)
  const waits = (last?.again && last.again > now) || (safe !== null && !isSafeMoment(safe, now))
  return {
    notices: things.flatMap(({ untold }) => untold.notices.map(({ id }) => id)),
    name: person.name,
    phone: safe && !safe.calls && !safe.sms ? null : phone,
    safe: safe && toCallSafely(safe),
    reason: first.untold.reason,
    tell: things.map(({ untold, session, row }) => ({
      ...presentNews(untold.news, session, untold.formerly, language, row.signUp.shift),
      sessionId: session.id,
      place: session.activity.isDiscreet ? null : (session.venue?.name ?? null),
    })),
    state: hasNoWay ? 'no-way' : waits ? 'later' : 'now',
    last: last ? { result: last.result, at: last.at.toISOString(), again: last.again?.toISOString() ?? null } : null,
    sms: safe && !safe.sms ? null : smsOf(first, languages.find((code) => code === person.language) ?? 'pl', now),
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

export function presentNews(
  news: CallNews,
  session: SessionColumns,
  formerly: Notable | null,
  language: Language,
  shift: ShiftColumns,
): Answer<typeof newsForSignUp>['news'][number] {
  return {
    news,
    title: titleOfShift(titleOf(session, language), shift, language),
    start: session.wallStart,
    end: session.wallEnd,
    ...(shift && shiftSpan(session.wallStart, shift)),
    formerly: formerly && { start: formerly.start, end: formerly.end },
  }
}

function titleOfShift(title: Text, shift: ShiftColumns, language: Language): Text {
  const name = shift && textIn(shift.name, language)
  return name ? { ...title, text: `${title.text} – ${name.text}` } : title
}

const titleOf = ({ title, activity }: SessionColumns, language: Language) =>
  activity.isDiscreet ? titleIn(activity.discreetTitle, language) : (textIn(title, language) ?? titleIn(activity.title, language))

/** What fits into one SMS: 160 signs of the Latin alphabet without accents, 70 of another one (mechanics 26). */
const smsLimits = { latin: 160, other: 70 }

function smsOf({ untold, session, row }: ToCall, language: Language, now: Date): string {
  // Who asked to be reached with care may not be the only one who reads it.
  if (row.signUp.person.safe) return plainLetters(words[language].guarded.sms)
  const subject = words[language].subjects[untold.news === 'sign-up' ? 'confirmed' : untold.news]
  const when = formatBrief(
    presentNews(untold.news, session, null, language, row.signUp.shift).start,
    String(now.getFullYear()),
    language,
  )
  const fill = (title: string): string =>
    plainLetters(subject.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => (name === 'title' ? title : when)))
  const whole = plainLetters(titleOf(session, language).text)
  const limit = /[^\u0020-\u007e]/.test(fill(whole)) ? smsLimits.other : smsLimits.latin
  const room = Math.max(0, limit - fill('').length)
  return fill(whole.slice(0, room)).slice(0, limit)
}

const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[“”„]/g, '"')
