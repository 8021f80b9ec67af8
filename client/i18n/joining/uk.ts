import { needs } from '#shared/words/uk/needs.ts'
import { signUp } from '#shared/words/uk/sign-up.ts'
import { volunteering } from '#shared/words/uk/volunteering.ts'

export const words = { volunteering, needs, signUp } as const
