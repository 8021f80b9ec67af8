import type { Audience } from '#shared/contract/kinds.ts'

export const audiences = {
  EVERYONE: 'для всіх',
  CHILDREN: 'діти',
  YOUTH: 'молодь',
  ADULTS: 'дорослі',
  SENIORS: 'старші люди',
  PARENTS: 'батьки',
  FAMILIES: 'сім’ї',
  FOSTER_FAMILIES: 'прийомні сім’ї',
  CARERS: 'опікуни',
  DISABLED_PEOPLE: 'люди з інвалідністю',
  JOB_SEEKERS: 'люди, що шукають роботу',
  VOLUNTEERS: 'волонтери',
} as const satisfies Record<Audience, string>
