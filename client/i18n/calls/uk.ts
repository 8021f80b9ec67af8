import { share } from '#shared/words/uk/panel-share.ts'
import { safe } from '#shared/words/uk/panel-safe-contact.ts'
import { calls } from '#shared/words/uk/panel-calls.ts'

export const words = { share, safe, calls } as const
