import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ClientConfig } from 'pg'
import { AppError } from './errors.ts'
import type { SignUpService } from './features/sign-ups/service.ts'
import { onePerTurn } from './turns.ts'

type Join = SignUpService['join']
type Answer = Awaited<ReturnType<Join>>

/** What the thread begins with. */
export type ThreadStart = { readonly database: ClientConfig }
/** What the thread is told: somebody signs up, or that it should end. */
export type Told = { readonly number: number; readonly asked: Parameters<Join> } | 'end'
/** What became of who asked. */
export type Said =
  | { readonly number: number; readonly answer: Answer }
  | { readonly number: number; readonly refusal: PlainRefusal }
  | { readonly number: number; readonly failure: PlainFailure }

/** Errors of classes of their own don't pass from thread to thread. */
export type PlainRefusal = Pick<AppError, 'code' | 'status' | 'message' | 'details'>
export type PlainFailure = { readonly message: string; readonly stack: string; readonly code: string | undefined }

/** What was refused in the thread, as it was refused there. */
class RefusedInThreadError extends AppError {
  readonly code
  readonly status
  constructor({ code, status, message, details }: PlainRefusal) {
    super(message, details)
    this.code = code
    this.status = status
  }
}

export type Joining = {
  /** As that of the sign-up service. */
  readonly join: Join
  /** Ends the thread. Who still waits gets no answer: requests are finished first. */
  readonly stop: () => Promise<void>
}

/**
 * Web sign-ups, placed in a thread of their own (`joining-thread.ts`). A thread that ends of itself ends the server: whoever runs it starts
 * it anew, and who had no answer asks again with the same key. A sign-up changes no feed, so that none needs to be told.
 *
 * @returns null where the server runs from its sources (`npm run dev`), which a thread can't read: sign-ups are then placed in this one
 */
export function joinInThread(start: ThreadStart): Joining | null {
  if (import.meta.url.endsWith('.ts')) return null
  const thread = new Worker(new URL('./joining-thread.js', import.meta.url), { workerData: start })
  thread.unref() // a server that can't start ends, and its thread with it
  const open = new Map<number, { readonly done: (answer: Answer) => void; readonly fail: (error: Error) => void }>()
  const inTurn = onePerTurn() // those of a batch come all at once
  let count = 0
  let stopping = false

  function take(said: Said): void {
    const one = open.get(said.number)
    open.delete(said.number)
    if ('answer' in said) one?.done(said.answer)
    else if ('refusal' in said) one?.fail(new RefusedInThreadError(said.refusal))
    else one?.fail(Object.assign(new Error(said.failure.message), said.failure))
  }

  thread.on('message', (said: Said) => inTurn(() => take(said)))
  thread.once('error', (error) => {
    throw error
  })
  thread.once('exit', (code) => {
    if (!stopping) throw new Error(`the thread of sign-ups ended with ${code}`)
  })

  return {
    join: (...asked) =>
      new Promise((done, fail) => {
        count += 1
        open.set(count, { done, fail })
        thread.postMessage({ number: count, asked } satisfies Told)
      }),
    async stop() {
      stopping = true
      thread.ref()
      const ended = once(thread, 'exit')
      thread.postMessage('end' satisfies Told)
      await ended
    },
  }
}
