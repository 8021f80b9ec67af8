import { needs } from '#shared/words/en/needs.ts'
import { desk } from '#shared/words/en/panel-desk.ts'

export const words = { desk, needs } as const
