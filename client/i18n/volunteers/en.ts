import { volunteers } from '#shared/words/en/panel-volunteers.ts'

export const words = { volunteers } as const
