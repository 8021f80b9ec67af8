import { needs } from '#shared/words/pl/needs.ts'
import { desk } from '#shared/words/pl/panel-desk.ts'

export const words = { desk, needs } as const
