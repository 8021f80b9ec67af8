import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { destination, pino, symbols, type Logger } from 'pino'
import type { Config } from '../config.ts'

export type { Logger } from 'pino'

type Output = { readonly write: (line: string) => unknown }

/** Characters that JSON lets through and a terminal or a reader of lines takes for a command. */
const hidden = /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

const clean = (text: string): string => text.replace(hidden, escaped)

/** Where lines go: those of unknown text through `write`, those that hold nothing a terminal would act on through `writeClean`. */
type Stream = { readonly write: (line: string) => void; readonly writeClean: (line: string) => void }

/** One JSON object a line, nothing in it that a terminal would act on. `flush` writes what is still held back. */
export function createLogger(level: Config['logLevel'], output?: Output): { logger: Logger; flush: () => void } {
  const { write: writeClean, flush } = output
    ? { write: (line: string) => void output.write(line), flush: () => {} }
    : standardOutput()
  const stream: Stream = { write: (line) => writeClean(clean(line)), writeClean }
  return { logger: pino({ level, base: null, timestamp: timestamps() }, stream), flush }
}

/** Lines of one millisecond share the text of their time. */
function timestamps(): () => string {
  let [shownMs, text] = [0, '']
  return () => {
    const nowMs = Date.now()
    if (nowMs !== shownMs) [shownMs, text] = [nowMs, `,"time":"${new Date(nowMs).toISOString()}"`]
    return text
  }
}

const blockLength = 16_384
const longestWaitMs = 500

/** Gathers lines and hands them on in blocks: handing on each would cost a tenth of the time in which a feed is answered. */
function standardOutput(): { readonly write: (line: string) => void; readonly flush: () => void } {
  const standard = destination({ dest: 1, sync: false })
  let block = ''
  const handOn = (): void => {
    if (block !== '') standard.write(block)
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

/** Requests that are done within this time are logged together: writing a hundred lines in one go takes a fifth of the time. */
const togetherMs = 10
const remembered = { paths: 1_000, length: 500 }

type Done = { readonly method: string | undefined; readonly url: string; readonly status: number; readonly ms: number }

export type RequestLog = {
  /** Logs a request that was answered at once from memory, so that nothing has to wait for its end. */
  readonly answered: (req: IncomingMessage, status: number, begunMs: number) => void
  /** Logs any other request when its answer is done, or its client gone (499). */
  readonly follow: (req: IncomingMessage, res: ServerResponse, begunMs: number) => void
}

/**
 * Logs each request once: method, path, status, time. No query, no address of the client and no token, as they may say who
 * reads what. `begunMs` is of `performance.now()`.
 */
export function requestLog(logger: Logger): RequestLog {
  const stream = (logger as Logger & { readonly [symbols.streamSym]: Stream })[symbols.streamSym]
  const timestamp = timestamps()
  const paths = new Map<string, string>()
  let waiting: Done[] = []

  function pathText(url: string): string {
    const known = paths.get(url)
    if (known !== undefined) return known
    const text = clean(JSON.stringify(loggedPath(url)))
    if (paths.size >= remembered.paths) paths.clear()
    if (url.length <= remembered.length) paths.set(url, text)
    return text
  }

  function writeAll(): void {
    const together = waiting
    waiting = []
    for (const { method, url, status, ms } of together) {
      const level = status >= 500 ? 'warn' : 'info'
      // The line that pino would write, in a third of its time: a feed in memory is answered in 20 µs.
      if (logger.isLevelEnabled(level))
        stream.writeClean(
          `{"level":${logger.levels.values[level]}${timestamp()},"method":"${method}","path":${pathText(url)},"status":${status},"ms":${Math.round(ms * 10) / 10}}\n`,
        )
    }
  }
  const answered: RequestLog['answered'] = ({ method, url = '' }, status, begunMs) => {
    if (waiting.length === 0) setTimeout(writeAll, togetherMs)
    waiting.push({ method, url, status, ms: performance.now() - begunMs })
  }
  return {
    answered,
    follow: (req, res, begunMs) => res.on('close', () => answered(req, res.writableFinished ? res.statusCode : 499, begunMs)),
  }
}

const secretPath = /^\/(?:feeds\/personal|(?:api\/|en\/|uk\/)?(?:manage|door))\/([^/]+)/

/** The path of an address; a token in it becomes a short hash, which finds the same reader again and opens nothing. */
export function loggedPath(url: string): string {
  const path = url.split('?', 1)[0]?.slice(0, 300) ?? ''
  const token = secretPath.exec(path)?.[1]
  if (token === undefined) return path
  const kind = path.startsWith('/feeds/') ? 'feed' : /^\/(?:\w+\/)?door\//.test(path) ? 'door' : 'manage'
  return `${kind}:${createHash('sha256').update(token).digest('hex').slice(0, 8)}`
}
