import { connect, type OnReadOpts, type Socket } from 'node:net'
import { lengthSaid } from './raw-answer.ts'

/** What to ask, where, how long, and how many bytes one answer has. */
export type Task = {
  readonly port: number
  /** Taken in turn: several, where our server counts what each client asks. */
  readonly requests: readonly string[]
  /** Null where answers differ in length by a header or two: then each says its own with Content-Length. */
  readonly answerBytes: number | null
  readonly connections: number
  readonly ms: number
}
export type Outcome = { readonly answers: number; readonly ms: number; readonly cpuMs: number }

/** An answer that is longer or shorter than the others would be waited for without end. */
const silenceMs = 5_000

/**
 * The load, a program of its own, so that it can have a core of its own. It keeps some connections open with one request under
 * way on each, as a proxy in front of a server does; no pipelining, which no calendar does. Answers are counted by their bytes and
 * not parsed: all are equally long, and what was read must come out even. So it computes less per answer than a bare node:http
 * server does, and the server is what is waited for; how busy each was is told beside every figure.
 */
process.on('message', async (task: Task) => {
  const cpu = process.cpuUsage()
  const begun = performance.now()
  const awake = { still: true }
  stayAwake(awake)
  const counts = await Promise.all(Array.from({ length: task.connections }, () => keepAsking(task, begun + task.ms)))
  awake.still = false
  const { user, system } = process.cpuUsage(cpu)
  const answers = counts.reduce((sum, count) => sum + count, 0)
  process.send?.({ answers, ms: performance.now() - begun, cpuMs: (user + system) / 1000 } satisfies Outcome)
})
process.once('disconnect', () => process.exit())

/**
 * Never waits for an answer asleep: the server would have to wake this process with each answer, which on a virtual machine costs as
 * much as the answer, and the more often the slower the server is.
 */
function stayAwake(awake: { readonly still: boolean }): void {
  if (awake.still) setImmediate(stayAwake, awake)
}

/** One connection: the next request goes out when an answer is complete, the last before `until`. Gives the count of answers. */
function keepAsking({ port, requests, answerBytes }: Task, until: number): Promise<number> {
  return new Promise((done, fail) => {
    let [answers, left] = [0, 0]
    let turn = Math.floor(Math.random() * requests.length)
    const askOrEnd = (): void => {
      if (performance.now() < until) socket.write(requests[turn++ % requests.length] ?? '', 'latin1')
      else socket.destroy()
    }
    const onread: OnReadOpts = {
      buffer: Buffer.allocUnsafeSlow(256 * 1024), // one for all reads: what comes is only counted
      callback(bytes, buffer) {
        if (left === 0) left = answerBytes ?? lengthSaid(buffer)
        left -= bytes
        if (left > 0) return true
        answers += left === 0 ? 1 : NaN
        left = 0
        askOrEnd()
        return true
      },
    }
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true, onread }, askOrEnd)
    socket.setTimeout(silenceMs, () => socket.destroy())
    socket.once('error', fail)
    socket.once('close', () => {
      if (left === 0 && Number.isInteger(answers)) done(answers)
      else fail(new Error(`an answer on port ${port} was not ${answerBytes ?? 'as many as it said'} bytes long`))
    })
  })
}
