import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/write.ts'
import { readShift, readVolunteers } from '../shifts/repository.ts'
import { missingOf, shiftMoments, shiftSpan, type Missing } from '../shifts/rules.ts'
import { readFacts, type Facts, type List, type SignUpRow } from './repository.ts'

type Db = Tx | Database['prisma']

/** What decides about a place on a shift: as for a session, with the shift's own hours and its own most. */
export async function readShiftFacts(
  db: Db,
  sessionId: string,
  shiftId: string,
  now: Date,
  { unlisted = true }: { readonly unlisted?: boolean } = {},
): Promise<Facts | null> {
  const [facts, shift] = [await readFacts(db, sessionId, now, { unlisted }), await readShift(db, sessionId, shiftId)]
  if (!facts || !shift) return null
  return {
    ...facts,
    ...shiftMoments(shift.wallStart, shift),
    wallStart: shiftSpan(shift.wallStart, shift).start,
    cancelled: facts.cancelled || shift.off,
    enrolment: 'PER_SESSION',
    slotMinutes: null,
    opensDaysBefore: null,
    closesMinutesBefore: null,
    capacity: shift.most,
    offerHours: null, // a volunteer who waits has it at once
    reservedSeats: null,
    careSeats: 0,
    largestParty: null,
  }
}

/**
 * Those of a list who may have a place: of a shift who lacks nothing that it asks for. Asked under the list's lock, whenever a place is given,
 * so that what ended in between counts (T62).
 */
export async function eligible<One extends { readonly id: string }>(
  db: Db,
  list: List,
  waiting: readonly One[],
): Promise<readonly One[]> {
  if (!list.shiftId || waiting.length === 0) return waiting
  const shift = await readShift(db, list.id, list.shiftId)
  if (!shift) return []
  const day = shiftSpan(shift.wallStart, shift).start.slice(0, 10)
  const rows = await readVolunteers(
    db,
    waiting.map(({ id }) => id),
    shift.organisationId,
  )
  const able = new Set(rows.filter((row) => missingOf(shift, row, day).length === 0).map(({ signUpId }) => signUpId))
  return waiting.filter(({ id }) => able.has(id))
}

export type OwnShiftRow = {
  readonly name: unknown
  readonly start: string
  readonly end: string
  readonly missing: readonly Missing[]
}

/** The shift of somebody's sign-up, with what they still lack; null for who comes as everybody does. */
export async function readOwnShift(db: Db, row: Pick<SignUpRow, 'id' | 'sessionId' | 'shiftId'>): Promise<OwnShiftRow | null> {
  if (row.sessionId === null || row.shiftId === null) return null
  const shift = await readShift(db, row.sessionId, row.shiftId)
  const [volunteer] = shift ? await readVolunteers(db, [row.id], shift.organisationId) : []
  if (!shift || !volunteer) return null
  const span = shiftSpan(shift.wallStart, shift)
  return { name: shift.name, ...span, missing: missingOf(shift, volunteer, span.start.slice(0, 10)) }
}
