import { Pool } from 'pg'
import type { OurServer } from './answering.ts'
import { publicUrl } from './database.ts'
import { startPart } from './parts.ts'
import { fillResidents } from './residents.ts'
import { byTurns, quantile, rounds } from './rounds.ts'
import type { Reading, ReadingOrder } from './reader.ts'
import { feedsOfGroup } from './season.ts'
import type { RushOrder, RushOutcome } from './sign-ups.ts'

export type HotSession = {
  /** Sign-ups a second as a part of the bare transaction's: a ratio for each round. */
  readonly ratios: readonly number[]
  readonly oursPerSecond: number
  readonly barePerSecond: number
  /**
   * The 99th of a hundred feeds, of all rounds together, in milliseconds: before a rush, in it, while its mails go out afterwards, and beside
   * a rush of bare transactions, in which our server does nothing but answer feeds: what then is left is the machine.
   */
  readonly waits: Readonly<Record<Moment, number>>
  readonly rushPerSecond: number
  readonly statements: readonly string[]
}

type Moment = 'quiet' | 'rush' | 'after' | 'bare'

const atOnce = 64
const people = 256
const capacity = 30
const turnsInRound = 2
/** A process that has just started compiles its code anew again and again, on a core that others wait for: a server is up for weeks. */
const warmingTurns = 10
const [readingRounds, feedMs] = [7, 3_000]

/** 64 people at once for one session: how many get an answer in a second, and how long those who read a feed wait meanwhile. */
export async function measureHotSession(server: OurServer): Promise<HotSession> {
  const pool = new Pool(server.database.config)
  const sessions = await openSessions(pool)
  const [crowd, reader] = [startPart('sign-ups'), startPart('reader')]
  const host = new URL(publicUrl).host
  const next = (): { readonly id: string; readonly seen: string } => {
    const session = sessions.pop()
    if (!session) throw new Error('the bench has no session left')
    return session
  }
  const ours = (count = people): Promise<RushOutcome> => {
    const { id, seen } = next()
    return crowd.tell({ sessionId: id, seen, people: count, atOnce, port: server.port, host } satisfies RushOrder)
  }
  const bare = (): Promise<RushOutcome> =>
    crowd.tell({ sessionId: next().id, people, atOnce, capacity, config: server.database.config } satisfies RushOrder)
  const read = async (): Promise<readonly number[]> => {
    const order = { port: server.port, host, path: feedsOfGroup(1)[0] ?? '', ms: feedMs } satisfies ReadingOrder
    return (await reader.tell<Reading>(order)).took
  }
  /** Reads while one rush follows the other. */
  const readDuring = async (rush: () => Promise<unknown>): Promise<readonly number[]> => {
    const going = { on: true }
    const rushing = (async () => {
      while (going.on) await rush()
    })()
    const took = await read()
    going.on = false
    await rushing
    return took
  }
  try {
    for (let turn = 0; turn < warmingTurns; turn += 1) for (const side of [ours, bare, read]) await side()
    const mark = server.database.mark()
    await ours(1)
    const statements = server.database.statementsSince(mark)
    const total = { ours: 0, bare: 0 }
    const ratios = await rounds(async () => {
      const ms = { ours: 0, bare: 0 }
      await byTurns(
        turnsInRound,
        async () => void (ms.ours += (await ours()).ms),
        async () => void (ms.bare += (await bare()).ms),
      )
      total.ours += ms.ours
      total.bare += ms.bare
      return ms.bare / ms.ours
    })
    const rushed = { people: 0, ms: 0 }
    const readings = await rounds(async () => {
      await forgetMails(pool)
      const quiet = await read()
      const rush = await readDuring(async () => {
        rushed.ms += (await ours()).ms
        rushed.people += people
      })
      const after = await read()
      await forgetMails(pool)
      return { quiet, rush, after, bare: await readDuring(bare) }
    }, readingRounds)
    const p99 = (moment: Moment): number =>
      quantile(
        readings.flatMap((reading) => reading[moment]),
        0.99,
      )
    const perSecond = (ms: number): number => (people * turnsInRound * ratios.length * 1000) / ms
    return {
      ratios,
      oursPerSecond: perSecond(total.ours),
      barePerSecond: perSecond(total.bare),
      waits: { quiet: p99('quiet'), rush: p99('rush'), after: p99('after'), bare: p99('bare') },
      rushPerSecond: (rushed.people * 1000) / rushed.ms,
      statements,
    }
  } finally {
    await Promise.all([crowd.stop(), reader.stop(), pool.end()])
  }
}

/** Every session to come is one for which one signs up, with a limit; each is a hot one only once. */
async function openSessions(pool: Pool): Promise<{ readonly id: string; readonly seen: string }[]> {
  await pool.query(`UPDATE "Activity" SET enrolment = 'PER_SESSION', capacity = $1`, [capacity])
  await fillResidents(pool)
  const { rows } = await pool.query<{ id: string; seen: string }>(
    `SELECT id, "wallStart" AS seen FROM "Session" WHERE "startsAt" > now() + interval '1 day' ORDER BY "startsAt" LIMIT 600`,
  )
  return rows
}

/** What earlier rushes left to be told: with it, no moment would be a quiet one. */
async function forgetMails(pool: Pool): Promise<void> {
  await pool.query(`UPDATE "Notice" SET fate = 'NOTHING', "settledAt" = now() WHERE "settledAt" IS NULL`)
  await pool.query(`DELETE FROM "Message" WHERE state = 'PENDING'`)
}
