import type { UseFormReturn } from 'react-hook-form'
import type { Solve } from './clash.tsx'
import type { ActivityValues } from './activity-values.ts'
import { wentElsewhere, type Way } from './elsewhere.ts'
import { withChanges, type ScheduleDraft } from './schedule-draft.ts'
import type { FreeRoom, RoomConflict, Slot } from './wire.ts'

type WithSchedule = { activity: ActivityValues; schedule: ScheduleDraft }

/**
 * Ways out of a room that is taken, while a schedule is being typed: another room or another time for that one date, or without it; or
 * another room, another hour for all (the list then says at once whether that is free everywhere).
 */
export function useScheduleSolving<Values extends WithSchedule>(form: UseFormReturn<Values, unknown, unknown>): Solve {
  const { setValue, getValues } = form as unknown as UseFormReturn<WithSchedule, unknown, unknown>
  const change = (changes: Partial<ScheduleDraft>) =>
    setValue('schedule', { ...getValues('schedule'), ...changes }, { shouldDirty: true })
  const single = (conflict: RoomConflict, way: Way) =>
    change({ elsewhere: wentElsewhere(getValues('schedule').elsewhere, conflict, way) })
  const every = {
    room: ({ roomId, venueId }: FreeRoom) => {
      setValue('activity.venueId', venueId, { shouldDirty: true })
      setValue('activity.roomId', roomId, { shouldDirty: true })
    },
    slot: (slot: Slot, conflict: RoomConflict) => change(withHours(getValues('schedule'), slot, conflict.start)),
  }
  if (getValues('schedule').repeat === 'once') return every
  return {
    room: (room, conflict) => single(conflict, { room }),
    slot: (slot, conflict) => single(conflict, { slot }),
    leaveOut: (conflict) => change(withoutDate(getValues('schedule'), conflict.start)),
    all: getValues('schedule').repeat === 'picked' ? { room: every.room } : every,
  }
}

function withHours(draft: ScheduleDraft, slot: Slot, start: string): Partial<ScheduleDraft> {
  const hours = { start: slot.start.slice(11, 16), end: slot.end.slice(11, 16) }
  if (draft.repeat === 'once') return { ...hours, day: slot.start.slice(0, 10) }
  return slot.start.slice(0, 10) === start.slice(0, 10)
    ? withChanges(draft, hours)
    : { elsewhere: wentElsewhere(draft.elsewhere, { start }, { slot }) }
}

function withoutDate(draft: ScheduleDraft, start: string): Partial<ScheduleDraft> {
  if (draft.repeat === 'picked') return { picked: draft.picked.filter((date) => !isAt(draft, date, start)) }
  return { excluded: [...draft.excluded, start] }
}

const isAt = ({ allDay }: ScheduleDraft, date: ScheduleDraft['picked'][number], start: string): boolean =>
  start === (allDay ? date.day : `${date.day}T${date.start}:00`)
