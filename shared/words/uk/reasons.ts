import type { cancelReason as polish } from '../pl/reasons.ts'
import type { Translated } from '../translated.ts'

/** Why something is moved or cancelled, as residents read it. */
export const cancelReason = {
  'leader-absent': 'Ведучий не може прийти',
  'room-unavailable': 'Зала недоступна',
  weather: 'Погода',
} as const satisfies Translated<typeof polish>
