import { attendance } from '#shared/words/uk/attendance.ts'

export const words = { attendance } as const
