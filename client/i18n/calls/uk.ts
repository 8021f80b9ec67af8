import { calls } from '#shared/words/uk/panel-calls.ts'

export const words = { calls } as const
