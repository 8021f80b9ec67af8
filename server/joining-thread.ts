/**
 * The thread in which web sign-ups are placed. A rush makes and drops a hundred times what a feed does, and while the memory of a thread is
 * tidied nothing else runs in it: so who reads has another thread. It gives way to it, and to PostgreSQL, where the system can say so for a thread.
 */
import { constants, getPriority, setPriority } from 'node:os'
import { inspect } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import { systemClock } from './clock.ts'
import { openDatabase } from './db/client.ts'
import { isDatabaseAway } from './db/database-away.ts'
import { writer } from './db/write.ts'
import { AppError } from './errors.ts'
import { signUpService } from './features/sign-ups/service.ts'
import type { PlainFailure, PlainRefusal, Said, ThreadStart, Told } from './joining.ts'

/** Five for writers (`db/write.ts`), the others for who asks which list it is. */
const connections = 8

const { database: config } = workerData as ThreadStart
const say = (said: Said): void => parentPort?.postMessage(said)
// Only on Linux the priority is one thread's; elsewhere it would be that of the whole server. Only root may raise one that is lower already.
if (process.platform === 'linux') setPriority(Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL))

const database = openDatabase(config, connections, 'podworko sign-ups')
const { join } = signUpService({ database, write: writer(database), clock: systemClock })

parentPort?.on('message', async (told: Told) => {
  if (told === 'end') {
    await database.close()
    return parentPort?.close()
  }
  const { number, asked } = told
  try {
    say({ number, answer: await join(...asked) })
  } catch (error) {
    say({ number, ...inPlain(error) })
  }
})

function inPlain(error: unknown): { readonly refusal: PlainRefusal } | { readonly failure: PlainFailure } {
  if (error instanceof AppError) {
    const { code, status, message, details } = error
    return { refusal: { code, status, message, details } }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { failure: { message, stack: inspect(error), code: isDatabaseAway(error) ? 'P1001' : undefined } }
}
