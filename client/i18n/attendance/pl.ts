import { attendance } from '#shared/words/pl/attendance.ts'

export const words = { attendance } as const
