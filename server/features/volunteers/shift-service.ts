import type * as z from 'zod'
import type { Answer } from '#shared/contract/answer.ts'
import type { seriesShifts, sessionShifts, shiftChange, shiftInput } from '#shared/contract/volunteer.ts'
import { NotAllowedError, reachOf, type Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import { wordsColumn } from '../../db/columns.ts'
import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { By, Write } from '../../db/write.ts'
import { AppError, EditedMeanwhileError, ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { seriesIn } from '../activities/policy.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { peopleIn } from '../sign-ups/policy.ts'
import { lockList } from '../sign-ups/repository.ts'
import { settleSessions } from '../sign-ups/place-service.ts'
import { papersAt } from './policy.ts'
import { presentAtSession, presentPlanned } from './present.ts'
import {
  countSeries,
  countSessions,
  findFirstDays,
  findPlannedShifts,
  findSessionFor,
  findSessionsOfShift,
  findTaken,
  insertShift,
  setNotAt,
  updateShift,
  type ShiftColumns,
  type ShiftRow,
} from './repository.ts'

type Parts = { readonly database: Database; readonly write: Write; readonly clock: Clock }
type Input = z.infer<typeof shiftInput>
type Change = z.infer<typeof shiftChange>
type At = { readonly kind: 'session' | 'series'; readonly id: string }

/** Planning shifts: on a session, or on a series for all its sessions, later ones too. */
export function shiftPlanning({ database, write, clock }: Parts) {
  const { prisma } = database

  /** @throws {NotFoundError} for what isn't seen @throws {NotAllowedError} for what is seen and not planned */
  async function reach(actor: Actor, { kind, id }: At, right: 'see' | 'plan'): Promise<void> {
    if ((await count(actor, { kind, id }, 'see')) === 0) throw new NotFoundError()
    if (right === 'plan' && (await count(actor, { kind, id }, 'plan')) === 0) throw new NotAllowedError('plan')
  }

  function count(actor: Actor, { kind, id }: At, right: 'see' | 'plan'): Promise<number> {
    const within = reachOf(actor, right)
    if (kind === 'session') return countSessions(prisma, { AND: [{ id, removedAt: null }, sessionsIn(within)] })
    const own = { activities: { some: { sessions: { some: sessionsIn(within) } } } }
    return countSeries(prisma, { AND: [{ id }, right === 'see' ? { OR: [seriesIn(within), own] } : seriesIn(within)] })
  }

  async function shiftFor(actor: Actor, id: string): Promise<ShiftRow> {
    const [row] = await findPlannedShifts(prisma, { id })
    if (!row) throw new NotFoundError()
    await reach(actor, placeOf(row), 'plan')
    return row
  }

  return {
    reach,
    shiftFor,

    async ofSeries(actor: Actor, id: string): Promise<Answer<typeof seriesShifts>> {
      await reach(actor, { kind: 'series', id }, 'see')
      const rows = await findPlannedShifts(prisma, { seriesId: id })
      return { mayPlan: (await count(actor, { kind: 'series', id }, 'plan')) > 0, shifts: rows.map(presentPlanned) }
    },

    async ofSession(actor: Actor, id: string): Promise<Answer<typeof sessionShifts>> {
      await reach(actor, { kind: 'session', id }, 'see')
      const session = await findSessionFor(prisma, { id })
      if (!session) throw new NotFoundError()
      const may = async (where: Prisma.SessionWhereInput) => (await countSessions(prisma, { AND: [{ id }, where] })) > 0
      const [people, papers, plan] = await Promise.all([
        may(peopleIn(actor)),
        may(papersAt(actor, 'see-sensitive')),
        may(sessionsIn(reachOf(actor, 'plan'))),
      ])
      const rows = await findPlannedShifts(prisma, { OR: [{ sessionId: id }, { seriesId: session.activity.seriesId }] })
      const taken = people ? await findTaken(prisma, { sessionId: id }) : []
      const counted = people ? taken : await findTaken(prisma, { sessionId: id })
      const firsts = papers
        ? await findFirstDays(
            prisma,
            taken.map(({ personId }) => personId),
          )
        : new Map<string, string>()
      const seen = { people, papers, contacts: plan }
      return { mayPlan: plan, shifts: rows.map((row) => presentAtSession(row, session, counted, firsts, seen)) }
    },

    async add(at: At, input: Input, by: By): Promise<{ readonly id: string }> {
      const data = columnsOf(input)
      return write(async (tx) => {
        const id = await insertShift(tx, at.kind === 'session' ? { sessionId: at.id } : { seriesId: at.id }, data)
        return { id }
      }, by)
    },

    /** A higher most gives places to who waits. Lower than what was given already bumps nobody, as with seats. */
    async change(row: ShiftRow, { version, ...input }: Change, by: By): Promise<void> {
      const data = columnsOf(input)
      const now = clock()
      await write(async (tx) => {
        const sessionIds = await findSessionsOfShift(tx, row.id, now)
        for (const id of sessionIds.toSorted()) await lockList(tx, { kind: 'session', id })
        if (!(await updateShift(tx, { id: row.id, version }, data))) throw await editedMeanwhile(row.id, { version, ...input })
        await settleSessions(tx, sessionIds, now)
        return null
      }, by)
    },

    /** @throws {PeopleThereError} while somebody has or waits for it: they are told first, one by one */
    async remove(row: ShiftRow, version: number, by: By): Promise<void> {
      const now = clock()
      await write(async (tx) => {
        if (!(await updateShift(tx, { id: row.id, version }, { removedAt: now })))
          throw await editedMeanwhile(row.id, { version })
        // After the update, which waits for whoever is taking it at this moment.
        if ((await findSessionsOfShift(tx, row.id, now)).length > 0) throw new PeopleThereError()
        return null
      }, by)
    },

    async skip(actor: Actor, sessionId: string, shiftId: string, skip: boolean, by: By): Promise<void> {
      await reach(actor, { kind: 'session', id: sessionId }, 'plan')
      const session = await findSessionFor(prisma, { id: sessionId })
      const [row] = await findPlannedShifts(prisma, { id: shiftId, seriesId: session?.activity.seriesId ?? null })
      if (!row || row.seriesId === null) throw new NotFoundError()
      await write(async (tx) => {
        await lockList(tx, { kind: 'session', id: sessionId })
        await setNotAt(tx, shiftId, sessionId, skip)
        return null
      }, by)
    },
  }

  async function editedMeanwhile(id: string, yours: { readonly version: number }): Promise<AppError> {
    const [current] = await findPlannedShifts(prisma, { id })
    return current ? new EditedMeanwhileError(yours, presentPlanned(current)) : new NotFoundError()
  }
}

const placeOf = ({ sessionId, seriesId }: ShiftRow): At =>
  sessionId === null ? { kind: 'series', id: seriesId ?? '' } : { kind: 'session', id: sessionId }

function columnsOf({ name, ...input }: Input): ShiftColumns {
  if (input.least > input.most)
    throw new ImpossibleValueError([
      { name: 'most', value: String(input.most), expected: 'no fewer than the least', code: 'too_small' },
    ])
  return { ...input, name: { ...wordsColumn(name) } }
}

export class PeopleThereError extends AppError {
  readonly code = 'people-there'
  readonly status = 409
  constructor() {
    super('somebody has this shift or waits for it: tell them first')
  }
}
