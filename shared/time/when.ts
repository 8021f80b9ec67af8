/** A wall-clock moment without a zone, as typed: `2026-11-23T17:00:00`. */
export type WallTime = string
/** A calendar day: `2026-11-23`. */
export type LocalDay = string

/** When something is, as people typed it. `lastDay` is inside: a trip on 26-28 February has `lastDay` 2017-02-28. */
export type WallSpan =
  | { readonly kind: 'timed'; readonly start: WallTime; readonly end: WallTime }
  | { readonly kind: 'all-day'; readonly firstDay: LocalDay; readonly lastDay: LocalDay }

/**
 * When a session is. Wall times are what people typed and what a feed shows; instants are derived with the zone.
 * `lastDay` is inside: a trip on 26-28 February has `lastDay` 2017-02-28 (and DTEND 2017-03-01 in the feed, RFC 5545 §3.6.1).
 */
export type When =
  | {
      readonly kind: 'timed'
      readonly start: WallTime
      readonly end: WallTime
      readonly zone: string
      readonly startMs: number
      readonly endMs: number
    }
  | { readonly kind: 'all-day'; readonly firstDay: LocalDay; readonly lastDay: LocalDay }

/** The zone of the whole installation. Functions take the zone as an argument; this is what callers pass. */
export const warsaw = 'Europe/Warsaw'

/** Elapsed hours of a session for certificates and indicators; null for whole days, whose hours nobody typed. */
export function elapsedHours(when: When): number | null {
  return when.kind === 'timed' ? (when.endMs - when.startMs) / 3_600_000 : null
}

/** The first local day of a session or of a typed span. */
export function firstDayOf(span: WallSpan): LocalDay {
  return span.kind === 'timed' ? span.start.slice(0, 10) : span.firstDay
}

/** What names an occurrence inside its schedule: its wall start, or its first day (RFC 5545 §3.8.4.4). */
export function startOf(span: WallSpan): WallTime | LocalDay {
  return span.kind === 'timed' ? span.start : span.firstDay
}
