import type { ActivityKind, Audience } from '#shared/contract/kinds.ts'
import type { AccessibilityFact, EnrolmentMode } from '#shared/contract/public.ts'
import type { Voivodeship } from '#shared/schedule/school-breaks.ts'
import type { LocalDay } from '#shared/time/when.ts'

/**
 * How both layers of the sample data are written down: nouns under the names of `prisma/schema.prisma`, pointing at each other by
 * slug. What isn't given is not known and becomes null (or an empty list) in the database.
 */

/** Texts that residents read. */
export type Texts = { readonly pl: string; readonly en?: string; readonly uk?: string }

export const texts = (pl: string, en?: string, uk?: string): Texts => ({
  pl,
  ...(en !== undefined && { en }),
  ...(uk !== undefined && { uk }),
})

export type Known = 'YES' | 'NO' | 'UNKNOWN'

export type City = {
  readonly slug: string
  readonly name: string
  readonly voivodeship: Voivodeship
  /** Slugs without the city's; their names. */
  readonly districts: Readonly<Record<string, string>>
}

export type Organisation = {
  readonly slug: string
  readonly name: string
  readonly kind: 'SOCIAL_CENTRE' | 'ACTIVATION_CENTRE' | 'MUNICIPALITY' | 'LABOUR_OFFICE' | 'MANAGING_AUTHORITY' | 'NGO'
  readonly city?: string
  readonly address?: string
  readonly description?: Texts
}

export type Fact = { readonly value: Known; readonly checkedOn?: LocalDay; readonly note?: Texts }

export type Room = {
  readonly name: string
  readonly capacity?: number
  readonly stepFree?: Known
  readonly setupMinutes?: number
  readonly clearMinutes?: number
}

export type Venue = {
  readonly slug: string
  readonly name: string
  readonly city: string
  readonly district?: string
  readonly organisation?: string
  readonly address: string
  readonly aliases?: readonly string[]
  readonly directions?: Texts
  readonly facts?: Readonly<Partial<Record<AccessibilityFact, Fact>>>
  readonly rooms?: readonly Room[]
}

export type Indicator = {
  readonly name: Texts
  readonly comparison: 'AT_LEAST' | 'EXACTLY' | 'ABOUT'
  readonly value: number
  readonly unit: 'PEOPLE' | 'PLACES' | 'PERCENT'
  readonly sex?: 'F' | 'M'
  readonly denominator?: Texts
  readonly moment: 'DURING' | 'END' | 'AFTER_END'
}

export type Part = {
  readonly code: string
  readonly name: string
  /** Złoty with two decimals: `13460712.28`. */
  readonly value?: string
  readonly eu?: string
  readonly audience?: Texts
  readonly indicators?: readonly Indicator[]
  /** Forms of support by the group that the document puts them in. */
  readonly support?: Readonly<Record<string, readonly string[]>>
}

export type ProjectEvent = {
  readonly from: LocalDay
  readonly to?: LocalDay
  /** Where the source names no day. */
  readonly whenText?: Texts
  readonly text: Texts
  readonly people?: number
}

export type RecruitmentCall = { readonly name: Texts; readonly criteria?: readonly Texts[] }

export type Project = {
  readonly slug: string
  readonly name: string
  readonly city?: string
  readonly startsOn: LocalDay
  readonly endsOn: LocalDay
  readonly datesExact?: false
  readonly fundLines: readonly string[]
  readonly valueTotal?: string
  readonly grantTotal?: string
  readonly grantEu?: string
  readonly grantNational?: string
  readonly people?: { readonly target: number; readonly about?: true; readonly note?: Texts }
  readonly description: Texts
  readonly sourceNote?: string
  readonly fundSentence?: Texts
  readonly organisations: readonly (readonly [
    slug: string,
    role: 'BENEFICIARY' | 'IMPLEMENTER' | 'PARTNER' | 'MANAGING_AUTHORITY',
  ])[]
  readonly parts: readonly Part[]
  readonly events?: readonly ProjectEvent[]
  readonly calls?: readonly RecruitmentCall[]
}

export type Club = {
  readonly slug: string
  readonly name: string
  readonly district?: string
  readonly venue?: string
  readonly audiences: readonly Audience[]
  readonly description?: Texts
  readonly openTo?: Texts
}

export type Edition = { readonly name: Texts; readonly size?: number; readonly stages: readonly Texts[] }
export type Group = { readonly name: Texts; readonly size?: number }

/** A project's part (`project-slug`, its position from 0) and the days it pays for. */
export type Funding = { readonly project: string; readonly part: number; readonly from: LocalDay; readonly to: LocalDay }

export type Program = {
  readonly slug: string
  readonly name: string
  readonly city: string
  readonly districts?: readonly string[]
  readonly operator?: string
  readonly venue?: string
  readonly startsOn: LocalDay
  readonly endsOn: LocalDay
  readonly openness: 'DISTRICTS' | 'CITY' | 'GROUP'
  readonly openTo?: Texts
  readonly audiences: readonly Audience[]
  readonly description: Texts
  readonly funding: readonly Funding[]
  readonly clubs?: readonly Club[]
  readonly editions?: readonly Edition[]
  readonly groups?: readonly Group[]
}

/** What an activity says of itself. */
export type ActivityFace = {
  readonly title: Texts
  readonly description?: Texts
  readonly kind: ActivityKind
  readonly audiences: readonly Audience[]
  readonly languages?: readonly string[]
  readonly host?: string
  readonly planB?: Texts
  readonly meetingPoint?: Texts
  readonly bring?: Texts
  readonly isFree?: boolean
  readonly costText?: Texts
  readonly careSeats?: number
  readonly signLanguage?: Known
  readonly easyToRead?: Known
  readonly inductionLoop?: Known
  readonly contactPhone?: string
  readonly contactEmail?: string
  readonly contactHours?: Texts
  readonly enrolment: EnrolmentMode
  /** By appointment: how long one lasts. */
  readonly slotMinutes?: number
  readonly capacity?: number
  readonly eligibility?: Texts
  /** The neutral title that a discreet activity shows, and whether public feeds hold it. */
  readonly discreet?: { readonly title: Texts; readonly listed: boolean }
}

/** Where a series belongs: positions of editions and groups count from 0. */
export type SeriesPlace = { readonly program: string; readonly club?: string; readonly edition?: number; readonly group?: number }

/** All nouns of a layer but its sessions. */
export type Nouns = {
  readonly cities: readonly City[]
  readonly organisations: readonly Organisation[]
  readonly venues: readonly Venue[]
  readonly projects: readonly Project[]
  readonly programs: readonly Program[]
}
