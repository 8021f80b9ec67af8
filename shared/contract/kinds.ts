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

/** What is asked of who signs up where an activity isn't for everybody. */
export const conditions = ['age', 'home', 'audience'] as const
export type Condition = (typeof conditions)[number]

/** What somebody may need to take part, to be ticked; the rest goes into a few words. Anything of it may tell of their health. */
export const needKinds = ['step-free', 'hearing', 'sign-language', 'sight', 'assistant', 'simple-words'] as const
export type NeedKind = (typeof needKinds)[number]

export const languages = ['pl', 'en', 'uk'] as const
export type Language = (typeof languages)[number]

export const threeValues = ['yes', 'no', 'unknown'] as const
export type ThreeValued = (typeof threeValues)[number]

export const accessibilityFacts = [
  'STEP_FREE_ENTRANCE',
  'LIFT',
  'ACCESSIBLE_TOILET',
  'DISABLED_PARKING',
  'INDUCTION_LOOP',
  'ASSISTANCE_DOG',
  'QUIET_ROOM',
  'TACTILE_GUIDES',
] as const
export type AccessibilityFact = (typeof accessibilityFacts)[number]

/** How one gets in. */
export const enrolmentModes = ['OPEN', 'PER_SESSION', 'WHOLE_COURSE', 'MEMBERSHIP', 'BY_APPOINTMENT', 'BY_INVITATION'] as const
export type EnrolmentMode = (typeof enrolmentModes)[number]

/** How an organisation takes part: in a project as the first four, in a program as its operator. */
export const organisationRoles = ['BENEFICIARY', 'IMPLEMENTER', 'PARTNER', 'MANAGING_AUTHORITY', 'OPERATOR'] as const
export type OrganisationRole = (typeof organisationRoles)[number]

/** What an organisation is. */
export const organisationKinds = [
  'SOCIAL_CENTRE',
  'ACTIVATION_CENTRE',
  'SERVICES_HUB',
  'MUNICIPALITY',
  'LABOUR_OFFICE',
  'MANAGING_AUTHORITY',
  'NGO',
  'OTHER',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** Whom a program is open to: people of its districts, every resident of the city, or a group of people wherever they live. */
export const opennesses = ['DISTRICTS', 'CITY', 'GROUP'] as const
export type Openness = (typeof opennesses)[number]

/** What a project promised, and the money it has. */
export const comparisons = ['AT_LEAST', 'EXACTLY', 'ABOUT'] as const
export const indicatorUnits = ['PEOPLE', 'PLACES', 'PERCENT'] as const
export const indicatorMoments = ['DURING', 'END', 'AFTER_END'] as const
export const sexes = ['F', 'M'] as const
export const amountLabels = ['VALUE', 'GRANT', 'EU', 'NATIONAL'] as const

/** `NEIGHBOURHOOD_PICNIC` -> `neighbourhood-picnic`: how a code is written in addresses and feeds. */
export const slugOf = (code: string): string => code.toLowerCase().replaceAll('_', '-')

/** `neighbourhood-picnic` -> `NEIGHBOURHOOD_PICNIC`. The caller checks that the code exists. */
export const codeOf = (slug: string): string => slug.toUpperCase().replaceAll('-', '_')

/** Which text of the privacy notice a sign-up form shows; raised whenever its words change. */
export const noticeVersion = '2026-11-25'

/** Why something is moved or cancelled, in public: said to residents in their own language. */
export const reasonCodes = ['leader-absent', 'room-unavailable', 'weather'] as const
