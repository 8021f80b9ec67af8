import type { FeedEvent, FeedHead } from '#shared/ical/event.ts'

/** The reference for generating feeds: what one would write by hand in an hour, for these events and no others. */
export function writeByHand(head: FeedHead, events: readonly FeedEvent[], zone: string): string {
  let out = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Podworko//Feeds//PL\r\nCALSCALE:GREGORIAN\r\n'
  out += line(`NAME:${text(head.title)}`) + line(`X-WR-CALNAME:${text(head.title)}`)
  out += line(`DESCRIPTION:${text(head.description)}`) + line(`X-WR-CALDESC:${text(head.description)}`)
  out += `X-WR-TIMEZONE:Europe/Warsaw\r\nLAST-MODIFIED:${stamp(head.modifiedMs)}\r\n`
  out += line(`SOURCE;VALUE=URI:${head.source}`) + line(`URL:${head.url}`)
  out += 'REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\nCOLOR:firebrick\r\nX-APPLE-CALENDAR-COLOR:#8F2D1E\r\n'
  out += `X-PODWORKO-LANGUAGE:${head.language}\r\n${zone}`
  for (const event of events) out += vevent(event)
  return `${out}END:VCALENDAR\r\n`
}

function vevent({ extra, when, geo, ...event }: FeedEvent): string {
  const modified = stamp(event.modifiedMs)
  let out = `BEGIN:VEVENT\r\n${line(`UID:${text(event.uid)}`)}DTSTAMP:${modified}\r\nCREATED:${stamp(event.createdMs)}\r\n`
  out += `LAST-MODIFIED:${modified}\r\nSEQUENCE:${event.sequence}\r\n`
  if (when.kind === 'timed')
    out += `DTSTART;TZID=Europe/Warsaw:${basic(when.start)}\r\nDTEND;TZID=Europe/Warsaw:${basic(when.end)}\r\n`
  else out += `DTSTART;VALUE=DATE:${basic(when.firstDay)}\r\nDTEND;VALUE=DATE:${basic(nextDay(when.lastDay))}\r\n`
  out += line(`SUMMARY:${text(event.title)}`) + line(`DESCRIPTION:${text(event.description)}`)
  if (event.location) out += line(`LOCATION:${text(event.location)}`)
  if (geo) out += `GEO:${geo.latitude};${geo.longitude}\r\n`
  if (event.url) out += line(`URL:${event.url}`)
  for (const category of event.categories) out += line(`CATEGORIES:${text(category)}`)
  out += `STATUS:${event.status}\r\nTRANSP:TRANSPARENT\r\nCLASS:PUBLIC\r\n`
  out += line(`X-PODWORKO-TITLE;LANGUAGE=${extra.title.lang}:${text(extra.title.text)}`)
  out += line(`X-PODWORKO-KIND:${extra.kind}`) + line(`X-PODWORKO-SERIES:${extra.series}`)
  out += line(`X-PODWORKO-ENROLMENT:${extra.enrolment}`) + line(`X-PODWORKO-STEP-FREE:${extra.stepFree}`)
  if (extra.venue) out += line(`X-PODWORKO-VENUE:${extra.venue.slug}`) + line(`X-PODWORKO-VENUE-NAME:${text(extra.venue.name)}`)
  if (extra.cancelled) out += 'X-PODWORKO-CANCELLED:yes\r\n'
  if (extra.movedFrom) out += line(`X-PODWORKO-MOVED-FROM:${extra.movedFrom}`)
  if (extra.since) out += line(`X-PODWORKO-SINCE:${extra.since}`)
  if (extra.reason) out += line(`X-PODWORKO-REASON;LANGUAGE=${extra.reason.lang}:${text(extra.reason.text)}`)
  return `${out}${extra.sample ? 'X-PODWORKO-SAMPLE:yes\r\n' : ''}END:VEVENT\r\n`
}

const text = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
const basic = (time: string): string => time.replace(/[-:]/g, '')
const stamp = (ms: number): string => `${basic(new Date(ms).toISOString().slice(0, 19))}Z`
const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** Folds at 75 octets, between characters. */
function line(whole: string): string {
  let out = ''
  let [begin, octets] = [0, 0]
  for (let index = 0; index < whole.length; index += 1) {
    const code = whole.codePointAt(index) ?? 0
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    octets += size
    if (octets > 75) {
      out += `${whole.slice(begin, index)}\r\n `
      begin = index
      octets = 1 + size
    }
    if (size === 4) index += 1
  }
  return `${out}${whole.slice(begin)}\r\n`
}
