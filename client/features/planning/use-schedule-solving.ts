import type { UseFormReturn } from 'react-hook-form'
import type { Solve } from './clash.tsx'
import type { ActivityValues } from './activity-values.ts'
import type { ScheduleDraft } from './schedule-draft.ts'
import type { Slot } from './wire.ts'

type WithSchedule = { activity: ActivityValues; schedule: ScheduleDraft }

/**
 * Ways out of a room that is taken, while a schedule is being typed. Another room is for all meetings; another hour for all of a rule
 * (the list then says at once whether that is free), for the one date where dates were picked by hand; a rule's date can be left out.
 */
export function useScheduleSolving<Values extends WithSchedule>(form: UseFormReturn<Values, unknown, unknown>): Solve {
  const { setValue, getValues } = form as unknown as UseFormReturn<WithSchedule, unknown, unknown>
  const change = (changes: Partial<ScheduleDraft>) =>
    setValue('schedule', { ...getValues('schedule'), ...changes }, { shouldDirty: true })
  return {
    room: ({ roomId, venueId }) => {
      setValue('activity.venueId', venueId, { shouldDirty: true })
      setValue('activity.roomId', roomId, { shouldDirty: true })
    },
    slot: (slot, conflict) => change(withHours(getValues('schedule'), slot, conflict.start)),
    leaveOut: (conflict) => change(withoutDate(getValues('schedule'), conflict.start)),
  }
}

function withHours(draft: ScheduleDraft, slot: Slot, start: string): Partial<ScheduleDraft> {
  const hours = { start: slot.start.slice(11, 16), end: slot.end.slice(11, 16) }
  if (draft.repeat === 'once') return { ...hours, day: slot.start.slice(0, 10) }
  if (draft.repeat !== 'picked') return hours
  const day = slot.start.slice(0, 10)
  return { picked: draft.picked.map((date) => (isAt(draft, date, start) ? { ...hours, day, lastDay: day } : date)) }
}

function withoutDate(draft: ScheduleDraft, start: string): Partial<ScheduleDraft> {
  if (draft.repeat === 'picked') return { picked: draft.picked.filter((date) => !isAt(draft, date, start)) }
  return { excluded: [...draft.excluded, start] }
}

const isAt = ({ allDay }: ScheduleDraft, date: ScheduleDraft['picked'][number], start: string): boolean =>
  start === (allDay ? date.day : `${date.day}T${date.start}:00`)
