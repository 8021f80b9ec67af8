import { form } from '#shared/words/uk/panel-form.ts'
import { panel } from '#shared/words/uk/panel.ts'

export const words = { form, panel } as const
