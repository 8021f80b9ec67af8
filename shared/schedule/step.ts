import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { daysBetween, weekdayOf, wallOfNumber } from '#shared/time/calendar.ts'
import type { LocalDay, WallTime } from '#shared/time/when.ts'
import { ScheduleError } from './error.ts'
import { ruleText, weekdays, type Rule, type RuleDay } from './rule.ts'

/** How many times a day a rule may happen (BYHOUR x BYMINUTE x BYSECOND) before it is refused unseen. */
const mostTimesADay = 100

/**
 * Steps a rule through wall-clock time, as if the clocks never changed: all its starts up to `last`, in time order.
 * COUNT and UNTIL are the caller's: what counts is known only on the time line.
 *
 * The start itself is listed only when it fits the rule, as other engines do it (RFC 5545 §3.8.5.3 leaves it open).
 *
 * @throws {ScheduleError} when the rule happens more than a hundred times a day
 */
export function stepRule(rule: Rule, start: WallTime, last: WallTime): WallTime[] {
  if (last < start) return []
  refuseTooOften(rule)
  // Without an iterator the library answers ten times faster, so the last moment is given as UNTIL.
  const stepper = new RRuleTemporal({
    rruleString: ruleText({ ...rule, end: { kind: 'instant', ms: Date.parse(`${last}Z`) } }),
    dtstart: Temporal.PlainDateTime.from(start).toZonedDateTime('UTC'),
    maxIterations: 1_000_000,
    cache: false,
  })
  const walls = stepper.all().map((moment) => wallOfNumber(moment.epochMilliseconds))
  return overflowsYears(rule) ? walls.filter((wall) => rule.byDay.some((day) => isNthOfYear(day, wall.slice(0, 10)))) : walls
}

function refuseTooOften(rule: Rule): void {
  const times = [rule.byHour, rule.byMinute, rule.bySecond].reduce((product, list) => product * Math.max(1, list.length), 1)
  if (times > mostTimesADay)
    throw new ScheduleError('rule-too-complex', 'RRULE', ruleText(rule), `at most ${mostTimesADay} times a day, not ${times}`)
}

/** rrule-temporal 2.2.7 takes the 53rd weekday of a year that has only 52 from the next year: those are left out again. */
function overflowsYears(rule: Rule): boolean {
  return rule.frequency === 'YEARLY' && rule.byMonth.length === 0 && rule.byDay.some((day) => Math.abs(day.ordinal ?? 0) === 53)
}

function isNthOfYear({ ordinal, weekday }: RuleDay, day: LocalDay): boolean {
  if (weekdays[weekdayOf(day) - 1] !== weekday) return false
  if (ordinal === null) return true
  const year = day.slice(0, 4)
  const fromEdge = ordinal > 0 ? daysBetween(`${year}-01-01`, day) : daysBetween(day, `${year}-12-31`)
  return Math.floor(fromEdge / 7) + 1 === Math.abs(ordinal)
}
