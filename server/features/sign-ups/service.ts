import type { Language } from '#shared/contract/kinds.ts'
import type { ManageView, PartyInput, SeatsView, SignUpAnswer, SignUpInput } from '#shared/contract/public.ts'
import type { StaffSignUpAnswer, StaffSignUpInput } from '#shared/contract/desk.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { gate } from '../../db/gate.ts'
import { batches } from '../../db/batch.ts'
import { eachOnce, type Once } from '../../db/once.ts'
import { askTogether } from '../../db/together.ts'
import type { By, Tx, Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { comparableName } from '../people/rules.ts'
import { findSession, type SessionRow } from '../sessions/repository.ts'
import { findMeetings } from './absence-repository.ts'
import { placesOf, readOthers, readParty, readStaffParty, type KnownPerson, type Party } from './party.ts'
import { lacksCare, presentManaged, presentSeats } from './present.ts'
import { lapse, listsWithLapsed, markKnown, offerMoment } from './offer-repository.ts'
import {
  confirm,
  countSeats,
  factsOfRow,
  findAlternatives,
  findHome,
  findSignUp,
  listOf,
  listOfRow,
  lockList,
  markReturned,
  markWithdrawn,
  placesOfRow,
  raiseGeneration,
  readFacts,
  readSecret,
  replaceNeeds,
  replaceParty,
  sessionOfList,
  signedUpSince,
  type Facts,
  type List,
  type SignUpRow,
} from './repository.ts'
import {
  conditionsOf,
  fullError,
  missingFor,
  mostChildren,
  mostPeople,
  NoCareError,
  OfferOverError,
  openPlaces,
  openSeats,
  PartyTooLargeError,
  SessionCancelledError,
  SessionStartedError,
  SignUpChangedError,
  SlotTakenError,
  undoGives,
  undoUntil,
} from './rules.ts'
import { eligible, readOwnShift } from './shift-seats-service.ts'
import { isSlotFree, openSlots } from './slot-service.ts'
import { contactKey, idInToken, isGenuine, tokenOf } from './token.ts'
import { factsOfList, place, placeAll, settle, withNewCode, type Arriving } from './place-service.ts'

export type SignUpService = {
  /** The sign-up that a token opens. @throws {NotFoundError} */
  readonly opened: (token: string) => Promise<SignUpRow>
  /** @throws {NotFoundError} */
  readonly found: (id: string) => Promise<SignUpRow>
  /** Does something in a transaction in its turn on a list. */
  readonly inTurnOn: <T>(list: List, work: (tx: Tx) => Promise<T>, by?: By) => Promise<T>
  /** Does something with a sign-up while nobody else can change its list. */
  readonly changing: (found: SignUpRow, work: Changing, by?: By) => Promise<void>
  /** @throws {AppError} for what changed meanwhile, one code each: see `rules.ts` */
  readonly join: (sessionId: string, input: SignUpInput, once: Once | null) => Promise<SignUpAnswer>
  readonly seats: (sessionId: string, language: Language) => Promise<SeatsView>
  /** @throws {NotFoundError} for every token that isn't one, whatever is wrong with it (T26) */
  readonly view: (token: string, language: Language) => Promise<ManageView>
  readonly withdraw: (token: string) => Promise<void>
  readonly undo: (token: string) => Promise<void>
  /** Takes an offered seat. @throws {OfferOverError} by the database's clock */
  readonly accept: (token: string) => Promise<void>
  readonly changeParty: (token: string, input: PartyInput) => Promise<void>
  /** Makes the link another one; whoever has the former one has nothing. @returns the new token */
  readonly renewLink: (token: string) => Promise<string>
  readonly renewLinkByStaff: (id: string, by: By) => Promise<void>
  /** What staff do, by the same rules; whether they may was asked before (`staff-service.ts`). @throws {AlreadySignedUpError} */
  readonly joinByStaff: (sessionId: string, joining: StaffJoining, by: By) => Promise<StaffSignUpAnswer>
  readonly withdrawByStaff: (id: string, by: By) => Promise<void>
  readonly undoByStaff: (id: string, by: By) => Promise<void>
  readonly acceptByStaff: (id: string, by: By) => Promise<void>
  /** Passes on seats that nobody took in time. Whoever changes a list does so first, so that this only makes it sooner. @returns how many lists */
  readonly passOn: () => Promise<number>
}

/** `known`: somebody who is in the database already, and is signed up once more; null: a new person. */
export type StaffJoining = { readonly input: StaffSignUpInput; readonly known: KnownPerson | null }

export type Changing = (tx: Tx, row: SignUpRow, list: List, facts: Facts, now: Date) => Promise<void>

/** Whoever signs up on the web has no account: their keys are told apart by their length alone. */
export const nobody = { accountId: '00000000-0000-0000-0000-000000000000' }
/** One at a time for each list: the next would only wait for its lock. */
const atOnce = 1
const turnOn = ({ kind, id }: List): string => `${kind} ${id}`

/** So many in one transaction: a rush then costs few of them, and nobody waits long for the others of theirs. Half of the time is left to who reads. */
const together = { most: 16, restPerWork: 1 }
/** Milliseconds between two statements about which list it is: in a rush it is the same one again and again, and it is read anew with the lock. */
const askAgainMs = 50
type Batch = { readonly turn: string; readonly key: string; readonly list: List }
type Asking = { readonly arriving: Arriving; readonly once: Once | null }

export function signUpService({ database, write, clock }: { database: Database; write: Write; clock: Clock }): SignUpService {
  const { prisma } = database
  const inTurn = gate(atOnce)
  let kept: Promise<Uint8Array> | null = null
  const secretOf = (): Promise<Uint8Array> => {
    kept ??= readSecret(database).catch((error: unknown) => {
      kept = null // the database was away: the next one asks again
      throw error
    })
    return kept
  }
  /** What everybody asks who signs up on the web, before there is a turn to wait for. */
  const listTogether = askTogether(async (ids: readonly string[]) => {
    const found = await Promise.all(ids.map((id) => readFacts(prisma, id, clock())))
    return new Map(found.flatMap((facts) => (facts ? [[facts.id, listOf(facts)]] : [])))
  }, askAgainMs)
  const change = <T>(list: List, work: (tx: Tx) => Promise<T>, by?: By): Promise<T> => inTurn(turnOn(list), () => write(work, by))

  /** Those who sign up for a session on the web while others do are placed with them. */
  const joinTogether = batches(
    inTurn,
    together,
    ({ list, key: sessionId }: Batch, asks: readonly Asking[]) => {
      const work = async (tx: Tx) => {
        const where = { sessionId, list, now: clock(), offersAt: offerMoment(clock) }
        const arrivingOf = (fresh: readonly number[]) => fresh.flatMap((index) => asks[index]?.arriving ?? [])
        const onces = asks.map(({ once }) => once)
        return eachOnce<StaffSignUpAnswer>(tx, nobody, onces, (fresh) => placeAll(tx, where, arrivingOf(fresh)))
      }
      return withNewCode(() => write(work))
    },
    ({ once }) => once?.key ?? null,
  )

  /** The sign-up that a token opens. */
  async function opened(token: string): Promise<SignUpRow> {
    const id = idInToken(token)
    const row = id === null ? null : await findSignUp(prisma, id)
    // What isn't there is compared as well, so that it takes as long.
    const isRight = isGenuine(token, await secretOf(), row?.id ?? '', row?.generation ?? 0)
    if (!row || !isRight) throw new NotFoundError()
    return row
  }

  async function known(id: string): Promise<SignUpRow> {
    const row = await findSignUp(prisma, id)
    if (!row) throw new NotFoundError()
    return row
  }

  /** Does something with a sign-up while nobody else can change its list. */
  async function changing(found: SignUpRow, work: Changing, by?: By): Promise<void> {
    const list = listOfRow(found)
    const changed = async (tx: Tx): Promise<void> => {
      const now = clock()
      await lockList(tx, list)
      const listFacts = await factsOfList(tx, list, now)
      if (!listFacts) throw new NotFoundError()
      if ((await lapse(tx, list, offerMoment(clock), now)) > 0) await settle(tx, list, now)
      const row = await findSignUp(tx, found.id)
      if (!row) throw new NotFoundError()
      const facts = factsOfRow(listFacts, row)
      // Whoever belongs to a club leaves it when they like, also while it rests.
      if (facts.startsAt <= now && facts.enrolment !== 'MEMBERSHIP') throw new SessionStartedError(facts.startsAt)
      await work(tx, row, list, facts, now)
    }
    await change(list, changed, by)
  }

  return {
    opened,
    found: known,
    inTurnOn: change,
    changing,

    async join(sessionId, input, once) {
      const party = readParty(input)
      const secret = await secretOf()
      const list = await listTogether(sessionId)
      if (!list) throw new NotFoundError()
      const key = contactKey(secret, comparableName(party.name), party.contact.value)
      const placed = await joinTogether({ turn: turnOn(list), key: sessionId, list }, { arriving: { input, party, key }, once })
      const { id, outcome, seats, code } = placed // named one by one: what was kept as JSON comes back in another order
      return { outcome, seats, code, token: tokenOf(secret, id, 0) }
    },

    async joinByStaff(sessionId, { input, known: person }, by) {
      const party = readStaffParty(input, person)
      const secret = await secretOf()
      const before = await readFacts(prisma, sessionId, clock(), { unlisted: true })
      if (!before) throw new NotFoundError()
      const list = listOf(before)
      const key = staffKey(secret, party, person)
      const staff = { accountId: by.accountId, personId: person?.id ?? null, overbook: input.overbook, source: input.source }
      const work = (tx: Tx) =>
        place(tx, { sessionId, list, input, party, key, staff, now: clock(), offersAt: offerMoment(clock) })
      return withNewCode(() => change(list, work, by))
    },

    async seats(sessionId, language) {
      const now = clock()
      const facts = await readFacts(prisma, sessionId, now)
      if (!facts) throw new NotFoundError()
      const counted = await countSeats(prisma, listOf(facts))
      const slots = facts.enrolment === 'BY_APPOINTMENT' ? await openSlots(prisma, facts, now) : null
      const isFull = slots ? slots.length === 0 : openSeats(facts, counted) <= 0
      const wayOn = isFull || facts.cancelled || facts.startsAt <= now
      const { asked } = conditionsOf(facts)
      const withCare = lacksCare(facts, counted)
        ? await findAlternatives(database, sessionId, now, { forEverybody: 'or-own', care: 1 })
        : []
      const alternatives =
        (wayOn || asked.length > 0) && !facts.discreet
          ? await findAlternatives(database, sessionId, now, { forEverybody: wayOn ? 'no' : 'yes', slots: slots !== null })
          : []
      const home = asked.includes('home') ? await findHome(database, sessionId) : []
      return presentSeats(facts, counted, { alternatives, withCare, home, slots }, language, now)
    },

    async view(token, language) {
      const now = clock()
      const row = await opened(token)
      const list = listOfRow(row)
      const session = await sessionOf(list, now)
      const listFacts = await factsOfList(prisma, list, now)
      if (!session || !listFacts) throw new NotFoundError()
      const facts = factsOfRow(listFacts, row)
      const free = openPlaces(facts, await countSeats(prisma, list))
      const mayUndo = row.status !== 'WITHDRAWN' || (await isSlotFree(prisma, facts, row, now))
      const shift = await readOwnShift(prisma, row)
      const meetings = row.seriesId === null ? [] : await findMeetings(prisma, { id: row.id, seriesId: row.seriesId }, now, 12)
      return presentManaged(row, { session, free, facts, meetings, shift, mayUndo }, language, now)
    },

    accept: async (token) => changing(await opened(token), accepted('PERSON')),
    acceptByStaff: async (id, by) => changing(await known(id), accepted('PHONE'), by),

    async passOn() {
      const lists = await listsWithLapsed(database, offerMoment(clock))
      for (const list of lists)
        await change(list, async (tx) => {
          await lockList(tx, list)
          await lapse(tx, list, offerMoment(clock), clock())
          await settle(tx, list, clock())
        })
      return lists.length
    },

    withdraw: async (token) => changing(await opened(token), withdrawn),
    undo: async (token) => changing(await opened(token), returned),
    renewLink: async (token) => {
      const { id, generation } = await opened(token)
      if (!(await write((tx) => raiseGeneration(tx, id, generation)))) throw new NotFoundError() // somebody else was faster
      return tokenOf(await secretOf(), id, generation + 1)
    },
    renewLinkByStaff: async (id, by) => {
      await write(async (tx) => {
        const row = await findSignUp(tx, id)
        if (!row) throw new NotFoundError()
        await raiseGeneration(tx, id, row.generation)
        return null
      }, by)
    },
    withdrawByStaff: async (id, by) => changing(await known(id), withdrawn, by),
    undoByStaff: async (id, by) => changing(await known(id), returned, by),

    changeParty: async (token, input) => {
      const { attending, others, care: said, needs } = readOthers(input)
      await changing(await opened(token), async (tx, row, list, facts, now) => {
        if (row.status === 'WITHDRAWN') throw new SignUpChangedError('it is withdrawn: take that back first')
        if (row.shiftId !== null) throw new SignUpChangedError('one volunteers alone: whoever else comes signs up too')
        if (facts.cancelled) throw new SessionCancelledError()
        const care = said ?? row.careChildren
        const { seats } = placesOf({ attending, others, care })
        if (seats > Math.max(mostPeople(facts.largestParty), row.seats))
          throw new PartyTooLargeError(mostPeople(facts.largestParty))
        const most = mostChildren(facts, { byStaff: false })
        if (care > Math.max(most, row.careChildren)) throw new NoCareError(most)
        const free = openPlaces(facts, await countSeats(tx, list))
        const missing = missingFor({ seats: seats - row.seats, care: care - row.careChildren }, free)
        if (row.status !== 'WAITLISTED' && missing) throw fullError(missing, free)
        await replaceParty(tx, row, { attending, others, care })
        if (needs) await replaceNeeds(tx, row.id, needs)
        if (seats < row.seats || care < row.careChildren) await settle(tx, list, now)
      })
    },
  }

  async function sessionOf(list: List, now: Date): Promise<SessionRow | null> {
    const id = await sessionOfList(prisma, list, now)
    return id === null ? null : findSession(database, id)
  }
}

const withdrawn: Changing = async (tx, row, list, _facts, now) => {
  if (row.status === 'WITHDRAWN') return
  await markWithdrawn(tx, row, now)
  if (row.status !== 'WAITLISTED') await settle(tx, list, now)
}

const accepted =
  (knownBy: 'PERSON' | 'PHONE'): Changing =>
  async (tx, row, _list, facts, now) => {
    if (row.status === 'CONFIRMED') return
    if (facts.cancelled) throw new SessionCancelledError()
    if (row.status !== 'OFFERED') throw new OfferOverError()
    await confirm(tx, [row.id], now)
    await markKnown(tx, row.id, knownBy, now)
  }

const returned: Changing = async (tx, row, list, facts, now) => {
  const { withdrawnAt, withdrawnFrom } = row
  if (withdrawnAt === null || withdrawnFrom === null) return
  if (facts.cancelled) throw new SessionCancelledError()
  if (row.waveId !== null || undoUntil(withdrawnAt, facts.startsAt) <= now)
    throw new SignUpChangedError('it was withdrawn too long ago to take that back: sign up again')
  if (row.contactKey !== null && (await signedUpSince(tx, list, row.contactKey, withdrawnAt)))
    throw new SignUpChangedError('the same person has signed up again meanwhile: that sign-up counts')
  if (!(await isSlotFree(tx, facts, row, now))) throw new SlotTakenError([])
  const free = openPlaces(facts, await countSeats(tx, list))
  const mayHave = (await eligible(tx, list, [row])).length > 0
  const gives = undoGives(mayHave ? withdrawnFrom : 'WAITLISTED', placesOfRow(row), free)
  const status = gives === 'seat' ? 'CONFIRMED' : 'WAITLISTED'
  await markReturned(tx, list, row.id, { status, first: gives === 'first', now })
  await settle(tx, list, now)
}

/** The sign-up that a token opens; null: none, whatever is wrong with it. What isn't there is compared as well, so that it takes as long. */
export async function openSignUp(database: Pick<Database, 'prisma'>, token: string): Promise<SignUpRow | null> {
  const id = idInToken(token)
  const row = id === null ? null : await findSignUp(database.prisma, id)
  const isRight = isGenuine(token, await readSecret(database), row?.id ?? '', row?.generation ?? 0)
  return isRight ? row : null
}

/** Whether a token opens a sign-up. */
export const opensSignUp = async (database: Database, token: string): Promise<boolean> =>
  (await openSignUp(database, token)) !== null

/** Who is who on a list: by name and contact as on the web; without a contact only somebody known is. */
function staffKey(secret: Uint8Array, { name, contact }: Party, known: KnownPerson | null): string | null {
  if (contact) return contactKey(secret, comparableName(name), contact.value)
  return known ? contactKey(secret, comparableName(name), `person ${known.id}`) : null
}
