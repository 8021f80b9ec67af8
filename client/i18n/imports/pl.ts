import { imports } from '#shared/words/pl/panel-imports.ts'

export const words = { imports } as const
