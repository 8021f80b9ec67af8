import { log } from '#shared/words/en/panel-log.ts'

export const words = { log } as const
