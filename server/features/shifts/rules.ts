import { addDays, wallNumber, wallOfNumber } from '#shared/time/calendar.ts'
import { placeOnTimeline } from '#shared/time/place.ts'
import { warsaw, type LocalDay, type WallTime } from '#shared/time/when.ts'
import { AppError } from '../../errors.ts'

/** When a shift is, counted from its session: minutes of wall time after its start, negative before it. */
export type ShiftTime = { readonly fromMinutes: number; readonly minutes: number }

/** @param wallStart - of the session: a wall time, or the first of its whole days, whose midnight counts */
export function shiftSpan(
  wallStart: string,
  { fromMinutes, minutes }: ShiftTime,
): { readonly start: WallTime; readonly end: WallTime } {
  const began = wallNumber(wallStart.length === 10 ? `${wallStart}T00:00:00` : wallStart) + fromMinutes * 60_000
  return { start: wallOfNumber(began), end: wallOfNumber(began + minutes * 60_000) }
}

/** The same as moments. Where clocks change in a shift, it is an hour longer or shorter. */
export function shiftMoments(wallStart: string, time: ShiftTime): { readonly startsAt: Date; readonly endsAt: Date } {
  const { start, end } = shiftSpan(wallStart, time)
  return { startsAt: new Date(placeOnTimeline(start, warsaw).ms), endsAt: new Date(placeOnTimeline(end, warsaw).ms) }
}

/** What an organisation has seen, for some days; without an end it holds until somebody takes it back. */
export type HeldFact = {
  readonly kind: 'AGREEMENT' | 'INSURANCE' | 'GUARDIAN_CONSENT' | 'CLEARANCE'
  readonly startsOn: LocalDay
  readonly endsOn: LocalDay | null
}

/** What is known of a volunteer. */
export type Volunteer = {
  /** Born on this day or earlier; null: nobody said. */
  readonly bornBy: LocalDay | null
  readonly facts: readonly HeldFact[]
}

export type Requirements = {
  readonly minAge: number | null
  readonly needsClearance: boolean
  readonly needsAgreement: boolean
}

/** What somebody still lacks for a shift, in the order in which one would see to it. */
export type Missing = 'age' | 'guardian-consent' | 'clearance' | 'agreement'

export const holds = ({ facts }: Volunteer, kind: HeldFact['kind'], day: LocalDay): boolean =>
  facts.some((fact) => fact.kind === kind && fact.startsOn <= day && (fact.endsOn === null || day <= fact.endsOn))

/** @example isAtLeast('2008-12-01', 18, '2026-12-01') // true */
export function isAtLeast(bornBy: LocalDay, years: number, day: LocalDay): boolean {
  return `${Number(bornBy.slice(0, 4)) + years}${bornBy.slice(4)}` <= day
}

/** The latest birthday of somebody who says on a day that they are so many years old. */
export function bornByOf(years: number, today: LocalDay): LocalDay {
  const born = `${Number(today.slice(0, 4)) - years}${today.slice(4)}`
  return born.endsWith('-02-29') ? addDays(`${born.slice(0, 4)}-03-01`, -1) : born
}

/**
 * What a volunteer lacks on the day of a shift. A minor needs a guardian's consent for any; whoever never said their age may be one.
 */
export function missingOf(wanted: Requirements, volunteer: Volunteer, day: LocalDay): readonly Missing[] {
  const { bornBy } = volunteer
  const isOldEnough = bornBy !== null && isAtLeast(bornBy, wanted.minAge ?? 0, day)
  const isMinor = bornBy !== null && !isAtLeast(bornBy, 18, day)
  return [
    ...(isOldEnough ? [] : (['age'] as const)),
    ...(isMinor && !holds(volunteer, 'GUARDIAN_CONSENT', day) ? (['guardian-consent'] as const) : []),
    ...(wanted.needsClearance && !holds(volunteer, 'CLEARANCE', day) ? (['clearance'] as const) : []),
    ...(wanted.needsAgreement && !holds(volunteer, 'AGREEMENT', day) ? (['agreement'] as const) : []),
  ]
}

/** Where a coordinator looks at who takes a shift over: it asks for something of whoever does it. */
export const asksForSomething = ({ minAge, needsClearance, needsAgreement }: Requirements): boolean =>
  minAge !== null || needsClearance || needsAgreement

/** Somebody can't take a shift at once; sent with `waiting`, the request waits until staff have seen what is missing. */
export class RequirementsMissingError extends AppError {
  readonly code = 'requirements-missing'
  readonly status = 409
  constructor(missing: readonly Missing[]) {
    super('this shift asks for what nobody has seen yet: send `waiting` as true to let the request wait', { missing })
  }
}

export class TooYoungError extends AppError {
  readonly code = 'too-young'
  readonly status = 409
  constructor(minAge: number) {
    super(`this shift is for people of at least ${minAge} years`, { minAge })
  }
}

/** The same person helps or comes elsewhere at that time. */
export class OverlappingError extends AppError {
  readonly code = 'overlapping'
  readonly status = 409
  constructor(start: WallTime, end: WallTime) {
    super('you have promised to be elsewhere at that time: send `overlapping` as true if you mean it', { start, end })
  }
}
