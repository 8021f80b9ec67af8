import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { destination, pino, type Logger } from 'pino'
import type { Config } from '../config.ts'

export type { Logger } from 'pino'

type Output = { readonly write: (line: string) => unknown }

/** Characters that JSON lets through and a terminal or a reader of lines takes for a command. */
const hidden = /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

const clean = (text: string): string => text.replace(hidden, escaped)

/** One JSON object a line, nothing in it that a terminal would act on. `flush` writes what is still held back. */
export function createLogger(level: Config['logLevel'], output?: Output): { logger: Logger; flush: () => void } {
  const { write, flush } = output ? { write: (line: string) => output.write(clean(line)), flush: () => {} } : standardOutput()
  const logger = pino({ level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` }, { write })
  return { logger, flush }
}

const blockLength = 16_384
const longestWaitMs = 500

/** Gathers lines and hands them on in blocks: handing on each would cost a tenth of the time in which a feed is answered. */
function standardOutput(): { readonly write: (line: string) => void; readonly flush: () => void } {
  const standard = destination({ dest: 1, sync: false })
  let block = ''
  const handOn = (): void => {
    if (block !== '') standard.write(clean(block))
    block = ''
  }
  setInterval(handOn, longestWaitMs).unref()
  return {
    write(line) {
      block += line
      if (block.length >= blockLength) handOn()
    },
    flush() {
      handOn()
      standard.flushSync()
    },
  }
}

/** Requests that are done within this time are logged together: formatting a hundred lines in one go takes a fifth of the time. */
const togetherMs = 10

type Done = { readonly method: string | undefined; readonly url: string; readonly status: number; readonly ms: number }

/**
 * Logs each request when its answer is done: method, path, status, time. No query, no address of the client and no token, as
 * they may say who reads what.
 */
export function requestLog(logger: Logger): (req: IncomingMessage, res: ServerResponse) => void {
  let waiting: Done[] = []
  const writeAll = (): void => {
    const together = waiting
    waiting = []
    for (const { method, url, status, ms } of together) {
      const line = { method, path: loggedPath(url), status, ms: Math.round(ms * 10) / 10 }
      if (status >= 500) logger.warn(line)
      else logger.info(line)
    }
  }
  return (req, res) => {
    const begun = performance.now()
    res.on('close', () => {
      if (waiting.length === 0) setTimeout(writeAll, togetherMs)
      const status = res.writableFinished ? res.statusCode : 499
      waiting.push({ method: req.method, url: req.url ?? '', status, ms: performance.now() - begun })
    })
  }
}

const secretPath = /^\/feeds\/personal\/(.+)$/

/** The path of an address; a token in it becomes a short hash, which finds the same reader again and opens nothing. */
export function loggedPath(url: string): string {
  const path = url.split('?', 1)[0]?.slice(0, 300) ?? ''
  const token = secretPath.exec(path)?.[1]
  return token === undefined ? path : `feed:${createHash('sha256').update(token).digest('hex').slice(0, 8)}`
}
