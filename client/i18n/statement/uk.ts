import { statement } from '#shared/words/uk/statement.ts'

export const words = { statement } as const
