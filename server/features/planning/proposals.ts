import type { Answer } from '#shared/contract/answer.ts'
import type { freeRoom, slot } from '#shared/contract/impact.ts'
import { addDays, daysBetween, wallNumber, wallOfNumber } from '#shared/time/calendar.ts'
import { instantsOf, placeSpan } from '#shared/time/place.ts'
import { startOf, type WallSpan, type When } from '#shared/time/when.ts'
import { objectionsTo, type Opening } from '../venues/opening.ts'
import type { RoomTimes } from './rules.ts'

/** When a room is taken, with its setup and clearing time. */
export type Booking = { readonly sessionId: string; readonly roomId: string; readonly fromMs: number; readonly toMs: number }

type StepFree = 'YES' | 'NO' | 'UNKNOWN'

/** A room that could be used. */
export type RoomOption = RoomTimes & {
  readonly id: string
  readonly name: string
  readonly venueId: string
  readonly venue: string
  readonly capacity: number | null
  readonly stepFree: StepFree
  /** Of the building. */
  readonly entrance: StepFree
}

/** What is known about rooms around the time of a conflict. */
export type Surroundings = {
  readonly rooms: readonly RoomOption[]
  readonly bookings: readonly Booking[]
  readonly opening: Opening
  readonly zone: string
  readonly nowMs: number
}

/** The session that needs another time or another room. */
export type Homeless = {
  readonly sessionId: string | null
  readonly roomId: string
  readonly when: When
  /** How many people it is for; null: not known. */
  readonly capacity: number | null
}

type Slot = Answer<typeof slot>
type FreeRoom = Answer<typeof freeRoom>

/** How far proposals look, in days. */
export const lookAhead = 7
const stepMinutes = 30
const mostSlots = 4
const mostRooms = 5

/**
 * The nearest times at which the same room is free: at most two of the same day, then the nearest of each of the next seven. Within the hours
 * that are written down; where nobody wrote them, from 8:00 to 21:00.
 */
export function freeSlots(homeless: Homeless, around: Surroundings): Slot[] {
  const room = around.rooms.find(({ id }) => id === homeless.roomId)
  if (!room) return []
  const isUsable = (when: When) => isFree(room, when, homeless, around)
  const [today = [], ...later] = Array.from({ length: lookAhead + 1 }, (_, days) => candidates(homeless.when, days, around.zone))
  return [...today.filter(isUsable).slice(0, 2), ...later.flatMap((day) => day.filter(isUsable).slice(0, 1))]
    .slice(0, mostSlots)
    .map(slotOf)
}

/** Rooms that are free at the same time: of the same venue first; large enough, and without stairs where the one that is taken was. */
export function freeRooms(homeless: Homeless, around: Surroundings): FreeRoom[] {
  const taken = around.rooms.find(({ id }) => id === homeless.roomId)
  const needsStepFree = taken !== undefined && stepFreeTo(taken) === 'YES'
  const fitting = around.rooms.filter(
    (room) =>
      room.id !== homeless.roomId &&
      (room.capacity === null || homeless.capacity === null || room.capacity >= homeless.capacity) &&
      (!needsStepFree || stepFreeTo(room) === 'YES') &&
      isFree(room, homeless.when, homeless, around),
  )
  const isNear = ({ venueId }: RoomOption) => Number(venueId !== taken?.venueId)
  const isUnknown = ({ capacity }: RoomOption) => Number(capacity === null && homeless.capacity !== null)
  return fitting
    .toSorted((a, b) => isNear(a) - isNear(b) || isUnknown(a) - isUnknown(b))
    .slice(0, mostRooms)
    .map((room) => ({
      roomId: room.id,
      venueId: room.venueId,
      name: room.name,
      venue: room.venue,
      capacity: room.capacity,
      stepFree: ({ YES: 'yes', NO: 'no', UNKNOWN: 'unknown' } as const)[stepFreeTo(room)],
    }))
}

/** Without stairs all the way: the entrance and the room. */
function stepFreeTo({ stepFree, entrance }: RoomOption): StepFree {
  if (stepFree === 'NO' || entrance === 'NO') return 'NO'
  return stepFree === 'YES' && entrance === 'YES' ? 'YES' : 'UNKNOWN'
}

function isFree(
  room: RoomOption,
  when: When,
  { sessionId }: Homeless,
  { bookings, opening, zone, nowMs }: Surroundings,
): boolean {
  const { startMs, endMs } = instantsOf(when, zone)
  const [fromMs, toMs] = [startMs - room.setupMinutes * 60_000, endMs + room.clearMinutes * 60_000]
  const isTaken = bookings.some(
    (one) => one.roomId === room.id && one.sessionId !== sessionId && one.fromMs < toMs && fromMs < one.toMs,
  )
  if (isTaken || startMs <= nowMs) return false
  return objectionsTo(opening, { venueId: room.venueId, roomId: room.id }, when, zone).length === 0
}

/** Times of one day as long as the wanted one, the nearest to its hour first. Never a start between 02:00 and 02:59. */
function candidates(when: When, days: number, zone: string): When[] {
  if (when.kind === 'all-day') {
    if (days === 0) return []
    const firstDay = addDays(when.firstDay, days)
    return [{ kind: 'all-day', firstDay, lastDay: addDays(firstDay, daysBetween(when.firstDay, when.lastDay)) }]
  }
  const day = addDays(when.start.slice(0, 10), days)
  const wanted = wallNumber(`${day}${when.start.slice(10)}`)
  const length = wallNumber(when.end) - wallNumber(when.start)
  const [first, last] = [wallNumber(`${day}T08:00:00`), wallNumber(`${day}T21:00:00`)]
  const steps = Array.from(
    { length: Math.floor((last - first) / (stepMinutes * 60_000)) + 1 },
    (_, n) => first + n * stepMinutes * 60_000,
  )
  const inDay = steps.filter((start) => start + length <= last && start !== wanted)
  return [...(days > 0 ? [wanted] : []), ...inDay.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))].map((start) =>
    placeSpan({ kind: 'timed', start: wallOfNumber(start), end: wallOfNumber(start + length) }, zone),
  )
}

function slotOf(when: WallSpan): Slot {
  return { start: startOf(when), end: when.kind === 'timed' ? when.end : when.lastDay }
}
