import type { SafeContactInput } from '#shared/contract/safe-contact.ts'
import type { Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { By, Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { dropSafeContact, keepSafeContact } from '../people/repository.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { callerProofOf } from './desk-service.ts'
import { personsIn, plannedFor } from './policy.ts'
import { CallerNotCheckedError } from './rules.ts'
import { countSignUps, findPerson } from './staff-repository.ts'

type Parts = { readonly database: Database; readonly write: Write; readonly clock: Clock }

/**
 * How somebody may be reached without harm. Noted and taken back by whoever made sure who is on the line, or plans what they come to: else whoever
 * somebody hides from could have it taken away by a call.
 */
export function safeContactService({ database, write, clock }: Parts) {
  return {
    /** @throws {NotFoundError} for somebody out of reach @throws {CallerNotCheckedError} */
    async mayNote(actor: Actor, personId: string): Promise<void> {
      if (!isId(personId) || !(await findPerson(database, { AND: [{ id: personId }, personsIn(actor)] })))
        throw new NotFoundError()
      if ((await countSignUps(database, plannedFor(actor, personId))) > 0) return
      if ((await callerProofOf(database, actor, personId, clock())) === null) throw new CallerNotCheckedError()
    },

    /** @throws {ImpossibleValueError} for hours that have one end, or none between their ends, and for words of several lines */
    async note(actor: Actor, personId: string, input: SafeContactInput, by: By): Promise<void> {
      const opening = input.opening.normalize('NFC').trim()
      const { from, to } = input
      const issue =
        (from === null) !== (to === null)
          ? { name: from === null ? 'from' : 'to', value: '', expected: 'both times or neither', code: 'missing' }
          : from !== null && to !== null && to <= from
            ? { name: 'to', value: to, expected: 'a time after the first one', code: 'end-after-start' }
            : /[\p{Cc}\p{Zl}\p{Zp}]/u.test(opening)
              ? { name: 'opening', value: opening, expected: 'one line', code: 'one-line' }
              : null
      if (issue) throw new ImpossibleValueError([issue])
      const days = [...new Set(input.days)].toSorted((one, other) => one - other)
      await write(async (tx) => {
        await keepSafeContact(tx, personId, { ...input, opening, days }, { accountId: actor.accountId, at: clock() })
        return null
      }, by)
    },

    async forget(personId: string, by: By): Promise<void> {
      await write(async (tx) => {
        await dropSafeContact(tx, personId)
        return null
      }, by)
    },
  }
}
