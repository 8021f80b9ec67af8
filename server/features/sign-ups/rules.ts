import type { Audience, Condition } from '#shared/contract/kinds.ts'
import { largestParty, mostInCare, type SignUpAbout } from '#shared/contract/sign-up.ts'
import { AppError } from '../../errors.ts'

/** What a party takes, and what there is: seats of the meeting, and seats in the care for children while it lasts. */
export type Places = { readonly seats: number; readonly care: number }

/** A party that waits, in the order of its list. */
export type Waiting = Places & {
  readonly id: string
  /** Staff wrote it down. */
  readonly byStaff?: boolean
}

/** Seats that nobody has, or `Infinity` where there is no limit. Below zero where a limit was lowered: nobody is bumped. */
export const freeSeats = (capacity: number | null, taken: number): number => (capacity === null ? Infinity : capacity - taken)

/**
 * Seats that the web and those who wait can have: without those kept back for whom staff sign up, as far as staff haven't given them away.
 *
 * @example openSeats({ capacity: 10, reservedSeats: 3 }, { taken: 6, byStaff: 1 }) // 2
 */
export function openSeats(
  { capacity, reservedSeats }: { readonly capacity: number | null; readonly reservedSeats: number | null },
  { taken, byStaff }: { readonly taken: number; readonly byStaff: number },
): number {
  return freeSeats(capacity, taken) - Math.max((reservedSeats ?? 0) - byStaff, 0)
}

/** What a list has to give away at most. `careSeats`: none where no care is offered. */
export type Limits = { readonly capacity: number | null; readonly reservedSeats: number | null; readonly careSeats: number }

/** What is given away. `byStaff`: of the taken seats, those that staff gave away. `care`: children in care. */
export type Taken = { readonly taken: number; readonly byStaff: number; readonly care: number }

/** What the web and those who wait can have: seats, and care. */
export const openPlaces = (limits: Limits, counted: Taken): Places => ({
  seats: openSeats(limits, counted),
  care: limits.careSeats - counted.care,
})

/**
 * Whether a party gets all that it wants, or what it wants more than it has. What nobody wants can't be missing, also where a limit was lowered.
 *
 * @example fits({ seats: 1, care: 0 }, { seats: 2, care: -1 }) // true
 */
export const fits = (wanted: Places, free: Places): boolean => missingFor(wanted, free) === null

/** What a party lacks first. */
export const missingFor = ({ seats, care }: Places, free: Places): 'seats' | 'care' | null =>
  seats > 0 && seats > free.seats ? 'seats' : care > 0 && care > free.care ? 'care' : null

/** Whom an activity is for, as far as its form goes. */
export type Eligibility = {
  readonly ageFrom: number | null
  readonly ageTo: number | null
  readonly residentsOnly: boolean
  /** Only for these; empty: for everybody. */
  readonly audiences: readonly Audience[]
  readonly discreet: boolean
}

/** To be one of these is nobody's business on a public form: staff find out. */
const telling: readonly Audience[] = ['FOSTER_FAMILIES', 'CARERS', 'DISABLED_PEOPLE', 'JOB_SEEKERS']

/** What who signs up on the web has to confirm, and whether staff ask the rest. Of a discreet meeting everything would tell too much. */
export function conditionsOf({ ageFrom, ageTo, residentsOnly, audiences, discreet }: Eligibility): {
  readonly asked: readonly Condition[]
  readonly byStaff: boolean
} {
  const isLimited = audiences.length > 0 && !audiences.includes('EVERYONE')
  const hasAge = ageFrom !== null || ageTo !== null
  if (discreet) return { asked: [], byStaff: isLimited || hasAge || residentsOnly }
  const byStaff = isLimited && audiences.some((one) => telling.includes(one))
  return {
    asked: [
      ...(hasAge ? (['age'] as const) : []),
      ...(residentsOnly ? (['home'] as const) : []),
      ...(isLimited && !byStaff ? (['audience'] as const) : []),
    ],
    byStaff,
  }
}

export const mostPeople = (most: number | null): number => most ?? largestParty

/**
 * Who gets seats now: parties in the order of the list, all of a party or none, with its children in care, skipping those that don't fit
 * (mechanics 19). A newcomer stands last, so nobody is overtaken.
 *
 * @example nextToConfirm([{ id: 'three', seats: 3, care: 0 }, { id: 'one', seats: 1, care: 0 }], { seats: 2, care: 0 }) // ['one']
 */
export function nextToConfirm(waiting: readonly Waiting[], free: Places): readonly string[] {
  let left = free
  return waiting
    .filter((party) => {
      if (!fits(party, left)) return false
      left = without(left, [party])
      return true
    })
    .map(({ id }) => id)
}

/** What some parties take together. */
export const sumOf = (parties: readonly Places[]): Places => ({
  seats: parties.reduce((sum, { seats }) => sum + seats, 0),
  care: parties.reduce((sum, { care }) => sum + care, 0),
})

/** What is left when some parties have theirs. */
export function without(free: Places, parties: readonly Places[]): Places {
  const { seats, care } = sumOf(parties)
  return { seats: free.seats - seats, care: free.care - care }
}

/** What decides whether one can sign up: read under the list's lock. */
export type SessionFacts = {
  readonly cancelled: boolean
  readonly startsAt: Date
  readonly endsAt: Date
  /** The wall-clock start, as people saw it. */
  readonly wallStart: string
  readonly enrolment: string
  readonly opensDaysBefore: number | null
  readonly closesMinutesBefore: number | null
  /** By appointment: how long one lasts; null: times are agreed on by phone. */
  readonly slotMinutes: number | null
  /** Of a day of appointments, whose `startsAt` is the last time that one could take: when the first begins. */
  readonly firstAt?: Date
}

export type Window = { readonly opensAt: Date | null; readonly closesAt: Date }

export const dayMs = 86_400_000

/** One sign-up for all meetings, those that are added later too. */
export const forSeries = ['WHOLE_COURSE', 'MEMBERSHIP'] as const
export const isForSeries = (enrolment: string): boolean => forSeries.some((one) => one === enrolment)

/** Whether one can sign up for it here at all. */
const isSignedUpFor = ({ enrolment, slotMinutes }: Pick<SessionFacts, 'enrolment' | 'slotMinutes'>): boolean =>
  enrolment === 'PER_SESSION' || isForSeries(enrolment) || (enrolment === 'BY_APPOINTMENT' && slotMinutes !== null)

/** What one sign-up is for. */
export const aboutOf = (enrolment: string): SignUpAbout =>
  enrolment === 'MEMBERSHIP'
    ? 'club'
    : enrolment === 'WHOLE_COURSE'
      ? 'course'
      : enrolment === 'BY_APPOINTMENT'
        ? 'appointment'
        : 'session'

/** When one can sign up for a session: never after its start. A club can be joined at any time before its next meeting. */
export function windowOf({
  startsAt,
  firstAt = startsAt,
  enrolment,
  opensDaysBefore,
  closesMinutesBefore,
}: SessionFacts): Window {
  if (enrolment === 'MEMBERSHIP') return { opensAt: null, closesAt: startsAt }
  return {
    opensAt: opensDaysBefore === null ? null : new Date(firstAt.getTime() - opensDaysBefore * dayMs),
    closesAt: new Date(startsAt.getTime() - (closesMinutesBefore ?? 0) * 60_000),
  }
}

/** How signing up stands at a moment, in one word for the page. */
export type Standing = 'open' | 'not-yet' | 'closed' | 'started' | 'cancelled' | 'elsewhere'

export function standingOf(session: SessionFacts, now: Date): Standing {
  const { opensAt, closesAt } = windowOf(session)
  if (!isSignedUpFor(session)) return 'elsewhere'
  if (session.startsAt <= now) return 'started'
  if (session.cancelled) return 'cancelled'
  if (opensAt !== null && now < opensAt) return 'not-yet'
  return now < closesAt ? 'open' : 'closed'
}

/**
 * Why nobody can sign up now, or null. What changed between opening the form and sending it has a code of its own each, so that the page
 * can say it and show the way on.
 *
 * @param seenStart - the wall-clock start that the form showed
 */
export function refusalOf(session: SessionFacts, now: Date, seenStart: string): AppError | null {
  const { opensAt, closesAt } = windowOf(session)
  switch (standingOf(session, now)) {
    case 'elsewhere':
      return new NoWebSignUpError(session.enrolment)
    case 'started':
      return new SessionStartedError(session.startsAt)
    case 'cancelled':
      return new SessionCancelledError()
    case 'not-yet':
      return new SignUpNotOpenError(opensAt ?? session.startsAt)
    case 'closed':
      return new SignUpClosedError(closesAt)
    case 'open':
      return seenStart === session.wallStart ? null : new SessionMovedError(session.wallStart)
  }
}

/** Every act can be taken back for a day (T24), and never after the start. */
export const undoUntil = (withdrawnAt: Date, startsAt: Date): Date =>
  new Date(Math.min(withdrawnAt.getTime() + dayMs, startsAt.getTime()))

/** What undo gives: the seats, if they are still free, else the first place in the queue (mechanics 20); who waited waits again, in the old place. */
export function undoGives(from: string, party: Places, free: Places): 'seat' | 'first' | 'place' {
  if (from === 'WAITLISTED') return 'place'
  return fits(party, free) ? 'seat' : 'first'
}

/** Children whom one party may bring: of a meeting that may not be told of, on the web none, as care would tell something of it. */
export const mostChildren = (
  { careSeats, discreet }: { readonly careSeats: number; readonly discreet: boolean },
  { byStaff }: { readonly byStaff: boolean },
): number => (discreet && !byStaff ? 0 : Math.min(careSeats, mostInCare))

export class SessionStartedError extends AppError {
  readonly code = 'session-started'
  readonly status = 409
  constructor(startsAt: Date) {
    super('it has begun already, so nobody can sign up any more', { startsAt: startsAt.toISOString() })
  }
}

export class SessionCancelledError extends AppError {
  readonly code = 'session-cancelled'
  readonly status = 409
  constructor() {
    super('it is cancelled, so nobody can sign up')
  }
}

export class SessionMovedError extends AppError {
  readonly code = 'session-moved'
  readonly status = 409
  constructor(wallStart: string) {
    super(`it was moved to ${wallStart}: send the new start as \`seen\` to sign up all the same`, { start: wallStart })
  }
}

export class SessionFullError extends AppError {
  readonly code = 'session-full'
  readonly status = 409
  constructor(free: number) {
    super('there are not enough free seats: send `waiting` as true to stand on the waiting list', { free: Math.max(free, 0) })
  }
}

/** There are seats, and none in the care for children: who comes without them gets one. How many are left there tells nobody (`seatsView`). */
export class CareFullError extends AppError {
  readonly code = 'care-full'
  readonly status = 409
  constructor() {
    super('there are not enough free seats in the care for children: send `waiting` as true to wait for both, or fewer as `care`')
  }
}

/** Waiting would be in vain. */
export class NoCareError extends AppError {
  readonly code = 'no-care'
  readonly status = 409
  constructor(most: number) {
    super(`${most} children may come along into care here`, { most })
  }
}

/** Why a party gets no place at once. */
export const fullError = (missing: 'seats' | 'care', free: Places): AppError =>
  missing === 'care' ? new CareFullError() : new SessionFullError(free.seats)

/** Somebody else took that time: those that are free stand in the answer. */
export class SlotTakenError extends AppError {
  readonly code = 'slot-taken'
  readonly status = 409
  constructor(free: readonly string[]) {
    super('that time is taken or none: send one of `free` as `slot`', { free: [...free].slice(0, 24) })
  }
}

export class SignUpNotOpenError extends AppError {
  readonly code = 'sign-up-not-open'
  readonly status = 409
  constructor(opensAt: Date) {
    super(`signing up begins at ${opensAt.toISOString()}`, { opensAt: opensAt.toISOString() })
  }
}

export class SignUpClosedError extends AppError {
  readonly code = 'sign-up-closed'
  readonly status = 409
  constructor(closedAt: Date) {
    super(`signing up ended at ${closedAt.toISOString()}`, { closedAt: closedAt.toISOString() })
  }
}

export class NoWebSignUpError extends AppError {
  readonly code = 'no-web-sign-up'
  readonly status = 409
  constructor(enrolment: string) {
    super('one does not sign up for this on the web', { enrolment })
  }
}

/** Staff are told openly what the web's page never tells (T19). */
export class AlreadySignedUpError extends AppError {
  readonly code = 'already-signed-up'
  readonly status = 409
  constructor(signUpId: string) {
    super('this person is signed up already', { signUp: signUpId })
  }
}

/** A caller's sign-ups are changed only once it is sure who calls (mechanics 21). */
export class CallerNotCheckedError extends AppError {
  readonly code = 'caller-not-checked'
  readonly status = 403
  constructor() {
    super('make sure first who is on the line: by the paper code, or by calling back the number that is kept')
  }
}

/** The form was filled in before it said for whom this is, or without saying that it is so. */
export class NotEligibleError extends AppError {
  readonly code = 'not-eligible'
  readonly status = 409
  constructor(missing: readonly Condition[]) {
    super('this is not for everybody: `confirms` must say that all who come are those whom it is for', { missing })
  }
}

export class PartyTooLargeError extends AppError {
  readonly code = 'party-too-large'
  readonly status = 409
  constructor(largest: number) {
    super(`one sign-up may bring ${largest} people at most`, { largest })
  }
}

/** A seat that was offered for a time isn't any more, by the database's clock. */
export class OfferOverError extends AppError {
  readonly code = 'offer-over'
  readonly status = 409
  constructor() {
    super('no seat is offered to this sign-up, or not any more')
  }
}

/** A sign-up that can't be changed as asked: it is withdrawn already, undo came too late, the same person signed up again. */
export class SignUpChangedError extends AppError {
  readonly code = 'sign-up-changed'
  readonly status = 409
}
