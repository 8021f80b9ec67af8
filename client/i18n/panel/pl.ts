import { exporting } from '#shared/words/pl/panel-exports.ts'
import { form } from '#shared/words/pl/panel-form.ts'
import { plan } from '#shared/words/pl/panel-plan.ts'
import { planning } from '#shared/words/pl/panel-planning.ts'
import { found } from '#shared/words/pl/panel-search.ts'
import { series } from '#shared/words/pl/panel-series.ts'
import { shareTitles } from '#shared/words/pl/panel-share.ts'
import { panel } from '#shared/words/pl/panel.ts'
import { schedule } from '#shared/words/pl/schedule.ts'

export const words = {
  exporting,
  form,
  found,
  panel,
  plan,
  planning,
  schedule,
  series,
  shareTitles,
} as const
