import type { cancelReason as polish } from '../pl/reasons.ts'
import type { Translated } from '../translated.ts'

/** Why something is moved or cancelled, as residents read it. */
export const cancelReason = {
  'leader-absent': 'The leader can’t come',
  'room-unavailable': 'The room isn’t available',
  weather: 'The weather',
} as const satisfies Translated<typeof polish>
