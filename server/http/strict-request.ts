import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Config } from '../config.ts'
import { InvalidRequestError, MethodNotAllowedError, NotFoundError, UnknownHostError } from '../errors.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']
/** Path segments of the product are plain; only `.` and `..` and empty ones, and their encoded forms, must stay outside. */
const plainPath = /^(?:\/|(?:\/(?!\.{1,2}(?:\/|$))[\w.~!$&'()*+,;=:@%-]+)+\/?)$/
const trickyEncoding = /%(?:2e|2f|5c|00|25|[0-9a-f]?(?:[^0-9a-f]|$))/i

export type Strictness = {
  /** Whether a request names this server: before that nothing is answered but the refusal. */
  readonly isOurs: (req: IncomingMessage) => boolean
  /** The error to answer a request with, or null. */
  readonly strangeness: (req: IncomingMessage) => Error | null
}

/**
 * Refuses what no browser or calendar sends: another server's name, a method we have nowhere, an address in two spellings.
 * Runs in front of everything but feeds in memory, which are known by their very address.
 */
export function strictness(config: Config): Strictness {
  const isOurHost = hostCheck(config)
  const isOurs: Strictness['isOurs'] = (req) => isOurHost(req.headers.host ?? '')
  const strangeness: Strictness['strangeness'] = (req) => {
    const url = req.url ?? ''
    const path = url.split('?', 1)[0] ?? ''
    if (!methods.includes(req.method ?? '')) return new MethodNotAllowedError(methods)
    if (!path.startsWith('/'))
      return new InvalidRequestError([{ name: 'address', value: path.slice(0, 60), expected: 'a path that begins with /' }])
    if (!isOurs(req)) return new UnknownHostError()
    if (!plainPath.test(path) || trickyEncoding.test(path)) return new NotFoundError()
    return null
  }
  return { isOurs, strangeness }
}

/** Names in the Host header that we answer to. Links never come from it: they are built on PUBLIC_URL. */
function hostCheck({ publicUrl, publicUrlIsSet }: Config): (header: string) => boolean {
  const names = [hostName(new URL(publicUrl).host), 'localhost', '127.0.0.1', '::1']
  let good: string | undefined // nearly all requests come with the same one
  return (header) => {
    if (header === good) return true
    const name = hostName(header)
    const isOurs = names.includes(name) || (!publicUrlIsSet && isIP(name) !== 0)
    if (isOurs) good = header
    return isOurs
  }
}

function hostName(header: string): string {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::\d{1,5})?$/.exec(header.toLowerCase())
  return match?.[1] ?? match?.[2] ?? ''
}
