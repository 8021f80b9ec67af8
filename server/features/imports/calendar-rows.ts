import { createHash } from 'node:crypto'
import { ScheduleError } from '#shared/schedule/error.ts'
import { expand } from '#shared/schedule/expand.ts'
import { parseRule, ruleText, type Rule } from '#shared/schedule/rule.ts'
import { scheduleBounds, type RuleSchedule } from '#shared/schedule/schedule.ts'
import { visitStarts } from '#shared/schedule/starts.ts'
import { addDays, addMonths, fromBasicForm, wallNumber, wallOfNumber } from '#shared/time/calendar.ts'
import { firstDayOf, startOf, warsaw, type LocalDay, type WallSpan, type WallTime } from '#shared/time/when.ts'
import { propertiesOf, propertyOf, readComponents, textOf, type Component } from './components.ts'
import { readContentLines } from './content-lines.ts'
import { ImportError } from './import-error.ts'
import { importLimits } from './limits.ts'
import { nameKey } from './names.ts'
import type { Reading, Refused, Row, RowFault, RowNote } from './row.ts'
import { spanFault } from './spans.ts'
import { readZones, utcZone, warsawZone, type Zone, type Zones } from './zones.ts'

export type CalendarOptions = {
  /** Rows of the past are of no use for planning; those of the last day are, to be told. */
  readonly today: LocalDay
  /** Stands behind `@` in our own UIDs (T48). */
  readonly uidDomain: string
}

/**
 * Reads the events of a calendar file (RFC 5545), as far as 24 months from today: repeating ones as their dates, in Warsaw's time.
 * What can't be read is told with its line.
 *
 * @throws {ImportError} when it is no calendar at all, or our own
 */
export function readCalendarRows(bytes: Uint8Array, options: CalendarOptions): Reading {
  const { components, garbage } = readComponents(readContentLines(bytes).lines)
  const calendars = components.filter(({ name }) => name === 'VCALENDAR')
  if (calendars.length === 0) throw new ImportError('not-a-calendar', '', 'BEGIN:VCALENDAR')
  const read = calendars.map((calendar) => readCalendar(calendar, options))
  const rows = read.flatMap((one) => one.rows)
  if (rows.length > importLimits.rows) throw new ImportError('too-many-rows', String(rows.length), String(importLimits.rows))
  const lost: Refused[] = garbage.slice(0, 100).map(({ line, text }) => ({ line, title: '', fault: 'garbage-line', value: text }))
  return {
    rows: withoutDoubles(rows),
    refused: [...read.flatMap((one) => one.refused), ...lost].toSorted((a, b) => a.line - b.line),
    rules: Object.assign({}, ...read.map((one) => one.rules)),
  }
}

type Read = { readonly rows: readonly Row[]; readonly refused: readonly Refused[]; readonly rules: Reading['rules'] }

function readCalendar(calendar: Component, options: CalendarOptions): Read {
  const zones = readZones(calendar.parts.filter(({ name }) => name === 'VTIMEZONE'))
  const isOurs = /^-\/\/Podworko\/\//i.test(textOf(calendar, 'PRODID') ?? '')
  const cancels = textOf(calendar, 'METHOD')?.toUpperCase() === 'CANCEL'
  const events = newestOf(calendar.parts.filter(({ name }) => name === 'VEVENT'))
  const own = events.filter((event) => isOwn(event, options.uidDomain))
  if (isOurs && own.length > 0 && own.length === events.length)
    throw new ImportError('own-calendar', options.uidDomain, 'the calendar of somebody else')
  const foreign = events.filter((event) => !own.includes(event))
  const context = { ...options, zones, cancels, isOurs, fallback: zoneOfCalendar(calendar, zones) }
  const read = [...groupedByUid(foreign).values()].map((group) => readGroup(group, context))
  const refused: Refused[] = own.map((event) => ({
    line: event.line,
    title: titleOf(event, isOurs),
    fault: 'own-event',
    value: '',
  }))
  return {
    rows: read.flatMap((one) => one.rows),
    refused: [...read.flatMap((one) => one.refused), ...refused],
    rules: Object.assign({}, ...read.map((one) => one.rules)),
  }
}

type Context = CalendarOptions & {
  readonly zones: Zones
  readonly cancels: boolean
  readonly isOurs: boolean
  /** Of times that name no zone. */
  readonly fallback: Zone
}

const isOwn = (event: Component, uidDomain: string): boolean =>
  (textOf(event, 'UID') ?? '').toLowerCase().endsWith(`@${uidDomain}`)

/** Floating times are meant where they are read; a calendar that names its zone means that. */
function zoneOfCalendar(calendar: Component, zones: Zones): Zone {
  const said = textOf(calendar, 'X-WR-TIMEZONE')
  return (said && zones(said)) || warsawZone
}

/** Of an event that stands there several times, the one with the highest SEQUENCE; of equals, the one changed last. */
function newestOf(events: readonly Component[]): readonly Component[] {
  const newest = new Map<string, Component>()
  events.forEach((event, n) => {
    const uid = textOf(event, 'UID')
    const key = uid === null ? `#${n}` : `${uid}|${textOf(event, 'RECURRENCE-ID') ?? ''}`
    const known = newest.get(key)
    if (!known || rankOf(event) >= rankOf(known)) newest.set(key, event)
  })
  return [...newest.values()]
}

const rankOf = (event: Component): string =>
  (textOf(event, 'SEQUENCE') ?? '0').padStart(10, '0') + (textOf(event, 'LAST-MODIFIED') ?? textOf(event, 'DTSTAMP') ?? '')

function groupedByUid(events: readonly Component[]): ReadonlyMap<string, readonly Component[]> {
  const groups = new Map<string, Component[]>()
  events.forEach((event, n) => {
    const uid = textOf(event, 'UID') ?? `#${n}`
    groups.set(uid, [...(groups.get(uid) ?? []), event])
  })
  return groups
}

/** A fault of one event; thrown inside, told with its line. */
class EventFault extends Error {
  constructor(
    readonly fault: RowFault,
    readonly value: string,
  ) {
    super(fault)
  }
}

/** An event with those of its dates that were changed on their own. */
function readGroup(group: readonly Component[], context: Context): Read {
  const masters = group.filter((event) => propertyOf(event, 'RECURRENCE-ID') === null)
  const overrides = group.filter((event) => propertyOf(event, 'RECURRENCE-ID') !== null)
  const rows = new Map<string, Row>()
  const refused: Refused[] = []
  const rules: Record<string, RuleSchedule> = {}
  const attempt = (event: Component, work: () => void) => {
    try {
      work()
    } catch (error) {
      const told = faultOf(error)
      if (!told) throw error
      refused.push({ line: event.line, title: titleOf(event, context.isOurs), ...told })
    }
  }
  for (const master of masters)
    attempt(master, () => {
      const read = readMaster(master, context, overrides.length > 0)
      for (const row of read.rows) rows.set(row.key, row)
      for (const fault of read.refused) refused.push({ line: master.line, title: titleOf(master, context.isOurs), ...fault })
      Object.assign(rules, read.rules)
    })
  for (const override of overrides)
    attempt(override, () => {
      const row = readOverride(override, masters[0] ?? null, context)
      if (rows.has(row.key) || !isOver(row, context)) rows.set(row.key, row)
    })
  return { rows: [...rows.values()].filter((row) => !isOver(row, context)), refused, rules }
}

const isOver = ({ when }: Row, { today }: Context): boolean =>
  (when.kind === 'timed' ? when.end.slice(0, 10) : when.lastDay) < today

function faultOf(error: unknown): { readonly fault: RowFault; readonly value: string } | null {
  if (error instanceof EventFault) return { fault: error.fault, value: error.value.slice(0, 80) }
  if (error instanceof ScheduleError) return { fault: 'bad-rule', value: `${error.place}=${error.value}` }
  return null
}

type Fault = { readonly fault: RowFault; readonly value: string }
type MasterRead = { readonly rows: readonly Row[]; readonly refused: readonly Fault[]; readonly rules: Reading['rules'] }

function readMaster(event: Component, context: Context, hasOverrides: boolean): MasterRead {
  const start = momentOf(event, 'DTSTART', context)
  const length = lengthOf(event, start, context)
  const uid = textOf(event, 'UID')
  const rowAt = (moment: Moment, key: string, notes: readonly RowNote[]) => rowOf(event, moment, length, key, notes, context)
  const rules = propertiesOf(event, 'RRULE').map(({ values }) => String(values[0]))
  const added = propertiesOf(event, 'RDATE').flatMap((property) => momentsOf(property, context))
  const base = uid === null ? `content:${digest(`${nameKey(titleOf(event, context.isOurs))}|${start.text}`)}` : `uid:${uid}`
  const missing: readonly RowNote[] = uid === null ? ['uid-missing'] : []
  if (rules.length + added.length === 0) return { rows: [rowAt(start, base, missing)], refused: [], rules: {} }

  const excluded = exclusionsOf(event, context)
  const { moments, skipped } = datesOf(rules, start, context)
  const all = distinct([...moments, ...(rules.length === 0 ? [start] : []), ...added]).filter((moment) => !excluded(moment))
  const ahead = all
    .toSorted((a, b) => a.ms - b.ms)
    .filter(({ wall }) => wall.slice(0, 10) >= addDays(context.today, -scheduleBounds.daysOfSession))
    .map((moment) => ({ ...rowAt(moment, `${base}|${moment.id}`, missing), event: base }))
    .filter((row) => !isOver(row, context))
  const rows = ahead.slice(0, scheduleBounds.sessions)
  const cut = ahead[scheduleBounds.sessions]
  const refused = [
    ...skipped.map((wall): Fault => ({ fault: 'clock-gap', value: wall })),
    ...(cut ? [{ fault: 'too-many-dates', value: firstDayOf(cut.when) } as const] : []),
  ]
  const rule = hasOverrides || added.length > 0 || rules.length !== 1 ? null : scheduleOf(rules[0] ?? '', start, rows, context)
  return { rows, refused, rules: rule ? { [base]: rule } : {} }
}

/** One date that was changed on its own. It keeps the key of the date it had. */
function readOverride(event: Component, master: Component | null, context: Context): Row {
  const id = momentOf(event, 'RECURRENCE-ID', context)
  const start = momentOf(event, 'DTSTART', context)
  const base = `uid:${textOf(event, 'UID') ?? ''}`
  const lacks = (name: string) => propertyOf(event, name) === null && master !== null
  const filled = master
    ? {
        ...event,
        properties: [...event.properties, ...master.properties.filter(({ name }) => inherited.includes(name) && lacks(name))],
      }
    : event
  return { ...rowOf(filled, start, lengthOf(event, start, context), `${base}|${id.id}`, [], context), event: base }
}

const inherited = ['SUMMARY', 'LOCATION', 'DESCRIPTION', 'CATEGORIES']

/** A moment of a calendar: a day, or a wall time of Warsaw with its instant. */
type Moment = {
  readonly kind: 'day' | 'time'
  /** The same however it is written: the instant, or the day. */
  readonly id: string
  readonly text: string
  readonly ms: number
  /** In its own zone. */
  readonly wall: WallTime
  readonly zone: Zone
  readonly notes: readonly RowNote[]
}

function momentOf(event: Component, name: string, context: Context): Moment {
  const property = propertyOf(event, name)
  if (!property) throw new EventFault('bad-event', name)
  const [moment] = momentsOf(property, context)
  if (!moment) throw new EventFault('bad-event', `${name}:${String(property.values[0])}`)
  return moment
}

function momentsOf(property: ReturnType<typeof propertyOf> & object, context: Context): readonly Moment[] {
  const { parameters, values } = property
  return String(values[0])
    .split(',')
    .flatMap((text) => readMoment(text.trim().split('/')[0] ?? '', parameters['tzid'] ?? null, context) ?? [])
}

function readMoment(text: string, tzid: string | null, context: Context): Moment | null {
  const utc = /z$/i.test(text)
  const found = fromBasicForm(text.replace(/z$/i, '').replaceAll(/[-:]/g, '').toUpperCase())
  if (found === null) return null
  if (found.length === 10) return dayMoment(found, warsawZone)
  const named = utc ? utcZone : tzid === null ? context.fallback : context.zones(tzid)
  return timeMoment(found, named ?? warsawZone, named === null ? ['zone-unknown'] : [])
}

const dayMoment = (day: LocalDay, zone: Zone): Moment => {
  const wall = `${day}T00:00:00`
  return { kind: 'day', id: day, text: day, ms: zone.place(wall).ms, wall, zone, notes: [] }
}

function timeMoment(wall: WallTime, zone: Zone, before: readonly RowNote[]): Moment {
  const { ms, clock } = zone.place(wall)
  const notes: readonly RowNote[] = [
    ...before,
    ...(clock === 'skipped' ? (['clock-gap'] as const) : clock === 'repeated' ? (['clock-repeated'] as const) : []),
    ...(zone.name !== warsaw && zone !== utcZone && warsawZone.wallAt(ms) !== wall ? (['zone-moved'] as const) : []),
  ]
  return { kind: 'time', id: new Date(ms).toISOString().slice(0, 16), text: wall, ms, wall, zone, notes }
}

/** How long: days, or milliseconds on the time line. */
type Length =
  { readonly kind: 'days'; readonly days: number; readonly sameDay: boolean } | { readonly kind: 'ms'; readonly ms: number }

/** DTEND, or DURATION; without both a day lasts a day, and a time has no length (RFC 5545 §3.6.1), which no session can have. */
function lengthOf(event: Component, start: Moment, context: Context): Length {
  const duration = textOf(event, 'DURATION')
  if (start.kind === 'day') {
    if (duration !== null)
      return { kind: 'days', days: Math.max(1, Math.round(durationMs(duration) / 86_400_000)), sameDay: false }
    if (propertyOf(event, 'DTEND') === null) return { kind: 'days', days: 1, sameDay: false }
    const days = Math.round(
      (wallNumber(momentOf(event, 'DTEND', context).wall.slice(0, 10) + 'T00:00:00') - wallNumber(start.wall)) / 86_400_000,
    )
    if (days < 0) throw new EventFault('end-before-start', textOf(event, 'DTEND') ?? '')
    return { kind: 'days', days: Math.max(1, days), sameDay: days === 0 }
  }
  if (duration !== null) return { kind: 'ms', ms: durationMs(duration) }
  if (propertyOf(event, 'DTEND') === null) throw new EventFault('no-time', 'DTEND')
  const end = momentOf(event, 'DTEND', context)
  if (end.ms <= start.ms) throw new EventFault('end-before-start', textOf(event, 'DTEND') ?? '')
  // As long on the wall: over a change of clocks the end is what was written.
  const wall = wallNumber(end.zone === start.zone ? end.wall : start.zone.wallAt(end.ms)) - wallNumber(start.wall)
  return { kind: 'ms', ms: wall > 0 ? wall : end.ms - start.ms }
}

/** RFC 5545 §3.3.6. */
function durationMs(text: string): number {
  const match = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/i.exec(text.trim())
  const [weeks, days, hours, minutes, seconds] = (match ?? []).slice(1).map((part) => Number(part ?? 0))
  const ms = (((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000
  if (!match || ms <= 0) throw new EventFault('end-before-start', text)
  return ms
}

function spanAt(start: Moment, length: Length): WallSpan {
  if (length.kind === 'days') {
    const firstDay = start.wall.slice(0, 10)
    return { kind: 'all-day', firstDay, lastDay: addDays(firstDay, length.days - 1) }
  }
  const end = start.zone.place(wallOfNumber(wallNumber(start.wall) + length.ms)).ms
  return { kind: 'timed', start: warsawZone.wallAt(start.ms), end: warsawZone.wallAt(end) }
}

function rowOf(event: Component, start: Moment, length: Length, key: string, notes: readonly RowNote[], context: Context): Row {
  const title = titleOf(event, context.isOurs)
  if (title === '') throw new EventFault('no-title', '')
  const when = spanAt(start, length)
  const fault = spanFault(when)
  if (fault) throw new EventFault(fault, textOf(event, 'DTEND') ?? textOf(event, 'DURATION') ?? '')
  const description = textOf(event, 'DESCRIPTION')
  const long = (description?.length ?? 0) > importLimits.cellLength
  const { venue, room } = placeOf(textOf(event, 'LOCATION'))
  return {
    key: key.length > 300 ? `long:${digest(key)}` : key,
    line: event.line,
    title: title.slice(0, 200),
    when,
    club: null,
    venue,
    room,
    kind: textOf(event, 'CATEGORIES'),
    program: null,
    host: null,
    description: description && withoutMarkup(description).slice(0, importLimits.cellLength),
    cancelled:
      context.cancels || textOf(event, 'STATUS')?.toUpperCase() === 'CANCELLED' || /^(?:odwołane|cancell?ed):/i.test(title),
    notes: [
      ...start.notes,
      ...notes,
      ...(length.kind === 'days' && length.sameDay ? (['end-same-day'] as const) : []),
      ...(long ? (['shortened-text'] as const) : []),
    ],
    event: null,
  }
}

/** Another installation of ours keeps the title without its prefix apart (mechanics 13). */
function titleOf(event: Component, isOurs: boolean): string {
  const title = (isOurs && textOf(event, 'X-PODWORKO-TITLE')) || textOf(event, 'SUMMARY') || ''
  return title.replaceAll(/\s+/g, ' ').trim()
}

/** "Dom Sąsiedzki, sala 2": the room stands behind the last comma, by its word. */
function placeOf(location: string | null): { readonly venue: string | null; readonly room: string | null } {
  const text = location?.replaceAll(/\s+/g, ' ').trim() || null
  const match = text ? /^(.+?)[,;–-]\s*((?:sala|pokój|pok\.|room|зала)\s?.{1,40})$/iu.exec(text) : null
  return match ? { venue: (match[1] ?? '').trim(), room: (match[2] ?? '').trim() } : { venue: text, room: null }
}

/** Google writes descriptions with a little HTML. */
function withoutMarkup(text: string): string {
  if (!/<(?:br|p|b|i|u|a|ul|ol|li|span|div)\b[^>]*>/i.test(text)) return text
  return text
    .replaceAll(/<(?:br|\/p|\/li|\/div)\s*\/?>/gi, '\n')
    .replaceAll(/<[^>]{0,500}>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()
}

/** EXDATE: by instant; a day without a time takes out the whole day. */
function exclusionsOf(event: Component, context: Context): (moment: Moment) => boolean {
  const moments = propertiesOf(event, 'EXDATE').flatMap((property) => momentsOf(property, context))
  if (moments.length > 10_000) throw new EventFault('too-many-dates', 'EXDATE')
  const ids = new Set(moments.map(({ id }) => id))
  const days = new Set(moments.flatMap(({ kind, wall }) => (kind === 'day' ? [wall.slice(0, 10)] : [])))
  return (moment) => ids.has(moment.id) || days.has(moment.wall.slice(0, 10))
}

/** More than a rule of every day since 1990 gives. */
const mostVisited = 15_000

/** The starts of rules up to 24 months from today, in their own zone's wall time. */
function datesOf(rules: readonly string[], start: Moment, context: Context) {
  const moments: Moment[] = []
  const skipped: WallTime[] = []
  const last = `${addMonths(context.today, 24)}T23:59:59`
  const begin = addDays(context.today, -31)
  for (const text of rules) {
    const rule = inWalls(parseRule(text), start.zone)
    refuseManyADay(rule, text)
    let visited = 0
    let counted = 0
    visitStarts(
      { ...rule, end: rule.end.kind === 'count' ? { kind: 'never' } : rule.end },
      start.wall,
      'UTC',
      last,
      ({ wall }) => {
        visited += 1
        if (visited > mostVisited || moments.length > 1000) throw new EventFault('too-many-dates', text)
        const moment = start.kind === 'day' ? dayMoment(wall.slice(0, 10), start.zone) : timeMoment(wall, start.zone, [])
        const isGap = moment.notes.includes('clock-gap')
        if (rule.end.kind === 'count' && counted >= rule.end.count) return false
        if (!isGap) counted += 1
        if (wall.slice(0, 10) < begin) return true
        if (isGap) skipped.push(wall)
        else moments.push(moment)
        return true
      },
    )
  }
  return { moments, skipped }
}

/** Several times a day is a timetable of something else; thousands of steps are none at all. */
function refuseManyADay({ byHour, byMinute, bySecond }: Rule, text: string): void {
  const daily = [byHour, byMinute, bySecond].reduce((product, list) => product * Math.max(1, list.length), 1)
  if (daily > 8) throw new EventFault('too-many-dates', text)
}

/** UNTIL in UTC as a wall time of the event's zone, since the rule steps through that. */
function inWalls(rule: Rule, zone: Zone): Rule {
  return rule.end.kind === 'instant' ? { ...rule, end: { kind: 'wall', wall: zone.wallAt(rule.end.ms) } } : rule
}

const distinct = (moments: readonly Moment[]): readonly Moment[] => [
  ...new Map(moments.map((moment) => [moment.id, moment])).values(),
]

/**
 * The rule as a schedule of ours, from the first date that is still to come; null where ours wouldn't give the very same dates.
 */
function scheduleOf(text: string, start: Moment, rows: readonly Row[], { today }: Context): RuleSchedule | null {
  const ahead = rows.filter(({ when }) => firstDayOf(when) >= today)
  const [first] = ahead
  const inWarsaw = start.zone.name === warsaw || start.kind === 'day'
  if (!first || !inWarsaw) return null
  const rule = inWalls(parseRule(text), start.zone)
  const end: Rule['end'] = rule.end.kind === 'count' ? { kind: 'count', count: ahead.length } : rule.end
  const schedule: RuleSchedule = {
    kind: 'rule',
    zone: warsaw,
    first: first.when,
    rule: ruleText({ ...rule, end }),
    excluded: [],
    skipHolidays: false,
    skipBreaksOf: null,
  }
  const dates = expand(schedule).occurrences.map(({ recurrenceId }) => recurrenceId)
  return dates.join() === ahead.map(({ when }) => startOf(when)).join() ? schedule : null
}

/** Two events of one key can only be two without UID that say the same. */
function withoutDoubles(rows: readonly Row[]): readonly Row[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const count = (seen.get(row.key) ?? 0) + 1
    seen.set(row.key, count)
    return count === 1 ? row : { ...row, key: `${row.key}#${count}` }
  })
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)
