import type { Problem } from '#shared/contract/problem.ts'

/** The server answered, and said no. */
export class ProblemError extends Error {
  readonly code: string
  readonly status: number
  constructor(problem: Problem, path: string) {
    super(`${path}: ${problem.status} ${problem.title}`)
    this.name = 'ProblemError'
    this.code = problem.code
    this.status = problem.status
  }
}

/** Nobody answered: no network, or no server behind it. */
export class OfflineError extends Error {
  constructor(path: string, cause: unknown) {
    super(`${path}: no answer`, { cause })
    this.name = 'OfflineError'
  }
}

/**
 * Asks our own server. `cache: 'no-cache'` makes the browser ask whether its copy is still true (a 304 is cheap).
 * @throws {OfflineError} when nobody answers
 * @throws {ProblemError} when the answer isn't a success
 */
export const ask = (path: string, accept: string, signal: AbortSignal): Promise<Response> =>
  send(path, { signal, cache: 'no-cache', headers: { accept } })

async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw new OfflineError(path, error)
  })
  if (!response.ok) throw new ProblemError(await problemOf(response), path)
  return response
}

/** A JSON answer; its shape is the contract of the two rooms (`shared/contract/public.ts`). */
export async function getJson<Answer>(path: string, signal: AbortSignal): Promise<Answer> {
  const response = await ask(path, 'application/json', signal)
  return (await response.json()) as Answer
}

/** Gives the server something and reads its answer; refusals as in `ask`. */
export async function postJson<Input, Answer>(path: string, input: Input, signal: AbortSignal): Promise<Answer> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const response = await send(path, { method: 'POST', signal, headers, body: JSON.stringify(input) })
  return (await response.json()) as Answer
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback = { type: 'about:blank', code: '', title: response.statusText, status: response.status }
  if (!response.headers.get('content-type')?.includes('json')) return fallback
  const body: unknown = await response.json().catch(() => null)
  return typeof body === 'object' && body !== null ? { ...fallback, ...body } : fallback
}
