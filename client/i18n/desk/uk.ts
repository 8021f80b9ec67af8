import { needs } from '#shared/words/uk/needs.ts'
import { desk } from '#shared/words/uk/panel-desk.ts'

export const words = { desk, needs } as const
