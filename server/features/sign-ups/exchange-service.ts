import type { ElsewhereView, ExchangeInput, SignUpAnswer } from '#shared/contract/public.ts'
import { conditions, type Language } from '#shared/contract/kinds.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { onceOnly, type Once } from '../../db/once.ts'
import type { Tx } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { offerMoment } from './offer-repository.ts'
import type { Party } from './party.ts'
import { presentAlternative, presentNeeds } from './present.ts'
import {
  factsOfRow,
  findAlternatives,
  findSignUp,
  listOf,
  listOfRow,
  lockList,
  markWithdrawn,
  placesOfRow,
  readFacts,
  readSecret,
  sessionOfList,
  type List,
  type SignUpRow,
} from './repository.ts'
import { SessionStartedError, SignUpChangedError } from './rules.ts'
import { factsOfList, place, settle, withNewCode } from './place-service.ts'
import { nobody, type SignUpService } from './service.ts'
import { otherSlots, slotService } from './slot-service.ts'
import { slotOf } from './slots.ts'
import { tokenOf } from './token.ts'

type Parts = {
  readonly database: Database
  readonly clock: Clock
  readonly signUps: Pick<SignUpService, 'opened' | 'found' | 'changing' | 'inTurnOn'>
}
export type ExchangeService = ReturnType<typeof exchangeService>

/** Another date, another group: whoever signed up goes there instead, and keeps the old place unless the new one is got. */
export function exchangeService({ database, clock, signUps }: Parts) {
  const slots = slotService({ clock, signUps })

  return {
    /** @throws {NotFoundError} */
    async elsewhere(token: string, language: Language): Promise<ElsewhereView> {
      const row = await signUps.opened(token)
      const now = clock()
      const id =
        row.shiftId === null && row.status !== 'WITHDRAWN' ? await sessionOfList(database.prisma, listOfRow(row), now) : null
      const facts = id === null ? null : await readFacts(database.prisma, id, now, { unlisted: true })
      if (facts && slotOf(row)) return { choices: await otherSlots(database, facts.seriesId, language, now) }
      if (!facts || facts.discreet) return { choices: [] }
      const rows = await findAlternatives(database, facts.id, now, { forEverybody: 'or-own', ...placesOfRow(row) })
      return { choices: rows.filter(({ open }) => !open).map((one) => presentAlternative(one, language)) }
    },

    /** @throws {AppError} as for a new sign-up; everything then stays as it was */
    async exchange(token: string, input: ExchangeInput, once: Once | null): Promise<SignUpAnswer> {
      const former = await signUps.opened(token)
      if (slotOf(former) && former.sessionId === input.sessionId)
        return { outcome: 'confirmed', ...(await slots.move(former, input.slot ?? '')), token }
      // Whoever has an appointment with somebody discreet may know of the next day with them.
      const unlisted = slotOf(former) !== null
      const target = await readFacts(database.prisma, input.sessionId, clock(), { unlisted })
      if (!target || (unlisted && !(await isOfSeries(former, target.seriesId)))) throw new NotFoundError()
      const lists = { from: listOfRow(former), to: listOf(target) }
      const work = (tx: Tx) => exchanged(tx, former, lists, input)
      const placed = await withNewCode(() =>
        signUps.inTurnOn(lists.to, (tx) => (once ? onceOnly(tx, nobody, once, work) : work(tx))),
      )
      const { id, outcome, seats, code } = placed
      return { outcome, seats, code, token: tokenOf(await readSecret(database), id, 0) }
    },
  }

  async function isOfSeries({ sessionId }: SignUpRow, seriesId: string): Promise<boolean> {
    const own = sessionId === null ? null : await readFacts(database.prisma, sessionId, clock(), { unlisted: true })
    return own?.seriesId === seriesId
  }

  async function exchanged(
    tx: Tx,
    former: SignUpRow,
    { from, to }: { readonly from: List; readonly to: List },
    input: ExchangeInput,
  ) {
    const now = clock()
    for (const list of [from, to].toSorted(inLockOrder)) await lockList(tx, list)
    const [row, listFacts] = [await findSignUp(tx, former.id), await factsOfList(tx, from, now)]
    if (!row || !listFacts) throw new NotFoundError()
    const facts = factsOfRow(listFacts, row)
    if (row.status === 'WITHDRAWN' || row.shiftId !== null)
      throw new SignUpChangedError('there is no place that could be exchanged')
    if (from.id === to.id) throw new SignUpChangedError('that is where they are signed up already')
    if (facts.startsAt <= now && !facts.cancelled) throw new SessionStartedError(facts.startsAt)
    const unlisted = slotOf(row) !== null
    const target = await readFacts(tx, input.sessionId, now, { unlisted })
    const placed = await place(tx, {
      sessionId: input.sessionId,
      unlisted,
      list: to,
      // Of their own series they confirmed it before.
      input: { ...input, waiting: false, confirms: target?.seriesId === facts.seriesId ? [...conditions] : [] },
      party: partyOf(row),
      personId: row.personId,
      key: row.contactKey,
      now,
      offersAt: offerMoment(clock),
    })
    await markWithdrawn(tx, row, now)
    if (row.status !== 'WAITLISTED') await settle(tx, from, now)
    return placed
  }
}

/** Planning takes a series' lock before those of its sessions. */
const inLockOrder = (one: List, other: List): number =>
  one.kind === other.kind ? one.id.localeCompare(other.id) : one.kind === 'series' ? -1 : 1

function partyOf(row: SignUpRow): Party {
  const needs = presentNeeds(row)
  return {
    name: row.person.name,
    contact: null,
    attending: row.party.some(({ personId }) => personId === row.personId),
    others: row.party
      .filter(({ personId }) => personId !== row.personId)
      .map(({ person }) => ({ name: person.name, child: person.guardianId !== null })),
    care: row.careChildren,
    needs: { kinds: needs.kinds, words: row.needs },
  }
}
