import { wallNumber, wallOfNumber } from '#shared/time/calendar.ts'
import { warsaw, type WallTime } from '#shared/time/when.ts'

/**
 * The one zone of the installation as a feed carries it: the two yearly rules of the European Union, in force in Poland since
 * October 1996, and the arithmetic that follows from them. Written out here, because the reader goes to phones without luxon;
 * the test compares it with the zone data of Node, so a new law shows at once.
 */

const hourMs = 3_600_000
const [winterOffset, summerOffset] = [hourMs, 2 * hourMs]
/** Clocks change at 01:00 UTC. */
const changeHour = 1

/** The VTIMEZONE component, CRLF to its last byte. */
export const zoneText = [
  'BEGIN:VTIMEZONE',
  `TZID:${warsaw}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n')

/**
 * The instant of a wall time, in epoch milliseconds. A time that the clocks skip counts with the offset before the gap, one that
 * happens twice is the first (RFC 5545 §3.3.5).
 */
export function instantOf(wall: WallTime): number {
  const asUtc = wallNumber(wall)
  const { summer, winter } = changesOf(new Date(asUtc).getUTCFullYear())
  const isSummer = asUtc - winterOffset >= summer && asUtc - summerOffset < winter
  const inGap = asUtc - winterOffset >= summer && asUtc - summerOffset < summer
  return asUtc - (isSummer && !inGap ? summerOffset : winterOffset)
}

/** What a clock on the wall shows at an instant. */
export function wallTimeOf(instantMs: number): WallTime {
  const { summer, winter } = changesOf(new Date(instantMs).getUTCFullYear())
  const offset = instantMs >= summer && instantMs < winter ? summerOffset : winterOffset
  return wallOfNumber(instantMs + offset)
}

/** True for a wall time that happens twice, in the night when summer time ends. */
export function isRepeated(wall: WallTime): boolean {
  const asUtc = wallNumber(wall)
  const { winter } = changesOf(new Date(asUtc).getUTCFullYear())
  return asUtc >= winter + winterOffset && asUtc < winter + summerOffset
}

function changesOf(year: number): { readonly summer: number; readonly winter: number } {
  return { summer: lastSunday(year, 2), winter: lastSunday(year, 9) }
}

/** 01:00 UTC on the last Sunday of a month with 31 days; the month counts from 0. */
function lastSunday(year: number, month: number): number {
  return Date.UTC(year, month, 31 - new Date(Date.UTC(year, month, 31)).getUTCDay(), changeHour)
}
