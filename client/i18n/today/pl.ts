import { today } from '#shared/words/pl/panel-today.ts'

export const words = { today } as const
