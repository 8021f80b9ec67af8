import { subscribe } from '#shared/words/pl/subscribe.ts'
import { week } from '#shared/words/pl/week.ts'

export const words = { subscribe, week } as const
