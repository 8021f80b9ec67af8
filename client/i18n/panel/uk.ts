import { accounts } from '#shared/words/uk/panel-accounts.ts'
import { exporting } from '#shared/words/uk/panel-exports.ts'
import { form } from '#shared/words/uk/panel-form.ts'
import { panel } from '#shared/words/uk/panel.ts'
import { log } from '#shared/words/uk/panel-log.ts'
import { plan } from '#shared/words/uk/panel-plan.ts'
import { found } from '#shared/words/uk/panel-search.ts'
import { share } from '#shared/words/uk/panel-share.ts'
import { today } from '#shared/words/uk/panel-today.ts'

export const words = { exporting, accounts, form, panel, found, plan, share, today, log } as const
