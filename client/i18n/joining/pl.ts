import { signUp } from '#shared/words/pl/sign-up.ts'

export const words = { signUp } as const
