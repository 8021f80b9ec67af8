import { randomUUID } from 'node:crypto'
import type { Condition } from '#shared/contract/kinds.ts'
import type { SignUpInput } from '#shared/contract/public.ts'
import type { StaffSignUpAnswer, StaffSignUpInput } from '#shared/contract/desk.ts'
import type { Database } from '../../db/client.ts'
import { databaseError, type Tx } from '../../db/write.ts'
import { NotFoundError, type AppError } from '../../errors.ts'
import { placesOf, type Party } from './party.ts'
import { give, giveDuplicates, lapse, offerMoment } from './offer-repository.ts'
import {
  countSeats,
  findLiveOf,
  findLiveOfPersons,
  findWaiting,
  insertSignUps,
  listsWithWaiting,
  lockList,
  readFacts,
  sessionOfList,
  type Facts,
  type List,
  type NewSignUp,
} from './repository.ts'
import {
  AlreadySignedUpError,
  conditionsOf,
  fullError,
  mostChildren,
  mostPeople,
  nextToConfirm,
  NoCareError,
  NotEligibleError,
  openPlaces,
  PartyTooLargeError,
  refusalOf,
  SlotTakenError,
  without,
} from './rules.ts'
import { seat, type Seating } from './seating.ts'
import { eligible, readShiftFacts } from './shift-seats-service.ts'
import { openSlots } from './slot-service.ts'
import { slotAt, viewOfSlot } from './slots.ts'
import { newCode } from './token.ts'

/** Who comes to a list, and with what. */
export type Arriving = {
  readonly input: Pick<SignUpInput, 'seen' | 'waiting' | 'language' | 'notice' | 'confirms' | 'slot'>
  readonly party: Party
  readonly key: string | null
  /** Somebody whose own link says who they are. */
  readonly personId?: string
  /** Who of the staff writes it down; without it, the person does, on the web. */
  readonly staff?: {
    readonly accountId: string
    readonly personId: string | null
    readonly overbook: boolean
    readonly source: StaffSignUpInput['source']
  }
}

/** Where they come to, and when. */
type Where = {
  readonly sessionId: string
  /** Also what isn't shown in public. */
  readonly unlisted?: boolean
  readonly list: List
  readonly now: Date
  /** The moment that offers are compared with. */
  readonly offersAt: ReturnType<typeof offerMoment>
}

/** Puts a party at the end of the list and gives out seats in order. @throws {AppError} when it can't be */
export async function place(tx: Tx, joining: Where & Arriving): Promise<StaffSignUpAnswer> {
  const [placed] = await placeAll(tx, joining, [joining])
  if (placed === undefined || placed instanceof Error) throw placed ?? new NotFoundError()
  return placed
}

/**
 * Puts parties at the end of the list, one after another, and gives out seats in order; the last statements before COMMIT, so nothing of it
 * can be half. Of staff there is one at a time.
 *
 * @returns for each in order its place, or why it has none
 */
export async function placeAll(
  tx: Tx,
  { sessionId, unlisted = false, list, now, offersAt }: Where,
  arriving: readonly Arriving[],
): Promise<readonly (StaffSignUpAnswer | AppError)[]> {
  await lockList(tx, list)
  const facts = await readFacts(tx, sessionId, now, { unlisted: unlisted || arriving.some(({ staff }) => staff !== undefined) })
  if (!facts) throw new NotFoundError()
  if (facts.offerHours !== null && (await lapse(tx, list, offersAt, now)) > 0) await settle(tx, list, now)
  const keys = arriving.flatMap(({ key }) => (key === null ? [] : [key]))
  const live = new Map(await findLiveOf(tx, list, keys))
  const own = await findLiveOfPersons(
    tx,
    list,
    arriving.flatMap(({ staff }) => staff?.personId ?? []),
  )
  let seating = await seatingOf(tx, list, facts)
  let open = facts.enrolment === 'BY_APPOINTMENT' ? await openSlots(tx, facts, now) : null
  const rows: NewSignUp[] = []
  const promoted: string[] = []
  const answers = arriving.map((one): StaffSignUpAnswer | AppError => {
    const { seats, care } = placesOf(one.party)
    const duplicateOfId = live.get(one.key ?? '') ?? own.get(one.staff?.personId ?? '') ?? null
    const refusal =
      refusalOf(facts, now, one.input.seen) ?? (one.staff ? null : unmetCondition(facts, one.input.confirms ?? [], seats))
    if (refusal) return refusal
    const most = mostChildren(facts, { byStaff: one.staff !== undefined })
    if (care > most) return new NoCareError(most)
    if (one.staff && duplicateOfId !== null) return new AlreadySignedUpError(duplicateOfId)
    const slot = open && slotAt(facts.wallStart, open, one.input.slot)
    if (open && !slot) return new SlotTakenError(open.map((free) => viewOfSlot(facts.wallStart, free).start))
    const [id, code] = [randomUUID(), newCode()]
    const seated = seat(seating, { id, seats, care, staff: one.staff ?? null, isDuplicate: duplicateOfId !== null })
    if (seated.missing !== null && seated.status === 'WAITLISTED' && !one.input.waiting)
      return fullError(seated.missing, seated.free)
    if (!open) seating = seated.after // each appointment has its hour, and its care, alone
    promoted.push(...seated.promoted)
    rows.push(rowOf(one, { id, code, status: seated.status, duplicateOfId, slot: slot ?? null, now }))
    if (open && duplicateOfId === null) open = open.filter((free) => free !== slot)
    if (one.key !== null && duplicateOfId === null) live.set(one.key, id)
    return { id, outcome: seated.status === 'CONFIRMED' ? 'confirmed' : 'waiting', seats, code }
  })
  await insertSignUps(tx, list, rows)
  await give(tx, promoted, facts.offerHours, now)
  return answers
}

async function seatingOf(tx: Tx, list: List, facts: Facts): Promise<Seating> {
  const counted = await countSeats(tx, list)
  const free = openPlaces(facts, counted)
  const { capacity, reservedSeats, careSeats } = facts
  return { capacity, reservedSeats, careSeats, ...counted, waiting: free.seats > 0 ? await findWaiting(tx, list, free) : [] }
}

const rowOf = (
  { input, party, key, personId, staff }: Arriving,
  placed: Pick<NewSignUp, 'id' | 'code' | 'status' | 'duplicateOfId' | 'slot' | 'now'>,
): NewSignUp => ({
  ...party,
  ...placed,
  personId: staff?.personId ?? personId ?? null,
  language: input.language,
  source: staff ? storedSource[staff.source] : 'WEB',
  recordedById: staff?.accountId ?? null,
  contactKey: key,
  noticeVersion: input.notice,
})

/** What of whom it is for the party didn't confirm, or how large it may be; null: nothing stands against it. */
function unmetCondition(facts: Facts, confirms: readonly Condition[], seats: number): AppError | null {
  const missing = conditionsOf(facts).asked.filter((one) => !confirms.includes(one))
  if (missing.length > 0) return new NotEligibleError(missing)
  return seats > mostPeople(facts.largestParty) ? new PartyTooLargeError(mostPeople(facts.largestParty)) : null
}

/**
 * Gives free seats to those who wait, in order, under the list's lock. Called after whatever may have made seats free: a withdrawal, a
 * smaller party, a higher limit, a session that takes place after all. Nobody is promoted after the start or while it is cancelled.
 */
export async function settle(tx: Tx, list: List, now: Date): Promise<readonly string[]> {
  const facts = await factsOfList(tx, list, now)
  if (!facts || facts.cancelled || facts.startsAt <= now) return []
  const free = openPlaces(facts, await countSeats(tx, list))
  if (free.seats <= 0) return []
  const waiting = await eligible(tx, list, await findWaiting(tx, list, free))
  const promoted = nextToConfirm(waiting, free)
  await give(tx, promoted, facts.offerHours, now)
  const given = waiting.filter(({ id }) => promoted.includes(id))
  if (!list.shiftId) await giveDuplicates(tx, list, { free: without(free, given), offerHours: facts.offerHours, now })
  return promoted
}

/**
 * After planning has changed sessions or their limit in this transaction: those who wait get what has become free. Planning holds the locks
 * of the series and of its sessions already; they are taken again, which costs nothing.
 *
 * @returns the sign-ups that got seats
 */
export async function settleSessions(tx: Tx, sessionIds: readonly string[], now: Date): Promise<readonly string[]> {
  const promoted: string[] = []
  for (const list of await listsWithWaiting(tx, sessionIds)) {
    await lockList(tx, list)
    promoted.push(...(await settle(tx, list, now)))
  }
  return promoted
}

/** What decides on a list; of a shift its own hours and its own most. */
export async function factsOfList(db: Tx | Database['prisma'], list: List, now: Date): Promise<Facts | null> {
  if (list.shiftId) return readShiftFacts(db, list.id, list.shiftId, now)
  const id = await sessionOfList(db, list, now)
  return id === null ? null : readFacts(db, id, now, { unlisted: true })
}

const storedSource = { phone: 'PHONE', desk: 'DESK' } as const

/** Two paper codes are hardly ever the same; when they are, the work is done anew with another. */
export async function withNewCode<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (databaseError(error)?.constraint !== 'SignUp_code_key') throw error
    return work()
  }
}
