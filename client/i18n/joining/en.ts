import { needs } from '#shared/words/en/needs.ts'
import { ownCalendar } from '#shared/words/en/own-calendar.ts'
import { signUp } from '#shared/words/en/sign-up.ts'
import { volunteering } from '#shared/words/en/volunteering.ts'

export const words = { volunteering, ownCalendar, needs, signUp } as const
