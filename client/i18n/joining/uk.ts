import { signUp } from '#shared/words/uk/sign-up.ts'

export const words = { signUp } as const
