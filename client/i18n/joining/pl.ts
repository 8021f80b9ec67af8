import { needs } from '#shared/words/pl/needs.ts'
import { signUp } from '#shared/words/pl/sign-up.ts'
import { volunteering } from '#shared/words/pl/volunteering.ts'

export const words = { volunteering, needs, signUp } as const
