import type { Language } from '#shared/contract/kinds.ts'
import { scheduleSchema } from '#shared/contract/schedule.ts'
import { describeSchedule } from '#shared/schedule/describe.ts'
import { ScheduleError } from '#shared/schedule/error.ts'

/** A stored schedule in plain words; empty where it can't be read, as its sessions still stand. */
export function ruleInWords(stored: unknown, language: Language): string {
  const schedule = scheduleSchema.safeParse(stored)
  if (!schedule.success) return ''
  try {
    return describeSchedule(schedule.data, language)
  } catch (error) {
    if (error instanceof ScheduleError) return ''
    throw error
  }
}
