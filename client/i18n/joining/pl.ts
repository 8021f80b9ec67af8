import { needs } from '#shared/words/pl/needs.ts'
import { signUp } from '#shared/words/pl/sign-up.ts'

export const words = { needs, signUp } as const
