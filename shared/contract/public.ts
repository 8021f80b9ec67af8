import type { When } from '#shared/time/when.ts'
import type { ActivityKind, Audience, Language, ThreeValued } from './kinds.ts'

/**
 * What the public pages get as JSON, beside the feeds. Every type is an allow-list: nothing about a person stands here.
 * Texts are already chosen for the language of the request (`?lang=`); `lang` on a text says when it is another one.
 */
export type Text = { readonly text: string; readonly lang: Language }
export type Link = { readonly slug: string; readonly name: string }

export type CityOption = Link & {
  readonly districts: readonly Link[]
  readonly clubs: readonly (Link & { readonly district: string | null })[]
  readonly venues: readonly Link[]
  readonly programs: readonly (Link & { readonly finished: boolean; readonly sample: boolean; readonly project: Link | null })[]
  /** Only those that some published session of the city has. */
  readonly audiences: readonly Audience[]
  readonly kinds: readonly ActivityKind[]
}
export type CitiesAnswer = { readonly cities: readonly CityOption[]; readonly hasSample: boolean }

export type FeedListing = {
  readonly url: string
  readonly title: string
  readonly slice: string
  readonly events: number
  /** Rises with every visible change of the slice, removals included. */
  readonly revision: number
}
export type FeedsAnswer = { readonly feeds: readonly FeedListing[] }

/**
 * A selection whose address is longer than `limits.addressLength`: the path of its feed as `feedPath` writes it goes in, the path of
 * the same feed under `/feeds/s/` comes out. The same selection always gets the same one.
 */
export type SavedSelectionInput = { readonly path: string }
export type SavedSelectionAnswer = { readonly path: string }

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

/** A fact about a building: yes, no or not known, and the day somebody looked. */
export type FactView = {
  readonly fact: AccessibilityFact
  readonly value: ThreeValued
  readonly checkedOn: string | null
  readonly note: Text | null
}

export type VenueView = Link & {
  readonly aliases: readonly string[]
  readonly address: string
  readonly city: Link
  readonly district: Link | null
  readonly geo: { readonly latitude: number; readonly longitude: number } | null
  readonly accessibility: readonly FactView[]
  readonly rooms: readonly { readonly name: string; readonly capacity: number | null; readonly stepFree: ThreeValued }[]
  readonly directions: Text | null
  readonly sample: boolean
}

export const enrolmentModes = ['OPEN', 'PER_SESSION', 'WHOLE_COURSE', 'MEMBERSHIP', 'BY_APPOINTMENT', 'BY_INVITATION'] as const
export type EnrolmentMode = (typeof enrolmentModes)[number]

/** Everything an activity says of itself in public. `null` is unknown and is shown as unknown, except where it says "none". */
export type ActivityView = {
  readonly kind: ActivityKind
  readonly audiences: readonly Audience[]
  readonly languages: readonly string[]
  readonly title: Text
  readonly description: Text | null
  readonly host: string | null
  readonly planB: Text | null
  readonly meetingPoint: Text | null
  readonly bring: Text | null
  readonly cost: { readonly free: true } | { readonly free: false; readonly text: Text } | null
  readonly careSeats: number | null
  readonly eventAccessibility: {
    readonly signLanguage: ThreeValued
    readonly easyToRead: ThreeValued
    readonly inductionLoop: ThreeValued
  }
  readonly contact: { readonly phone: string | null; readonly email: string | null; readonly hours: Text | null } | null
  readonly enrolment: EnrolmentMode
  readonly capacity: number | null
  readonly eligibility: Text | null
  /** The rule in words: "co wtorek o 17:00, oprócz dni wolnych". */
  readonly rule: string
}

export type Funding = { readonly sentence: Text; readonly logos: readonly { readonly src: string; readonly alt: string }[] }

export type SessionView = {
  readonly id: string
  readonly series: Link
  readonly place: { readonly number: number; readonly of: number }
  readonly activity: ActivityView
  readonly when: When
  readonly venue: VenueView | null
  readonly room: string | null
  readonly city: Link
  readonly district: Link | null
  readonly program: Link
  readonly club: Link | null
  readonly cancelled: {
    readonly at: string
    readonly reason: Text | null
    readonly instead: (Link & { readonly id: string }) | Text | null
  } | null
  readonly moved: { readonly at: string; readonly from: string; readonly reason: Text | null } | null
  readonly ended: boolean
  /** Null where no money of a project pays for this session. */
  readonly funding: Funding | null
  readonly sample: boolean
}

export type SeriesView = Link & {
  readonly title: Text
  readonly activities: readonly ActivityView[]
  readonly venue: Link | null
  readonly city: Link
  readonly district: Link | null
  readonly program: Link
  readonly club: Link | null
  readonly funding: Funding | null
  readonly sample: boolean
}

export type ClubView = Link & {
  readonly description: Text | null
  readonly city: Link
  readonly district: Link | null
  readonly program: Link
  readonly venue: VenueView | null
  readonly openTo: Text | null
  readonly series: readonly Link[]
  readonly sample: boolean
}

export type Indicator = {
  readonly name: Text
  readonly comparison: 'AT_LEAST' | 'EXACTLY' | 'ABOUT'
  readonly value: number
  readonly unit: 'PEOPLE' | 'PLACES' | 'PERCENT'
  readonly sex: 'F' | 'M' | null
  readonly moment: 'DURING' | 'END' | 'AFTER_END'
}

export type Support = { readonly group: string; readonly names: readonly string[] }

/** How an organisation takes part: in a project as the first four, in a program as its operator. */
export const organisationRoles = ['BENEFICIARY', 'IMPLEMENTER', 'PARTNER', 'MANAGING_AUTHORITY', 'OPERATOR'] as const
export type OrganisationRole = (typeof organisationRoles)[number]

/** One shape for a program, a project and an organisation: one page template shows all three. */
export type PlaceInWhole = Link & {
  readonly what: 'program' | 'project' | 'organisation'
  readonly description: Text | null
  readonly city: Link | null
  readonly period: { readonly from: string; readonly to: string } | null
  readonly finished: boolean
  readonly seat: VenueView | null
  readonly address: string | null
  readonly runBy: readonly (Link & { readonly role: OrganisationRole })[]
  readonly projects: readonly Link[]
  readonly programs: readonly Link[]
  readonly clubs: readonly Link[]
  readonly districts: readonly Link[]
  readonly openTo: Text | null
  readonly audiences: readonly Audience[]
  readonly editions: readonly { readonly name: string; readonly size: number | null; readonly stages: readonly string[] }[]
  readonly groups: readonly string[]
  /** Fund, axis, measure, submeasure, source, in the order published. */
  readonly fund: readonly string[]
  readonly money: readonly {
    readonly label: 'VALUE' | 'GRANT' | 'EU' | 'NATIONAL'
    readonly amount: string
    readonly currency: 'PLN'
  }[]
  readonly people: { readonly target: number; readonly about: boolean; readonly note: Text | null } | null
  readonly parts: readonly {
    readonly code: string
    readonly name: string
    readonly money: PlaceInWhole['money']
    readonly indicators: readonly Indicator[]
    readonly audience: Text | null
  }[]
  readonly support: readonly Support[]
  readonly history: readonly {
    readonly from: string
    readonly to: string | null
    readonly text: Text
    readonly people: number | null
  }[]
  readonly sample: boolean
}
