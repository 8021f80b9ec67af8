import type { CheckInput, FoundPeople, OffersView, PersonView } from '#shared/contract/desk.ts'
import { languages, type Language } from '#shared/contract/kinds.ts'
import { hasSomewhere, NotAllowedError, type Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { By, Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError, TooManyRequestsError } from '../../errors.ts'
import { countTry } from '../accounts/repository.ts'
import { findSafeContacts } from '../people/repository.ts'
import { comparableName } from '../people/rules.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { peopleIn, personsIn, plannedFor, signUpsIn } from './policy.ts'
import { dayMs, forSeries, isForSeries, standingOf } from './rules.ts'
import { findTaken } from './slot-repository.ts'
import { freeSlots } from './slots.ts'
import { hintOf, presentComing, presentOffer } from './staff-present.ts'
import {
  countSignUps,
  findByCode,
  findChecks,
  findComing,
  findPerson,
  findPersons,
  findPlaces,
  searchPersons,
  seatsTaken,
  type CheckRow,
  type ComingRow,
  type PersonRow,
  type PlaceRow,
} from './staff-repository.ts'
import { readCode, readSearch } from './caller.ts'

type Reader = Pick<Database, 'prisma'>
type Parts = { readonly database: Database; readonly write: Write; readonly clock: Clock }

const checkMs = 30 * 60_000
/** Paper codes that one member of staff may look up: more than a busy desk has callers, too few for guessing (T25). */
const codeTries = { most: 40, withinMs: 10 * 60_000 }
const [mostFound, offeredDays, comingDays, mostOffers] = [10, 60, 56, 300]

/** The phone desk: who is on the line, whether it is really them, what may be read out, and what they could go to. */
export function deskService({ database, write, clock }: Parts) {
  async function personFor(actor: Actor, id: string): Promise<PersonRow> {
    const person = isId(id) ? await findPerson(database, { AND: [{ id }, personsIn(actor)] }) : null
    if (!person) throw new NotFoundError()
    return person
  }

  return {
    personFor,

    /** By a whole paper code, by words of a name, by the end of a number; only people in reach, at most ten (T09). */
    async search(actor: Actor, typed: string): Promise<FoundPeople> {
      worksAtDesk(actor)
      const code = readCode(typed)
      if (code !== null) await countCode(database, actor, clock())
      const byCode = code === null ? null : await findByCode(database, signUpsIn(actor), code)
      if (byCode) {
        const person = await personFor(actor, byCode.personId)
        return { people: [presentFound(person)], byCode: true, more: false }
      }
      const { words, digits } = readSearch(typed)
      const ids = await searchPersons(database, words, digits)
      const rows = await findPersons(database, { AND: [{ id: { in: [...ids] } }, personsIn(actor)] }, 5 * mostFound)
      const people = onePerContact(rows)
      return { people: people.slice(0, mostFound).map(presentFound), byCode: false, more: people.length > mostFound }
    },

    async view(actor: Actor, id: string, language: Language): Promise<PersonView> {
      const person = await personFor(actor, id)
      const now = clock()
      const alike = await alikeOf(database, actor, person)
      const check = (await checksOf(database, actor, now)).find(({ personId }) => alike.some((one) => one.id === personId))
      const until = check && new Date(check.at.getTime() + checkMs).toISOString()
      return {
        id,
        name: person.name,
        language: languages.find((one) => one === person.language) ?? 'pl',
        phone: person.phone,
        safe: (await findSafeContacts(database.prisma, [id])).get(id) ?? null,
        plans: (await countSignUps(database, plannedFor(actor, id))) > 0,
        checked: check && until ? { proof: check.proof === 'CODE' ? 'code' : 'call-back', until } : null,
        coming: check
          ? await comingOf(actor, await opened(database, actor, check, alike, { withdrawn: false }), language, now)
          : null,
      }
    },

    /** @throws {ImpossibleValueError} for a code that isn't this person's, and for a call back to somebody without a number */
    async check(actor: Actor, id: string, input: CheckInput, by: By): Promise<void> {
      const person = await personFor(actor, id)
      const alike = await alikeOf(database, actor, person)
      if (input.proof === 'call-back') {
        if (person.phone === null)
          throw new ImpossibleValueError([
            { name: 'proof', value: 'call-back', expected: 'a number that is kept', code: 'no-phone' },
          ])
        return keep({ personId: id, signUpId: null, proof: 'CALL_BACK' })
      }
      await countCode(database, actor, clock())
      const code = readCode(input.code)
      const owned = code && (await findByCode(database, { AND: [signUpsIn(actor), { duplicateOfId: null }] }, code))
      if (!owned || !alike.some((one) => one.id === owned.personId)) {
        throw new ImpossibleValueError([
          { name: 'code', value: input.code, expected: 'the paper code of a sign-up of this person', code: 'wrong-code' },
        ])
      }
      return keep({ personId: owned.personId, signUpId: owned.id, proof: 'CODE' })

      async function keep(check: Omit<CheckRow, 'at'>): Promise<void> {
        await write(async (tx) => {
          await tx.callerCheck.create({ data: { ...check, accountId: actor.accountId, at: clock() }, select: { id: true } })
          return null
        }, by)
      }
    },

    /** Sessions of the next weeks for which one can sign up now; of a course its next meeting. */
    async offers(actor: Actor, language: Language): Promise<OffersView> {
      worksAtDesk(actor)
      const now = clock()
      const until = new Date(now.getTime() + offeredDays * dayMs)
      const rows = await findPlaces(
        database,
        {
          AND: [
            peopleIn(actor),
            { startsAt: { gt: now, lt: until }, status: 'PLANNED' },
            { activity: { status: 'PUBLISHED', enrolment: { in: ['PER_SESSION', 'BY_APPOINTMENT', ...forSeries] } } },
          ],
        },
        mostOffers,
      )
      const open = oncePerCourse(rows).filter((row) => standingOf(factsOf(row), now) === 'open')
      const held = await findTaken(
        database.prisma,
        open.map(({ id }) => id),
      )
      const slotsAt = (row: PlaceRow) =>
        freeSlots(
          { ...row, slotMinutes: row.activity.slotMinutes },
          held.filter(({ sessionId }) => sessionId === row.id),
          now,
          row.activity.closesMinutesBefore ?? 0,
        )
      const taken = await seatsTaken(
        database,
        open.map(({ id }) => id),
        open.map(({ activity }) => activity.seriesId),
      )
      const offers = open.map((row) =>
        presentOffer(row, taken.get(listIdOf(row)) ?? { seats: 0, care: 0 }, slotsAt(row), language),
      )
      return { offers: offers.filter(({ slots }) => slots?.length !== 0) }
    },
  }

  /** What is to come of some sign-ups: sessions, and of courses the meetings of the next weeks. */
  async function comingOf(actor: Actor, signUps: readonly ComingRow[], language: Language, now: Date) {
    const courses = signUps.flatMap(({ seriesId }) => seriesId ?? [])
    const until = new Date(now.getTime() + comingDays * dayMs)
    const where = {
      activity: { seriesId: { in: courses }, status: 'PUBLISHED' },
      endsAt: { gt: now },
      startsAt: { lt: until },
    } as const
    const meetings = courses.length === 0 ? [] : await findPlaces(database, { AND: [peopleIn(actor), where] }, mostOffers)
    return signUps
      .flatMap((signUp) =>
        signUp.session
          ? [presentComing(signUp, signUp.session, language)].filter(() => signUp.session!.endsAt > now)
          : meetings
              .filter(({ activity }) => activity.seriesId === signUp.seriesId)
              .map((place) => presentComing(signUp, place, language)),
      )
      .toSorted((one, other) => one.start.localeCompare(other.start))
  }
}

/** Counts one more paper code that a member of staff looked at, wherever they did. @throws {TooManyRequestsError} for more than a desk has callers */
export async function countCode({ prisma }: Reader, { accountId }: Actor, now: Date): Promise<void> {
  const { tries, endsInMs } = await countTry(prisma, `paper code ${accountId}`, codeTries.withinMs, now)
  if (tries > codeTries.most) throw new TooManyRequestsError(Math.ceil(endsInMs / 1000))
}

/** @throws {NotAllowedError} for whoever signs nobody up anywhere */
export function worksAtDesk(actor: Actor): void {
  if (!hasSomewhere(actor, 'sign-up')) throw new NotAllowedError('sign-up')
}

const checksOf = (database: Reader, { accountId }: Actor, now: Date): Promise<readonly CheckRow[]> =>
  findChecks(database, accountId, new Date(now.getTime() - checkMs))

/** The sign-ups that this member of staff may read out and change now, by all their caller checks that still count. */
export async function openedBy(database: Database, actor: Actor, now: Date): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  for (const check of await checksOf(database, actor, now)) {
    const person = await findPerson(database, { AND: [{ id: check.personId }, personsIn(actor)] })
    if (!person) continue
    const alike = await alikeOf(database, actor, person)
    // What was withdrawn for them can be taken back for them.
    for (const { id } of await opened(database, actor, check, alike, { withdrawn: true })) ids.add(id)
  }
  return ids
}

/**
 * What showed this member of staff that somebody is who they say, lately: a call back to their number, or the paper code of a sign-up that staff
 * wrote down; a code from the web shows one sign-up and not a person. Null: nothing did.
 *
 * @throws {NotFoundError} for somebody out of reach
 */
export async function callerProofOf(database: Reader, actor: Actor, id: string, now: Date): Promise<'PHONE' | 'CODE' | null> {
  const person = isId(id) ? await findPerson(database, { AND: [{ id }, personsIn(actor)] }) : null
  if (!person) throw new NotFoundError()
  const alike = await alikeOf(database, actor, person)
  const checks = (await checksOf(database, actor, now)).filter(({ personId }) => alike.some((one) => one.id === personId))
  if (checks.some(({ proof }) => proof === 'CALL_BACK')) return 'PHONE'
  const codes = checks.flatMap(({ signUpId, personId }) => (signUpId === null || personId !== id ? [] : [signUpId]))
  const written = await countSignUps(database, { id: { in: codes }, source: { not: 'WEB' } })
  return written > 0 ? 'CODE' : null
}

/**
 * What a check opens: after a call back, whatever is kept under the same name and number. A code opens its own sign-up, as anybody may
 * have signed up under that name and number on the web; if staff gave it, those that staff wrote down for the same person too.
 */
async function opened(
  database: Database,
  actor: Actor,
  check: CheckRow,
  alike: readonly PersonRow[],
  which: { readonly withdrawn: boolean },
): Promise<readonly ComingRow[]> {
  const personIds = check.proof === 'CALL_BACK' ? alike.map(({ id }) => id) : [check.personId]
  const where = { AND: [signUpsIn(actor), { personId: { in: personIds }, duplicateOfId: null }] }
  const rows = await findComing(database, where, which)
  if (check.proof === 'CALL_BACK') return rows
  const own = rows.filter(({ id }) => id === check.signUpId)
  return own.some(({ source }) => source === 'WEB')
    ? own
    : rows.filter(({ id, source }) => id === check.signUpId || source !== 'WEB')
}

/** Rows that are one person as far as anybody can tell: of one name and one contact, both as they are compared. */
async function alikeOf(database: Reader, actor: Actor, person: PersonRow): Promise<readonly PersonRow[]> {
  const { phone, email } = person
  if (phone === null && email === null) return [person]
  const contact = phone === null ? { email } : { phone }
  const rows = await findPersons(database, { AND: [contact, personsIn(actor)] }, 200)
  return rows.filter(({ name }) => comparableName(name) === comparableName(person.name))
}

const presentFound = (person: PersonRow) => ({
  id: person.id,
  name: person.name,
  hint: hintOf(person),
  guardian: person.guardian?.name ?? null,
})

/** The web keeps a row per sign-up; the desk shows one person. */
function onePerContact(rows: readonly PersonRow[]): readonly PersonRow[] {
  const found = new Map<string, PersonRow>()
  for (const row of rows) {
    const contact = row.phone ?? row.email ?? row.id
    const key = `${comparableName(row.name)}\n${contact}`
    if (!found.has(key)) found.set(key, row)
  }
  return [...found.values()]
}

function oncePerCourse(rows: readonly PlaceRow[]): readonly PlaceRow[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const id = listIdOf(row)
    return !seen.has(id) && seen.add(id)
  })
}

const listIdOf = ({ id, activity }: PlaceRow): string => (isForSeries(activity.enrolment) ? activity.seriesId : id)

const factsOf = ({ activity, status, startsAt, endsAt, wallStart }: PlaceRow) => ({
  ...activity,
  cancelled: status === 'CANCELLED',
  startsAt,
  endsAt,
  wallStart,
})
