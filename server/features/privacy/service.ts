import type { CopyInput, ErasureInput, ErasureView, IdentityInput } from '#shared/contract/privacy.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { NotAllowedError, type Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { By, Tx, Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { insertNote } from '../audit/repository.ts'
import { countCode } from '../sign-ups/desk-service.ts'
import { readSecret } from '../sign-ups/repository.ts'
import type { SignUpService } from '../sign-ups/service.ts'
import { tokenOf } from '../sign-ups/token.ts'
import type { Ledger } from '../../db/erasure-ledger.ts'
import { about, answersForAll, attendancesIn, signUpsIn } from './policy.ts'
import { erase, findToCome, findWithOthers, formerMailboxes, hasCode, readAll, withMerged, type Affected } from './repository.ts'

export type PrivacyParts = {
  readonly database: Database
  readonly write: Write
  readonly clock: Clock
  readonly ledger: Ledger
  readonly signUps: Pick<SignUpService, 'withdraw'>
}

export type PrivacyService = ReturnType<typeof privacyService>

/** What people may ask of whoever keeps data about them: a copy, and to be forgotten (GDPR, art. 15, 17, 20; T70-T72). */
export function privacyService({ database, write, clock, ledger, signUps }: PrivacyParts) {
  const { prisma } = database

  /**
   * Somebody whom this member of staff answers for, with all who go with them. Whoever reaches only some of a person's sign-ups decides
   * nothing about the others.
   *
   * @throws {NotFoundError} for somebody out of reach, somebody erased, and nobody alike
   * @throws {NotAllowedError} when the right to manage doesn't reach all their sign-ups
   */
  async function answeredFor(actor: Actor, personId: string): Promise<readonly [Affected, ...Affected[]]> {
    const [person, ...others] = await findWithOthers(prisma, personId, dayInWarsaw(clock().getTime()))
    if (person?.id !== personId) throw new NotFoundError()
    if (answersForAll(actor)) return [person, ...others]
    const counts = async (onLists: Prisma.SignUpWhereInput, atMeetings: Prisma.AttendanceWhereInput): Promise<number> => {
      const signedUp = await prisma.signUp.count({ where: { AND: [about(personId), onLists] } })
      return signedUp + (await prisma.attendance.count({ where: { AND: [{ personId }, atMeetings] } }))
    }
    const [all, seen, managed] = await Promise.all([
      counts({}, {}),
      counts(signUpsIn(actor, 'see'), attendancesIn(actor, 'see')),
      counts(signUpsIn(actor, 'manage'), attendancesIn(actor, 'manage')),
    ])
    if (seen === 0) throw new NotFoundError()
    if (managed < all) throw new NotAllowedError('manage')
    return [person, ...others]
  }

  /** @throws {ImpossibleValueError} for a paper code that isn't one of this person's */
  async function identify(actor: Actor, personId: string, identity: IdentityInput): Promise<void> {
    if (identity.kind !== 'code') return
    await countCode(database, actor, clock())
    const code = identity.code.replaceAll(/[\s-]/g, '').toUpperCase()
    if (await hasCode(prisma, personId, code)) return
    throw new ImpossibleValueError([
      { name: 'identity.code', value: identity.code, expected: 'the code of one of their sign-ups', code: 'wrong-code' },
    ])
  }

  return {
    /** Whether this member of staff answers for somebody. @throws as what follows does */
    async mayAsk(actor: Actor, personId: string): Promise<void> {
      await answeredFor(actor, personId)
    },

    /** All that is kept about somebody; every look is noted in the log. */
    async copy(actor: Actor, personId: string, { identity, withChildren }: CopyInput) {
      const [person, ...others] = await answeredFor(actor, personId)
      await identify(actor, personId, identity)
      if (withChildren && identity.kind !== 'document')
        throw new ImpossibleValueError([
          { name: 'withChildren', value: 'true', expected: 'a document, for data about children', code: 'document-needed' },
        ])
      const children = withChildren ? others.filter(({ isChild }) => isChild) : []
      const ids = [person, ...children].map(({ id }) => id)
      await insertNote(prisma, { accountId: actor.accountId, operation: 'VIEW', kind: 'Person', objectId: personId })
      const mailboxes = [...(person.email === null ? [] : [person.email]), ...(await formerMailboxes(prisma, ids))]
      return { madeAt: clock().toISOString(), ...(await readAll(database, ids, mailboxes)) }
    },

    /** What erasing somebody would do. */
    async rehearse(actor: Actor, personId: string): Promise<ErasureView> {
      const people = await answeredFor(actor, personId)
      const toCome = await findToCome(prisma, idsOf(people), clock())
      return view(people, toCome.length, false)
    },

    /**
     * Erases somebody, after a look at who they are. Their places at meetings to come are given back first, each by itself, so that those who
     * wait get them; what a crash leaves then is withdrawn and can be erased again.
     */
    async erase(actor: Actor, personId: string, { identity }: ErasureInput, by: By): Promise<ErasureView> {
      const people = await answeredFor(actor, personId)
      await identify(actor, personId, identity)
      const toCome = await findToCome(prisma, idsOf(people), clock())
      const secret = await readSecret(database)
      for (const { id, generation } of toCome) await signUps.withdraw(tokenOf(secret, id, generation))
      ledger.note(await withMerged(prisma, idsOf(people)), clock())
      await write(async (tx: Tx) => {
        await erase(tx, people, clock())
        await insertNote(tx, { accountId: actor.accountId, operation: 'DELETE', kind: 'Person', objectId: personId })
      }, by)
      return view(people, toCome.length, true)
    },

    /** Erases again whom a restored backup brought back. @returns how many */
    async reapply(): Promise<number> {
      let again = 0
      for (const { personId, at } of ledger.all()) {
        const people = await findWithOthers(prisma, personId, dayInWarsaw(clock().getTime()))
        if (people[0]?.id !== personId) continue
        await write((tx) => erase(tx, people, new Date(at)))
        again += 1
      }
      return again
    },
  }
}

const idsOf = (people: readonly Affected[]): readonly string[] => people.map(({ id }) => id)

const view = (people: readonly Affected[], withdrawn: number, done: boolean): ErasureView => ({
  people: people.map(({ name, isChild, keptUntil, keptFor }) => ({ name, child: isChild, keptUntil, keptFor })),
  withdrawn,
  done,
})
