import express, { type RequestHandler } from 'express'
import { InvalidRequestError, UnsupportedMediaTypeError } from '../errors.ts'

const parse = express.json({ limit: '100kb', reviver: refusePrototypes })

/** Reads a JSON body of at most 100 kB. Another type of body is 415: a form on a foreign page can't send JSON (T28). */
export const readJson: RequestHandler = (req, res, next) => {
  const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
  if (hasBody && !req.is('application/json')) return next(new UnsupportedMediaTypeError())
  return parse(req, res, next)
}

function refusePrototypes(this: unknown, key: string, value: unknown): unknown {
  if (key === '__proto__')
    throw new InvalidRequestError([{ name: key, value: '', expected: 'a key that the interface describes' }])
  return value
}
