import { placeSpan, instantsOf } from '#shared/time/place.ts'
import { warsaw, type WallSpan } from '#shared/time/when.ts'
import type { MessageKind, News } from './letters.ts'
import { changeNews, quietUntil, signUpNews, type Notable, type Quiet, type SignUpBefore, type SignUpStatus } from './rules.ts'

/** A notice that is due, with what is true now. */
export type DueNotice = {
  readonly id: string
  readonly kind: 'SIGN_UP' | 'CHANGE' | 'REMINDER'
  readonly before: unknown
  readonly remindsOf: string | null
  readonly sessionId: string | null
  /** What people notice of the session now; null where the notice is of a whole course. */
  readonly now: Notable | null
  readonly startsAt: Date | null
  readonly endsAt: Date | null
  readonly discreet: boolean
  /** Whoever reads their mails may harm them: the mail says only that there is one (mechanics 24). */
  readonly guarded: boolean
  readonly signUpId: string
  readonly status: SignUpStatus
  readonly seats: number
  /** Children who come along into care. */
  readonly care: number
  /** A seat was offered and nobody took it in time. */
  readonly lapsed: boolean
  readonly offerHours: number | null
  readonly offeredUntil: Date | null
  readonly code: string
  readonly generation: number
  /** The series of a whole course; null for one session. */
  readonly seriesId: string | null
  /** An appointment, or a volunteer's shift: what is noticed of the session is this time, and calendars have an entry of it alone. */
  readonly hasOwnTime: boolean
  /** Rises with every change of that time. */
  readonly ownMoves: number
  /** Of a volunteer: what they do, by language. */
  readonly shiftName?: unknown
  readonly email: string | null
  readonly language: 'pl' | 'en' | 'uk'
  readonly quietFrom: string
  readonly quietTo: string
  readonly messageId: string | null
}

/** What one sign-up is to be told, in one piece of a mail: several notices may be one piece of news, or none. */
export type Told = {
  readonly news: News
  readonly notices: readonly DueNotice[]
  /** The session that changed, or null for all that the sign-up is for. */
  readonly sessionId: string | null
  readonly formerly: WallSpan | null
  /** Whether a calendar had it already, or shall have it now; null: it doesn't belong there. */
  readonly calendar: 'on' | 'off' | null
}

export const messageKindOf = { SIGN_UP: 'sign-up', CHANGE: 'change', REMINDER: 'reminder' } as const satisfies Record<
  DueNotice['kind'],
  MessageKind
>

/**
 * Makes news of notices: those of one sign-up, and of one session of it, are one difference between what was before the first and what is now.
 *
 * @param notices - earliest first
 * @returns in the order of the first notice of each; `silent` are those of which there is nothing to say
 */
export function newsOf(
  notices: readonly DueNotice[],
  now: Date,
  unclear: boolean,
): { readonly told: readonly Told[]; readonly silent: readonly DueNotice[] } {
  const keyOf = ({ kind, signUpId, sessionId }: DueNotice) => `${kind} ${signUpId} ${sessionId}`
  const groups = new Map(notices.map((notice) => [keyOf(notice), notices.filter((one) => keyOf(one) === keyOf(notice))]))
  const made = [...groups.values()].map((group) => ({ group, told: toldOf(group, now, unclear) }))
  return {
    told: made.flatMap(({ told }) => told ?? []),
    silent: made.flatMap(({ group, told }) => (told === null ? group : [])),
  }
}

function toldOf(group: readonly DueNotice[], now: Date, unclear: boolean): Told | null {
  const [first] = group
  if (!first) return null
  if (first.kind === 'SIGN_UP') return ofSignUp(group, first, now, unclear)
  if (first.status === 'WITHDRAWN') return null
  return first.kind === 'CHANGE' ? ofChange(group, first, now, unclear) : ofReminder(group, first, now)
}

function ofSignUp(notices: readonly DueNotice[], first: DueNotice, now: Date, unclear: boolean): Told | null {
  const befores = notices.map(({ before }) => before as SignUpBefore)
  const news = signUpNews(befores, first, unclear)
  if (news === null || isOver(first, now)) return null
  const hadSeat = befores.some((before) => before !== null && 'status' in before && before.status === 'CONFIRMED')
  const calendar = first.status === 'CONFIRMED' ? 'on' : first.status === 'WITHDRAWN' && (hadSeat || unclear) ? 'off' : null
  return { news, notices, sessionId: first.sessionId, formerly: null, calendar }
}

function ofChange(notices: readonly DueNotice[], first: DueNotice, now: Date, unclear: boolean): Told | null {
  if (first.now === null) return null
  const before = first.before as Notable | null
  const news = changeNews(before, first.now, unclear)
  if (news === null || soonestOf(first) === null || latestOf(first) <= now) return null
  const formerly = before !== null && news === 'moved' ? spanOf(before) : null
  const calendar = first.status !== 'CONFIRMED' ? null : first.now.on ? 'on' : 'off'
  return { news, notices, sessionId: first.sessionId, formerly, calendar }
}

function ofReminder(notices: readonly DueNotice[], first: DueNotice, now: Date): Told | null {
  const isStill = first.now?.on && first.now.start === first.remindsOf && first.status === 'CONFIRMED'
  if (!isStill || first.startsAt === null || first.startsAt <= now) return null
  return { news: 'reminder', notices, sessionId: first.sessionId, formerly: null, calendar: null }
}

const isOver = ({ endsAt }: DueNotice, now: Date): boolean => endsAt !== null && endsAt <= now

/** The first moment at which somebody who doesn't know might come in vain, or miss it; null: there is none. */
export function soonestOf(notice: DueNotice): Date | null {
  const starts = momentsOf(notice).map(({ startMs }) => startMs)
  return starts.length === 0 ? notice.startsAt : new Date(Math.min(...starts))
}

/** After this a notice interests nobody. */
export const latestOf = (notice: DueNotice): Date =>
  new Date(Math.max(...momentsOf(notice).map(({ endMs }) => endMs), notice.now?.on ? (notice.endsAt?.getTime() ?? 0) : 0))

/** When it was to be and when it is to be, as far as it takes place then. */
function momentsOf({ kind, before, now }: DueNotice): readonly { readonly startMs: number; readonly endMs: number }[] {
  const known = kind === 'CHANGE' ? [before as Notable | null, now] : [now]
  return known.flatMap((one) => (one?.on ? [instantsOf(placeSpan(spanOf(one), warsaw), warsaw)] : []))
}

export const spanOf = ({ kind, start, end }: Pick<Notable, 'kind' | 'start' | 'end'>): WallSpan =>
  kind === 'TIMED' ? { kind: 'timed', start, end } : { kind: 'all-day', firstDay: start, lastDay: end }

/** Until when a notice waits for the morning; null: it may go now. What somebody did themselves is confirmed at any hour. */
export function waitsUntil(notice: DueNotice, now: Date): Date | null {
  const quiet: Quiet = { from: notice.quietFrom, to: notice.quietTo }
  const before = notice.before as SignUpBefore
  const isPromotion =
    notice.kind === 'SIGN_UP' &&
    (notice.status === 'CONFIRMED' || notice.status === 'OFFERED') &&
    before !== null &&
    'status' in before &&
    before.status === 'WAITLISTED'
  if (notice.kind === 'SIGN_UP' && !isPromotion) return null
  return quietUntil(now, quiet, soonestOf(notice) ?? now)
}
