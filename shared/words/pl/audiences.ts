import type { Audience } from '#shared/contract/kinds.ts'

export const audiences = {
  EVERYONE: 'dla wszystkich',
  CHILDREN: 'dzieci',
  YOUTH: 'młodzież',
  ADULTS: 'dorośli',
  SENIORS: 'seniorzy',
  PARENTS: 'rodzice',
  FAMILIES: 'rodziny',
  FOSTER_FAMILIES: 'rodziny zastępcze',
  CARERS: 'opiekunowie',
  DISABLED_PEOPLE: 'osoby z niepełnosprawnościami',
  JOB_SEEKERS: 'osoby szukające pracy',
  VOLUNTEERS: 'wolontariusze',
} as const satisfies Record<Audience, string>
