import { publicHolidayOn } from '#shared/schedule/holidays.ts'
import { weekdays, type Weekday } from '#shared/schedule/rule.ts'
import type { PickedSchedule, RuleSchedule } from '#shared/schedule/schedule.ts'
import type { Voivodeship } from '#shared/schedule/school-breaks.ts'
import { addDays, mondayOf } from '#shared/time/calendar.ts'
import { warsaw, type LocalDay, type WallSpan } from '#shared/time/when.ts'

/** Wall times of a meeting: `17:00-18:30`. */
export type Hours = `${number}:${number}-${number}:${number}`

type WeeklyOptions = {
  /** 2: every second week. */
  readonly every?: number
  /** First and last week, counted from the week of loading, which is 0. */
  readonly fromWeek?: number
  readonly toWeek?: number
  readonly skipBreaksOf?: Voivodeship
}

export const weeksBack = 8
export const weeksAhead = 26

/** Makes the schedules of the invented season around the day it is loaded. */
export type Timetable = ReturnType<typeof timetableAround>

export function timetableAround(today: LocalDay) {
  const monday = mondayOf(today)
  const from = addDays(monday, -7 * weeksBack)
  const to = addDays(today, 7 * weeksAhead)
  const dayInWeek = (week: number, weekday: Weekday) => addDays(monday, 7 * week + weekdays.indexOf(weekday))

  /** Every week on these days (`TU,TH`), public holidays left out. */
  function weekly(days: string, hours: Hours, options: WeeklyOptions = {}): RuleSchedule {
    const { every = 1, fromWeek = -weeksBack, toWeek, skipBreaksOf = null } = options
    const firstWeekday = days.split(',')[0] as Weekday
    const interval = every === 1 ? '' : `;INTERVAL=${every}`
    const until = toWeek === undefined ? '' : `;UNTIL=${dayInWeek(toWeek, 'SU').replaceAll('-', '')}`
    return rule(dayInWeek(fromWeek, firstWeekday), hours, `FREQ=WEEKLY${interval}${until};BYDAY=${days}`, skipBreaksOf)
  }

  /** Every month on such a day: `-1SA` is the last Saturday, `2TU` the second Tuesday. */
  const monthly = (day: string, hours: Hours): RuleSchedule => rule(from, hours, `FREQ=MONTHLY;BYDAY=${day}`, null)

  function rule(day: LocalDay, hours: Hours, text: string, skipBreaksOf: Voivodeship | null): RuleSchedule {
    return { kind: 'rule', zone: warsaw, first: span(day, hours), rule: text, excluded: [], skipHolidays: true, skipBreaksOf }
  }

  /** A course of so many meetings on one weekday, public holidays left out and made up for at the end. */
  function course(weekday: Weekday, hours: Hours, meetings: number, fromWeek: number): PickedSchedule {
    const days = Array.from({ length: meetings + 6 }, (_, n) => dayInWeek(fromWeek + n, weekday))
    return picked(days.filter((day) => publicHolidayOn(day) === null).slice(0, meetings), hours)
  }

  const picked = (days: readonly LocalDay[], hours: Hours): PickedSchedule => ({
    kind: 'picked',
    zone: warsaw,
    spans: days.map((day) => span(day, hours)),
  })

  return {
    today,
    from,
    to,
    weekly,
    monthly,
    course,
    /** Days picked by hand, counted from the day of loading. */
    onDays: (offsets: readonly number[], hours: Hours) =>
      picked(
        offsets.map((offset) => addDays(today, offset)),
        hours,
      ),
    /** Such a weekday in such weeks, picked by hand. */
    inWeeks: (weeks: readonly number[], weekday: Weekday, hours: Hours) =>
      picked(
        weeks.map((week) => dayInWeek(week, weekday)),
        hours,
      ),
    /** Whole days from such a weekday on. */
    wholeDays: (week: number, weekday: Weekday, days: number): PickedSchedule => {
      const firstDay = dayInWeek(week, weekday)
      return { kind: 'picked', zone: warsaw, spans: [{ kind: 'all-day', firstDay, lastDay: addDays(firstDay, days - 1) }] }
    },
    /** The day so many days ago, for what somebody checked. */
    daysAgo: (days: number) => addDays(today, -days),
  }
}

/** A meeting on a day between two wall times. */
export function span(day: LocalDay, hours: Hours): WallSpan {
  const [start = '', end = ''] = hours.split('-')
  return { kind: 'timed', start: `${day}T${start}:00`, end: `${day}T${end}:00` }
}

/** For an edit: the same day at other hours, or so many days later. */
export const movedTo =
  (hours: Hours, days = 0) =>
  (day: LocalDay): WallSpan =>
    span(addDays(day, days), hours)
