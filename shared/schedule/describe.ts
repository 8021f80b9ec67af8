import type { Language } from '#shared/contract/kinds.ts'
import { weekdayOf } from '#shared/time/calendar.ts'
import { formatClock, formatDay, formatDayAndMonth, formatSpan } from '#shared/time/format.ts'
import { localDayAt } from '#shared/time/place.ts'
import { firstDayOf, type LocalDay, type WallSpan } from '#shared/time/when.ts'
import { scheduleGrammar as en } from '#shared/words/en/schedule.ts'
import { scheduleGrammar as pl } from '#shared/words/pl/schedule.ts'
import { listed, type ScheduleGrammar } from '#shared/words/schedule-grammar.ts'
import { scheduleGrammar as uk } from '#shared/words/uk/schedule.ts'
import { parseRule, weekdays, type Rule } from './rule.ts'
import type { PickedSchedule, RuleSchedule, Schedule } from './schedule.ts'

const grammars: Readonly<Record<Language, ScheduleGrammar>> = { pl, en, uk }

/** More picked dates than this are counted instead of listed. */
const mostListed = 6

/**
 * Says a schedule in plain words, to stand inside a sentence: "co drugi wtorek o 18:00, oprócz dni wolnych".
 *
 * @throws {ScheduleError} when the text of the rule can't be read
 */
export function describeSchedule(schedule: Schedule, language: Language): string {
  const grammar = grammars[language]
  return schedule.kind === 'rule' ? describeRule(schedule, grammar, language) : describePicked(schedule, grammar, language)
}

function describeRule(schedule: RuleSchedule, grammar: ScheduleGrammar, language: Language): string {
  const { first, skipHolidays, skipBreaksOf, zone } = schedule
  const rule = parseRule(schedule.rule)
  if (rule.end.kind === 'count' && rule.end.count === 1) return formatSpan(first, language)
  const plain = plainRule(rule, firstDayOf(first), grammar, language)
  const parts = [`${plain ?? grammar.complex}${timeOf(first, grammar)}`]
  if (plain !== null && rule.frequency !== 'YEARLY' && rule.byMonth.length > 0) parts.push(grammar.inMonths(rule.byMonth))
  const lastDay = lastDayOf(rule, zone)
  if (lastDay !== null) parts.push(grammar.until(formatDay(lastDay, language)))
  if (rule.end.kind === 'count') parts.push(grammar.times(rule.end.count))
  if (skipHolidays || skipBreaksOf) parts.push(grammar.except(skipHolidays, skipBreaksOf !== null))
  return parts.join(', ')
}

function describePicked({ spans }: PickedSchedule, grammar: ScheduleGrammar, language: Language): string {
  const [only] = spans
  if (only && spans.length === 1) return formatSpan(only, language)
  if (spans.length > mostListed) return grammar.onManyPickedDays(spans.length)
  const days = spans.map(firstDayOf).toSorted()
  const clocks = new Set(spans.map((span) => timeOf(span, grammar)))
  const time = clocks.size === 1 ? [...clocks].join('') : ''
  return grammar.onPickedDays(
    listed(
      days.map((day) => formatDayAndMonth(day, language)),
      grammar.and,
    ) + time,
  )
}

function timeOf(span: WallSpan, grammar: ScheduleGrammar): string {
  return span.kind === 'timed' ? ` ${grammar.at(formatClock(span.start))}` : ''
}

function lastDayOf({ end }: Rule, zone: string): LocalDay | null {
  if (end.kind === 'day') return end.day
  if (end.kind === 'wall') return end.wall.slice(0, 10)
  return end.kind === 'instant' ? localDayAt(end.ms, zone) : null
}

/** The days of a rule in words, or null when no plain sentence holds it. */
function plainRule(rule: Rule, firstDay: LocalDay, grammar: ScheduleGrammar, language: Language): string | null {
  const rare = [rule.byHour, rule.byMinute, rule.bySecond, rule.byWeekNo, rule.byYearDay]
  if (rare.some((list) => list.length > 0)) return null
  if (rule.frequency === 'YEARLY') return plainYear(rule, firstDay, grammar, language)
  if (rule.frequency === 'MONTHLY') return plainMonth(rule, firstDay, grammar)
  if (rule.bySetPos.length > 0 || rule.byMonthDay.length > 0) return null
  const days = rule.byDay.map(({ weekday }) => weekdays.indexOf(weekday) + 1)
  if (rule.frequency === 'WEEKLY') return grammar.weeks(rule.interval, days.length > 0 ? days : [weekdayOf(firstDay)])
  if (days.length === 0) return grammar.days(rule.interval)
  return rule.interval === 1 ? grammar.weeks(1, days) : null
}

function plainMonth(rule: Rule, firstDay: LocalDay, grammar: ScheduleGrammar): string | null {
  const { byDay, bySetPos, byMonthDay, interval } = rule
  if (byDay.length > 0 && bySetPos.length === 0 && byMonthDay.length === 0 && byDay.every(({ ordinal }) => ordinal === null))
    return interval === 1
      ? grammar.weeks(
          1,
          byDay.map(({ weekday }) => weekdays.indexOf(weekday) + 1),
        )
      : null
  const when = monthPart(rule, firstDay, grammar)
  return when === null ? null : grammar.months(interval, when)
}

/** "w pierwszy wtorek", "15. dnia", "w ostatni dzień roboczy". */
function monthPart({ byDay, bySetPos, byMonthDay }: Rule, firstDay: LocalDay, grammar: ScheduleGrammar): string | null {
  const names = byDay.map(({ weekday }) => weekday)
  if (byDay.length === 0) {
    if (bySetPos.length > 0 || byMonthDay.some((day) => day < -2)) return null
    return grammar.monthDays(byMonthDay.length > 0 ? fromStart(byMonthDay) : [Number(firstDay.slice(8))])
  }
  if (byMonthDay.length > 0 || [...bySetPos, ...byDay.map(({ ordinal }) => ordinal ?? 1)].some(isRareOrdinal)) return null
  if (bySetPos.length > 0) {
    if (byDay.some(({ ordinal }) => ordinal !== null)) return null
    const [only = 'MO'] = names
    if (names.length === 1) return grammar.nthWeekday(fromStart(bySetPos), weekdays.indexOf(only) + 1)
    return names.join() === 'MO,TU,WE,TH,FR' && bySetPos.length === 1 ? grammar.nthWorkday(bySetPos[0] ?? 1) : null
  }
  if (byDay.some(({ ordinal }) => ordinal === null)) return null
  const perWeekday = [...new Set(names)].map((name) => {
    const ordinals = byDay.filter(({ weekday }) => weekday === name).map(({ ordinal }) => ordinal ?? 1)
    return grammar.nthWeekday(fromStart(ordinals), weekdays.indexOf(name) + 1)
  })
  return listed(perWeekday, grammar.and)
}

function plainYear(rule: Rule, firstDay: LocalDay, grammar: ScheduleGrammar, language: Language): string | null {
  const months = rule.byMonth.length > 0 ? rule.byMonth : [Number(firstDay.slice(5, 7))]
  if (rule.byDay.length > 0) {
    const when = rule.byMonth.length === 1 ? monthPart(rule, firstDay, grammar) : null
    return when === null ? null : grammar.years(rule.interval, `${when} ${grammar.ofMonth(months[0] ?? 1)}`)
  }
  if (rule.bySetPos.length > 0 || (rule.byMonthDay.length > 0 && rule.byMonth.length === 0)) return null
  const days = rule.byMonthDay.length > 0 ? rule.byMonthDay : [Number(firstDay.slice(8))]
  if (days.some((day) => day < 0) || days.length * months.length > mostListed) return null
  const two = (number: number) => String(number).padStart(2, '0')
  const dates = months.flatMap((month) => days.map((day) => formatDayAndMonth(`2024-${two(month)}-${two(day)}`, language)))
  return grammar.years(rule.interval, listed(dates, grammar.and))
}

/** First, second … and those counted from the end last. */
function fromStart(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => Number(a < 0) - Number(b < 0) || a - b)
}

function isRareOrdinal(ordinal: number): boolean {
  return ordinal > 5 || ordinal < -2
}
