import express, { type RequestHandler } from 'express'
import { InvalidRequestError, UnsupportedMediaTypeError } from '../errors.ts'

const deepest = 20

const refuseOtherTypes: RequestHandler = (req, _res, next) => {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  next(hasBody && !req.is('application/json') ? new UnsupportedMediaTypeError() : undefined)
}

const parseText: RequestHandler = (req, _res, next) => {
  const text: unknown = req.body
  if (typeof text !== 'string') return next()
  req.body = parse(text)
  next(strangeBody(req.body) ?? repeatedKey(text))
}

/**
 * Reads a JSON body of at most 100 kB and {@link deepest} levels. Another type of body is 415: a form on a foreign page can't send
 * JSON (T28). A key that stands twice is refused: what reads the first of them and what reads the last would see two bodies (T15).
 */
export const readJson: readonly RequestHandler[] = readJsonOf('100kb')

/** The same for addresses whose bodies are longer or shorter. They are left to their own readers by {@link readJsonExcept}. */
export function readJsonOf(limit: string): readonly RequestHandler[] {
  return [refuseOtherTypes, express.text({ type: 'application/json', limit }), parseText]
}

/** {@link readJson} for all but what lies under an address. */
export function readJsonExcept(prefix: string): readonly RequestHandler[] {
  return readJson.map(
    (handler): RequestHandler =>
      (req, res, next) =>
        req.method === 'GET' || req.originalUrl.startsWith(`${prefix}/`) ? next() : handler(req, res, next),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) throw refusal('body', 'JSON')
    throw cause
  }
}

/** Level by level, not by recursion: a body may be nested fifty thousand deep. */
function strangeBody(body: unknown): Error | undefined {
  let level: readonly unknown[] = [body]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return refusal('body', `at most ${deepest} levels`)
    const values = level.filter((value) => typeof value === 'object' && value !== null)
    if (values.some((value) => Object.hasOwn(value, '__proto__')))
      return refusal('__proto__', 'a key that the interface describes')
    level = values.flatMap((value) => Object.values(value))
  }
  return undefined
}

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g

/** @param text - JSON */
function repeatedKey(text: string): Error | undefined {
  const open: Set<string>[] = []
  let string = ''
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (token !== ':') string = token
    else {
      const key = String(JSON.parse(string))
      if (open.at(-1)?.has(key)) return refusal(key.slice(0, 60), 'to be given once')
      open.at(-1)?.add(key)
    }
  }
  return undefined
}

const refusal = (name: string, expected: string): Error => new InvalidRequestError([{ name, value: '', expected }])
