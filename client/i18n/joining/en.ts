import { signUp } from '#shared/words/en/sign-up.ts'

export const words = { signUp } as const
