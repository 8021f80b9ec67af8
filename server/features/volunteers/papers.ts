import { addDays } from '#shared/time/calendar.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { holds, missingOf, type Missing, type Requirements, type Volunteer } from '../shifts/rules.ts'

/** What is not in order about a volunteer's papers on the day of a shift. */
export type PaperWarning = Missing | 'agreement-30-days' | 'insurance'

/** Longer than this, an agreement must be in writing, and the state insures against accidents. */
const lineDays = 30

/** Whether somebody whose first shift was on a day has helped for more than 30 days. */
export const isOverLine = (firstDay: LocalDay, day: LocalDay): boolean => addDays(firstDay, lineDays) <= day

/**
 * By the law on volunteering: an agreement for longer than 30 days is in writing; the state then covers accidents, but for an agreement
 * without an end only from the 31st day on; until then, and for anything shorter, the organisation insures.
 *
 * @param firstDay - of this volunteer's shifts for the organisation
 */
export function warningsOf(
  wanted: Requirements,
  volunteer: Volunteer,
  day: LocalDay,
  firstDay: LocalDay,
): readonly PaperWarning[] {
  const missing = missingOf(wanted, volunteer, day)
  const agreed = volunteer.facts.filter(
    ({ kind, startsOn, endsOn }) => kind === 'AGREEMENT' && startsOn <= day && (endsOn === null || day <= endsOn),
  )
  const isOverTheLine = isOverLine(firstDay, day)
  const isCoveredByState = agreed.some(({ startsOn, endsOn }) =>
    endsOn === null ? addDays(startsOn, lineDays) <= day : addDays(startsOn, lineDays) <= endsOn,
  )
  return [
    ...missing,
    ...(isOverTheLine && agreed.length === 0 && !missing.includes('agreement') ? (['agreement-30-days'] as const) : []),
    ...(isCoveredByState || holds(volunteer, 'INSURANCE', day) ? [] : (['insurance'] as const)),
  ]
}
