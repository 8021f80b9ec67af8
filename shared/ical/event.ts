import type { Language, ThreeValued } from '#shared/contract/kinds.ts'
import type { Text } from '#shared/contract/public.ts'
import type { LocalDay, When } from '#shared/time/when.ts'
export type { LocalDay, WallTime, When } from '#shared/time/when.ts'

/** One VEVENT of a feed, in the words of the domain. What writeFeed writes, readFeed gives back. */
export type FeedEvent = {
  /** Permanent: the session's id, `@` and the installation's constant. */
  readonly uid: string
  readonly sequence: number
  /** Epoch milliseconds, whole seconds: CREATED, and LAST-MODIFIED (also DTSTAMP). */
  readonly createdMs: number
  readonly modifiedMs: number
  readonly when: When
  /** SUMMARY as published, with the "ODWOŁANE: " prefix where the feed's style asks for it. */
  readonly title: string
  readonly description: string
  readonly location: string | null
  readonly geo: { readonly latitude: number; readonly longitude: number } | null
  /** The session's page, http or https. */
  readonly url: string | null
  readonly categories: readonly string[]
  /** TENTATIVE: a draft, only in the private calendar of whoever leads it. */
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** What standard properties can't hold and the agenda needs: the X-PODWORKO properties. */
  readonly extra: {
    /** The activity's own title, never prefixed, and the language it is written in. */
    readonly title: Text
    /** Slug of an activity kind. Null, like the series and the way in, where the session is discreet. */
    readonly kind: string | null
    readonly cancelled: boolean
    readonly stepFree: ThreeValued
    readonly venue: { readonly slug: string; readonly name: string } | null
    /** Slug of the series. */
    readonly series: string | null
    /** The start (wall time or day) before it was moved, or null. */
    readonly movedFrom: string | null
    /** The day, as it was in Warsaw, since when it is cancelled or moved. */
    readonly since: LocalDay | null
    /** Why it was cancelled or moved, and what there is instead. */
    readonly reason: Text | null
    readonly instead: Text | null
    /** How one gets in: drop-in, sign-up and so on, an enrolment slug. */
    readonly enrolment: string | null
    /** Invented sample data. */
    readonly sample: boolean
  }
}

/** What stands on VCALENDAR. The description may be empty. */
export type FeedHead = {
  readonly title: string
  readonly description: string
  /** The feed's own address and the page of the same selection, absolute. */
  readonly source: string
  readonly url: string
  readonly modifiedMs: number
  readonly language: Language
}
