import type { LocalDay, WallSpan, WallTime } from '#shared/time/when.ts'
import type { Voivodeship } from './school-breaks.ts'

/** The wall start (or first day) that the current rule gives an occurrence: RFC 5545's RECURRENCE-ID, in extended form. */
export type RecurrenceId = WallTime | LocalDay

/**
 * What an activity's sessions are made of: a rule with its first occurrence, or dates picked by hand. Both hold timed spans
 * (wall start and end) or whole days (first and last, both inside).
 */
export type Schedule = RuleSchedule | PickedSchedule

export type RuleSchedule = {
  readonly kind: 'rule'
  readonly zone: string
  /** When and how long; the rule repeats it. Listed itself only if it fits the rule. */
  readonly first: WallSpan
  /** The text of a rule, RFC 5545 §3.3.10. `parseRule` reads it. */
  readonly rule: string
  /** Dates that the organiser took out. */
  readonly excluded: readonly RecurrenceId[]
  readonly skipHolidays: boolean
  /** Skip the winter break of this voivodeship's schools; null: meet during the break too. */
  readonly skipBreaksOf: Voivodeship | null
}

export type PickedSchedule = {
  readonly kind: 'picked'
  readonly zone: string
  readonly spans: readonly WallSpan[]
}

/** How far a schedule may reach. What is longer is refused, or cut where a rule has no end. */
export const scheduleBounds = {
  months: 24,
  sessions: 400,
  exclusions: 400,
  hoursOfSession: 24,
  daysOfSession: 31,
  ruleText: 1000,
  ruleValues: 40,
} as const
