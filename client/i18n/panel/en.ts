import { accounts } from '#shared/words/en/panel-accounts.ts'
import { exporting } from '#shared/words/en/panel-exports.ts'
import { form } from '#shared/words/en/panel-form.ts'
import { panel } from '#shared/words/en/panel.ts'
import { log } from '#shared/words/en/panel-log.ts'
import { plan } from '#shared/words/en/panel-plan.ts'
import { found } from '#shared/words/en/panel-search.ts'
import { share } from '#shared/words/en/panel-share.ts'
import { today } from '#shared/words/en/panel-today.ts'

export const words = { exporting, accounts, form, panel, found, plan, share, today, log } as const
