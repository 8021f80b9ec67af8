import { volunteers } from '#shared/words/pl/panel-volunteers.ts'

export const words = { volunteers } as const
