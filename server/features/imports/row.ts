import type { RuleSchedule } from '#shared/schedule/schedule.ts'
import type { WallSpan } from '#shared/time/when.ts'

/** What was done to a row so that it can be planned; told beside it. */
export const rowNotes = [
  'year-guessed',
  'day-carried', // the day stands some lines above
  'end-assumed',
  'ends-next-day',
  'zone-moved', // written in another zone
  'zone-unknown', // taken as Warsaw's
  'clock-gap', // the hour is skipped: read with the offset before it (RFC 5545 §3.3.5)
  'clock-repeated', // the hour comes twice: the first of the two
  'uid-missing',
  'end-same-day', // a whole day that ends where it begins
  'shortened-text',
] as const
export type RowNote = (typeof rowNotes)[number]

/** Why a row can't be planned. */
export const rowFaults = [
  'no-title',
  'no-day',
  'no-such-day',
  'weekday-mismatch',
  'no-time',
  'end-before-start',
  'too-long',
  'too-far',
  'too-many-dates',
  'bad-rule',
  'bad-event',
  'garbage-line',
  'clock-gap',
  'own-event',
  'no-program',
  'name-unknown',
  'not-in-reach',
  'room-taken',
  'room-taken-in-file',
  'began',
  'changed-here',
] as const
export type RowFault = (typeof rowFaults)[number]

/** One session as a file names it. Names of places and so on are as written. */
export type Row = {
  /** Which thing of its source it is, the same at every import. */
  readonly key: string
  /** As people count them, from 1. */
  readonly line: number
  readonly title: string
  readonly when: WallSpan
  readonly club: string | null
  readonly venue: string | null
  readonly room: string | null
  readonly kind: string | null
  readonly program: string | null
  readonly host: string | null
  readonly description: string | null
  readonly cancelled: boolean
  readonly notes: readonly RowNote[]
  /** Rows of one repeating event, and the rule that makes them, where ours can say it. */
  readonly event: string | null
}

export type Refused = { readonly line: number; readonly title: string; readonly fault: RowFault; readonly value: string }

/** Everything that a file says. */
export type Reading = {
  readonly rows: readonly Row[]
  readonly refused: readonly Refused[]
  /** By {@link Row.event}. */
  readonly rules: Readonly<Record<string, RuleSchedule>>
}
