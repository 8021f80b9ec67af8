import type { BareAnswer } from './bare-server.ts'
import type { BenchDatabase } from './database.ts'
import type { Outcome, Task } from './load.ts'
import { cpuMsOf, startPart, type Part } from './parts.ts'
import { askRaw, type RawAnswer } from './raw-answer.ts'
import { byTurns, median, rounds } from './rounds.ts'

/** Our server as it runs in production: its process, its port and its database. */
export type OurServer = { readonly pid: number; readonly port: number; readonly database: BenchDatabase }

export type Answering = {
  /** Our throughput as a part of the reference's: the median of the rounds, and all of them. */
  readonly ratio: number
  readonly ratios: readonly number[]
  /** The same of the time that each process computed, which other programs on the machine don't disturb; NaN without `/proc`. */
  readonly cpuRatio: number
  readonly ours: Side
  readonly bare: Side
  readonly bytes: number
  /** What our server asked the database meanwhile. */
  readonly statements: readonly string[]
}

/** Answers a second, and how much of a core the server and the load used, all rounds together. */
type Side = { readonly perSecond: number; readonly serverBusy: number; readonly loadBusy: number }

const connections = 32
const warmUpMs = 1_500
const sliceMs = 300
const turnsInRound = 6
/** What node:http writes by itself on both sides. */
const ownHeaders = ['date', 'connection', 'keep-alive']

/**
 * Compares our answers to one request with a bare server that gives the same answer.
 *
 * @param others - the same request of other clients, taken in turn with it, where our server limits each client
 */
export async function measureAnswering(
  server: OurServer,
  request: string,
  status: number,
  others: readonly string[] = [],
): Promise<Answering> {
  const sample = await askRaw(server.port, request)
  if (sample.status !== status) throw new Error(`our server answered ${sample.status}, not ${status}, to:\n${request}`)
  const [load, bare] = [startPart('load'), startPart('bare-server')]
  try {
    const barePort = await bare.tell<number>(asBareAnswer(sample))
    const bareSample = await askRaw(barePort, request)
    if (bareSample.bytes !== sample.bytes || !bareSample.body.equals(sample.body))
      throw new Error(`the reference answers ${bareSample.bytes} bytes, our server ${sample.bytes}: not the same answer`)
    const answerBytes = others.length === 0 ? sample.bytes : null
    const task = { requests: [request, ...others], answerBytes, connections }
    const [ours, theirs] = [side(load, server.pid, server.port, task), side(load, bare.pid, barePort, task)]
    await ours.run(warmUpMs)
    await theirs.run(warmUpMs)
    return await compare(ours, theirs, server.database, sample.bytes)
  } finally {
    await Promise.all([load.stop(), bare.stop()])
  }
}

async function compare(ours: Runner, bare: Runner, database: BenchDatabase, bytes: number): Promise<Answering> {
  ours.forget()
  bare.forget()
  const mark = database.mark()
  let before = { ours: ours.total(), bare: bare.total() }
  const ratios = await rounds(async () => {
    await byTurns(
      turnsInRound,
      () => ours.run(sliceMs),
      () => bare.run(sliceMs),
    )
    const after = { ours: ours.total(), bare: bare.total() }
    const ratio = rate(since(after.ours, before.ours)) / rate(since(after.bare, before.bare))
    before = after
    return ratio
  })
  const [ourTotal, bareTotal] = [ours.total(), bare.total()]
  const cpuPerAnswer = ({ serverMs, answers }: Total): number => serverMs / answers
  return {
    ratio: median(ratios),
    ratios,
    cpuRatio: cpuPerAnswer(bareTotal) / cpuPerAnswer(ourTotal),
    ours: summary(ourTotal),
    bare: summary(bareTotal),
    bytes,
    statements: database.statementsSince(mark),
  }
}

type Total = { readonly answers: number; readonly ms: number; readonly serverMs: number; readonly loadMs: number }
type Runner = { readonly run: (ms: number) => Promise<void>; readonly total: () => Total; readonly forget: () => void }
const nothing: Total = { answers: 0, ms: 0, serverMs: 0, loadMs: 0 }

function side(load: Part, pid: number, port: number, task: Omit<Task, 'port' | 'ms'>): Runner {
  let total = nothing
  return {
    async run(ms) {
      const before = cpuMsOf(pid)
      const outcome = await load.tell<Outcome>({ ...task, port, ms } satisfies Task)
      total = {
        answers: total.answers + outcome.answers,
        ms: total.ms + outcome.ms,
        serverMs: total.serverMs + cpuMsOf(pid) - before,
        loadMs: total.loadMs + outcome.cpuMs,
      }
    },
    total: () => total,
    forget: () => {
      total = nothing
    },
  }
}

const since = (now: Total, before: Total): Pick<Total, 'answers' | 'ms'> => ({
  answers: now.answers - before.answers,
  ms: now.ms - before.ms,
})
const rate = ({ answers, ms }: Pick<Total, 'answers' | 'ms'>): number => (answers / ms) * 1000
const summary = (total: Total): Side => ({
  perSecond: rate(total),
  serverBusy: total.serverMs / total.ms,
  loadBusy: total.loadMs / total.ms,
})

function asBareAnswer({ status, headers, body }: RawAnswer): BareAnswer {
  const kept = headers.filter(([name]) => !ownHeaders.includes(name.toLowerCase()))
  return { status, headers: Object.fromEntries(kept), body: body.toString('base64') }
}
