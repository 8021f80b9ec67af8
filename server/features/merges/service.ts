import type { DoublesView, MergeInput, MergeLook } from '#shared/contract/merge.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { hasSomewhere, NotAllowedError, type Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { By, Tx, Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { findSafeContacts, handOnSafeContacts } from '../people/repository.ts'
import { comparableName } from '../people/rules.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { readSearch } from '../sign-ups/caller.ts'
import { personsIn } from '../sign-ups/policy.ts'
import { findPerson, findPersons, searchPersons, type PersonRow as FoundPerson } from '../sign-ups/staff-repository.ts'
import { plannedAttendances, plannedSignUps } from './policy.ts'
import { presentDouble, presentMerge, presentSide, presentTwice, whyStays } from './present.ts'
import { areAll, findHeld, findSide } from './reading-repository.ts'
import {
  dropMerge,
  findClash,
  findHolding,
  findMerges,
  findOwnSafe,
  findTwoMarks,
  insertMerge,
  joinMarks,
  lockBoth,
  markGone,
  moveAll,
  moveBack,
  noteMerge,
  putPerson,
  putSafe,
  splitMarks,
  type Before,
  type MergeRow,
  type Moved,
  type Safe,
} from './repository.ts'
import { CannotMergeError, carefulRow, holdingMark, identityOf, MergedMeanwhileError, MergeStaysError } from './rules.ts'

type Parts = { readonly database: Database; readonly write: Write; readonly clock: Clock }
type Pair = { readonly id: string; readonly otherId: string }

const mostDoubles = 20

/** Two rows that are one person: the web writes a row per sign-up and never merges them; staff do, and take it back (mechanics 21). */
export function mergeService({ database, write, clock }: Parts) {
  const { prisma } = database

  /** @throws {NotFoundError} for somebody out of reach, somebody merged or erased, and nobody alike */
  async function personFor(actor: Actor, id: string): Promise<FoundPerson> {
    const person = isId(id) ? await findPerson(database, { AND: [{ id }, personsIn(actor)] }) : null
    if (!person) throw new NotFoundError()
    return person
  }

  /** Whether all that is known of somebody is planned by this member of staff: whoever reaches a part decides nothing about the rest. */
  const answersFor = (actor: Actor, id: string): Promise<boolean> =>
    areAll(prisma, id, { signUps: plannedSignUps(actor), attendances: plannedAttendances(actor) })

  /** @throws {NotAllowedError} when either has to do with something that this member of staff doesn't plan */
  async function mayMerge(actor: Actor, { id, otherId }: Pair): Promise<void> {
    await personFor(actor, id)
    await personFor(actor, otherId)
    if (id === otherId) throw new NotFoundError()
    if (!(await answersFor(actor, id)) || !(await answersFor(actor, otherId))) throw new NotAllowedError('plan')
  }

  return {
    mayMerge,

    /** @throws as what takes a merge back */
    async mayUndo(actor: Actor, id: string): Promise<void> {
      await personFor(actor, id)
      if (!(await answersFor(actor, id))) throw new NotAllowedError('plan')
    },

    /** Who else may be this person: of the same number or mailbox, or of the same name. */
    async doubles(actor: Actor, id: string, language: Language): Promise<DoublesView> {
      const person = await personFor(actor, id)
      const found = await alike(actor, person)
      const may = hasSomewhere(actor, 'plan')
      const whole = may && (await answersFor(actor, id))
      const merges = whole ? await findMerges(prisma, id) : []
      const held = may ? await findHeld(prisma, [id], plannedSignUps(actor), clock()) : []
      return {
        doubles: found.map((other) => presentDouble(person, other)),
        merges: merges.map((row, index) => presentMerge(row, index > 0)),
        mayMerge: may,
        twice: [...presentTwice(held, language)],
      }
    },

    async look(actor: Actor, pair: Pair, language: Language): Promise<MergeLook> {
      await mayMerge(actor, pair)
      const { id, otherId } = pair
      const [person, other] = await Promise.all([findSide(prisma, id), findSide(prisma, otherId)])
      if (!person || !other) throw new NotFoundError()
      const held = await findHeld(prisma, [id, otherId], plannedSignUps(actor), clock())
      const safe = await findSafeContacts(prisma, [id, otherId])
      const sideOf = (row: typeof person) => presentSide(row, held, safe.has(row.id), language)
      const twice = [...presentTwice(held, language)]
      return { person: sideOf(person), other: sideOf(other), twice, clash: await findClash(prisma, id, otherId) }
    },

    /**
     * Makes the other one a part of the first. Whether they may was asked with `mayMerge`. No place is given or lost: where both had one in a list,
     * the one person has two.
     *
     * @throws {MergedMeanwhileError} when one of them is somebody else or nobody by now
     * @throws {CannotMergeError} when they can't be one
     */
    async merge({ accountId }: Actor, { id, otherId }: Pair, choice: MergeInput, by: By): Promise<{ readonly id: string }> {
      return write(async (tx) => {
        const rows = await lockBoth(tx, [id, otherId])
        const [stays, gone] = [rows.find((row) => row.id === id), rows.find((row) => row.id === otherId)]
        if (!stays || !gone) throw new MergedMeanwhileError()
        const clash = await findClash(tx, id, otherId)
        if (clash) throw new CannotMergeError(clash)
        const now = clock()
        const safe = await joinSafe(tx, { id, otherId })
        const twoMarks = (await findTwoMarks(tx, otherId, id)).map((two) => ({ ...two, held: holdingMark(two.stays, two.gone) }))
        for (const two of twoMarks) await joinMarks(tx, two, two.held)
        const moved = await moveAll(tx, otherId, id)
        await markGone(tx, otherId, id, now)
        const identity = identityOf(choice, stays, gone)
        const [bornBy = null] = [stays.bornBy, gone.bornBy]
          .flatMap((day) => day ?? [])
          .toSorted()
          .toReversed()
        await putPerson(tx, { ...stays, ...identity, householdId: stays.householdId ?? gone.householdId, bornBy })
        const before: Before = { gone, stays, twoMarks }
        const mergeId = await insertMerge(tx, {
          goneId: otherId,
          intoId: id,
          at: now,
          accountId,
          goneName: gone.name,
          goneEmail: gone.email,
          gonePhone: gone.phone,
          formerName: stays.name,
          formerEmail: stays.email,
          formerPhone: stays.phone,
          ...identity,
          before: { ...before },
          safe: { ...safe },
          moved: { ...moved },
        })
        await noteMerge(tx, 'INSERT', { id: mergeId, personIds: [id, otherId], accountId })
        return { id: mergeId }
      }, by)
    },

    /**
     * Makes two of one again, each with what was theirs. What came since then stays with the one.
     *
     * @throws {NotFoundError} when there is nothing to take back (any more)
     * @throws {MergeStaysError} when something since then contradicts it
     */
    async undo({ accountId }: Actor, id: string, mergeId: string, by: By): Promise<void> {
      if (!isId(mergeId)) throw new NotFoundError()
      await write(async (tx) => {
        const found = await mergeOf(tx, id, mergeId)
        await lockBoth(tx, [id, found.row.goneId])
        const { row, later } = await mergeOf(tx, id, mergeId)
        const why = whyStays(row, later)
        if (why) throw new MergeStaysError(why)
        if (!(await dropMerge(tx, mergeId))) throw new NotFoundError()
        const { gone, stays, twoMarks } = row.before as unknown as Before
        const safe = row.safe as unknown as Safe
        await noteMerge(tx, 'DELETE', { id: mergeId, personIds: [id, row.goneId], accountId })
        await putPerson(tx, stays)
        await putPerson(tx, gone)
        await moveBack(tx, row.moved as unknown as Moved, id, row.goneId)
        for (const two of twoMarks) await splitMarks(tx, two, two.held)
        await putSafe(tx, id, safe.stays)
        await putSafe(tx, row.goneId, safe.gone)
        return null
      }, by)
    },
  }

  async function mergeOf(tx: Tx, id: string, mergeId: string): Promise<{ readonly row: MergeRow; readonly later: boolean }> {
    const rows = await findMerges(tx, id)
    const index = rows.findIndex((one) => one.id === mergeId)
    const row = rows[index]
    if (!row) throw new NotFoundError()
    return { row, later: index > 0 }
  }

  async function alike(actor: Actor, person: FoundPerson): Promise<readonly FoundPerson[]> {
    const { id, name, phone, email } = person
    const { words } = readSearch(name)
    const named = words.length === 0 ? [] : await searchPersons(database, words, '')
    const contacts = [...(phone === null ? [] : [{ phone }]), ...(email === null ? [] : [{ email }])]
    const where = { OR: [{ id: { in: [...named] } }, ...contacts] }
    const rows = await findPersons(database, { AND: [where, { id: { not: id } }, personsIn(actor)] }, 5 * mostDoubles)
    const same = (other: FoundPerson) => comparableName(other.name) === comparableName(name)
    const reached = (other: FoundPerson) => (phone !== null && other.phone === phone) || (email !== null && other.email === email)
    const found = rows.filter((other) => same(other) || reached(other))
    const weight = (other: FoundPerson) => Number(same(other)) + Number(reached(other))
    return found.toSorted((one, other) => weight(other) - weight(one)).slice(0, mostDoubles)
  }
}

/** How the one is reached from now on: only as both allow. Whoever else has the number that is left keeps what was said of it. */
async function joinSafe(tx: Tx, { id, otherId }: Pair): Promise<Safe> {
  const own = { stays: await findOwnSafe(tx, id), gone: await findOwnSafe(tx, otherId) }
  const [latest, earlier] = await findHolding(tx, [id, otherId])
  if (!latest) return { ...own, since: null }
  const since = { ...latest, ...(earlier ? carefulRow(latest, earlier) : {}), personId: id }
  await putSafe(tx, id, since)
  await handOnSafeContacts(tx, [otherId])
  return { ...own, since: await findOwnSafe(tx, id) }
}
