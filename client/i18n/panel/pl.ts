import { form } from '#shared/words/pl/panel-form.ts'
import { panel } from '#shared/words/pl/panel.ts'

export const words = { form, panel } as const
