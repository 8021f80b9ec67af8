import { addDays } from '#shared/time/calendar.ts'
import { localDayAt, localMidnight, placeOnTimeline } from '#shared/time/place.ts'
import { warsaw } from '#shared/time/when.ts'
import { AppError } from '../../errors.ts'

/** When a session is, as far as marking at it depends on that. */
export type Held = { readonly whenKind: 'TIMED' | 'ALL_DAY'; readonly startsAt: Date; readonly endsAt: Date }

export type DoorWindow = { readonly opens: Date; readonly closes: Date }

const hourMs = 3_600_000
/** A door link works for so long at most (T08). */
export const longestWindowMs = 12 * hourMs
/** People come before the start, and whoever was at the door tidies up the list after the end. */
const aroundMs = 2 * hourMs
/** What a device without a network brings later than its window, it brings within this time. */
export const lateMs = 24 * hourMs
const planDays = 30

/**
 * When a door link works: from two hours before the start, be it the evening before, until two hours after the end, but not past midnight
 * unless the session itself lasts longer, and never for more than twelve hours; one that is made later begins later, so that a long day gets a
 * second link. A whole day begins at 8 in the morning.
 *
 * @param madeAt - when the link was made
 */
export function doorWindow({ whenKind, startsAt, endsAt }: Held, madeAt: Date): DoorWindow {
  const begins =
    whenKind === 'TIMED'
      ? startsAt.getTime() - aroundMs
      : placeOnTimeline(`${localDayAt(startsAt.getTime(), warsaw)}T08:00:00`, warsaw).ms
  const opens = Math.max(begins, Math.min(madeAt.getTime(), endsAt.getTime()))
  const dayEnds = localMidnight(addDays(localDayAt(Math.max(opens, startsAt.getTime()), warsaw), 1), warsaw)
  const ends = whenKind === 'TIMED' ? Math.max(Math.min(endsAt.getTime() + aroundMs, dayEnds), endsAt.getTime()) : dayEnds
  return { opens: new Date(opens), closes: new Date(Math.min(opens + longestWindowMs, ends)) }
}

/**
 * Until when somebody who is signed in may mark; null: not (yet, any more) now. From the session's day on; who only signs people up until the
 * end of the day after it, who plans it for 30 days, as lists on paper come with the month's report. Then the past stays as it is.
 */
export function markableUntil({ startsAt, endsAt }: Held, now: Date, plans: boolean): Date | null {
  const from = Math.min(localMidnight(localDayAt(startsAt.getTime(), warsaw), warsaw), startsAt.getTime() - aroundMs)
  const lastDay = localDayAt(endsAt.getTime() - 1, warsaw)
  const until = localMidnight(addDays(lastDay, plans ? planDays + 1 : 2), warsaw)
  return now.getTime() >= from && now.getTime() < until ? new Date(until) : null
}

/** People without a name: devices count apart, and a correction may take away what another one counted. */
export const unnamed = (counts: readonly number[]): number =>
  Math.max(
    counts.reduce((sum, count) => sum + count, 0),
    0,
  )

export class AttendanceClosedError extends AppError {
  readonly code = 'attendance-closed'
  readonly status = 409
  constructor() {
    super('attendance is taken on the day of the session, and corrected for a limited time after it; now it can be read only')
  }
}

/** Who comes to a discreet session is on no tablet at the door. */
export class NoDoorLinkError extends AppError {
  readonly code = 'no-door-link'
  readonly status = 409
  constructor(reason: 'discreet' | 'over' | 'cancelled' | 'too-many') {
    super('there is no link to the list at the door of this session', { reason })
  }
}
