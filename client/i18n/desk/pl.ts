import { safe } from '#shared/words/pl/panel-safe-contact.ts'
import { needs } from '#shared/words/pl/needs.ts'
import { desk } from '#shared/words/pl/panel-desk.ts'
import { deskShifts } from '#shared/words/pl/panel-desk-shifts.ts'
import { merges } from '#shared/words/pl/panel-merges.ts'
import { ownCalendar } from '#shared/words/pl/own-calendar.ts'

export const words = { deskShifts, merges, safe, ownCalendar, desk, needs } as const
