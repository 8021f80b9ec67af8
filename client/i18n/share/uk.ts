import { share } from '#shared/words/uk/panel-share.ts'

export const words = { share } as const
