import { accounts } from '#shared/words/uk/panel-accounts.ts'
import { today } from '#shared/words/uk/panel-today.ts'

export const words = { accounts, today } as const
