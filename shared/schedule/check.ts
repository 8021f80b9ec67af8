import { daysBetween, isLocalDay, isWallTime, wallNumber } from '#shared/time/calendar.ts'
import { isZone } from '#shared/time/place.ts'
import { firstDayOf, startOf, type WallSpan } from '#shared/time/when.ts'
import { ScheduleError } from './error.ts'
import { expand, horizonOf } from './expand.ts'
import { parseRule, type Rule } from './rule.ts'
import { scheduleBounds, type PickedSchedule, type RuleSchedule, type Schedule } from './schedule.ts'

/**
 * Refuses a schedule that an organiser can't mean, before anything is stored. Imports follow RFC 5545 instead and don't call this.
 *
 * @throws {ScheduleError} naming the field, its value and what would be right
 */
export function checkSchedule(schedule: Schedule): void {
  if (!isZone(schedule.zone))
    throw new ScheduleError('zone', 'zone', schedule.zone, 'a zone of the IANA database, as Europe/Warsaw')
  if (schedule.kind === 'rule') checkRule(schedule)
  else checkPicked(schedule)
}

function checkRule(schedule: RuleSchedule): void {
  checkSpan(schedule.first)
  const { exclusions } = scheduleBounds
  if (schedule.excluded.length > exclusions)
    throw new ScheduleError('too-many', 'excluded', `${schedule.excluded.length} dates`, `at most ${exclusions} dates`)
  const rule = parseRule(schedule.rule)
  checkLength(rule, schedule.rule)
  checkEnd(rule, schedule)
  if (expand(schedule).occurrences.length === 0)
    throw new ScheduleError(
      'no-date',
      'rule',
      schedule.rule,
      'a rule that gives at least one date within 24 months, not counting those left out',
    )
}

/** Long lists cost time and no organiser can read them back. */
function checkLength(rule: Rule, text: string): void {
  const lists = [rule.byMonth, rule.byWeekNo, rule.byYearDay, rule.byMonthDay, rule.byDay, rule.bySetPos]
  const values = lists.reduce((sum, list) => sum + list.length, 0)
  if (values > scheduleBounds.ruleValues)
    throw new ScheduleError(
      'rule-too-complex',
      'rule',
      text,
      `a rule with at most ${scheduleBounds.ruleValues} values in its BY parts`,
    )
}

function checkEnd(rule: Rule, { first }: RuleSchedule): void {
  const { sessions, months } = scheduleBounds
  const { end } = rule
  if (rule.byHour.length + rule.byMinute.length + rule.bySecond.length > 0)
    throw new ScheduleError('rule-part', 'BYHOUR', 'times of day', 'absent; the time of day is the start of the schedule')
  if (end.kind === 'count' && end.count > sessions)
    throw new ScheduleError('too-many', 'COUNT', String(end.count), `at most ${sessions} dates`)
  const lastDay =
    end.kind === 'day'
      ? end.day
      : end.kind === 'wall'
        ? end.wall.slice(0, 10)
        : end.kind === 'instant'
          ? new Date(end.ms).toISOString().slice(0, 10)
          : null
  const horizon = horizonOf(firstDayOf(first))
  if (lastDay !== null && lastDay > horizon)
    throw new ScheduleError('beyond-horizon', 'UNTIL', lastDay, `at latest ${horizon}, ${months} months after the first date`)
}

function checkPicked({ spans }: PickedSchedule): void {
  const { sessions, months } = scheduleBounds
  if (spans.length === 0 || spans.length > sessions)
    throw new ScheduleError(
      spans.length === 0 ? 'no-date' : 'too-many',
      'spans',
      `${spans.length} dates`,
      `from 1 to ${sessions} dates`,
    )
  spans.forEach(checkSpan)
  const starts = spans.map(startOf).toSorted()
  const doubled = starts.find((start, n) => start === starts[n + 1])
  if (doubled) throw new ScheduleError('doubled-date', 'spans', doubled, 'there once')
  const [earliest = '', latest = ''] = [starts[0], starts.at(-1)]
  const horizon = horizonOf(earliest.slice(0, 10))
  if (latest.slice(0, 10) > horizon)
    throw new ScheduleError('beyond-horizon', 'spans', latest, `at latest ${horizon}, ${months} months after the first date`)
}

/** Refuses a time that a session can't have. @throws {ScheduleError} */
export function checkSpan(span: WallSpan): void {
  if (span.kind === 'all-day') return checkDays(span.firstDay, span.lastDay)
  const { start, end } = span
  for (const [place, wall] of Object.entries({ start, end }))
    if (!isWallTime(wall))
      throw new ScheduleError('start', place, wall, 'a wall time from 1900 to 2199 that exists, as 2026-11-24T18:00:00')
  if (start.slice(11, 13) === '02')
    throw new ScheduleError(
      'start-in-clock-change',
      'start',
      start,
      'before 02:00 or from 03:00 on: between them the clocks change twice a year',
    )
  const hours = (wallNumber(end) - wallNumber(start)) / 3_600_000
  if (hours <= 0) throw new ScheduleError('end-before-start', 'end', end, `after the start, ${start}`)
  if (hours > scheduleBounds.hoursOfSession)
    throw new ScheduleError(
      'too-long',
      'end',
      end,
      `at most ${scheduleBounds.hoursOfSession} hours after the start; what is longer is given in whole days`,
    )
}

function checkDays(firstDay: string, lastDay: string): void {
  for (const [place, day] of Object.entries({ firstDay, lastDay }))
    if (!isLocalDay(day)) throw new ScheduleError('start', place, day, 'a day from 1900 to 2199 that exists, as 2026-11-24')
  const days = daysBetween(firstDay, lastDay) + 1
  if (days < 1) throw new ScheduleError('end-before-start', 'lastDay', lastDay, `not before the first day, ${firstDay}`)
  if (days > scheduleBounds.daysOfSession)
    throw new ScheduleError(
      'too-long',
      'lastDay',
      lastDay,
      `at most ${scheduleBounds.daysOfSession} days, the first and the last counted`,
    )
}
