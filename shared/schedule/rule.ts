import { basicForm, fromBasicForm } from '#shared/time/calendar.ts'
import type { LocalDay, WallTime } from '#shared/time/when.ts'
import { ScheduleError } from './error.ts'

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** `2TU` is the second Tuesday, `-1FR` the last Friday, `MO` every Monday of the period. */
export type RuleDay = { readonly ordinal: number | null; readonly weekday: Weekday }

/** Where a rule ends. The last moment is inside. A day is meant in the zone of the schedule. */
export type RuleEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'day'; readonly day: LocalDay }
  | { readonly kind: 'wall'; readonly wall: WallTime }
  | { readonly kind: 'instant'; readonly ms: number }

/** A recurrence rule (RFC 5545 §3.3.10). Lists are sorted and without doubles; an empty list is an absent part. */
export type Rule = {
  readonly frequency: Frequency
  readonly interval: number
  readonly end: RuleEnd
  readonly byMonth: readonly number[]
  readonly byWeekNo: readonly number[]
  readonly byYearDay: readonly number[]
  readonly byMonthDay: readonly number[]
  readonly byDay: readonly RuleDay[]
  readonly byHour: readonly number[]
  readonly byMinute: readonly number[]
  readonly bySecond: readonly number[]
  readonly bySetPos: readonly number[]
  readonly weekStart: Weekday
}

/** Longest text of a rule that is read at all. */
const longestText = 1000

/** Parts that hold numbers: the field, the largest value, whether it counts from the end too (`-1`) and whether 0 is one. */
const numberParts = {
  BYMONTH: { field: 'byMonth', from: 1, to: 12, signed: false },
  BYWEEKNO: { field: 'byWeekNo', from: 1, to: 53, signed: true },
  BYYEARDAY: { field: 'byYearDay', from: 1, to: 366, signed: true },
  BYMONTHDAY: { field: 'byMonthDay', from: 1, to: 31, signed: true },
  BYHOUR: { field: 'byHour', from: 0, to: 23, signed: false },
  BYMINUTE: { field: 'byMinute', from: 0, to: 59, signed: false },
  BYSECOND: { field: 'bySecond', from: 0, to: 59, signed: false },
  BYSETPOS: { field: 'bySetPos', from: 1, to: 366, signed: true },
} as const
type NumberPart = keyof typeof numberParts
const numberPartNames = Object.keys(numberParts) as readonly NumberPart[]
const partNames: readonly string[] = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST', ...numberPartNames]

/**
 * Reads the text of a rule: `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`.
 *
 * @throws {ScheduleError} naming the part, its value and what would be right
 */
export function parseRule(text: string): Rule {
  const parts = splitParts(text)
  const rule: Rule = {
    frequency: readFrequency(parts.get('FREQ')),
    interval: readNumber('INTERVAL', parts.get('INTERVAL') ?? '1', 1, 1000),
    end: readEnd(parts.get('COUNT'), parts.get('UNTIL')),
    ...readNumberParts(parts),
    byDay: readDays(parts.get('BYDAY')),
    weekStart: readWeekday('WKST', parts.get('WKST') ?? 'MO'),
  }
  refuseContradictions(rule)
  return rule
}

/** The one text of a rule: parts in the order of RFC 5545, values sorted, defaults left out. */
export function ruleText(rule: Rule): string {
  const parts = [`FREQ=${rule.frequency}`]
  if (rule.interval !== 1) parts.push(`INTERVAL=${rule.interval}`)
  const end = endText(rule.end)
  if (end) parts.push(end)
  for (const name of numberPartNames) {
    if (name === 'BYHOUR' && rule.byDay.length > 0) parts.push(`BYDAY=${rule.byDay.map(dayText).join(',')}`)
    const values = rule[numberParts[name].field]
    if (values.length > 0) parts.push(`${name}=${values.join(',')}`)
  }
  if (rule.weekStart !== 'MO') parts.push(`WKST=${rule.weekStart}`)
  return parts.join(';')
}

function splitParts(text: string): ReadonlyMap<string, string> {
  if (text.length === 0 || text.length > longestText)
    throw new ScheduleError('rule-shape', 'RRULE', text, `a rule of at most ${longestText} characters, as FREQ=WEEKLY;BYDAY=TU`)
  const parts = new Map<string, string>()
  for (const part of text.toUpperCase().split(';')) {
    const [name = '', value = '', ...rest] = part.split('=')
    if (rest.length > 0 || value === '')
      throw new ScheduleError('rule-shape', 'RRULE', part, 'parts of the form NAME=VALUE with a semicolon between them')
    if (!partNames.includes(name)) throw new ScheduleError('rule-part', name, value, `one of the parts ${partNames.join(', ')}`)
    if (parts.has(name)) throw new ScheduleError('rule-part', name, value, 'given once')
    parts.set(name, value)
  }
  return parts
}

function readFrequency(value = ''): Frequency {
  const frequency = frequencies.find((one) => one === value)
  if (!frequency) throw new ScheduleError('rule-frequency', 'FREQ', value, `one of ${frequencies.join(', ')}`)
  return frequency
}

function readNumber(place: string, value: string, from: number, to: number): number {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN
  if (!(number >= from && number <= to))
    throw new ScheduleError('rule-value', place, value, `a whole number from ${from} to ${to}`)
  return number
}

function readNumberParts(parts: ReadonlyMap<string, string>) {
  const lists = Object.fromEntries(numberPartNames.map((name) => [numberParts[name].field, readNumbers(name, parts.get(name))]))
  return lists as Record<(typeof numberParts)[NumberPart]['field'], readonly number[]>
}

function readNumbers(name: NumberPart, value: string | undefined): readonly number[] {
  if (value === undefined) return []
  const { from, to, signed } = numberParts[name]
  const numbers = value.split(',').map((item) => {
    const negative = signed && item.startsWith('-')
    const number = readNumber(name, signed ? item.replace(/^[+-]/, '') : item, from, to)
    return negative ? -number : number
  })
  return [...new Set(numbers)].toSorted((a, b) => a - b)
}

function readDays(value: string | undefined): readonly RuleDay[] {
  if (value === undefined) return []
  const days = value.split(',').map((item): RuleDay => {
    const weekday = readWeekday('BYDAY', item.slice(-2))
    const ordinal = item.slice(0, -2)
    if (ordinal === '') return { ordinal: null, weekday }
    const number = readNumber('BYDAY', ordinal.replace(/^[+-]/, ''), 1, 53)
    return { ordinal: ordinal.startsWith('-') ? -number : number, weekday }
  })
  const byText = new Map(days.map((day) => [dayText(day), day]))
  return [...byText.values()].toSorted(
    (a, b) => weekdays.indexOf(a.weekday) - weekdays.indexOf(b.weekday) || (a.ordinal ?? 0) - (b.ordinal ?? 0),
  )
}

function readWeekday(place: string, value: string): Weekday {
  const weekday = weekdays.find((one) => one === value)
  if (!weekday) throw new ScheduleError('rule-value', place, value, `a weekday: ${weekdays.join(', ')}`)
  return weekday
}

function readEnd(count: string | undefined, until: string | undefined): RuleEnd {
  if (count !== undefined && until !== undefined)
    throw new ScheduleError('rule-part', 'UNTIL', until, 'absent, because COUNT is given (RFC 5545 allows one of the two)')
  if (count !== undefined) return { kind: 'count', count: readNumber('COUNT', count, 1, 9_999_999_999) }
  return until === undefined ? { kind: 'never' } : readUntil(until)
}

function readUntil(until: string): RuleEnd {
  const utc = until.endsWith('Z')
  const moment = fromBasicForm(utc ? until.slice(0, -1) : until)
  if (moment === null || (utc && moment.length === 10))
    throw new ScheduleError('rule-value', 'UNTIL', until, 'a moment that exists, as 20270630T215959Z or 20270630')
  if (utc) return { kind: 'instant', ms: Date.parse(`${moment}Z`) }
  return moment.length === 10 ? { kind: 'day', day: moment } : { kind: 'wall', wall: moment }
}

/** What RFC 5545 §3.3.10 says MUST NOT stand together. */
function refuseContradictions(rule: Rule): void {
  const { frequency } = rule
  const refuse = (place: string, expected: string) => {
    throw new ScheduleError('rule-part', place, `used with FREQ=${frequency}`, expected)
  }
  const counted = rule.byDay.some((day) => day.ordinal !== null)
  if (counted && frequency !== 'MONTHLY' && frequency !== 'YEARLY')
    refuse('BYDAY', 'plain weekdays; numbers before them need MONTHLY or YEARLY')
  if (counted && rule.byWeekNo.length > 0) refuse('BYDAY', 'plain weekdays beside BYWEEKNO')
  if (rule.byWeekNo.length > 0 && frequency !== 'YEARLY') refuse('BYWEEKNO', 'absent; it needs YEARLY')
  if (rule.byYearDay.length > 0 && frequency !== 'YEARLY') refuse('BYYEARDAY', 'absent; it needs YEARLY')
  if (rule.byMonthDay.length > 0 && frequency === 'WEEKLY') refuse('BYMONTHDAY', 'absent; it can not stand with WEEKLY')
  const others = [
    rule.byMonth,
    rule.byWeekNo,
    rule.byYearDay,
    rule.byMonthDay,
    rule.byDay,
    rule.byHour,
    rule.byMinute,
    rule.bySecond,
  ]
  if (rule.bySetPos.length > 0 && others.every((list) => list.length === 0))
    refuse('BYSETPOS', 'beside another BY part, of whose dates it picks')
  if (rule.bySetPos.length > 0 && rule.byDay.some((day) => Math.abs(day.ordinal ?? 0) === 53))
    refuse('BYSETPOS', 'absent beside the 53rd weekday of a year')
}

function dayText(day: RuleDay): string {
  return `${day.ordinal ?? ''}${day.weekday}`
}

function endText(end: RuleEnd): string | null {
  if (end.kind === 'never') return null
  if (end.kind === 'count') return `COUNT=${end.count}`
  if (end.kind === 'day') return `UNTIL=${basicForm(end.day)}`
  if (end.kind === 'wall') return `UNTIL=${basicForm(end.wall)}`
  return `UNTIL=${basicForm(new Date(end.ms).toISOString().slice(0, 19))}Z`
}
