import { randomUUID } from 'node:crypto'
import type { RushView } from '#shared/contract/desk.ts'
import { NotAllowedError, type Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { By, Tx, Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { listOf, lockList, readFacts, type Facts, type List } from './repository.ts'
import { dayMs, SessionStartedError, undoUntil } from './rules.ts'
import { budgetOf, floodIn } from './rush.ts'
import { findFlood, findTimes, findWaves, returnFlood, withdrawFlood } from './rush-repository.ts'
import { settleSessions } from './place-service.ts'
import type { StaffSignUpService } from './staff-service.ts'

type Parts = {
  readonly database: Database
  readonly write: Write
  readonly clock: Clock
  readonly staff: Pick<StaffSignUpService, 'placeFor' | 'plans'>
}

/** How long a flood is worth an alarm, and how many of its names are shown. */
const [rememberedMs, shownNames] = [2 * dayMs, 12]

type Stretch = { readonly from: Date; readonly to: Date }

/** Floods of sign-ups of a session or its course, for whoever plans it: seen, taken out in one act, taken back. */
export function rushService({ database, write, clock, staff }: Parts) {
  async function listFor(actor: Actor, sessionId: string): Promise<{ list: List; facts: Facts }> {
    await staff.placeFor(actor, sessionId)
    if (!(await staff.plans(actor, sessionId))) throw new NotAllowedError('plan')
    const facts = await readFacts(database.prisma, sessionId, clock(), { unlisted: true })
    if (!facts) throw new NotFoundError() // a draft takes no sign-ups
    return { list: listOf(facts), facts }
  }

  return {
    mayAsk: async (actor: Actor, sessionId: string): Promise<void> => void (await listFor(actor, sessionId)),

    async look(actor: Actor, sessionId: string): Promise<RushView> {
      const { list, facts } = await listFor(actor, sessionId)
      const now = clock()
      const times = await findTimes(database.prisma, list, new Date(now.getTime() - rememberedMs))
      const flood = floodIn(times, budgetOf(facts.capacity))
      const stretch = flood && { from: new Date(flood.fromMs), to: new Date(flood.toMs) }
      const people = stretch ? await findFlood(database.prisma, list, stretch) : []
      const waves = await findWaves(database.prisma, list, new Date(now.getTime() - dayMs))
      return {
        rush: stretch && presentRush(stretch, people),
        waves: waves
          .map(({ waveId, at, count }) => ({ wave: waveId, count, until: undoUntil(at, facts.startsAt).toISOString() }))
          .filter(({ until }) => new Date(until) > now),
      }
    },

    /** @throws {ImpossibleValueError} for a stretch in which there was no flood */
    async withdraw(
      actor: Actor,
      sessionId: string,
      asked: { from: string; to: string },
      by: By,
    ): Promise<{ wave: string; count: number }> {
      const { list } = await listFor(actor, sessionId)
      const stretch = { from: new Date(asked.from), to: new Date(asked.to) }
      return write(async (tx) => {
        const now = clock()
        await lockList(tx, list)
        const facts = await openFacts(tx, sessionId, now)
        const times = await findTimes(tx, list, new Date(stretch.from.getTime() - 1))
        const within = times.filter((ms) => ms <= stretch.to.getTime())
        if (floodIn(within, budgetOf(facts.capacity)) === null)
          throw new ImpossibleValueError([
            { name: 'from', value: asked.from, expected: 'a time of many sign-ups', code: 'no-flood' },
          ])
        const wave = randomUUID()
        const count = await withdrawFlood(tx, list, stretch, wave, now)
        await settleSessions(tx, [sessionId], now)
        return { wave, count }
      }, by)
    },

    async undo(actor: Actor, sessionId: string, wave: string, by: By): Promise<{ count: number }> {
      const { list } = await listFor(actor, sessionId)
      return write(async (tx) => {
        const now = clock()
        await lockList(tx, list)
        await openFacts(tx, sessionId, now)
        const kept = await findWaves(tx, list, new Date(now.getTime() - dayMs))
        if (!kept.some(({ waveId }) => waveId === wave)) throw new NotFoundError()
        const count = await returnFlood(tx, list, wave)
        await settleSessions(tx, [sessionId], now)
        return { count }
      }, by)
    },
  }

  async function openFacts(tx: Tx, sessionId: string, now: Date): Promise<Facts> {
    const facts = await readFacts(tx, sessionId, now, { unlisted: true })
    if (!facts) throw new NotFoundError()
    if (facts.startsAt <= now) throw new SessionStartedError(facts.startsAt)
    return facts
  }
}

/** Null where everybody of them was known before. */
function presentRush(
  { from, to }: Stretch,
  people: readonly { readonly name: string; readonly known: boolean }[],
): RushView['rush'] {
  const strangers = people.filter(({ known }) => !known)
  if (strangers.length === 0) return null
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    count: strangers.length,
    kept: people.length - strangers.length,
    names: strangers.slice(0, shownNames).map(({ name }) => name),
  }
}
