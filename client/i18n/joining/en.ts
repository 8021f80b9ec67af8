import { needs } from '#shared/words/en/needs.ts'
import { signUp } from '#shared/words/en/sign-up.ts'

export const words = { needs, signUp } as const
