/**
 * The closed lists that addresses, feeds and the database share. The order is the order of filters on the page.
 * In the database and in code a code is written `NEIGHBOURHOOD_PICNIC`; in addresses and feeds its slug is `neighbourhood-picnic`.
 */
export const activityKinds = [
  'CLUB_MEETING',
  'WORKSHOP',
  'SKILLS_TRAINING',
  'TRAINING',
  'COURSE',
  'COUNSELLING',
  'CONSULTATION',
  'OFFICE_HOURS',
  'SUPPORT_GROUP',
  'SELF_HELP_GROUP',
  'NEIGHBOURHOOD_PICNIC',
  'FIELD_GAME',
  'OPEN_AIR_CINEMA',
  'CLOTHES_SWAP',
  'CULTURAL_EVENT',
  'SPORTS_EVENT',
  'OUTING',
  'TRIP',
  'INITIATIVE',
  'VOLUNTEERING',
  'INFORMATION_MEETING',
  'SOCIAL_WORK',
  'DEBT_ADVICE',
  'SOCIALLY_USEFUL_WORK',
] as const
export type ActivityKind = (typeof activityKinds)[number]

export const audiences = [
  'EVERYONE',
  'CHILDREN',
  'YOUTH',
  'ADULTS',
  'SENIORS',
  'PARENTS',
  'FAMILIES',
  'FOSTER_FAMILIES',
  'CARERS',
  'DISABLED_PEOPLE',
  'JOB_SEEKERS',
  'VOLUNTEERS',
] as const
export type Audience = (typeof audiences)[number]

export const languages = ['pl', 'en', 'uk'] as const
export type Language = (typeof languages)[number]

export const threeValues = ['yes', 'no', 'unknown'] as const
export type ThreeValued = (typeof threeValues)[number]

/** `NEIGHBOURHOOD_PICNIC` -> `neighbourhood-picnic`: how a code is written in addresses and feeds. */
export const slugOf = (code: string): string => code.toLowerCase().replaceAll('_', '-')

/** `neighbourhood-picnic` -> `NEIGHBOURHOOD_PICNIC`. The caller checks that the code exists. */
export const codeOf = (slug: string): string => slug.toUpperCase().replaceAll('-', '_')
