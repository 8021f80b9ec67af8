import { addDays, daysBetween, wallNumber, wallOfNumber } from '#shared/time/calendar.ts'
import { startOf, type LocalDay, type WallSpan } from '#shared/time/when.ts'
import { expand } from './expand.ts'
import { parseRule, ruleText, weekdays, type Rule, type RuleEnd, type Weekday } from './rule.ts'
import type { RecurrenceId, RuleSchedule, Schedule } from './schedule.ts'

/** The two halves of a schedule. A half without a date is null. */
export type Halves = { readonly before: Schedule | null; readonly after: Schedule | null }

/**
 * Cuts a schedule before one of its dates: "this and following". Together the halves give the same dates as the whole
 * (the second may reach further, as its 24 months begin later).
 *
 * @param at - a date that the schedule gives
 */
export function splitSchedule(schedule: Schedule, at: RecurrenceId): Halves {
  if (schedule.kind === 'picked') {
    const half = (isIn: (start: string) => boolean) => {
      const spans = schedule.spans.filter((span) => isIn(startOf(span)))
      return spans.length === 0 ? null : { ...schedule, spans }
    }
    return { before: half((start) => start < at), after: half((start) => start >= at) }
  }
  const rule = parseRule(schedule.rule)
  const earlier = datesBefore(schedule, at)
  const after: RuleSchedule = {
    ...schedule,
    first: startAt(schedule.first, at),
    rule: ruleText({ ...rule, end: less(rule.end, earlier) }),
    excluded: schedule.excluded.filter((id) => id >= at),
  }
  if (earlier === 0) return { before: null, after }
  const before: RuleSchedule = {
    ...schedule,
    rule: ruleText({ ...rule, end: justBefore(at) }),
    excluded: schedule.excluded.filter((id) => id < at),
  }
  return { before, after }
}

/**
 * Shifts a whole schedule by days. A daily or weekly rule turns with it (its weekdays, its week's first day, its end); any other rule
 * becomes a list of picked dates, since "the first Tuesday" shifted by a day is no rule.
 *
 * @param lastDay - as in `expand`: how far a rule that becomes a list reaches
 */
export function shiftSchedule(schedule: Schedule, days: number, lastDay: LocalDay | null = null): Schedule {
  if (schedule.kind === 'picked') return { ...schedule, spans: schedule.spans.map((span) => shiftSpan(span, days)) }
  const rule = parseRule(schedule.rule)
  const turning =
    ['DAILY', 'WEEKLY'].includes(rule.frequency) && [rule.byMonth, rule.byMonthDay].every((list) => list.length === 0)
  if (!turning) {
    const { occurrences } = expand(schedule, lastDay)
    return { kind: 'picked', zone: schedule.zone, spans: occurrences.map(({ when }) => shiftSpan(spanOf(when), days)) }
  }
  return {
    ...schedule,
    first: shiftSpan(schedule.first, days),
    rule: ruleText(parseRule(ruleText(turn(rule, days)))),
    excluded: schedule.excluded.map((id) => shiftDate(id, days)),
  }
}

/** The same date some days later, at the same hour. */
export function shiftDate(id: RecurrenceId, days: number): RecurrenceId {
  return addDays(id.slice(0, 10), days) + id.slice(10)
}

/** How many dates the rule gives before one, those left out counted too, as COUNT does. */
function datesBefore(schedule: RuleSchedule, at: RecurrenceId): number {
  const { occurrences, skipped } = expand({ ...schedule, excluded: [], skipHolidays: false, skipBreaksOf: null })
  return [...occurrences, ...skipped.filter(({ reason }) => reason.kind !== 'clock-change')].filter(
    ({ recurrenceId }) => recurrenceId < at,
  ).length
}

function less(end: RuleEnd, dates: number): RuleEnd {
  return end.kind === 'count' ? { kind: 'count', count: Math.max(1, end.count - dates) } : end
}

function justBefore(at: RecurrenceId): RuleEnd {
  return at.length === 10 ? { kind: 'day', day: addDays(at, -1) } : { kind: 'wall', wall: wallOfNumber(wallNumber(at) - 1000) }
}

function startAt(first: WallSpan, at: RecurrenceId): WallSpan {
  if (first.kind === 'all-day')
    return { ...first, firstDay: at, lastDay: addDays(at, daysBetween(first.firstDay, first.lastDay)) }
  return { ...first, start: at, end: wallOfNumber(wallNumber(at) + wallNumber(first.end) - wallNumber(first.start)) }
}

function shiftSpan(span: WallSpan, days: number): WallSpan {
  if (span.kind === 'timed') return { kind: 'timed', start: shiftDate(span.start, days), end: shiftDate(span.end, days) }
  return { kind: 'all-day', firstDay: addDays(span.firstDay, days), lastDay: addDays(span.lastDay, days) }
}

function spanOf(span: WallSpan): WallSpan {
  if (span.kind === 'timed') return { kind: 'timed', start: span.start, end: span.end }
  return { kind: 'all-day', firstDay: span.firstDay, lastDay: span.lastDay }
}

function turn(rule: Rule, days: number): Rule {
  const turned = (weekday: Weekday): Weekday => weekdays[(weekdays.indexOf(weekday) + (((days % 7) + 7) % 7)) % 7] ?? weekday
  return {
    ...rule,
    byDay: rule.byDay.map((day) => ({ ...day, weekday: turned(day.weekday) })),
    weekStart: turned(rule.weekStart),
    end: shiftEnd(rule.end, days),
  }
}

function shiftEnd(end: RuleEnd, days: number): RuleEnd {
  if (end.kind === 'day') return { kind: 'day', day: addDays(end.day, days) }
  if (end.kind === 'wall') return { kind: 'wall', wall: shiftDate(end.wall, days) }
  // A day more on the time line may be 23 or 25 hours; the hour more at the end of a rule holds no other date of a daily one.
  return end.kind === 'instant' ? { kind: 'instant', ms: end.ms + days * 86_400_000 } : end
}
