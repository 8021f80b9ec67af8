import { accounts } from '#shared/words/pl/panel-accounts.ts'
import { today } from '#shared/words/pl/panel-today.ts'

export const words = { accounts, today } as const
