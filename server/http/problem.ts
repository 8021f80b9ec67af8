import type { ServerResponse } from 'node:http'
import type { ErrorRequestHandler } from 'express'
import { ZodError } from 'zod'
import { problemType, type Problem } from '#shared/contract/problem.ts'
import { AppError, InvalidRequestError, MethodNotAllowedError, TooManyRequestsError } from '../errors.ts'
import { isDatabaseAway } from '../db/database-away.ts'
import type { Logger } from './log.ts'

const bug: Problem = { type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'internal-error' }
const away: Problem = {
  type: '/problems/database-away',
  title: 'the database is not there at the moment: try again in a few seconds',
  status: 503,
  code: 'database-away',
}

/** Turns whatever was thrown into a problem document (RFC 9457). A bug becomes a bare 500, as its message may hold secrets. */
export function toProblem(error: unknown): Problem {
  if (error instanceof AppError)
    return { type: `/problems/${error.code}`, title: error.message, status: error.status, code: error.code, ...error.details }
  if (error instanceof ZodError) return toProblem(new InvalidRequestError(error.issues.map(toIssue)))
  if (isDatabaseAway(error)) return away
  return bodyProblem(error) ?? bug
}

/** Writes a refusal, also where Express isn't at hand. Nothing of it is kept by caches. */
export function sendProblem(res: ServerResponse, error: unknown): void {
  const problem = toProblem(error)
  const body = Buffer.from(JSON.stringify(problem))
  if (error instanceof MethodNotAllowedError) res.setHeader('Allow', error.allowed.join(', '))
  if (error instanceof TooManyRequestsError) res.setHeader('Retry-After', String(error.details['retryAfter']))
  if (problem === away) res.setHeader('Retry-After', '5')
  for (const name of ['ETag', 'Last-Modified', 'Content-Encoding', 'Content-Disposition']) res.removeHeader(name)
  res.writeHead(problem.status, {
    'Content-Type': `${problemType}; charset=utf-8`,
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  res.end(res.req.method === 'HEAD' ? undefined : body)
}

/** The one place where what a route threw becomes an answer. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error, _req, res, next) => {
    if (toProblem(error).status >= 500) logger.error({ err: error }, 'a request failed')
    if (res.headersSent) next(error)
    else sendProblem(res, error)
  }
}

function toIssue({ path, message, code, ...rest }: ZodError['issues'][number]) {
  const keys = code === 'unrecognized_keys' && 'keys' in rest ? rest.keys.join(', ') : ''
  const input = 'input' in rest ? String(rest.input) : ''
  return { name: path.join('.') || keys || 'body', value: input.slice(0, 60), expected: message, ...(code && { code }) }
}

/** What Express's readers of bodies and addresses throw. */
const bodyTitles: Readonly<Record<string, string>> = {
  'entity.too.large': 'the body is larger than 100 kB',
  'encoding.unsupported': 'the body must come as it is, or as gzip, deflate or br',
  'charset.unsupported': 'the body must be UTF-8',
  'request.aborted': 'the body ended too early',
  'request.size.invalid': 'the body is not as long as it says',
}

function bodyProblem(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number' || error.status >= 500) return null
  const kind = 'type' in error ? String(error.type) : ''
  const code = kind === 'entity.too.large' ? 'body-too-large' : 'invalid-request'
  return { type: `/problems/${code}`, title: bodyTitles[kind] ?? 'the request is not understood', status: error.status, code }
}
