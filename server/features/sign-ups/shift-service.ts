import { randomUUID } from 'node:crypto'
import type { Language } from '#shared/contract/kinds.ts'
import type { NeededShifts, OpenShifts, ShiftSignUpAnswer, ShiftSignUpInput } from '#shared/contract/public.ts'
import type { StaffShiftAnswer, StaffShiftInput } from '#shared/contract/shift.ts'
import { localDayAt } from '#shared/time/place.ts'
import { warsaw } from '#shared/time/when.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { onceOnly, type Once } from '../../db/once.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { By, Tx } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { comparableName } from '../people/rules.ts'
import {
  findHelped,
  findOwn,
  findPromises,
  findSessionsAmong,
  findSessionsWithShifts,
  findShifts,
  findWhere,
  holdShift,
  readShift,
  readVolunteer,
  setBornBy,
  type ShiftAt,
} from '../shifts/repository.ts'
import {
  asksForSomething,
  bornByOf,
  isAtLeast,
  missingOf,
  OverlappingError,
  RequirementsMissingError,
  shiftMoments,
  shiftSpan,
  TooYoungError,
  type Volunteer,
} from '../shifts/rules.ts'
import { readParty, type KnownPerson, type Party } from './party.ts'
import { waitsForOf } from './present.ts'
import {
  confirm,
  countSeats,
  findLive,
  findLiveOfPersons,
  findStandInWanted,
  findWaiting,
  insertSignUp,
  lockList,
  markStandIn,
  markWithdrawn,
  readFacts,
  findSignUp,
  readSecret,
  type List,
} from './repository.ts'
import {
  AlreadySignedUpError,
  dayMs,
  freeSeats,
  nextToConfirm,
  refusalOf,
  SessionFullError,
  SignUpChangedError,
} from './rules.ts'
import { settle, withNewCode } from './place-service.ts'
import { nobody, type SignUpService } from './service.ts'
import { eligible, readShiftFacts } from './shift-seats-service.ts'
import { presentNeeded, presentOpenShift } from './shift-present.ts'
import { contactKey, newCode, tokenOf } from './token.ts'

type Parts = {
  readonly database: Database
  readonly clock: Clock
  readonly signUps: Pick<SignUpService, 'opened' | 'inTurnOn' | 'changing'>
}
export type ShiftService = ReturnType<typeof shiftService>

const neededDays = 60

/** What volunteers do themselves: take a shift, ask for a stand-in. Giving one back is that of any sign-up (`service.ts`). */
export function shiftService({ database, clock, signUps }: Parts) {
  const { prisma } = database

  /** @param within - only at such sessions; null: wherever residents may see them */
  async function neededFor(
    person: Pick<KnownPerson, 'id' | 'name'> | null,
    language: Language,
    within: Prisma.SessionWhereInput | null,
  ): Promise<NeededShifts> {
    const now = clock()
    const all = await findSessionsWithShifts(prisma, now, new Date(now.getTime() + neededDays * dayMs))
    const ids = within === null ? all : await findSessionsAmong(prisma, all, within)
    const shifts = await findShifts(prisma, ids)
    const [own, helped] = person
      ? [await findOwn(prisma, person.id), await findHelped(prisma, person.id)]
      : [new Set<string>(), new Set<string | null>()]
    const places = new Map((await findWhere(prisma, ids)).map((place) => [place.id, place]))
    const known = new Map<string | null, Volunteer | null>()
    for (const organisationId of new Set(shifts.map((shift) => shift.organisationId)))
      known.set(organisationId, person && (await readVolunteer(prisma, person.id, organisationId)))
    const open = shifts.filter(
      (shift) =>
        (shift.isPublic || helped.has(shift.organisationId)) &&
        (shift.taken < shift.most || shift.standIns > 0) &&
        !own.has(`${shift.sessionId} ${shift.id}`) &&
        shiftMoments(shift.wallStart, shift).startsAt > now,
    )
    const presented = open.flatMap((shift) => {
      const place = places.get(shift.sessionId)
      const needed = place && presentNeeded(shift, place, known.get(shift.organisationId) ?? null, language)
      return needed ? [needed] : []
    })
    return {
      name: person?.name ?? null,
      agesKnown: [...known.values()].some((volunteer) => volunteer !== null && volunteer.bornBy !== null),
      shifts: presented.toSorted((one, other) => one.start.localeCompare(other.start)),
    }
  }

  return {
    /** The shifts of a session that residents may see. @throws {NotFoundError} for a session that they can't */
    async open(sessionId: string, language: Language): Promise<OpenShifts> {
      const now = clock()
      const facts = await readFacts(prisma, sessionId, now)
      if (!facts || facts.discreet) throw new NotFoundError()
      const rows = facts.cancelled ? [] : await findShifts(prisma, [sessionId])
      const coming = rows.filter((row) => row.isPublic && shiftMoments(row.wallStart, row).startsAt > now)
      return { shifts: coming.map((row) => presentOpenShift(row, language)) }
    },

    /**
     * Where hands are missing in the coming weeks. With the link of a sign-up: where that person is allowed to help, by what the organisation of
     * each shift has seen of them, and doesn't yet; then also those that aren't shown to everybody.
     */
    async needed(token: string | null, language: Language): Promise<NeededShifts> {
      const row = token === null ? null : await signUps.opened(token)
      return neededFor(row && { id: row.personId, name: row.person.name }, language, null)
    },

    /** The same for somebody whom staff made sure of, at sessions that they sign people up for. */
    neededFor,

    /** @throws as for whoever takes a shift themselves */
    async joinByStaff(
      { sessionId, shiftId }: { readonly sessionId: string; readonly shiftId: string },
      { input, known }: { readonly input: StaffShiftInput; readonly known: KnownPerson },
      by: By,
    ): Promise<StaffShiftAnswer> {
      const secret = await readSecret(database)
      const party = knownParty(known)
      const contact = party.contact?.value ?? `person ${known.id}`
      const list: List = { kind: 'session', id: sessionId, shiftId }
      const staff = { accountId: by.accountId, source: storedSource[input.source] }
      const joining = { list, shiftId, input, age: input.age, known, party, staff }
      const key = contactKey(secret, comparableName(party.name), contact)
      const { id, outcome, waitsFor, missing, code } = await withNewCode(() =>
        signUps.inTurnOn(list, (tx) => placeVolunteer(tx, { ...joining, key, now: clock() }), by),
      )
      return { id, outcome, waitsFor, missing: [...missing], code }
    },

    /** @throws {AppError} for what changed meanwhile or is missing, one code each */
    async join(sessionId: string, shiftId: string, input: ShiftSignUpInput, once: Once | null): Promise<ShiftSignUpAnswer> {
      const secret = await readSecret(database)
      const known = await knownFor(input)
      const party = partyOf(input, known)
      const contact = party.contact?.value ?? `person ${known?.id}`
      const list: List = { kind: 'session', id: sessionId, shiftId }
      const joining = {
        list,
        shiftId,
        input,
        age: input.who.age,
        staff: null,
        known,
        party,
        key: contactKey(secret, comparableName(party.name), contact),
      }
      const work = (tx: Tx) => placeVolunteer(tx, { ...joining, now: clock() })
      const placed = await withNewCode(() => signUps.inTurnOn(list, (tx) => (once ? onceOnly(tx, nobody, once, work) : work(tx))))
      const { id, outcome, waitsFor, missing, code } = placed
      return { outcome, waitsFor, missing, code, token: tokenOf(secret, id, 0) }
    },

    /** Looks for somebody to take one's shift, or no longer. The shift stays one's own until somebody has it. */
    async askStandIn(token: string, wanted: boolean): Promise<void> {
      await signUps.changing(await signUps.opened(token), async (tx, row, _list, _facts, now) => {
        if (row.shiftId === null || row.status !== 'CONFIRMED' || row.duplicateOfId !== null)
          throw new SignUpChangedError('there is no shift of yours that somebody could take')
        await markStandIn(tx, row.id, wanted ? (row.standInSince ?? now) : null)
      })
    },

    /** Lets somebody take the shift of whom they stand in for: both change in one transaction, so that it is never without either. */
    async approve(signUpId: string, by: By): Promise<void> {
      const row = await findSignUp(prisma, signUpId)
      if (!row) throw new NotFoundError()
      await signUps.changing(
        row,
        async (tx, taker, list, _facts, now) => {
          if (taker.status !== 'WAITLISTED' || taker.standsInForId === null || taker.duplicateOfId !== null)
            throw new SignUpChangedError('it waits for no approval')
          if ((await eligible(tx, list, [taker])).length === 0) throw new RequirementsMissingError([])
          await takeOver(tx, taker.id, taker.standsInForId, now)
          await settle(tx, list, now)
        },
        by,
      )
    },
  }

  /** Whom a link makes known. Someone who signed up as somebody else's double is nobody we know. */
  async function knownFor({ who }: ShiftSignUpInput): Promise<KnownPerson | null> {
    if (who.kind === 'new') return null
    const row = await signUps.opened(who.token)
    const { name, email, phone } = await prisma.person.findUniqueOrThrow({
      where: { id: row.personId },
      select: { name: true, email: true, phone: true },
    })
    if (phone !== null) return { id: row.personId, name, contact: { kind: 'phone', value: phone } }
    return { id: row.personId, name, contact: email === null ? null : { kind: 'email', value: email } }
  }
}

/** A known volunteer, alone. */
const knownParty = ({ name, contact }: KnownPerson): Party => ({
  attending: true,
  others: [],
  name,
  contact,
  care: 0,
  needs: { kinds: [], words: null },
})

/** A volunteer comes alone. Of a known one nothing is read anew. */
function partyOf({ who, language, seen, waiting, notice }: ShiftSignUpInput, known: KnownPerson | null): Party {
  const alone = { attending: true, others: [] }
  if (known) return { ...alone, name: known.name, contact: known.contact, care: 0, needs: { kinds: [], words: null } }
  const { name, contact } = who.kind === 'new' ? who : { name: '', contact: '' }
  return readParty({ ...alone, name, contact, language, seen, waiting, notice })
}

const storedSource = { phone: 'PHONE', desk: 'DESK' } as const

type Joining = {
  readonly list: List
  readonly shiftId: string
  readonly input: Pick<ShiftSignUpInput, 'language' | 'seen' | 'waiting' | 'overlapping' | 'notice'>
  /** What they say of their age; null: nothing. */
  readonly age: ShiftSignUpInput['who']['age']
  /** Who of the staff writes it down; null: the person does, on the web. */
  readonly staff: { readonly accountId: string; readonly source: 'PHONE' | 'DESK' } | null
  readonly known: KnownPerson | null
  readonly party: Party
  readonly key: string
  readonly now: Date
}

type Placed = Omit<ShiftSignUpAnswer, 'token'> & { readonly id: string }

/** Everything that a shift asks for is looked at here, under the lock, whatever the form showed (T62). */
async function placeVolunteer(tx: Tx, { list, shiftId, input, age, staff, known, party, key, now }: Joining): Promise<Placed> {
  await lockList(tx, list)
  await holdShift(tx, shiftId)
  const facts = await readShiftFacts(tx, list.id, shiftId, now, { unlisted: false })
  const shift = await readShift(tx, list.id, shiftId)
  if (!facts || !shift || facts.discreet || (!shift.isPublic && !(await helpsAt(tx, known, shift)))) throw new NotFoundError()
  const refusal = refusalOf(facts, now, input.seen)
  if (refusal) throw refusal
  const volunteer = await volunteerOf(tx, shift, age, known, now)
  const day = facts.wallStart.slice(0, 10)
  if (shift.minAge !== null && volunteer.bornBy !== null && !isAtLeast(volunteer.bornBy, shift.minAge, day))
    throw new TooYoungError(shift.minAge)
  const own = await findLiveOfPersons(tx, list, known ? [known.id] : [])
  const duplicateOfId = (await findLive(tx, list, key)) ?? own.get(known?.id ?? '') ?? null
  if (known && duplicateOfId !== null) throw new AlreadySignedUpError(duplicateOfId)
  if (known && !input.overlapping) await refuseOverlap(tx, known.id, facts)

  const missing = missingOf(shift, volunteer, day)
  const free = freeSeats(facts.capacity, (await countSeats(tx, list)).taken)
  const places = { seats: free, care: 0 }
  const [id, code] = [randomUUID(), newCode()]
  const queue = free > 0 ? await eligible(tx, list, await findWaiting(tx, list, places)) : []
  const promoted = missing.length === 0 ? nextToConfirm([...queue, { id, seats: 1, care: 0 }], places) : []
  const gets = promoted.includes(id)
  const standsInForId = gets || free > 0 ? null : await findStandInWanted(tx, list)
  const takesOver = standsInForId !== null && missing.length === 0 && !asksForSomething(shift) && duplicateOfId === null
  const status = gets || takesOver ? 'CONFIRMED' : 'WAITLISTED'
  const waitsFor = waitsForOf({ status, standsInForId }, missing)
  if (waitsFor !== null && !input.waiting)
    throw waitsFor === 'check' ? new RequirementsMissingError(missing) : new SessionFullError(free)

  await insertSignUp(tx, list, {
    ...party,
    id,
    status,
    personId: known?.id ?? null,
    language: input.language,
    source: staff?.source ?? 'WEB',
    recordedById: staff?.accountId ?? null,
    contactKey: key,
    duplicateOfId,
    standsInForId,
    code,
    noticeVersion: input.notice,
    now,
  })
  if (volunteer.bornBy !== null) await setBornBy(tx, id, volunteer.bornBy)
  if (duplicateOfId === null) {
    await confirm(
      tx,
      promoted.filter((one) => one !== id),
      now,
    )
    if (takesOver) await takeOver(tx, id, standsInForId, now)
  }
  return { id, outcome: status === 'CONFIRMED' ? 'confirmed' : 'waiting', waitsFor, missing, code }
}

/** What isn't shown to everybody is only for those who have helped the organisation before. */
const helpsAt = async (tx: Tx, known: KnownPerson | null, { organisationId }: ShiftAt): Promise<boolean> =>
  known !== null && (await findHelped(tx, known.id)).has(organisationId)

/** What is known of whoever signs up. A new person has shown nothing yet, and says how old they are. */
async function volunteerOf(
  tx: Tx,
  shift: ShiftAt,
  age: Joining['age'],
  known: KnownPerson | null,
  now: Date,
): Promise<Volunteer> {
  const kept = known && (await readVolunteer(tx, known.id, shift.organisationId))
  const said = age === null ? null : bornByOf(Number(age), localDayAt(now.getTime(), warsaw))
  return { bornBy: kept?.bornBy ?? said, facts: kept?.facts ?? [] }
}

async function refuseOverlap(tx: Tx, personId: string, { startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Promise<void> {
  for (const promise of await findPromises(tx, personId, startsAt, endsAt)) {
    const { fromMinutes, minutes } = promise
    const isShift = typeof fromMinutes === 'number' && typeof minutes === 'number'
    const busy = isShift ? shiftMoments(promise.wallStart, { fromMinutes, minutes }) : promise
    if (busy.startsAt >= endsAt || busy.endsAt <= startsAt) continue
    const { start, end } = isShift ? shiftSpan(promise.wallStart, { fromMinutes, minutes }) : wallOf(promise)
    throw new OverlappingError(start, end)
  }
}

const wallOf = ({ wallStart, startsAt, endsAt }: { wallStart: string; startsAt: Date; endsAt: Date }) =>
  shiftSpan(wallStart, { fromMinutes: 0, minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000 })

/** The one has the shift from now on, the other no longer. */
async function takeOver(tx: Tx, takerId: string, formerId: string, now: Date): Promise<void> {
  await confirm(tx, [takerId], now)
  const former = await findSignUp(tx, formerId)
  if (former?.status !== 'CONFIRMED') throw new SignUpChangedError('whom they stand in for has no shift any more')
  await markWithdrawn(tx, former, now)
}
