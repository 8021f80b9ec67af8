import { attendance } from '#shared/words/en/attendance.ts'

export const words = { attendance } as const
