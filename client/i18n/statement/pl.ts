import { statement } from '#shared/words/pl/statement.ts'

export const words = { statement } as const
