import { addDays, daysBetween, weekdayOf } from '#shared/time/calendar.ts'
import { parseRule, ruleText, weekdays, type Rule } from '#shared/schedule/rule.ts'
import type { Schedule } from '#shared/schedule/schedule.ts'
import { spanOfSlot, slotOfSpan } from './moments.ts'
import type { Slot } from './wire.ts'

const nameOf = (day: string) => weekdays[weekdayOf(day.slice(0, 10)) - 1] ?? 'MO'

/**
 * The schedule in which one meeting was moved and the others go with it: Tuesdays at 17:00 become Wednesdays at 18:00. Null where that
 * can't be said plainly (a rule with several parts; a weekly one by more than six days): then the schedule itself has to be edited.
 *
 * @param from - the meeting as the schedule has it
 * @param scope - `lastDay` is the last meeting's: a rule for `following` begins anew at the moved meeting, so that a number of times would
 *   count wrongly. `today` keeps picked dates that are over as they were.
 */
export function movedSchedule(
  schedule: Schedule,
  from: Slot,
  to: Slot,
  { lastDay, today }: { readonly lastDay: string | null; readonly today: string },
): Schedule | null {
  if (from.start.length !== to.start.length) return null
  const days = daysBetween(from.start.slice(0, 10), to.start.slice(0, 10))
  if (schedule.kind === 'picked') {
    const since = lastDay === null ? today : from.start
    const spans = schedule.spans.map(slotOfSpan).filter(({ start }) => lastDay === null || start >= since)
    return { ...schedule, spans: spans.map((slot) => spanOfSlot(slot.start < since ? slot : alongWith(slot, from, to))) }
  }
  const rule = movedRule(parseRule(schedule.rule), from, to)
  if (!rule) return null
  const begins = lastDay === null ? movedFirst(slotOfSpan(schedule.first), days, to) : to
  const end = lastDay === null ? rule.end : ({ kind: 'day', day: addDays(lastDay, Math.max(days, 0)) } as const)
  return { ...schedule, first: spanOfSlot(begins), rule: ruleText({ ...rule, end }) }
}

/** A picked date goes as far as the moved one did; one with the same hours takes over the new ones, others keep their own. */
function alongWith(slot: Slot, from: Slot, to: Slot): Slot {
  const days = daysBetween(from.start.slice(0, 10), to.start.slice(0, 10))
  const day = addDays(slot.start.slice(0, 10), days)
  const same = slot.start.slice(10) === from.start.slice(10) && slot.end.slice(10) === from.end.slice(10)
  const like = same ? to : slot
  const length = daysBetween(like.start.slice(0, 10), like.end.slice(0, 10))
  return { start: day + like.start.slice(10), end: addDays(day, length) + like.end.slice(10) }
}

/** The first meeting goes as many days as the moved one did, and takes over its hours. */
function movedFirst(first: Slot, days: number, to: Slot): Slot {
  const day = addDays(first.start.slice(0, 10), days)
  const length = daysBetween(to.start.slice(0, 10), to.end.slice(0, 10))
  return { start: day + to.start.slice(10), end: addDays(day, length) + to.end.slice(10) }
}

function movedRule(rule: Rule, from: Slot, to: Slot): Rule | null {
  const [was, will] = [nameOf(from.start), nameOf(to.start)]
  const days = daysBetween(from.start.slice(0, 10), to.start.slice(0, 10))
  if (days === 0) return rule
  if (rule.frequency === 'YEARLY') return movedYear(rule, to)
  if (Math.abs(days) > 6) return null
  if (rule.frequency === 'WEEKLY') {
    const names = rule.byDay.map(({ weekday }) => (weekday === was ? will : weekday))
    return { ...rule, byDay: [...new Set(names)].map((weekday) => ({ ordinal: null, weekday })) }
  }
  if (rule.frequency !== 'MONTHLY' || rule.bySetPos.length > 0) return null
  const number = Number(to.start.slice(8, 10))
  if (rule.byDay.length === 0) return { ...rule, byMonthDay: [number] }
  if (rule.byDay.length > 1) return null
  const last = rule.byDay[0]?.ordinal === -1
  return { ...rule, byDay: [{ ordinal: last ? -1 : Math.ceil(number / 7), weekday: will }] }
}

/** "8 grudnia" or "w drugi wtorek grudnia": the moved one's day of the year, said in the same way. */
function movedYear(rule: Rule, to: Slot): Rule | null {
  const [month, number] = [Number(to.start.slice(5, 7)), Number(to.start.slice(8, 10))]
  const { byMonth, byMonthDay, byDay, bySetPos, byYearDay, byWeekNo } = rule
  if (bySetPos.length + byYearDay.length + byWeekNo.length > 0) return null
  if (byMonth.length > 1 || byMonthDay.length > 1 || byDay.length > 1) return null
  const inMonth = byMonth.length === 1 ? [month] : []
  if (byDay.length === 0) return { ...rule, byMonth: inMonth, byMonthDay: byMonthDay.length === 1 ? [number] : [] }
  const last = byDay[0]?.ordinal === -1
  if (byMonth.length === 0 || byMonthDay.length > 0) return null
  return { ...rule, byMonth: inMonth, byDay: [{ ordinal: last ? -1 : Math.ceil(number / 7), weekday: nameOf(to.start) }] }
}
