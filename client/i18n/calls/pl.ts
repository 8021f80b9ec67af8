import { share } from '#shared/words/pl/panel-share.ts'
import { safe } from '#shared/words/pl/panel-safe-contact.ts'
import { calls } from '#shared/words/pl/panel-calls.ts'

export const words = { share, safe, calls } as const
