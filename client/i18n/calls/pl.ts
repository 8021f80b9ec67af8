import { safe } from '#shared/words/pl/panel-safe-contact.ts'
import { calls } from '#shared/words/pl/panel-calls.ts'

export const words = { safe, calls } as const
