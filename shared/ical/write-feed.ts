import type { Text } from '#shared/contract/public.ts'
import { addDays, basicForm } from '#shared/time/calendar.ts'
import { warsaw } from '#shared/time/when.ts'
import { textLine, valueLine } from './content-line.ts'
import type { FeedEvent, FeedHead, When } from './event.ts'
import { oneLine, shorten } from './plain-text.ts'
import { isRepeated, zoneText } from './zone.ts'

/** The longest DESCRIPTION, in UTF-16 units. Longer ones end with the address of the session's page. */
export const descriptionLimit = 4_000

/**
 * Writes a calendar: the head, the zone and the texts of its events, in the order given, CRLF to the last byte.
 * No METHOD, no RRULE, no UID on VCALENDAR: clients that subscribe would merge or mail.
 *
 * @param eventTexts - from `writeEvent`; a kept text is used again byte for byte
 */
export function writeFeed(head: FeedHead, eventTexts: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Podworko//Feeds//PL\r\nCALSCALE:GREGORIAN\r\n',
    textLine('NAME', oneLine(head.title)),
    textLine('X-WR-CALNAME', oneLine(head.title)),
    head.description && textLine('DESCRIPTION', head.description),
    head.description && textLine('X-WR-CALDESC', head.description),
    `X-WR-TIMEZONE:${warsaw}\r\n`,
    `LAST-MODIFIED:${utc(head.modifiedMs)}\r\n`,
    valueLine('SOURCE;VALUE=URI', webAddress(head.source)),
    valueLine('URL', webAddress(head.url)),
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n',
    'COLOR:firebrick\r\nX-APPLE-CALENDAR-COLOR:#8F2D1E\r\n',
    `X-PODWORKO-LANGUAGE:${head.language}\r\n`,
    zoneText,
    ...eventTexts,
    'END:VCALENDAR\r\n',
  ].join('')
}

/**
 * Writes one VEVENT, a pure function of the event (RFC 5545 §3.6.1).
 *
 * @throws {RangeError} for a zone that the feed doesn't carry, an end before the start, or an address that isn't of the web
 */
export function writeEvent(event: FeedEvent): string {
  const { extra } = event
  const modified = utc(event.modifiedMs)
  return [
    'BEGIN:VEVENT\r\n',
    textLine('UID', oneLine(event.uid)),
    `DTSTAMP:${modified}\r\nCREATED:${utc(event.createdMs)}\r\nLAST-MODIFIED:${modified}\r\nSEQUENCE:${event.sequence}\r\n`,
    whenLines(event.when),
    textLine('SUMMARY', oneLine(event.title)),
    event.description && textLine('DESCRIPTION', shortDescription(event)),
    event.location && textLine('LOCATION', oneLine(event.location)),
    event.geo && `GEO:${degrees(event.geo.latitude)};${degrees(event.geo.longitude)}\r\n`,
    event.url !== null && valueLine('URL', webAddress(event.url)),
    ...event.categories.map((category) => textLine('CATEGORIES', oneLine(category))),
    `STATUS:${event.status}\r\nTRANSP:TRANSPARENT\r\nCLASS:PUBLIC\r\n`,
    languageLine('X-PODWORKO-TITLE', extra.title),
    extra.kind !== null && textLine('X-PODWORKO-KIND', extra.kind),
    extra.series !== null && textLine('X-PODWORKO-SERIES', extra.series),
    extra.enrolment !== null && textLine('X-PODWORKO-ENROLMENT', extra.enrolment),
    `X-PODWORKO-STEP-FREE:${extra.stepFree}\r\n`,
    extra.venue && textLine('X-PODWORKO-VENUE', extra.venue.slug) + textLine('X-PODWORKO-VENUE-NAME', oneLine(extra.venue.name)),
    extra.cancelled && 'X-PODWORKO-CANCELLED:yes\r\n',
    extra.movedFrom && textLine('X-PODWORKO-MOVED-FROM', extra.movedFrom),
    extra.since && textLine('X-PODWORKO-SINCE', extra.since),
    extra.reason && languageLine('X-PODWORKO-REASON', extra.reason),
    extra.instead && languageLine('X-PODWORKO-INSTEAD', extra.instead),
    extra.sample && 'X-PODWORKO-SAMPLE:yes\r\n',
    'END:VEVENT\r\n',
  ]
    .filter(Boolean)
    .join('')
}

/**
 * DTEND keeps the wall time that people typed. Only an end inside the repeated hour is written as DURATION: as a wall time it
 * would mean the first of two (RFC 5545 §3.3.5).
 */
function whenLines(when: When): string {
  if (when.kind === 'all-day') {
    if (when.lastDay < when.firstDay) throw new RangeError(`the last day ${when.lastDay} is before the first ${when.firstDay}`)
    return `DTSTART;VALUE=DATE:${basicForm(when.firstDay)}\r\nDTEND;VALUE=DATE:${basicForm(addDays(when.lastDay, 1))}\r\n`
  }
  if (when.zone !== warsaw) throw new RangeError(`a feed carries the zone ${warsaw} only, not ${when.zone}`)
  if (when.endMs < when.startMs) throw new RangeError(`the end ${when.end} is before the start ${when.start}`)
  const end = isRepeated(when.end)
    ? `DURATION:${duration(when.endMs - when.startMs)}`
    : `DTEND;TZID=${warsaw}:${basicForm(when.end)}`
  return `DTSTART;TZID=${warsaw}:${basicForm(when.start)}\r\n${end}\r\n`
}

function shortDescription(event: FeedEvent): string {
  return shorten(event.description, descriptionLimit, event.url !== null ? `… ${webAddress(event.url)}` : '…')
}

const languageLine = (name: string, { text, lang }: Text): string => textLine(`${name};LANGUAGE=${lang}`, text)

/** A link that a calendar may show as one: http or https, without a user name that would pose as a host. */
function webAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw new RangeError(`"${address.slice(0, 100)}" can't stand in a feed: an address begins with https:// and names no user`)
  return url.href
}

const utc = (instantMs: number): string => `${basicForm(new Date(instantMs).toISOString().slice(0, 19))}Z`

/** Exact time, so hours and never days, which are as long as the clocks say (RFC 5545 §3.3.6). */
function duration(lengthMs: number): string {
  const seconds = lengthMs / 1000
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `PT${hours}H${minutes}M${rest > 0 ? `${rest}S` : ''}`
}

/** Six decimals: a tenth of a metre. */
const degrees = (angle: number): string => String(Math.round(angle * 1e6) / 1e6)
