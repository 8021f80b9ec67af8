import type { Language } from '#shared/contract/kinds.ts'
import type { NeededShifts, OpenShifts } from '#shared/contract/public.ts'
import { textIn, titleIn } from '../../db/columns.ts'
import type { ShiftTaken, WhereRow } from '../shifts/repository.ts'
import { isAtLeast, missingOf, shiftSpan, type Volunteer } from '../shifts/rules.ts'

/** How many are missing, and never who is there (T10). */
export const presentOpenShift = (row: ShiftTaken, language: Language): OpenShifts['shifts'][number] => ({
  id: row.id,
  name: titleIn(row.name, language),
  ...shiftSpan(row.wallStart, row),
  missing: Math.max(row.least - row.taken, 0),
  free: Math.max(row.most - row.taken, 0),
  standIn: row.standIns > 0,
  asks: { minAge: row.minAge, clearance: row.needsClearance, agreement: row.needsAgreement },
})

/** A shift that lacks hands, with what somebody would have to see to first; null where they are too young for it. */
export function presentNeeded(
  row: ShiftTaken,
  { title, venue, activity }: WhereRow,
  volunteer: Volunteer | null,
  language: Language,
): NeededShifts['shifts'][number] | null {
  const shift = presentOpenShift(row, language)
  const day = shift.start.slice(0, 10)
  if (volunteer?.bornBy && row.minAge !== null && !isAtLeast(volunteer.bornBy, row.minAge, day)) return null
  const asked = missingOf(row, volunteer ?? { bornBy: null, facts: [] }, day)
  return {
    ...shift,
    session: row.sessionId,
    title: textIn(title, language) ?? titleIn(activity.title, language),
    place: venue?.name ?? null,
    city: activity.series.program.municipality.name,
    lacks: asked.filter((one) => one !== 'age'), // the form asks for that
    sample: activity.series.isSample,
  }
}
