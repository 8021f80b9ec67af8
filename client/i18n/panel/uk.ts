import { accounts } from '#shared/words/uk/panel-accounts.ts'
import { form } from '#shared/words/uk/panel-form.ts'
import { panel } from '#shared/words/uk/panel.ts'
import { log } from '#shared/words/uk/panel-log.ts'
import { plan } from '#shared/words/uk/panel-plan.ts'
import { planning } from '#shared/words/uk/panel-planning.ts'
import { found } from '#shared/words/uk/panel-search.ts'
import { share } from '#shared/words/uk/panel-share.ts'
import { series } from '#shared/words/uk/panel-series.ts'
import { today } from '#shared/words/uk/panel-today.ts'
import { panel } from '#shared/words/uk/panel.ts'
import { schedule } from '#shared/words/uk/schedule.ts'

export const words = { accounts, form, panel, log, plan, planning, found, share, series, today, schedule } as const
