import { addDays, weekdayOf } from '#shared/time/calendar.ts'
import type { LocalDay, WallSpan } from '#shared/time/when.ts'
import { firstDayOf } from '#shared/time/when.ts'
import { parseRule, ruleText, weekdays, type Rule, type RuleEnd, type Weekday } from '#shared/schedule/rule.ts'
import type { Schedule } from '#shared/schedule/schedule.ts'
import type { Elsewhere } from './wire.ts'
import type { Voivodeship } from '#shared/schedule/school-breaks.ts'

/** How it repeats, as one would say it. `kept`: a rule that these words can't hold, left as it is. */
export const repeats = ['once', 'weekly', 'monthly', 'picked'] as const
export type Repeat = (typeof repeats)[number] | 'kept'

/** Every nth month: on the day's number, on its weekday counted from the start, or on its last weekday. */
export type MonthlyWay = 'day' | 'weekday' | 'last-weekday'

export type PickedDate = { readonly day: LocalDay; readonly start: string; readonly end: string; readonly lastDay: LocalDay }

/** A schedule while it is typed: everything a form holds, whatever it says at the moment. Times are `17:00`, days `2026-11-23`. */
export type ScheduleDraft = {
  readonly repeat: Repeat
  readonly allDay: boolean
  readonly day: LocalDay
  /** Of a whole-day schedule: how many days each one lasts. */
  readonly days: number
  readonly start: string
  readonly end: string
  readonly interval: number
  readonly weekdays: readonly Weekday[]
  readonly monthly: MonthlyWay
  readonly ends: 'until' | 'count' | 'never'
  readonly until: LocalDay
  readonly count: number
  readonly picked: readonly PickedDate[]
  readonly skipHolidays: boolean
  readonly skipBreaks: boolean
  readonly excluded: readonly string[]
  /** Single dates at another time or in another room. */
  readonly elsewhere: readonly Elsewhere[]
  /** The text of the rule that is kept. */
  readonly rule: string
}

export const emptyDraft = (day: LocalDay): ScheduleDraft => ({
  repeat: 'weekly',
  allDay: false,
  day,
  days: 1,
  start: '17:00',
  end: '19:00',
  interval: 1,
  weekdays: [weekdayName(day)],
  monthly: 'weekday',
  ends: 'count',
  until: addDays(day, 70),
  count: 10,
  picked: [],
  skipHolidays: true,
  skipBreaks: false,
  excluded: [],
  elsewhere: [],
  rule: '',
})

const weekdayName = (day: LocalDay): Weekday => weekdays[weekdayOf(day) - 1] ?? 'MO'

/**
 * A draft after something in it was changed. Dates taken out follow the hours; what was arranged for single dates belongs to the
 * dates as they were, so it is arranged anew.
 */
export function withChanges(draft: ScheduleDraft, changes: Partial<ScheduleDraft>): ScheduleDraft {
  const next = { ...draft, elsewhere: [], ...changes }
  if (next.start === draft.start && next.allDay === draft.allDay) return next
  const at = (date: string) => date.slice(0, 10) + (next.allDay ? '' : `T${next.start}:00`)
  return { ...next, excluded: next.excluded.map(at) }
}

/** The schedule that a draft means, or null while something in it is missing. Whether it can be is said by the server. */
export function scheduleOf(draft: ScheduleDraft, zone: string, voivodeship: Voivodeship | null): Schedule | null {
  if (draft.repeat === 'picked') {
    const spans = draft.picked.map((date) => spanOf(draft, date)).filter((span) => span !== null)
    return spans.length === 0 || spans.length < draft.picked.length ? null : { kind: 'picked', zone, spans }
  }
  const first = spanOf(draft, { ...draft, lastDay: isTyped(draft.day) ? addDays(draft.day, draft.days - 1) : '' })
  if (!first) return null
  if (draft.repeat === 'once') return { kind: 'picked', zone, spans: [first] }
  const rule = draft.repeat === 'kept' ? draft.rule : ruleOf(draft)
  if (rule === null) return null
  const skipBreaksOf = draft.skipBreaks ? voivodeship : null
  return { kind: 'rule', zone, first, rule, excluded: draft.excluded, skipHolidays: draft.skipHolidays, skipBreaksOf }
}

/** While a year is typed, its field says 0002, then 0020. */
const isTyped = (day: LocalDay): boolean => day >= '1000'

function spanOf({ allDay }: ScheduleDraft, { day, start, end, lastDay }: PickedDate): WallSpan | null {
  if (!isTyped(day)) return null
  if (allDay) return { kind: 'all-day', firstDay: day, lastDay: lastDay || day }
  if (start === '' || end === '') return null
  // An end before the start is the next morning's only where people plainly mean it: a night of cinema, not a slip.
  const endDay = end < start && end <= '06:00' && start >= '17:00' ? addDays(day, 1) : day
  return { kind: 'timed', start: `${day}T${start}:00`, end: `${endDay}T${end}:00` }
}

const plain = {
  byMonth: [],
  byWeekNo: [],
  byYearDay: [],
  byMonthDay: [],
  byDay: [],
  byHour: [],
  byMinute: [],
  bySecond: [],
  bySetPos: [],
  weekStart: 'MO',
} as const

function ruleOf(draft: ScheduleDraft): string | null {
  const end = endOf(draft)
  if (!end || !(draft.interval >= 1)) return null
  const base = { ...plain, interval: draft.interval, end }
  if (draft.repeat === 'weekly') {
    const byDay = weekdays.filter((name) => draft.weekdays.includes(name)).map((weekday) => ({ ordinal: null, weekday }))
    return byDay.length === 0 ? null : ruleText({ ...base, frequency: 'WEEKLY', byDay })
  }
  const number = Number(draft.day.slice(8))
  if (draft.monthly === 'day') return ruleText({ ...base, frequency: 'MONTHLY', byMonthDay: [number] })
  const ordinal = draft.monthly === 'last-weekday' ? -1 : Math.ceil(number / 7)
  return ruleText({ ...base, frequency: 'MONTHLY', byDay: [{ ordinal, weekday: weekdayName(draft.day) }] })
}

function endOf({ ends, until, count }: ScheduleDraft): RuleEnd | null {
  if (ends === 'never') return { kind: 'never' }
  if (ends === 'count') return count >= 1 ? { kind: 'count', count } : null
  return until === '' ? null : { kind: 'day', day: until }
}

/** A stored schedule as a draft: said in the form's words where they can hold it, else kept as it is. */
export function draftOf(schedule: Schedule): ScheduleDraft {
  if (schedule.kind === 'picked') return pickedDraft(schedule.spans)
  const { first, skipHolidays, skipBreaksOf, excluded } = schedule
  const base = {
    ...emptyDraft(firstDayOf(first)),
    ...timesOf(first),
    skipHolidays,
    skipBreaks: skipBreaksOf !== null,
    excluded,
    rule: schedule.rule,
  }
  const said = inFormWords(parseRule(schedule.rule), base)
  const same = said && ruleOf(said)
  return said && same === ruleText(parseRule(schedule.rule)) ? said : { ...base, repeat: 'kept' }
}

function pickedDraft(spans: readonly WallSpan[]): ScheduleDraft {
  const [first = { kind: 'all-day', firstDay: '', lastDay: '' } as const] = spans
  const base = { ...emptyDraft(firstDayOf(first)), ...timesOf(first) }
  if (spans.length === 1) return { ...base, repeat: 'once' }
  const picked = spans.map((span) => {
    const times = timesOf(span)
    const lastDay = span.kind === 'all-day' ? span.lastDay : span.end.slice(0, 10)
    return { day: firstDayOf(span), start: times.start, end: times.end, lastDay }
  })
  return { ...base, repeat: 'picked', picked }
}

function timesOf(span: WallSpan): Pick<ScheduleDraft, 'allDay' | 'days' | 'start' | 'end'> {
  if (span.kind === 'timed') return { allDay: false, days: 1, start: span.start.slice(11, 16), end: span.end.slice(11, 16) }
  const days = (Date.parse(span.lastDay) - Date.parse(span.firstDay)) / 86_400_000 + 1
  return { allDay: true, days, start: '17:00', end: '19:00' }
}

function inFormWords(rule: Rule, base: ScheduleDraft): ScheduleDraft | null {
  const { frequency, interval, end, byDay, byMonthDay } = rule
  const ends: Partial<ScheduleDraft> | null =
    end.kind === 'never'
      ? { ends: 'never' }
      : end.kind === 'count'
        ? { ends: 'count', count: end.count }
        : end.kind === 'day'
          ? { ends: 'until', until: end.day }
          : null
  if (!ends) return null
  const draft = { ...base, ...ends, interval }
  if (frequency === 'WEEKLY')
    return { ...draft, repeat: 'weekly', weekdays: byDay.length > 0 ? byDay.map(({ weekday }) => weekday) : base.weekdays }
  if (frequency !== 'MONTHLY') return null
  if (byMonthDay.length > 0 || byDay.length === 0) return { ...draft, repeat: 'monthly', monthly: 'day' }
  return { ...draft, repeat: 'monthly', monthly: byDay[0]?.ordinal === -1 ? 'last-weekday' : 'weekday' }
}
