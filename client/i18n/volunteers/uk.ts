import { volunteers } from '#shared/words/uk/panel-volunteers.ts'

export const words = { volunteers } as const
