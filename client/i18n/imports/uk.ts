import { imports } from '#shared/words/uk/panel-imports.ts'

export const words = { imports } as const
