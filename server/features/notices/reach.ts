import type { Answer } from '#shared/contract/answer.ts'
import type { callNews, callReasons, reachView } from '#shared/contract/call.ts'
import type { SafeToCall } from '#shared/contract/safe-contact.ts'
import { placeSpan, instantsOf } from '#shared/time/place.ts'
import { warsaw } from '#shared/time/when.ts'
import { isSafeMoment } from '../people/rules.ts'
import { spanOf } from './news.ts'
import { changeNews, type Notable } from './rules.ts'

type Fate = 'SENT' | 'KEPT' | 'REFUSED' | 'NO_MAIL' | 'NOTHING' | null

/** A notice and what became of it. */
export type ReachNotice = {
  readonly id: string
  readonly kind: 'SIGN_UP' | 'CHANGE'
  readonly signUpId: string
  readonly sessionId: string | null
  readonly before: unknown
  readonly createdAt: Date
  readonly fate: Fate
  readonly knownAt: Date | null
  readonly closedAt: Date | null
  /** Whether somebody noted that a text message about it was sent. */
  readonly texted: boolean
  /** The session now; of a whole course null. */
  readonly now: Notable | null
  /** False: there is no mailbox, so that nothing is on its way either. */
  readonly hasMail: boolean
  /** A seat is offered to them, and its time begins when they are told. */
  readonly offered: boolean
}

export type CallNews = (typeof callNews)[number]
export type CallReason = (typeof callReasons)[number]

/** What one sign-up doesn't know for sure of one session. */
export type Untold = {
  readonly notices: readonly ReachNotice[]
  readonly news: CallNews
  readonly reason: CallReason
  readonly formerly: Notable | null
  /** When somebody who doesn't know would come in vain, or miss it. */
  readonly soonest: Date
  /** How far it went from where people think it is, in milliseconds: what is cancelled went furthest. */
  readonly shiftMs: number
}

/** Unconfirmed mails and text messages are followed by a call when the session is so near (mechanics 26). */
const callWithinMs = 48 * 3_600_000

/**
 * What somebody should be phoned about: what couldn't be sent, and what was sent without an answer and is near. What is still on its way, and what is over,
 * is none of it. Whom a seat is offered is called whatever was sent by SMS, as its time begins when they are reached.
 *
 * @param notices - all that one sign-up doesn't know of one session, earliest first
 * @param nearMs - how long before the meeting a mail or a text without an answer isn't enough
 */
export function untoldOf(notices: readonly ReachNotice[], now: Date, nearMs = callWithinMs): Untold | null {
  const open = notices.filter(({ fate, knownAt, closedAt }) => fate !== 'NOTHING' && knownAt === null && closedAt === null)
  const [first, last] = [open[0], open.at(-1)]
  if (!first || !last || open.some(isOnItsWay)) return null
  const reason = reasonOf(last)
  const news = newsOf(
    first,
    open.some(({ fate, texted }) => fate === 'SENT' || texted),
  )
  if (news === null) return null
  const before = first.kind === 'CHANGE' ? (first.before as Notable | null) : null
  const moments = [before, first.now].flatMap((one) => (one?.on ? [instantsOf(placeSpan(spanOf(one), warsaw), warsaw)] : []))
  const starts = moments.map(({ startMs }) => startMs)
  if (moments.length === 0 || Math.max(...moments.map(({ endMs }) => endMs)) <= now.getTime()) return null
  const soonestMs = Math.min(
    ...starts.filter((ms) => ms > now.getTime()),
    ...(starts.every((ms) => ms <= now.getTime()) ? starts : []),
  )
  const isNear = soonestMs - now.getTime() <= nearMs
  if (reason === 'unconfirmed' && (first.kind === 'SIGN_UP' || !isNear)) return null
  if (reason === 'texted' && news !== 'offer' && !isNear) return null
  const shiftMs = first.now?.on === false ? Infinity : Math.max(...starts) - Math.min(...starts)
  return { notices: open, news, reason, formerly: news === 'moved' ? before : null, soonest: new Date(soonestMs), shiftMs }
}

function newsOf({ kind, before, now, fate, offered }: ReachNotice, wasTold: boolean): CallNews | null {
  if (kind === 'CHANGE') return now === null ? null : changeNews(before as Notable | null, now, wasTold)
  const wasWaiting = typeof before === 'object' && before !== null && 'status' in before && before.status === 'WAITLISTED'
  // Who signed up on the web saw it on the screen; only a refusal says that the address is wrong.
  if (offered) return 'offer'
  return wasWaiting ? 'promoted' : fate === 'REFUSED' ? 'sign-up' : null
}

const isOnItsWay = ({ fate, hasMail }: ReachNotice): boolean => fate === null && hasMail

const reasonOf = ({ fate, texted }: Pick<ReachNotice, 'fate' | 'texted'>): CallReason =>
  texted
    ? 'texted'
    : fate === 'NO_MAIL' || fate === null
      ? 'no-mail'
      : fate === 'REFUSED'
        ? 'refused'
        : fate === 'KEPT'
          ? 'kept'
          : 'unconfirmed'

/** Earliest first; whom nobody could phone any sooner stands behind. */
export const byUrgency = (one: Pick<Untold, 'soonest' | 'shiftMs'>, other: Pick<Untold, 'soonest' | 'shiftMs'>): number =>
  one.soonest.getTime() - other.soonest.getTime() || (one.shiftMs === other.shiftMs ? 0 : other.shiftMs - one.shiftMs)

/**
 * Knowing, told apart from having sent (mechanics 26), of the last change of a session.
 *
 * @param bySignUp - the notices of change of each sign-up that has a seat, earliest first
 */
export function reachOf(
  bySignUp: readonly { readonly name: string; readonly notices: readonly ReachNotice[] }[],
): Answer<typeof reachView> {
  const count = { known: 0, sent: 0, texted: 0, unreachable: 0, pending: 0 }
  const left: string[] = []
  for (const { name, notices } of bySignUp) {
    const last = notices.findLast(({ fate }) => fate !== 'NOTHING')
    if (!last) continue
    count[last.knownAt ? 'known' : last.texted ? 'texted' : sentOf(last)] += 1
    if (!last.knownAt && last.closedAt) left.push(name)
  }
  return { ...count, left }
}

const sentOf = (notice: ReachNotice): 'pending' | 'sent' | 'unreachable' =>
  isOnItsWay(notice) ? 'pending' : notice.fate === 'SENT' ? 'sent' : 'unreachable'

/** Whether somebody can be called now, later (they were, or it isn't a safe hour), or not at all. */
export function stateOf(
  { phone, safe }: { readonly phone: string | null; readonly safe: SafeToCall | null },
  calls: readonly { readonly result: string; readonly again: Date | null }[],
  now: Date,
): 'now' | 'later' | 'no-way' {
  const last = calls.at(-1)
  if (phone === null || last?.result === 'WRONG_NUMBER' || (safe !== null && !safe.calls && !safe.sms)) return 'no-way'
  return (last?.again && last.again > now) || (safe !== null && !isSafeMoment(safe, now)) ? 'later' : 'now'
}
