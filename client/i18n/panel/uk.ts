import { exporting } from '#shared/words/uk/panel-exports.ts'
import { form } from '#shared/words/uk/panel-form.ts'
import { plan } from '#shared/words/uk/panel-plan.ts'
import { planning } from '#shared/words/uk/panel-planning.ts'
import { found } from '#shared/words/uk/panel-search.ts'
import { series } from '#shared/words/uk/panel-series.ts'
import { shareTitles } from '#shared/words/uk/panel-share.ts'
import { panel } from '#shared/words/uk/panel.ts'
import { schedule } from '#shared/words/uk/schedule.ts'

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
