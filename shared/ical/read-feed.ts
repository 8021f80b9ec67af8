import ICAL from 'ical.js'
import { languages, threeValues, type Language } from '#shared/contract/kinds.ts'
import type { Text } from '#shared/contract/public.ts'
import { addDays } from '#shared/time/calendar.ts'
import { warsaw } from '#shared/time/when.ts'
import type { FeedEvent, FeedHead, When } from './event.ts'
import { instantOf, wallTimeOf } from './zone.ts'

/** A text that is no feed of ours. The message names the event, the property and what is wrong with it. */
export class FeedError extends Error {
  override readonly name = 'FeedError'
}

/** jCal (RFC 7265): name, parameters, type, values; name, properties, parts. */
type Property = readonly [string, Readonly<Record<string, string | string[]>>, string, ...unknown[]]
type Component = readonly [string, readonly Property[], readonly Component[]]
type Properties = ReadonlyMap<string, Property>

/**
 * Reads a feed that `writeFeed` wrote back into its events, in its order. Instants follow from the feed's zone, whatever the
 * zone of the machine. Nothing is guessed: what `writeFeed` would not write is refused.
 *
 * @throws {FeedError}
 */
export function readFeed(text: string): { readonly head: FeedHead; readonly events: readonly FeedEvent[] } {
  const [name, properties, parts] = parse(text)
  if (name !== 'vcalendar') throw new FeedError(`a feed is a VCALENDAR, this is a ${name.toUpperCase()}`)
  return { head: readHead(byName(properties)), events: parts.filter(([part]) => part === 'vevent').map(readEvent) }
}

function parse(text: string): Component {
  if (text === '') throw new FeedError('this is not a calendar: it is empty')
  try {
    return ICAL.parse(text) as unknown as Component
  } catch (cause) {
    throw new FeedError(`this is not a calendar: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

function readHead(properties: Properties): FeedHead {
  const read = reader('the calendar', properties)
  return {
    title: read.text('name'),
    description: read.optionalText('description') ?? '',
    source: read.address('source'),
    url: read.address('url'),
    modifiedMs: read.instant('last-modified'),
    language: read.oneOf('x-podworko-language', languages),
  }
}

function readEvent([, list]: Component): FeedEvent {
  const properties = byName(list)
  const uid = String(properties.get('uid')?.[3] ?? 'without UID')
  const read = reader(`the event ${uid}`, properties)
  const venue = read.optionalText('x-podworko-venue')
  const geo = properties.get('geo')?.[3] as readonly [number, number] | undefined
  return {
    uid: read.text('uid'),
    sequence: Number(read.value('sequence')),
    createdMs: read.instant('created'),
    modifiedMs: read.instant('last-modified'),
    when: readWhen(read, properties),
    title: read.text('summary'),
    description: read.optionalText('description') ?? '',
    location: read.optionalText('location'),
    geo: geo ? { latitude: geo[0], longitude: geo[1] } : null,
    url: properties.has('url') ? read.address('url') : null,
    categories: list.filter(([name]) => name === 'categories').map((category) => String(category[3])),
    status: read.oneOf('status', ['CONFIRMED', 'TENTATIVE', 'CANCELLED']),
    extra: {
      title: read.languageText('x-podworko-title'),
      kind: read.optionalText('x-podworko-kind'),
      cancelled: properties.has('x-podworko-cancelled'),
      stepFree: read.oneOf('x-podworko-step-free', threeValues),
      venue: venue === null ? null : { slug: venue, name: read.text('x-podworko-venue-name') },
      series: read.optionalText('x-podworko-series'),
      movedFrom: read.optionalText('x-podworko-moved-from'),
      since: read.optionalText('x-podworko-since'),
      reason: properties.has('x-podworko-reason') ? read.languageText('x-podworko-reason') : null,
      instead: properties.has('x-podworko-instead') ? read.languageText('x-podworko-instead') : null,
      enrolment: read.optionalText('x-podworko-enrolment'),
      sample: properties.has('x-podworko-sample'),
    },
  }
}

function readWhen(read: Reader, properties: Properties): When {
  const start = String(read.value('dtstart'))
  if (properties.get('dtstart')?.[2] === 'date') {
    return { kind: 'all-day', firstDay: start, lastDay: addDays(String(read.value('dtend')), -1) }
  }
  const startMs = zoned(read, properties, 'dtstart')
  if (!properties.has('duration')) {
    const endMs = zoned(read, properties, 'dtend')
    return { kind: 'timed', start, end: String(read.value('dtend')), zone: warsaw, startMs, endMs }
  }
  const endMs = startMs + ICAL.Duration.fromString(String(read.value('duration'))).toSeconds() * 1000
  return { kind: 'timed', start, end: wallTimeOf(endMs), zone: warsaw, startMs, endMs }
}

function zoned(read: Reader, properties: Properties, name: string): number {
  const wall = String(read.value(name))
  const zone = properties.get(name)?.[1]['tzid']
  if (zone !== warsaw) throw read.error(name, `has the zone ${String(zone ?? 'none')}, not ${warsaw}`)
  const instant = instantOf(wall)
  if (Number.isNaN(instant)) throw read.error(name, `holds no time: ${wall}`)
  return instant
}

type Reader = ReturnType<typeof reader>

/** Reads the properties of one component; its errors say of which. */
function reader(owner: string, properties: Properties) {
  const error = (name: string, problem: string): FeedError => new FeedError(`${owner}: ${name.toUpperCase()} ${problem}`)

  function value(name: string): unknown {
    const property = properties.get(name)
    if (!property) throw error(name, 'is missing')
    return property[3]
  }
  function text(name: string): string {
    const found = String(value(name))
    return properties.get(name)?.[2] === 'unknown' ? unescape(found) : found // ical.js leaves what it doesn't know as it stands
  }
  function oneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const found = text(name)
    const known = allowed.find((option) => option === found)
    if (known === undefined) throw error(name, `is "${found}", not one of ${allowed.join(', ')}`)
    return known
  }
  return {
    error,
    value,
    text,
    oneOf,
    optionalText: (name: string): string | null => (properties.has(name) ? text(name) : null),
    languageText: (name: string): Text => ({ text: text(name), lang: languageOf(name, properties, error) }),
    instant(name: string): number {
      const found = String(value(name))
      const instant = found.endsWith('Z') ? Date.parse(found) : NaN
      if (Number.isNaN(instant)) throw error(name, `is "${found}", not a time in UTC`)
      return instant
    },
    /** Only http and https: the client makes links of these. */
    address(name: string): string {
      const found = String(value(name))
      if (!/^https?:\/\/[^@/]+(?:\/|$)/.test(found)) throw error(name, `is "${found.slice(0, 100)}", not an address of the web`)
      return found
    },
  }
}

function languageOf(name: string, properties: Properties, error: (name: string, problem: string) => FeedError): Language {
  const found = properties.get(name)?.[1]['language']
  const known = languages.find((language) => language === found)
  if (!known) throw error(name, `has the language ${String(found ?? 'none')}, not one of ${languages.join(', ')}`)
  return known
}

const byName = (properties: readonly Property[]): Properties => new Map(properties.map((property) => [property[0], property]))

const unescape = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, character: string) => (character === 'n' || character === 'N' ? '\n' : character))
