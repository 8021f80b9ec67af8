import { addDays, daysBetween, mondayOf } from '#shared/time/calendar.ts'
import { firstDayOf, type LocalDay, type WallSpan } from '#shared/time/when.ts'
import { parseRule, ruleText, type RuleEnd } from '#shared/schedule/rule.ts'
import type { Schedule } from '#shared/schedule/schedule.ts'
import { shiftDate, shiftSchedule, splitSchedule } from '#shared/schedule/split.ts'
import { datesOf } from './rules.ts'

/** Where a copy goes: so many weeks later, or with its first date in the week of a day. */
export type Target = { readonly kind: 'weeks'; readonly weeks: number } | { readonly kind: 'from'; readonly day: LocalDay }

/** By how many days a copy lies later; always whole weeks, so that weekdays hold. */
export function daysLater(target: Target, firstDay: LocalDay): number {
  return target.kind === 'weeks' ? target.weeks * 7 : daysBetween(mondayOf(firstDay), mondayOf(target.day))
}

/** The part of a schedule between two days, both inside; null where it has no date. */
export function between(schedule: Schedule, from: LocalDay, to: LocalDay): Schedule | null {
  const dates = datesOf(schedule, null).occurrences.map(({ recurrenceId }) => recurrenceId)
  const first = dates.find((date) => date.slice(0, 10) >= from)
  if (first === undefined || first.slice(0, 10) > to) return null
  const rest = splitSchedule(schedule, first).after
  const next = dates.find((date) => date.slice(0, 10) > to)
  return rest && next ? splitSchedule(rest, next).before : rest
}

/**
 * The same pattern some weeks later. "The first Tuesday of the month" stays that; holidays and breaks are those of the new dates; dates
 * taken out were of the old season.
 */
export function weeksLater(schedule: Schedule, days: number): Schedule {
  if (schedule.kind === 'picked') return shiftSchedule(schedule, days)
  const rule = parseRule(schedule.rule)
  if (rule.frequency === 'DAILY' || rule.frequency === 'WEEKLY') {
    const shifted = shiftSchedule({ ...schedule, excluded: [] }, days)
    return shifted
  }
  return {
    ...schedule,
    first: spanLater(schedule.first, days),
    rule: ruleText({ ...rule, end: endLater(rule.end, days) }),
    excluded: [],
  }
}

/** The earliest and the latest day of some schedules. */
export function daysOfAll(schedules: readonly Schedule[]): { readonly from: LocalDay; readonly to: LocalDay } | null {
  const days = schedules.flatMap((schedule) => datesOf(schedule, null).occurrences.map(({ when }) => firstDayOf(when))).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}

function spanLater(span: WallSpan, days: number): WallSpan {
  return span.kind === 'timed'
    ? { kind: 'timed', start: shiftDate(span.start, days), end: shiftDate(span.end, days) }
    : { kind: 'all-day', firstDay: addDays(span.firstDay, days), lastDay: addDays(span.lastDay, days) }
}

function endLater(end: RuleEnd, days: number): RuleEnd {
  if (end.kind === 'day') return { kind: 'day', day: addDays(end.day, days) }
  if (end.kind === 'wall') return { kind: 'wall', wall: shiftDate(end.wall, days) }
  return end.kind === 'instant' ? { kind: 'instant', ms: end.ms + days * 86_400_000 } : end
}
