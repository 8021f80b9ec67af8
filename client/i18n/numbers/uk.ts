import { numbers } from '#shared/words/uk/panel-numbers.ts'

export const words = { numbers } as const
