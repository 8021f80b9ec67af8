import { calls } from '#shared/words/pl/panel-calls.ts'

export const words = { calls } as const
