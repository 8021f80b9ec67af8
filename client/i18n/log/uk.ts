import { log } from '#shared/words/uk/panel-log.ts'

export const words = { log } as const
