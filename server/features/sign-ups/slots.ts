import { wallNumber } from '#shared/time/calendar.ts'
import { shiftMoments, shiftSpan, type ShiftTime } from '../shifts/rules.ts'

/** An appointment's time: minutes of wall time after the start of its session, so that it moves along. */
export type Slot = ShiftTime

type Hours = { readonly wallStart: string; readonly wallEnd: string; readonly slotMinutes: number | null }

/** How long a session takes on the wall; 0 for whole days, in which nobody has an appointment. */
const lengthOf = ({ wallStart, wallEnd }: Pick<Hours, 'wallStart' | 'wallEnd'>): number =>
  wallStart.length === 10 ? 0 : (wallNumber(wallEnd) - wallNumber(wallStart)) / 60_000

/**
 * All times of a session, one after another from its start; what is left at the end and too short for one is none.
 *
 * @example slotsOf({ wallStart: '2026-12-01T15:00:00', wallEnd: '2026-12-01T16:10:00', slotMinutes: 30 }).map(({ fromMinutes }) => fromMinutes) // [0, 30]
 */
export function slotsOf({ slotMinutes, ...hours }: Hours): readonly Slot[] {
  if (slotMinutes === null) return []
  const count = Math.floor(lengthOf(hours) / slotMinutes)
  return Array.from({ length: Math.max(count, 0) }, (_, index) => ({ fromMinutes: index * slotMinutes, minutes: slotMinutes }))
}

const meet = (one: Slot, other: Slot): boolean =>
  one.fromMinutes < other.fromMinutes + other.minutes && other.fromMinutes < one.fromMinutes + one.minutes

/**
 * Those that nobody has and that one can still take. What somebody took while appointments had another length counts with its own.
 *
 * @param closesMinutes - before its start an appointment isn't given any more
 */
export const freeSlots = (hours: Hours, taken: readonly Slot[], now: Date, closesMinutes = 0): readonly Slot[] =>
  slotsOf(hours).filter((slot) => isFree(hours.wallStart, slot, taken, new Date(now.getTime() + closesMinutes * 60_000)))

/** Whether nobody has it and it begins after a moment. */
export const isFree = (wallStart: string, slot: Slot, taken: readonly Slot[], after: Date): boolean =>
  !taken.some((one) => meet(one, slot)) && shiftMoments(wallStart, slot).startsAt > after

/** Whether it lies in the hours of its session: they may have become shorter since. */
export const isWithin = (hours: Pick<Hours, 'wallStart' | 'wallEnd'>, { fromMinutes, minutes }: Slot): boolean =>
  fromMinutes + minutes <= lengthOf(hours)

/** The time of a sign-up that is an appointment; null for all others. */
export const slotOf = (row: { readonly slotFrom: number | null; readonly slotMinutes: number | null }): Slot | null =>
  row.slotFrom === null || row.slotMinutes === null ? null : { fromMinutes: row.slotFrom, minutes: row.slotMinutes }

export const viewOfSlot = (wallStart: string, slot: Slot): { readonly start: string; readonly end: string } =>
  shiftSpan(wallStart, slot)

/** The id of an appointment or a shift in calendars: a household may have two at one session, and each stays itself when it moves. */
export const ownUid = (sessionUid: string, signUpId: string): string => `${signUpId}${sessionUid.slice(sessionUid.indexOf('@'))}`

/** The free time that begins when a form asks for it. */
export const slotAt = (wallStart: string, open: readonly Slot[], asked: string | undefined): Slot | undefined =>
  open.find((slot) => viewOfSlot(wallStart, slot).start === asked)
