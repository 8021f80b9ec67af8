import { safe } from '#shared/words/uk/panel-safe-contact.ts'
import { needs } from '#shared/words/uk/needs.ts'
import { desk } from '#shared/words/uk/panel-desk.ts'
import { deskShifts } from '#shared/words/uk/panel-desk-shifts.ts'
import { merges } from '#shared/words/uk/panel-merges.ts'
import { ownCalendar } from '#shared/words/uk/own-calendar.ts'

export const words = { deskShifts, merges, safe, ownCalendar, desk, needs } as const
