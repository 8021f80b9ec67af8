import { daysFrom } from '#shared/time/calendar.ts'
import { firstDayOf, startOf, type LocalDay, type WallTime } from '#shared/time/when.ts'
import type { PlannedSession } from './queries.ts'

/** The sessions of each day that has some, in order; one that lasts several days stands under the first of them that is shown. */
export function sessionsByDay(
  sessions: readonly PlannedSession[],
  from: LocalDay,
  to: LocalDay,
): readonly (readonly [LocalDay, readonly PlannedSession[]])[] {
  const days = new Map<LocalDay, PlannedSession[]>(daysFrom(from, to).map((day) => [day, []]))
  for (const session of sessions) {
    const first = firstDayOf(session.when)
    days.get(first < from ? from : first)?.push(session)
  }
  return [...days].filter(([, list]) => list.length > 0)
}

/** Whether it can still be moved: what began, and what is cancelled, stays where it is. */
export const canMove = ({ cancelled, when }: Pick<PlannedSession, 'cancelled' | 'when'>, now: WallTime): boolean =>
  !cancelled && startOf(when) > now
