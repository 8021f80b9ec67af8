import { numbers } from '#shared/words/pl/panel-numbers.ts'

export const words = { numbers } as const
