import { app } from '#shared/words/uk/app.ts'
import { audiences } from '#shared/words/uk/audiences.ts'
import { calendar } from '#shared/words/uk/calendar.ts'
import { kinds } from '#shared/words/uk/kinds.ts'

export const words = { app, audiences, calendar, kinds } as const
