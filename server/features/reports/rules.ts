import { warsaw } from '#shared/time/when.ts'
import { boundsOfDay, localDayAt } from '#shared/time/place.ts'
import { addDays } from '#shared/time/calendar.ts'
import { toDoDays } from '#shared/contract/to-do.ts'
import { objectionsTo, type Opening } from '../venues/opening.ts'
import type { Taking } from './double-booking.ts'
import type { ComingRow, HeldRow } from './repository.ts'

/** From now to the end of the last day that is looked at. */
export function lookAhead(now: Date, days: number = toDoDays.all): { readonly from: Date; readonly to: Date } {
  const last = addDays(localDayAt(now.getTime(), warsaw), days)
  return { from: now, to: new Date(boundsOfDay(last, warsaw).endMs) }
}

/** The account of whoever leads it: set for this session, else its activity's. */
export const hostOf = ({ hostId, activity }: HeldRow): string | null => hostId ?? activity.hostId

/** The people that it takes who must be there together: an edition, a group. */
export const cohortsOf = ({ activity: { series } }: HeldRow): readonly string[] =>
  [series.editionId, series.groupId].filter((id) => id !== null)

export const takingOf = (row: HeldRow, of: readonly string[]): Taking => ({
  id: row.id,
  startMs: row.startsAt.getTime(),
  endMs: row.endsAt.getTime(),
  of,
})

/** Nobody said who leads it. */
export function hasNoHost(row: ComingRow): boolean {
  const named = row.overrides.includes('host') ? row.host : row.activity.host
  return hostOf(row) === null && !named
}

export const hasNoRoom = ({ venue, roomId }: ComingRow): boolean => roomId === null && (venue?.rooms.length ?? 0) > 0

export const isOfUnknownEntrance = ({ venue }: ComingRow): boolean =>
  venue !== null && (venue.accessibility[0]?.value ?? 'UNKNOWN') === 'UNKNOWN'

/** Whether its place is closed then, or not open yet. */
export function isClosed(row: ComingRow, opening: Opening): boolean {
  const { venueId, roomId, whenKind, wallStart, wallEnd, startsAt, endsAt } = row
  if (venueId === null) return false
  const when =
    whenKind === 'ALL_DAY'
      ? ({ kind: 'all-day', firstDay: wallStart, lastDay: wallEnd } as const)
      : ({
          kind: 'timed',
          start: wallStart,
          end: wallEnd,
          zone: warsaw,
          startMs: startsAt.getTime(),
          endMs: endsAt.getTime(),
        } as const)
  return objectionsTo(opening, { venueId, roomId }, when, warsaw).length > 0
}
