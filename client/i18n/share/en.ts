import { share } from '#shared/words/en/panel-share.ts'

export const words = { share } as const
