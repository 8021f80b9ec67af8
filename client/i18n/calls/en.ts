import { share } from '#shared/words/en/panel-share.ts'
import { safe } from '#shared/words/en/panel-safe-contact.ts'
import { calls } from '#shared/words/en/panel-calls.ts'

export const words = { share, safe, calls } as const
