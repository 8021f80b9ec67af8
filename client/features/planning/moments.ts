import type { Language } from '#shared/contract/kinds.ts'
import { addDays } from '#shared/time/calendar.ts'
import { formatClock, formatDayAndMonth, formatDayRange, formatWeekday } from '#shared/time/format.ts'
import type { WallSpan } from '#shared/time/when.ts'
import type { Slot } from './wire.ts'

/** A start is a wall time (`2026-11-23T17:00:00`) or, of whole days, a day. */
export const isTimed = ({ start }: Slot): boolean => start.length > 10

/** "pon. 23 listopada, 17:00–19:00", or the days of what lasts whole ones. */
export function slotInWords(slot: Slot, language: Language): string {
  const day = slot.start.slice(0, 10)
  if (!isTimed(slot)) return formatDayRange(day, slot.end, language)
  const ends =
    slot.end.slice(0, 10) === day
      ? formatClock(slot.end)
      : `${formatDayAndMonth(slot.end.slice(0, 10), language)} ${formatClock(slot.end)}`
  return `${formatWeekday(day, language, 'short')} ${formatDayAndMonth(day, language)}, ${formatClock(slot.start)}–${ends}`
}

/** "pon. 23 listopada" */
export const dayInWords = (moment: string, language: Language): string =>
  `${formatWeekday(moment.slice(0, 10), language, 'short')} ${formatDayAndMonth(moment.slice(0, 10), language)}`

export function spanOfSlot(slot: Slot): WallSpan {
  return isTimed(slot)
    ? { kind: 'timed', start: slot.start, end: slot.end }
    : { kind: 'all-day', firstDay: slot.start, lastDay: slot.end }
}

export const slotOfSpan = (span: WallSpan): Slot =>
  span.kind === 'timed' ? { start: span.start, end: span.end } : { start: span.firstDay, end: span.lastDay }

export const shiftedBy = (slot: Slot, days: number): Slot => {
  const shift = (moment: string) => addDays(moment.slice(0, 10), days) + moment.slice(10)
  return { start: shift(slot.start), end: shift(slot.end) }
}
