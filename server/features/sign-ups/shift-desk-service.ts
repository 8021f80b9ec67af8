import type { Language } from '#shared/contract/kinds.ts'
import type { NeededShifts } from '#shared/contract/public.ts'
import type { StaffShiftAnswer, StaffShiftInput } from '#shared/contract/shift.ts'
import type { Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { By } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { callerProofOf } from './desk-service.ts'
import type { KnownPerson } from './party.ts'
import { peopleIn, personsIn, plannedFor } from './policy.ts'
import { CallerNotCheckedError } from './rules.ts'
import type { ShiftService } from './shift-service.ts'
import type { StaffSignUpService } from './staff-service.ts'
import { countSignUps, findPerson, type PersonRow } from './staff-repository.ts'

type Parts = {
  readonly database: Database
  readonly clock: Clock
  readonly shifts: ShiftService
  readonly staff: StaffSignUpService
}
export type ShiftDeskService = ReturnType<typeof shiftDeskService>

/**
 * Somebody who calls takes a shift. What they may do tells of their papers, and where they are at that time: so it is told only to whoever
 * made sure who is on the line, or plans what they come to.
 */
export function shiftDeskService({ database, clock, shifts, staff }: Parts) {
  /** @throws {NotFoundError} for somebody out of reach @throws {CallerNotCheckedError} */
  async function callerFor(actor: Actor, id: string): Promise<PersonRow> {
    const person = isId(id) ? await findPerson(database, { AND: [{ id }, personsIn(actor)] }) : null
    if (!person) throw new NotFoundError()
    if ((await countSignUps(database, plannedFor(actor, id))) > 0) return person
    if ((await callerProofOf(database, actor, id, clock())) === null) throw new CallerNotCheckedError()
    return person
  }

  return {
    /** Where hands are missing and they may help. */
    async fitting(actor: Actor, personId: string, language: Language): Promise<NeededShifts> {
      return shifts.neededFor(await callerFor(actor, personId), language, peopleIn(actor))
    },

    /** Whether this member of staff writes people down there. @throws as for signing up to the session itself */
    async mayGive(actor: Actor, sessionId: string): Promise<void> {
      await staff.placeFor(actor, sessionId)
    },

    /** @throws {ImpossibleValueError} for a person who isn't in reach, as for one who isn't there (T03) @throws {AppError} as for whoever takes one themselves */
    async give(
      actor: Actor,
      shift: { readonly sessionId: string; readonly shiftId: string },
      input: StaffShiftInput,
      by: By,
    ): Promise<StaffShiftAnswer> {
      const person = await callerFor(actor, input.person).catch((error: unknown) => {
        if (!(error instanceof NotFoundError)) throw error
        throw new ImpossibleValueError([{ name: 'person', value: input.person, expected: 'somebody in reach', code: 'unknown' }])
      })
      return shifts.joinByStaff(shift, { input, known: knownOf(person) }, by)
    },
  }
}

function knownOf({ id, name, phone, email }: PersonRow): KnownPerson {
  if (phone !== null) return { id, name, contact: { kind: 'phone', value: phone } }
  return { id, name, contact: email === null ? null : { kind: 'email', value: email } }
}
