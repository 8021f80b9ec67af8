import { exporting } from '#shared/words/en/panel-exports.ts'
import { form } from '#shared/words/en/panel-form.ts'
import { plan } from '#shared/words/en/panel-plan.ts'
import { planning } from '#shared/words/en/panel-planning.ts'
import { found } from '#shared/words/en/panel-search.ts'
import { series } from '#shared/words/en/panel-series.ts'
import { shareTitles } from '#shared/words/en/panel-share.ts'
import { panel } from '#shared/words/en/panel.ts'
import { schedule } from '#shared/words/en/schedule.ts'

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
