import { today } from '#shared/words/en/panel-today.ts'

export const words = { today } as const
