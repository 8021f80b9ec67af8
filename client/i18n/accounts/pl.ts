import { accounts } from '#shared/words/pl/panel-accounts.ts'

export const words = { accounts } as const
