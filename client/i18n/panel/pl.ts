import { accounts } from '#shared/words/pl/panel-accounts.ts'
import { exporting } from '#shared/words/pl/panel-exports.ts'
import { form } from '#shared/words/pl/panel-form.ts'
import { panel } from '#shared/words/pl/panel.ts'
import { log } from '#shared/words/pl/panel-log.ts'
import { plan } from '#shared/words/pl/panel-plan.ts'
import { found } from '#shared/words/pl/panel-search.ts'
import { share } from '#shared/words/pl/panel-share.ts'
import { today } from '#shared/words/pl/panel-today.ts'

export const words = { exporting, accounts, form, panel, found, plan, share, today, log } as const
