/** What can be wrong with a schedule. The organiser's words for each stand in `shared/words/<language>/schedule.ts`. */
export const scheduleFaults = [
  'rule-shape', // not a list of NAME=VALUE parts
  'rule-part', // an unknown, doubled or contradicting part
  'rule-value', // a part whose value is out of bounds
  'rule-frequency', // FREQ is none of the four
  'rule-too-complex', // more work than a schedule may cost
  'start', // no moment that exists, or out of bounds
  'start-in-clock-change', // 02:00-02:59
  'end-before-start',
  'too-long',
  'too-many',
  'beyond-horizon', // ends later than 24 months after its start
  'zone',
  'no-date', // the rule never happens, or every date of it is left out
  'doubled-date',
] as const
export type ScheduleFault = (typeof scheduleFaults)[number]

/** A schedule that can't be: which part of it, what it held, and what would be right. Callers answer 422 with it. */
export class ScheduleError extends Error {
  readonly fault: ScheduleFault
  /** Where: a part of the rule (`INTERVAL`) or a field of the schedule (`start`). */
  readonly place: string
  readonly value: string
  readonly expected: string

  constructor(fault: ScheduleFault, place: string, value: string, expected: string) {
    const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value
    super(`${place} is ${JSON.stringify(shown)}; it would have to be ${expected}`)
    this.name = 'ScheduleError'
    this.fault = fault
    this.place = place
    this.value = shown
    this.expected = expected
  }
}
