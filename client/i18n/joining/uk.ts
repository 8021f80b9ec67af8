import { needs } from '#shared/words/uk/needs.ts'
import { ownCalendar } from '#shared/words/uk/own-calendar.ts'
import { signUp } from '#shared/words/uk/sign-up.ts'
import { volunteering } from '#shared/words/uk/volunteering.ts'

export const words = { volunteering, ownCalendar, needs, signUp } as const
