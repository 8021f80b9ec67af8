import { desk } from '#shared/words/uk/panel-desk.ts'

export const words = { desk } as const
