import { calls } from '#shared/words/en/panel-calls.ts'

export const words = { calls } as const
