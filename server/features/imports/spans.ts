import { daysBetween, wallNumber, wallOfNumber } from '#shared/time/calendar.ts'
import { scheduleBounds } from '#shared/schedule/schedule.ts'
import type { WallSpan, WallTime } from '#shared/time/when.ts'
import type { RowFault } from './row.ts'

/** Some minutes later on the wall. */
export const endOf = (start: WallTime, minutes: number): WallTime => wallOfNumber(wallNumber(start) + minutes * 60_000)

/** What a session can't be, by its length. Starts in the clocks' change are RFC 5545's to decide, not refused (mechanics 8). */
export function spanFault(when: WallSpan): RowFault | null {
  if (when.kind === 'all-day') {
    const days = daysBetween(when.firstDay, when.lastDay) + 1
    if (days < 1) return 'end-before-start'
    return days > scheduleBounds.daysOfSession ? 'too-long' : null
  }
  const hours = (wallNumber(when.end) - wallNumber(when.start)) / 3_600_000
  if (hours <= 0) return 'end-before-start'
  return hours > scheduleBounds.hoursOfSession ? 'too-long' : null
}

/** A span in one text, to compare. */
export const spanText = (when: WallSpan): string =>
  when.kind === 'timed' ? `${when.start}/${when.end}` : `${when.firstDay}/${when.lastDay}`
