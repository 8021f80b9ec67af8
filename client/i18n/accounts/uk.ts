import { accounts } from '#shared/words/uk/panel-accounts.ts'

export const words = { accounts } as const
