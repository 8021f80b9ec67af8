import { needs } from '#shared/words/en/needs.ts'
import { desk } from '#shared/words/en/panel-desk.ts'
import { ownCalendar } from '#shared/words/en/own-calendar.ts'

export const words = { ownCalendar, desk, needs } as const
