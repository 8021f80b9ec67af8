import type { DoorView } from '#shared/contract/attendance.ts'
import type { WallSpan } from '#shared/time/when.ts'

/** When the session of a list is. */
export const spanOfList = ({ start, end }: Pick<DoorView, 'start' | 'end'>): WallSpan =>
  start.includes('T') ? { kind: 'timed', start, end } : { kind: 'all-day', firstDay: start, lastDay: end }
