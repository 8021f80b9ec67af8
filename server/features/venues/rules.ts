import type { SessionTold } from '#shared/contract/manage/views.ts'
import type { ThreeValued as ThreeValuedOnWire } from '#shared/contract/kinds.ts'
import type { Issue } from '#shared/contract/problem.ts'
import { isLocalDay, isWallTime } from '#shared/time/calendar.ts'
import { placeSpan } from '#shared/time/place.ts'
import { warsaw, type LocalDay, type WallSpan } from '#shared/time/when.ts'
import type { ThreeValued } from '../../db/generated/client.ts'
import { AppError } from '../../errors.ts'
import { daysIssue, issueOf } from '../organisations/rules.ts'
import type { OpeningSpan } from './opening.ts'

const stored = { yes: 'YES', no: 'NO', unknown: 'UNKNOWN' } as const

export const storedThree = (value: ThreeValuedOnWire): ThreeValued => stored[value]

/** What is said of a building was looked at on a day, and not one to come. Only the unknown needs no day. */
export function checkedIssue(
  field: string,
  { value, checkedOn }: { readonly value: ThreeValuedOnWire; readonly checkedOn: LocalDay | null },
  today: LocalDay,
): Issue | null {
  const name = `${field}.checkedOn`
  if (checkedOn === null) return value === 'unknown' ? null : issueOf(name, '', 'the day on which somebody looked', 'checked-on')
  if (isLocalDay(checkedOn) && checkedOn <= today) return null
  return issueOf(name, checkedOn, `a day up to today, ${today}`, 'not-in-the-future')
}

/** Hours as they are sent (`08:00` to `16:00`; an end of `00:00` is midnight) and as they are stored. */
export type TypedSpan = { readonly weekday: number; readonly opens: string; readonly closes: string }

export const spanMinutes = ({ weekday, opens, closes }: TypedSpan): OpeningSpan => ({
  weekday,
  opensMinute: minuteOf(opens),
  closesMinute: minuteOf(closes) || 1440,
})

export const typedSpan = ({ weekday, opensMinute, closesMinute }: OpeningSpan): TypedSpan => ({
  weekday,
  opens: clockOf(opensMinute),
  closes: clockOf(closesMinute % 1440),
})

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Spans end after they begin and don't meet; those that touch are fine. */
export function hoursIssues(hours: readonly TypedSpan[]): readonly Issue[] {
  const spans = hours.map(spanMinutes)
  return spans.flatMap((span, index) => {
    const name = `hours.${index}.closes`
    const value = hours[index]?.closes ?? ''
    if (span.closesMinute <= span.opensMinute) return [issueOf(name, value, 'a time after the opening', 'end-after-start')]
    const earlier = spans.slice(0, index).some((other) => other.weekday === span.weekday && meet(other, span))
    return earlier ? [issueOf(name, value, 'hours that do not meet others of the same day', 'hours-meet')] : []
  })
}

const meet = (one: OpeningSpan, other: OpeningSpan): boolean =>
  one.opensMinute < other.closesMinute && other.opensMinute < one.closesMinute

/** A closure ends after it begins, in this world. */
export function closureIssue(when: WallSpan): Issue | null {
  if (when.kind === 'all-day') return daysIssue(when.firstDay, when.lastDay, 'when.lastDay')
  if (!isWallTime(when.start)) return issueOf('when.start', when.start, 'a day and a time, as 2026-11-23T17:00:00', 'day')
  if (!isWallTime(when.end)) return issueOf('when.end', when.end, 'a day and a time, as 2026-11-23T19:00:00', 'day')
  const placed = placeSpan(when, warsaw)
  const inOrder = placed.kind === 'timed' && placed.startMs < placed.endMs
  return inOrder ? null : issueOf('when.end', when.end, 'an end after the start', 'end-after-start')
}

/** Two sessions that would hold one room at once. */
export type Meeting = { readonly room: string; readonly one: SessionTold; readonly other: SessionTold }

/** Two sessions of one room would meet: by other times of setting up, or as two rooms turn out to be one. Both are named. */
export class RoomsMeetError extends AppError {
  readonly code = 'rooms-meet'
  readonly status = 409
  constructor(meetings: readonly Meeting[]) {
    super(`${meetings.length} times two sessions would hold one room at once: move one of each first`, { meetings })
  }
}
