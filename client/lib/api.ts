import type { Issue, Problem } from '#shared/contract/problem.ts'

/** The server answered, and said no. `details` is the whole problem document. */
export class ProblemError extends Error {
  readonly code: string
  readonly status: number
  readonly issues: readonly Issue[]
  readonly details: Problem
  constructor(problem: Problem, path: string) {
    super(`${path}: ${problem.status} ${problem.title}`)
    this.name = 'ProblemError'
    this.code = problem.code
    this.status = problem.status
    this.issues = problem.issues ?? []
    this.details = problem
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
export const ask = (path: string, accept: string, signal: AbortSignal, more: MoreHeaders = {}): Promise<Response> =>
  send(path, { signal, cache: 'no-cache', headers: { accept, ...more } })

type MoreHeaders = Readonly<Record<string, string>>

async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw new OfflineError(path, error)
  })
  if (!response.ok) throw new ProblemError(await problemOf(response), path)
  return response
}

/** A JSON answer; its shape is the contract of the two rooms (`shared/contract/public.ts`). */
export async function getJson<Answer>(path: string, signal: AbortSignal, more?: MoreHeaders): Promise<Answer> {
  const response = await ask(path, 'application/json', signal, more)
  return (await response.json()) as Answer
}

/** `key`: the same one again makes the same save do nothing twice; `useSave` gives it. */
export type Sending = { readonly signal?: AbortSignal; readonly key?: string; readonly headers?: MoreHeaders }

/** Gives the server something and reads its answer (`undefined` where it has none); refusals as in `ask`. */
export const postJson = <Input, Answer>(path: string, input: Input, sending: Sending = {}): Promise<Answer> =>
  give('POST', path, input, sending)
export const putJson = <Input, Answer>(path: string, input: Input, sending: Sending = {}): Promise<Answer> =>
  give('PUT', path, input, sending)
export const patchJson = <Input, Answer>(path: string, input: Input, sending: Sending = {}): Promise<Answer> =>
  give('PATCH', path, input, sending)
export const deleteJson = <Input, Answer>(path: string, input: Input, sending: Sending = {}): Promise<Answer> =>
  give('DELETE', path, input, sending)

/** Sends a file as it is, under whatever name. */
export async function postFile<Answer>(path: string, file: Blob): Promise<Answer> {
  const headers = { accept: 'application/json', 'content-type': 'application/octet-stream' }
  const response = await send(path, { method: 'POST', headers, body: file })
  return (await response.json()) as Answer
}

async function give<Answer>(
  method: string,
  path: string,
  input: unknown,
  { signal, key, headers: more }: Sending,
): Promise<Answer> {
  const headers = new Headers({ accept: 'application/json', ...more })
  if (input !== undefined) headers.set('content-type', 'application/json')
  if (key !== undefined) headers.set('idempotency-key', key)
  const body = input === undefined ? null : JSON.stringify(input)
  const response = await send(path, { method, headers, body, signal: signal ?? null })
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as Answer
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback = { type: 'about:blank', code: '', title: response.statusText, status: response.status }
  if (!response.headers.get('content-type')?.includes('json')) return fallback
  const body: unknown = await response.json().catch(() => null)
  return typeof body === 'object' && body !== null ? { ...fallback, ...body } : fallback
}
