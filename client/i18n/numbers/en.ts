import { numbers } from '#shared/words/en/panel-numbers.ts'

export const words = { numbers } as const
