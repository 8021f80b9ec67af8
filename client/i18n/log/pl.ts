import { log } from '#shared/words/pl/panel-log.ts'

export const words = { log } as const
