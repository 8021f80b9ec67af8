import { subscribe } from '#shared/words/en/subscribe.ts'
import { week } from '#shared/words/en/week.ts'

export const words = { subscribe, week } as const
