import type { Issue } from '#shared/contract/problem.ts'
import type { LocalDay } from '#shared/time/when.ts'
import type { Openness } from '#shared/contract/kinds.ts'
import type { Texts } from '#shared/contract/manage/views.ts'
import { dayOf } from '../../db/columns.ts'
import { issueOf } from '../organisations/rules.ts'

type Days = { readonly endsOn: Date | null }

/** A program is finished after its last day; one without a last day goes on. */
export const isFinished = ({ endsOn }: Days, today: LocalDay): boolean => endsOn !== null && dayOf(endsOn) < today

type Funding<Project> = { readonly startsOn: Date; readonly endsOn: Date; readonly part: { readonly project: Project } }

/** The projects whose money pays for a program on a day: outside the funded period there is no strip, and nothing counts. */
export function paying<Project>(funding: readonly Funding<Project>[], day: LocalDay): readonly Project[] {
  return funding.filter(({ startsOn, endsOn }) => dayOf(startsOn) <= day && day <= dayOf(endsOn)).map(({ part }) => part.project)
}

/** A program is open to the people of its districts, to the city, or to a group that is then named. */
export function opennessIssue(program: {
  readonly openness: Openness
  readonly openTo: Texts | null
  readonly districtIds: readonly string[]
}): Issue | null {
  if (program.openness === 'DISTRICTS' && program.districtIds.length === 0)
    return issueOf(
      'districtIds',
      '',
      'at least one district, as the program is open to the people of its districts',
      'needs-district',
    )
  if (program.openness === 'GROUP' && !program.openTo?.pl.trim())
    return issueOf('openTo.pl', '', 'words for the group that it is open to', 'missing')
  return null
}
