import { today } from '#shared/words/uk/panel-today.ts'

export const words = { today } as const
