import type { Language } from '#shared/contract/kinds.ts'
import type { OpenShifts } from '#shared/contract/public.ts'
import { titleIn } from '../../db/columns.ts'
import type { ShiftTaken } from '../shifts/repository.ts'
import { shiftSpan } from '../shifts/rules.ts'

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
