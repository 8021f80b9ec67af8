import { app } from '#shared/words/en/app.ts'
import { audiences } from '#shared/words/en/audiences.ts'
import { calendar } from '#shared/words/en/calendar.ts'
import { kinds } from '#shared/words/en/kinds.ts'

export const words = { app, audiences, calendar, kinds } as const
