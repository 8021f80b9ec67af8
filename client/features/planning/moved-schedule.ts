import { addDays, daysBetween, weekdayOf } from '#shared/time/calendar.ts'
import { parseRule, ruleText, weekdays, type Rule } from '#shared/schedule/rule.ts'
import type { Schedule } from '#shared/schedule/schedule.ts'
import { spanOfSlot, slotOfSpan } from './moments.ts'
import type { Slot } from './wire.ts'

const nameOf = (day: string) => weekdays[weekdayOf(day.slice(0, 10)) - 1] ?? 'MO'

/**
 * The schedule in which one meeting was moved and the others go with it: Tuesdays at 17:00 become Wednesdays at 18:00. Null where that
 * can't be said plainly (dates picked by hand, rules by year, more than six days): then the schedule itself has to be edited.
 *
 * @param from - the meeting as the schedule has it
 * @param lastDay - the last meeting's day: for `following`, which begins anew at the moved meeting, so that a number of times would count wrongly
 */
export function movedSchedule(schedule: Schedule, from: Slot, to: Slot, lastDay: string | null): Schedule | null {
  const days = daysBetween(from.start.slice(0, 10), to.start.slice(0, 10))
  if (schedule.kind === 'picked' || Math.abs(days) > 6 || from.start.length !== to.start.length) return null
  const rule = movedRule(parseRule(schedule.rule), from, to)
  if (!rule) return null
  const begins = lastDay === null ? movedFirst(slotOfSpan(schedule.first), days, to) : to
  const end = lastDay === null ? rule.end : ({ kind: 'day', day: addDays(lastDay, Math.max(days, 0)) } as const)
  return { ...schedule, first: spanOfSlot(begins), rule: ruleText({ ...rule, end }) }
}

/** The first meeting goes as many days as the moved one did, and takes over its hours. */
function movedFirst(first: Slot, days: number, to: Slot): Slot {
  const day = addDays(first.start.slice(0, 10), days)
  const length = daysBetween(to.start.slice(0, 10), to.end.slice(0, 10))
  return { start: day + to.start.slice(10), end: addDays(day, length) + to.end.slice(10) }
}

function movedRule(rule: Rule, from: Slot, to: Slot): Rule | null {
  const [was, will] = [nameOf(from.start), nameOf(to.start)]
  if (rule.frequency === 'WEEKLY') {
    const names = rule.byDay.map(({ weekday }) => (weekday === was ? will : weekday))
    return { ...rule, byDay: [...new Set(names)].map((weekday) => ({ ordinal: null, weekday })) }
  }
  if (rule.frequency !== 'MONTHLY' || rule.bySetPos.length > 0) return null
  if (from.start.slice(0, 10) === to.start.slice(0, 10)) return rule
  const number = Number(to.start.slice(8, 10))
  if (rule.byDay.length === 0) return { ...rule, byMonthDay: [number] }
  if (rule.byDay.length > 1) return null
  const last = rule.byDay[0]?.ordinal === -1
  return { ...rule, byDay: [{ ordinal: last ? -1 : Math.ceil(number / 7), weekday: will }] }
}
