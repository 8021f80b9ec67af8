import { addDays, addMonths, daysBetween, wallNumber, wallOfNumber } from '#shared/time/calendar.ts'
import { placeSpan } from '#shared/time/place.ts'
import { firstDayOf, startOf, type LocalDay, type WallSpan, type When } from '#shared/time/when.ts'
import { publicHolidayOn, type PublicHoliday } from './holidays.ts'
import { parseRule } from './rule.ts'
import { scheduleBounds, type PickedSchedule, type RecurrenceId, type RuleSchedule, type Schedule } from './schedule.ts'
import { winterBreakOn, type SchoolBreak } from './school-breaks.ts'
import { visitStarts } from './starts.ts'

/** One date of a schedule. Its recurrence id is how `reconcile` finds the session of it again. */
export type Occurrence = { readonly recurrenceId: RecurrenceId; readonly when: When }

/** A date that the rule gives and the schedule leaves out, with the reason that the organiser sees. */
export type Skipped = { readonly recurrenceId: RecurrenceId; readonly reason: SkipReason }
export type SkipReason =
  | { readonly kind: 'excluded' }
  | { readonly kind: 'holiday'; readonly holiday: PublicHoliday }
  | { readonly kind: 'school-break'; readonly break: SchoolBreak }
  | { readonly kind: 'clock-change' }

export type Expansion = {
  readonly occurrences: readonly Occurrence[]
  readonly skipped: readonly Skipped[]
  /** What ended the list, when it wasn't the schedule itself. */
  readonly cut: 'program-end' | 'months' | 'sessions' | null
}

/**
 * Lists the dates of a schedule in time order: at most 400, within 24 months of its first day and up to `lastDay` (the end of its
 * program), whichever comes first.
 *
 * The rule steps through wall-clock time and each step is placed on the time line afterwards, so a class at 18:00 stays at
 * 18:00 when the clocks change (RFC 5545 §3.3.10). Dates left out use up COUNT, as excluded dates do in RFC 5545.
 * Dates picked by hand are taken as they are, holidays too.
 *
 * @throws {ScheduleError} when the text of the rule can't be read
 */
export function expand(schedule: Schedule, lastDay: LocalDay | null = null): Expansion {
  return schedule.kind === 'rule' ? expandRule(schedule, lastDay) : expandPicked(schedule, lastDay)
}

/** The last day that a schedule beginning on a day may reach: 24 months, the last day not inside. */
export function horizonOf(firstDay: LocalDay): LocalDay {
  return addDays(addMonths(firstDay, scheduleBounds.months), -1)
}

function expandRule(schedule: RuleSchedule, lastDay: LocalDay | null): Expansion {
  const { first, zone } = schedule
  const horizon = horizonOf(firstDayOf(first))
  const last = lastDay !== null && lastDay < horizon ? lastDay : horizon
  const excluded = new Set(schedule.excluded)
  const occurrences: Occurrence[] = []
  const skipped: Skipped[] = []

  const start = first.kind === 'timed' ? first.start : `${first.firstDay}T00:00:00`
  const ended = visitStarts(parseRule(schedule.rule), start, zone, `${last}T23:59:59`, ({ wall, clock }) => {
    if (occurrences.length === scheduleBounds.sessions) return false
    const span = spanFrom(first, wall)
    const recurrenceId = startOf(span)
    const reason = first.kind === 'timed' && clock === 'skipped' ? clockChange : reasonToSkip(schedule, excluded, recurrenceId)
    if (reason) skipped.push({ recurrenceId, reason })
    else occurrences.push({ recurrenceId, when: placeSpan(span, zone) })
    return true
  })
  if (ended) return { occurrences, skipped, cut: null }
  if (occurrences.length === scheduleBounds.sessions) return { occurrences, skipped, cut: 'sessions' }
  return { occurrences, skipped, cut: last === horizon ? 'months' : 'program-end' }
}

const clockChange: SkipReason = { kind: 'clock-change' }

function reasonToSkip(schedule: RuleSchedule, excluded: ReadonlySet<string>, recurrenceId: RecurrenceId): SkipReason | null {
  if (excluded.has(recurrenceId)) return { kind: 'excluded' }
  const day = recurrenceId.slice(0, 10)
  const holiday = schedule.skipHolidays ? publicHolidayOn(day) : null
  if (holiday) return { kind: 'holiday', holiday }
  const schoolBreak = schedule.skipBreaksOf ? winterBreakOn(day, schedule.skipBreaksOf) : null
  return schoolBreak ? { kind: 'school-break', break: schoolBreak } : null
}

/** The span of the first occurrence, begun at another wall time: as long on the wall as the first one. */
function spanFrom(first: WallSpan, wall: string): WallSpan {
  if (first.kind === 'all-day') {
    const firstDay = wall.slice(0, 10)
    return { kind: 'all-day', firstDay, lastDay: addDays(firstDay, daysBetween(first.firstDay, first.lastDay)) }
  }
  const end = wallOfNumber(wallNumber(wall) + wallNumber(first.end) - wallNumber(first.start))
  return { kind: 'timed', start: wall, end }
}

function expandPicked({ spans, zone }: PickedSchedule, lastDay: LocalDay | null): Expansion {
  const inside = spans.filter((span) => lastDay === null || firstDayOf(span) <= lastDay)
  const sorted = inside.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
  return {
    occurrences: sorted.map((span) => ({ recurrenceId: startOf(span), when: placeSpan(span, zone) })),
    skipped: [],
    cut: inside.length < spans.length ? 'program-end' : null,
  }
}
