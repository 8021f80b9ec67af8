import { needs } from '#shared/words/uk/needs.ts'
import { signUp } from '#shared/words/uk/sign-up.ts'

export const words = { needs, signUp } as const
