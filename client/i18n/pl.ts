import { app } from '#shared/words/pl/app.ts'
import { audiences } from '#shared/words/pl/audiences.ts'
import { calendar } from '#shared/words/pl/calendar.ts'
import { kinds } from '#shared/words/pl/kinds.ts'

export const words = { app, audiences, calendar, kinds } as const
