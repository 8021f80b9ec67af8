import { statement } from '#shared/words/en/statement.ts'

export const words = { statement } as const
