import { startOf } from '#shared/time/when.ts'
import { spanOfSlot } from './moments.ts'
import type { Elsewhere, FreeRoom, RoomConflict, Slot } from './wire.ts'

/** Where one date goes instead: another room, another time, or both. */
export type Way = { readonly room?: FreeRoom; readonly slot?: Slot }

/**
 * The list of single dates with one more way taken. A date that was sent elsewhere already, and is taken there too, keeps the
 * start that its schedule gives.
 */
export function wentElsewhere(
  list: readonly Elsewhere[],
  conflict: Pick<RoomConflict, 'start'>,
  { room, slot }: Way,
): Elsewhere[] {
  const before = list.find((one) => (one.when ? startOf(one.when) : one.at) === conflict.start)
  const way = {
    at: before?.at ?? conflict.start,
    when: slot ? spanOfSlot(slot) : (before?.when ?? null),
    place: room ? { venueId: room.venueId, roomId: room.roomId } : (before?.place ?? null),
  }
  return [...list.filter((one) => one !== before), way]
}
