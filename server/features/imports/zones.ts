import { findIana } from 'windows-iana'
import { ScheduleError } from '#shared/schedule/error.ts'
import { parseRule } from '#shared/schedule/rule.ts'
import { visitStarts } from '#shared/schedule/starts.ts'
import { fromBasicForm, wallNumber, wallOfNumber } from '#shared/time/calendar.ts'
import { isZone, placeOnTimeline, wallTimeAt, type Placed } from '#shared/time/place.ts'
import { warsaw, type WallTime } from '#shared/time/when.ts'
import { propertiesOf, propertyOf, textOf, type Component } from './components.ts'

/** A zone of an imported calendar: of the IANA database where it can be told, else made of the offsets that the file says. */
export type Zone = {
  /** Null: of the file's own offsets. */
  readonly name: string | null
  readonly place: (wall: WallTime) => Placed
  readonly wallAt: (ms: number) => WallTime
}

export const ianaZone = (name: string): Zone => ({
  name,
  place: (wall) => placeOnTimeline(wall, name),
  wallAt: (ms) => wallTimeAt(ms, name),
})

export const warsawZone = ianaZone(warsaw)
export const utcZone = ianaZone('UTC')

/** The zones of one file, by TZID as events name them; null: nobody can tell. */
export type Zones = (tzid: string) => Zone | null

export function readZones(timezones: readonly Component[]): Zones {
  const byId = new Map(timezones.map((timezone) => [textOf(timezone, 'TZID') ?? '', timezone]))
  const resolved = new Map<string, Zone | null>()
  return (tzid) => {
    const known = resolved.get(tzid)
    if (known !== undefined) return known
    const zone = resolve(tzid, byId.get(tzid) ?? null)
    resolved.set(tzid, zone)
    return zone
  }
}

/** By name; by what the file says it is; by its own offsets. */
function resolve(tzid: string, timezone: Component | null): Zone | null {
  const said = timezone && [textOf(timezone, 'X-LIC-LOCATION'), textOf(timezone, 'X-WR-TIMEZONE'), textOf(timezone, 'TZUNTIL')]
  const name = [tzid, ...(said ?? [])].map((one) => (one === null ? null : zoneNamed(one))).find((one) => one !== null)
  if (name) return ianaZone(name)
  return timezone ? zoneOfOffsets(timezone) : null
}

/** Names of Outlook that no list has: a display name with its cities, also in Polish. */
const displayed: readonly (readonly [RegExp, string])[] = [
  [/warsaw|warszawa|srodkowoeuropejski|central european/i, warsaw],
  [/amsterdam|berlin|bern|rzym|rome|sztokholm|stockholm|wien/i, 'Europe/Berlin'],
  [/bruksela|brussels|kopenhaga|copenhagen|madryt|madrid|paris|paryz/i, 'Europe/Paris'],
  [/dublin|edinburgh|edynburg|lizbona|lisbon|london|londyn/i, 'Europe/London'],
  [/kyiv|kiev|kijow|helsinki|ryga|riga|sofia|tallin|vilnius|wilno/i, 'Europe/Kyiv'],
  [/coordinated universal|^gmt$|^z$/i, 'UTC'],
]

/** `/mozilla.org/20050126_1/Europe/Warsaw`, `Central European Standard Time`, `(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb`. */
export function zoneNamed(text: string): string | null {
  const name = text.replaceAll('"', '').trim()
  if (isZone(name)) return name
  const parts = name.split('/').filter((part) => part !== '')
  const inside = [3, 2].map((count) => parts.slice(-count).join('/')).find((one) => one.includes('/') && isZone(one))
  if (inside) return inside
  const windows = [name, ...parts].map((one) => findIana(one, 'PL')[0] ?? findIana(one)[0]).find((one) => one !== undefined)
  if (windows) return windows
  const marks = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[łŁ]/g, 'l')
  return displayed.find(([pattern]) => pattern.test(marks))?.[1] ?? null
}

type Change = { readonly ms: number; readonly before: number; readonly after: number }
const [firstYear, lastYear] = [1970, 2040]

/** RFC 5545 §3.6.5, between 1970 and 2040: each STANDARD and DAYLIGHT says when its offset begins. */
function zoneOfOffsets(timezone: Component): Zone | null {
  const changes = timezone.parts.flatMap(changesOf).toSorted((a, b) => a.ms - b.ms)
  const [first] = changes
  if (!first) return null
  const offsetAt = (ms: number): number => changes.findLast((change) => change.ms <= ms)?.after ?? first.before
  const dayMs = 86_400_000
  return {
    name: null,
    wallAt: (ms) => wallOfNumber(ms + offsetAt(ms)),
    place: (wall) => {
      const number = wallNumber(wall)
      const offsets = [offsetAt(number - dayMs), offsetAt(number), offsetAt(number + dayMs)]
      const matches = offsets
        .map((offset) => ({ ms: number - offset, offset }))
        .filter(({ ms, offset }) => offsetAt(ms) === offset)
      if (matches.length === 0) return { ms: number - (offsets[0] ?? 0), clock: 'skipped' }
      const [earliest, latest] = [Math.min(...matches.map(({ ms }) => ms)), Math.max(...matches.map(({ ms }) => ms))]
      return { ms: earliest, clock: earliest === latest ? 'once' : 'repeated' }
    },
  }
}

function changesOf(observance: Component): readonly Change[] {
  const before = offsetOf(textOf(observance, 'TZOFFSETFROM'))
  const after = offsetOf(textOf(observance, 'TZOFFSETTO'))
  const start = startOf(textOf(observance, 'DTSTART') ?? '')
  if (before === null || after === null || !start) return []
  const rule = propertyOf(observance, 'RRULE')
  const dates = propertiesOf(observance, 'RDATE').flatMap(({ values }) =>
    String(values[0])
      .split(',')
      .flatMap((one) => startOf(one) ?? []),
  )
  const walls = [start, ...dates, ...(rule ? wallsOf(String(rule.values[0]), start) : [])]
  return [...new Set(walls)].map((wall) => ({ ms: wallNumber(wall) - before, before, after }))
}

/** Exchange begins in the year 1601; what was before 1970 is of no use here. */
function startOf(text: string): WallTime | null {
  const year = Number(text.slice(0, 4))
  const moment = fromBasicForm(year >= 1 && year < firstYear ? `${firstYear}${text.slice(4)}` : text)
  return moment === null || moment.length === 10 ? null : moment
}

function wallsOf(rule: string, start: WallTime): readonly WallTime[] {
  const walls: WallTime[] = []
  try {
    visitStarts(parseRule(rule), start, 'UTC', `${lastYear}-12-31T23:59:59`, ({ wall }) => {
      walls.push(wall)
      return walls.length < 200
    })
  } catch (error) {
    if (!(error instanceof ScheduleError)) throw error
  }
  return walls
}

/** `+0100`, `-053000` in milliseconds. */
function offsetOf(text: string | null): number | null {
  const match = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(text ?? '')
  if (!match) return null
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return (match[1] === '-' ? -seconds : seconds) * 1000
}
