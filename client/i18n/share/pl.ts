import { share } from '#shared/words/pl/panel-share.ts'

export const words = { share } as const
