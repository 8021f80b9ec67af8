import type { WallSpan } from '#shared/time/when.ts'

const usual = { first: 7, last: 22 }
const midnight = 24

/**
 * The hours that the week shows, as the calendar wants them: the usual ones, and as many more as its sessions take, so that none is cut off.
 * What goes on past midnight lengthens the day on which it began (`26:00:00` is two in the morning).
 */
export function shownHours(spans: readonly WallSpan[]): { readonly slotMinTime: string; readonly slotMaxTime: string } {
  const timed = spans.filter((span) => span.kind === 'timed')
  const first = Math.min(usual.first, ...timed.map(({ start }) => hourOf(start)))
  const last = Math.max(usual.last, ...timed.map(lastHourOf))
  return { slotMinTime: clock(first), slotMaxTime: clock(last) }
}

type Timed = Extract<WallSpan, { readonly kind: 'timed' }>

/** A session of more than a night is drawn on each of its days, so those are shown whole. */
function lastHourOf({ start, end }: Timed): number {
  const hour = hourOf(end) + (end.slice(14) === '00:00' ? 0 : 1)
  if (end.slice(0, 10) === start.slice(0, 10)) return hour
  return Math.min(midnight + hour, midnight + usual.first)
}

const hourOf = (wall: string): number => Number(wall.slice(11, 13))
const clock = (hours: number): string => `${String(hours).padStart(2, '0')}:00:00`
