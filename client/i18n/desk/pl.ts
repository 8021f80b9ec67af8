import { desk } from '#shared/words/pl/panel-desk.ts'

export const words = { desk } as const
