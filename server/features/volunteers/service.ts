import type * as z from 'zod'
import type { Answer } from '#shared/contract/answer.ts'
import type { Language } from '#shared/contract/kinds.ts'
import type { factInput, volunteerList, volunteerView } from '#shared/contract/volunteer.ts'
import { isLocalDay } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import { hasSomewhere, NotAllowedError, type Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import { dayOf, dayOrNull } from '../../db/columns.ts'
import type { Database } from '../../db/client.ts'
import type { By, Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { attendedSessions } from '../attendance/hours-repository.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { isAtLeast } from '../shifts/rules.ts'
import { lockList } from '../sign-ups/repository.ts'
import { personsIn } from '../sign-ups/policy.ts'
import { settleSessions } from '../sign-ups/place-service.ts'
import { hoursOn } from './hours.ts'
import { papersAt, volunteersIn } from './policy.ts'
import { allWarnings, presentDone } from './present.ts'
import {
  findFact,
  findFirstDays,
  findTaken,
  findVolunteer,
  findWaitsOf,
  insertFact,
  removeFact,
  type PersonRow,
  type TakenRow,
} from './repository.ts'

type Parts = { readonly database: Database; readonly write: Write; readonly clock: Clock }
type FactInput = z.infer<typeof factInput>

const stored = {
  agreement: 'AGREEMENT',
  insurance: 'INSURANCE',
  'guardian-consent': 'GUARDIAN_CONSENT',
  clearance: 'CLEARANCE',
} as const
const told = {
  AGREEMENT: 'agreement',
  INSURANCE: 'insurance',
  GUARDIAN_CONSENT: 'guardian-consent',
  CLEARANCE: 'clearance',
} as const

/** Volunteers and their papers: that an organisation has seen them, and for which days. */
export function volunteerService({ database, write, clock }: Parts) {
  const { prisma } = database

  /** @throws {NotFoundError} for who is out of sight @throws {NotAllowedError} at the desk, which may know the person and not the papers */
  async function volunteerFor(actor: Actor, id: string): Promise<PersonRow> {
    if (!isId(id)) throw new NotFoundError()
    const person = await findVolunteer(prisma, { AND: [{ id }, volunteersIn(actor, 'see-sensitive')] })
    if (person) return person
    const isKnown = (await findVolunteer(prisma, { AND: [{ id }, personsIn(actor)] })) !== null
    throw isKnown ? new NotAllowedError('see-sensitive') : new NotFoundError()
  }

  const takenBy = (actor: Actor, id: string, right: 'see-sensitive' | 'plan'): Promise<readonly TakenRow[]> =>
    findTaken(prisma, { personId: id, session: papersAt(actor, right) })

  return {
    async list(actor: Actor, language: Language): Promise<Answer<typeof volunteerList>> {
      if (!hasSomewhere(actor, 'see-sensitive')) throw new NotAllowedError('see-sensitive')
      const now = clock()
      const taken = await findTaken(prisma, { session: papersAt(actor, 'see-sensitive'), person: { erasedAt: null } }, 5000)
      const byPerson = groupedByPerson(taken)
      const firsts = await findFirstDays(prisma, [...byPerson.keys()])
      const volunteers = [...byPerson].map(([id, rows]) => {
        const shifts = rows.flatMap((row) => presentDone(row, { firsts, language, now }) ?? [])
        const next = shifts.find(({ over }) => !over)?.start ?? null
        return { id, name: rows[0]?.person.name ?? '', next, shifts: shifts.length, warnings: allWarnings(shifts) }
      })
      const order = (next: string | null) => next ?? '9'
      return {
        volunteers: volunteers.toSorted(
          (one, other) => order(one.next).localeCompare(order(other.next)) || one.name.localeCompare(other.name, language),
        ),
      }
    },

    async view(actor: Actor, id: string, language: Language): Promise<Answer<typeof volunteerView>> {
      const person = await volunteerFor(actor, id)
      const now = clock()
      const [taken, mayNote] = [await takenBy(actor, id, 'see-sensitive'), await takenBy(actor, id, 'plan')]
      const organisations = operatorsOf(taken)
      const firsts = await findFirstDays(prisma, [id])
      const was = await attendedSessions(prisma, [id], { role: 'VOLUNTEER' })
      const attended = new Set(was.flatMap(({ signUpId }) => signUpId ?? []))
      const born = dayOrNull(person.bornBy)
      const shifts = taken.flatMap((row) =>
        row.status === 'CONFIRMED' ? (presentDone(row, { firsts, language, now, attended }) ?? []) : [],
      )
      return {
        id,
        name: person.name,
        contact: person.phone ?? person.email,
        adult: born === null ? null : isAtLeast(born, 18, dayInWarsaw(now.getTime())),
        organisations,
        facts: person.facts
          .filter(({ organisationId }) => organisations.some((one) => one.id === organisationId))
          .map((fact) => ({
            id: fact.id,
            kind: told[fact.kind],
            startsOn: dayOf(fact.startsOn),
            endsOn: dayOrNull(fact.endsOn),
            organisation: fact.organisation.name,
            recordedBy: fact.recordedBy.name,
          })),
        shifts,
        hours: hoursOn(shifts.filter((shift) => shift.attended)),
        mayRecord: operatorsOf(mayNote).length > 0,
      }
    },

    volunteerFor,

    /** Whoever waited for just that gets their place in the same transaction. */
    async addFact(actor: Actor, personId: string, input: FactInput, by: By): Promise<{ readonly id: string }> {
      await mayNoteFor(actor, personId, input.organisationId)
      refuseDays(input)
      const { kind, ...days } = input
      return write(async (tx) => {
        const id = await insertFact(tx, { ...days, kind: stored[kind], personId, recordedById: actor.accountId })
        const sessionIds = [...new Set(await findWaitsOf(tx, personId, clock()))].toSorted()
        for (const session of sessionIds) await lockList(tx, { kind: 'session', id: session })
        await settleSessions(tx, sessionIds, clock())
        return { id }
      }, by)
    },

    /** Takes back what was noted. Nobody loses a shift by it: a warning stands beside it until somebody decides. */
    async removeFact(actor: Actor, id: string, by: By): Promise<void> {
      const fact = isId(id) ? await findFact(prisma, id) : null
      if (!fact) throw new NotFoundError()
      await mayNoteFor(actor, fact.personId, fact.organisationId)
      await write(async (tx) => {
        await removeFact(tx, id)
        return null
      }, by)
    },
  }

  /** @throws {ImpossibleValueError} for an organisation that they don't help, as for one that isn't there */
  async function mayNoteFor(actor: Actor, personId: string, organisationId: string): Promise<void> {
    await volunteerFor(actor, personId)
    const mine = operatorsOf(await takenBy(actor, personId, 'plan'))
    if (mine.length === 0) throw new NotAllowedError('plan')
    if (!mine.some(({ id }) => id === organisationId))
      throw new ImpossibleValueError([
        { name: 'organisationId', value: organisationId, expected: 'an organisation that they help', code: 'unknown' },
      ])
  }
}

function groupedByPerson(taken: readonly TakenRow[]): ReadonlyMap<string, readonly TakenRow[]> {
  const found = new Map<string, TakenRow[]>()
  for (const row of taken) {
    const rows = found.get(row.personId) ?? []
    found.set(row.personId, rows)
    rows.push(row)
  }
  return found
}

function operatorsOf(taken: readonly TakenRow[]): readonly { readonly id: string; readonly name: string }[] {
  const operators = taken.flatMap(({ session }) => session?.activity.series.program.operator ?? [])
  return [...new Map(operators.map((one) => [one.id, one])).values()]
}

function refuseDays({ startsOn, endsOn }: FactInput): void {
  if (!isLocalDay(startsOn) || (endsOn !== null && endsOn < startsOn))
    throw new ImpossibleValueError([
      { name: 'endsOn', value: endsOn ?? '', expected: 'a day no earlier than the first', code: 'days-in-order' },
    ])
}
