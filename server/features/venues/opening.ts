import { addDays, daysFrom, weekdayOf } from '#shared/time/calendar.ts'
import { instantsOf } from '#shared/time/place.ts'
import type { LocalDay, When } from '#shared/time/when.ts'

/** One span of a weekday (1 is Monday) in which a place is open, in minutes of wall time since midnight, the end exclusive. */
export type OpeningSpan = { readonly weekday: number; readonly opensMinute: number; readonly closesMinute: number }

/** A time at which a place can't be used, [start, end). */
export type ClosedTime = { readonly id: string; readonly startMs: number; readonly endMs: number; readonly reason: unknown }

/** Hours and closures of some venues and rooms, by the id of the place that they were written down for. */
export type Opening = {
  readonly hours: ReadonlyMap<string, readonly OpeningSpan[]>
  readonly closures: ReadonlyMap<string, readonly ClosedTime[]>
}

/** Where something is to be: a venue, and perhaps one of its rooms. */
export type Spot = { readonly venueId: string; readonly roomId: string | null }

/** What speaks against a time at a place. It can be planned all the same: somebody may have the key. */
export type OpeningObjection =
  | { readonly kind: 'outside-hours'; readonly day: LocalDay; readonly open: readonly OpeningSpan[] }
  | { readonly kind: 'closed'; readonly closureId: string; readonly placeId: string; readonly reason: unknown }

const wholeDay = 1440

/**
 * What speaks against a time at a place: at most one objection per day for its hours, and each closure that it falls into. A room's own hours
 * stand for the venue's; a venue's closure closes its rooms. Where nobody wrote hours down, nothing speaks. Setup and clearing
 * aren't asked about: who sets up has a key.
 *
 * @example objectionsTo(opening, { venueId, roomId: null }, monday17To19, warsaw) // [{ kind: 'outside-hours', day: '2026-11-23', open: [8 to 16] }]
 */
export function objectionsTo(opening: Opening, spot: Spot, when: When, zone: string): readonly OpeningObjection[] {
  return [...outsideHours(hoursAt(opening, spot), when), ...closedAt(opening, spot, when, zone)]
}

/** A room's own hours, else its venue's; empty: nobody said. */
export function hoursAt({ hours }: Opening, { venueId, roomId }: Spot): readonly OpeningSpan[] {
  const own = roomId === null ? [] : (hours.get(roomId) ?? [])
  return own.length > 0 ? own : (hours.get(venueId) ?? [])
}

function outsideHours(hours: readonly OpeningSpan[], when: When): OpeningObjection[] {
  if (hours.length === 0) return []
  return daysOf(when).flatMap(({ day, from, to }) => {
    const open = hours
      .filter(({ weekday }) => weekday === weekdayOf(day))
      .toSorted((one, other) => one.opensMinute - other.opensMinute)
    const isOpen = when.kind === 'all-day' ? open.length > 0 : covers(open, from, to)
    return isOpen ? [] : [{ kind: 'outside-hours' as const, day, open }]
  })
}

/** Whether spans in order, which may touch, hold all of [from, to). */
function covers(open: readonly OpeningSpan[], from: number, to: number): boolean {
  const reached = open.reduce(
    (until, { opensMinute, closesMinute }) => (opensMinute <= until ? Math.max(until, closesMinute) : until),
    from,
  )
  return reached >= to
}

type PartOfDay = { readonly day: LocalDay; readonly from: number; readonly to: number }

/** The days of a time, each with the minutes that lie in it. An end at midnight is the end of the day before. */
function daysOf(when: When): readonly PartOfDay[] {
  if (when.kind === 'all-day') return daysFrom(when.firstDay, when.lastDay).map((day) => ({ day, from: 0, to: wholeDay }))
  const [firstDay, lastMinute] = [when.start.slice(0, 10), minuteOf(when.end)]
  const lastDay = lastMinute === 0 ? addDays(when.end.slice(0, 10), -1) : when.end.slice(0, 10)
  return daysFrom(firstDay, lastDay).map((day) => ({
    day,
    from: day === firstDay ? minuteOf(when.start) : 0,
    to: day === lastDay && lastMinute !== 0 ? lastMinute : wholeDay,
  }))
}

const minuteOf = (wall: string): number => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))

function closedAt({ closures }: Opening, { venueId, roomId }: Spot, when: When, zone: string): OpeningObjection[] {
  const { startMs, endMs } = instantsOf(when, zone)
  return [venueId, ...(roomId === null ? [] : [roomId])].flatMap((placeId) =>
    (closures.get(placeId) ?? [])
      .filter((closure) => closure.startMs < endMs && startMs < closure.endMs)
      .map(({ id, reason }) => ({ kind: 'closed' as const, closureId: id, placeId, reason })),
  )
}
