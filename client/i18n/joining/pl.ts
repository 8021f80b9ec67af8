import { needs } from '#shared/words/pl/needs.ts'
import { ownCalendar } from '#shared/words/pl/own-calendar.ts'
import { signUp } from '#shared/words/pl/sign-up.ts'
import { volunteering } from '#shared/words/pl/volunteering.ts'

export const words = { volunteering, ownCalendar, needs, signUp } as const
