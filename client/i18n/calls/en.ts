import { safe } from '#shared/words/en/panel-safe-contact.ts'
import { calls } from '#shared/words/en/panel-calls.ts'

export const words = { safe, calls } as const
