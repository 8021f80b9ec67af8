import type { LocalDay } from '#shared/time/when.ts'
import { dayOf } from '../../db/columns.ts'

type Days = { readonly endsOn: Date | null }

/** A program is finished after its last day; one without a last day goes on. */
export const isFinished = ({ endsOn }: Days, today: LocalDay): boolean => endsOn !== null && dayOf(endsOn) < today

type Funding<Project> = { readonly startsOn: Date; readonly endsOn: Date; readonly part: { readonly project: Project } }

/** The projects whose money pays for a program on a day: outside the funded period there is no strip, and nothing counts. */
export function paying<Project>(funding: readonly Funding<Project>[], day: LocalDay): readonly Project[] {
  return funding.filter(({ startsOn, endsOn }) => dayOf(startsOn) <= day && day <= dayOf(endsOn)).map(({ part }) => part.project)
}
