import { manage } from '#shared/words/en/manage.ts'

export const words = { manage } as const
