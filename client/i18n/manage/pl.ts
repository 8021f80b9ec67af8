import { manage } from '#shared/words/pl/manage.ts'

export const words = { manage } as const
