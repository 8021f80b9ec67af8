import type { Audience } from '#shared/contract/kinds.ts'

export const audiences = {
  EVERYONE: 'for everyone',
  CHILDREN: 'children',
  YOUTH: 'young people',
  ADULTS: 'adults',
  SENIORS: 'seniors',
  PARENTS: 'parents',
  FAMILIES: 'families',
  FOSTER_FAMILIES: 'foster families',
  CARERS: 'carers',
  DISABLED_PEOPLE: 'people with disabilities',
  JOB_SEEKERS: 'people looking for work',
  VOLUNTEERS: 'volunteers',
} as const satisfies Record<Audience, string>
