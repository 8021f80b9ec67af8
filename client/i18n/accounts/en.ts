import { accounts } from '#shared/words/en/panel-accounts.ts'

export const words = { accounts } as const
