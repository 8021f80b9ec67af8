import { addDays } from '#shared/time/calendar.ts'
import { wallInWarsaw } from '#shared/time/format.ts'
import { placeOnTimeline } from '#shared/time/place.ts'
import { warsaw } from '#shared/time/when.ts'

/** What people notice of a session, as the database's function `notable` keeps it. `on`: it takes place. */
export type Notable = {
  readonly kind: 'TIMED' | 'ALL_DAY'
  readonly start: string
  readonly end: string
  readonly venueId: string | null
  readonly roomId: string | null
  readonly on: boolean
}

export type ChangeNews = 'cancelled' | 'moved' | 'place' | 'restored' | 'added' | 'holds'

/**
 * What there is to say about a session: the difference between what people knew last and what is so now. Several edits in between are one
 * difference, and an edit that was taken back is none.
 *
 * @param before - null: they didn't know of it
 * @param unclear - they may have been told something in between, so that it is said how it is even if nothing differs
 * @example changeNews({ ...monday, on: true }, { ...monday, on: false }, false) // 'cancelled'
 */
export function changeNews(before: Notable | null, now: Notable, unclear: boolean): ChangeNews | null {
  if (before === null) return now.on ? 'added' : null
  if (!now.on) return before.on || unclear ? 'cancelled' : null
  if (!before.on) return 'restored'
  if (before.kind !== now.kind || before.start !== now.start || before.end !== now.end) return 'moved'
  if (before.venueId !== now.venueId || before.roomId !== now.roomId) return 'place'
  return unclear ? 'holds' : null
}

export type SignUpStatus = 'CONFIRMED' | 'WAITLISTED' | 'OFFERED' | 'WITHDRAWN'
/** Seats, and children in care; what was noted before there was care had none. */
type Party = { readonly status: SignUpStatus; readonly seats: number; readonly care?: number }
/** `again`: somebody signed the same person up once more. */
export type SignUpBefore = Party | { readonly again: true } | null
export type SignUpNews = 'confirmed' | 'waiting' | 'promoted' | 'offer' | 'lapsed' | 'withdrawn' | 'again' | 'party'

/**
 * What there is to say about a sign-up.
 *
 * @param befores - what each act found, earliest first; what is told is the way from the first to now
 * @param unclear - as in {@link changeNews}
 * @example signUpNews([null], { status: 'WAITLISTED', seats: 1 }, false) // 'waiting'
 */
export function signUpNews(
  befores: readonly SignUpBefore[],
  now: Party & { readonly lapsed?: boolean },
  unclear: boolean,
): SignUpNews | null {
  const first = befores.find((before) => before === null || 'status' in before)
  if (first === undefined) return now.status === 'WITHDRAWN' ? null : 'again'
  if (now.lapsed) return 'lapsed'
  if (now.status === 'WITHDRAWN') return !unclear && (first === null || first.status === 'WITHDRAWN') ? null : 'withdrawn'
  if (now.status !== 'CONFIRMED')
    return first?.status === now.status && isSameParty(first, now) ? null : now.status === 'OFFERED' ? 'offer' : 'waiting'
  if (first === null || first.status === 'WITHDRAWN') return 'confirmed'
  if (first.status === 'OFFERED') return 'confirmed'
  if (first.status !== 'CONFIRMED') return 'promoted'
  return isSameParty(first, now) ? null : 'party'
}

const isSameParty = (one: Party, other: Party): boolean => one.seats === other.seats && (one.care ?? 0) === (other.care ?? 0)

/** Local times of a day: `21:00`. From the first to the second no mail goes out that can wait; the same twice: never quiet. */
export type Quiet = { readonly from: string; readonly to: string }

const hoursToGetReadyMs = 2 * 3_600_000

/**
 * Until when something is not told because people sleep; null: now. What begins before the quiet is over, or so soon after that nobody
 * could still stay at home, is told at once.
 *
 * @param soonest - the first moment at which somebody who doesn't know would come in vain
 * @example quietUntil(at('23:10'), { from: '21:00', to: '08:00' }, tomorrowAt('17:00')) // tomorrow at 8
 */
export function quietUntil(now: Date, { from, to }: Quiet, soonest: Date): Date | null {
  const wall = wallInWarsaw(now.getTime())
  const [today, clock] = [wall.slice(0, 10), wall.slice(11, 16)]
  const overMidnight = from > to
  const isQuiet = overMidnight ? clock >= from || clock < to : clock >= from && clock < to
  if (!isQuiet) return null
  const until = new Date(placeOnTimeline(`${overMidnight && clock >= from ? addDays(today, 1) : today}T${to}:00`, warsaw).ms)
  return soonest.getTime() < until.getTime() + hoursToGetReadyMs ? null : until
}

/** Mails about sign-ups that one mailbox gets in an hour: anybody can sign anybody up, and nobody's mailbox shall be flooded (T32). */
export const signUpMailsAnHour = 6
