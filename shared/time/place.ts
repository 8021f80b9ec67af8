import { IANAZone } from 'luxon'
import { addDays, wallNumber, wallOfNumber } from './calendar.ts'
import type { LocalDay, WallSpan, WallTime, When } from './when.ts'

/** The only code that turns wall time into instants and back. Not for public pages: it loads luxon. */

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Where a wall time falls: once, in an hour that the clocks repeat (the first of two), or in one that they skip. */
export type Placed = { readonly ms: number; readonly clock: 'once' | 'repeated' | 'skipped' }

/**
 * Puts a wall time on the time line of a zone (RFC 5545 §3.3.5): one that happens twice is the first of the two,
 * one that the clocks skip is read with the offset before the gap, so 02:30 becomes 03:30.
 */
export function placeOnTimeline(wall: WallTime, zone: string): Placed {
  const number = wallNumber(wall)
  const before = offsetAt(zone, number - dayMs)
  const after = offsetAt(zone, number + dayMs)
  if (before === after && offsetAt(zone, number) === before) return { ms: number - before, clock: 'once' }
  const matches = [before, offsetAt(zone, number), after]
    .map((offset) => ({ ms: number - offset, offset }))
    .filter(({ ms, offset }) => exactOffset(zone, ms) === offset)
    .map(({ ms }) => ms)
  const first = Math.min(...matches)
  if (matches.length === 0) return { ms: number - before, clock: 'skipped' }
  return { ms: first, clock: first === Math.max(...matches) ? 'once' : 'repeated' }
}

/** The wall time that clocks of the zone show at an instant. */
export function wallTimeAt(ms: number, zone: string): WallTime {
  return wallOfNumber(ms + exactOffset(zone, ms))
}

/** The local day at an instant. */
export function localDayAt(ms: number, zone: string): LocalDay {
  return wallTimeAt(ms, zone).slice(0, 10)
}

/** The first instant of a local day. Where the clocks skip midnight itself, the instant at which they do. */
export function localMidnight(day: LocalDay, zone: string): number {
  return placeOnTimeline(`${day}T00:00:00`, zone).ms
}

/** The instants between which a local day lies: [start, end). Its length is 23, 24 or 25 hours. */
export function boundsOfDay(day: LocalDay, zone: string): { readonly startMs: number; readonly endMs: number } {
  return { startMs: localMidnight(day, zone), endMs: localMidnight(addDays(day, 1), zone) }
}

/** Derives the instants of what people typed. */
export function placeSpan(span: WallSpan, zone: string): When {
  if (span.kind === 'all-day') return span
  const startMs = placeOnTimeline(span.start, zone).ms
  return { ...span, zone, startMs, endMs: placeOnTimeline(span.end, zone).ms }
}

/** The instants between which a session lies: [start, end); whole days reach from midnight to midnight of the zone. */
export function instantsOf(when: When, zone: string): { readonly startMs: number; readonly endMs: number } {
  if (when.kind === 'timed') return { startMs: when.startMs, endMs: when.endMs }
  return { startMs: localMidnight(when.firstDay, zone), endMs: localMidnight(addDays(when.lastDay, 1), zone) }
}

/** True for a name of the IANA zone database that this machine knows. */
export function isZone(name: string): boolean {
  return name.length <= 64 && IANAZone.isValidZone(name)
}

/**
 * Offset of a zone in milliseconds. Asking Intl is slow, so the offsets at UTC midnights are remembered: where two
 * neighbouring ones are equal the whole day has that offset (no zone ever changed and changed back within a day).
 */
function offsetAt(zone: string, ms: number): number {
  const day = Math.floor(ms / dayMs)
  const atMidnight = midnightOffset(zone, day)
  return atMidnight === midnightOffset(zone, day + 1) ? atMidnight : exactOffset(zone, ms)
}

function exactOffset(zone: string, ms: number): number {
  return Math.round(IANAZone.create(zone).offset(ms) * 60_000)
}

const remembered = new Map<string, Map<number, number>>()
const mostRemembered = 100_000

function midnightOffset(zone: string, day: number): number {
  const days = remembered.get(zone) ?? new Map<number, number>()
  if (days.size === 0) remembered.set(zone, days)
  const known = days.get(day)
  if (known !== undefined) return known
  const offset = exactOffset(zone, day * dayMs)
  if (days.size >= mostRemembered) days.clear()
  days.set(day, offset)
  return offset
}
