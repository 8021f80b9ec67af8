import { safe } from '#shared/words/en/panel-safe-contact.ts'
import { needs } from '#shared/words/en/needs.ts'
import { desk } from '#shared/words/en/panel-desk.ts'
import { deskShifts } from '#shared/words/en/panel-desk-shifts.ts'
import { merges } from '#shared/words/en/panel-merges.ts'
import { ownCalendar } from '#shared/words/en/own-calendar.ts'

export const words = { deskShifts, merges, safe, ownCalendar, desk, needs } as const
