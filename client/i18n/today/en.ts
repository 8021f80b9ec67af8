import { accounts } from '#shared/words/en/panel-accounts.ts'
import { today } from '#shared/words/en/panel-today.ts'

export const words = { accounts, today } as const
