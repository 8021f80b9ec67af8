import { subscribe } from '#shared/words/uk/subscribe.ts'
import { week } from '#shared/words/uk/week.ts'

export const words = { subscribe, week } as const
