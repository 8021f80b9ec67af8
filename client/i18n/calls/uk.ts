import { safe } from '#shared/words/uk/panel-safe-contact.ts'
import { calls } from '#shared/words/uk/panel-calls.ts'

export const words = { safe, calls } as const
