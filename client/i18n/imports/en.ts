import { imports } from '#shared/words/en/panel-imports.ts'

export const words = { imports } as const
