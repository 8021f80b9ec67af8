import express, { type RequestHandler } from 'express'
import { InvalidRequestError, UnsupportedMediaTypeError } from '../errors.ts'

const deepest = 20

const parse = express.json({ limit: '100kb' })

/**
 * Reads a JSON body of at most 100 kB and {@link deepest} levels. Another type of body is 415: a form on a foreign page can't send
 * JSON (T28).
 */
export const readJson: RequestHandler = (req, res, next) => {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  if (hasBody && !req.is('application/json')) return next(new UnsupportedMediaTypeError())
  return parse(req, res, (error?: unknown) => next(error ?? strangeBody(req.body)))
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

const refusal = (name: string, expected: string): Error => new InvalidRequestError([{ name, value: '', expected }])
