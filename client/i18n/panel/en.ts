import { form } from '#shared/words/en/panel-form.ts'
import { panel } from '#shared/words/en/panel.ts'

export const words = { form, panel } as const
