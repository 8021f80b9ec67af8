import { desk } from '#shared/words/en/panel-desk.ts'

export const words = { desk } as const
