/** Why something is moved or cancelled, as residents read it. */
export const cancelReason = {
  'leader-absent': 'Prowadzący nie może przyjść',
  'room-unavailable': 'Sala niedostępna',
  weather: 'Pogoda',
} as const
