import { manage } from '#shared/words/uk/manage.ts'

export const words = { manage } as const
