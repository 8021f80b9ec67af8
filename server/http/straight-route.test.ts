import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler, type Response } from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NotFoundError } from '../errors.ts'
import { createLogger } from './log.ts'
import { problemHandler } from './problem.ts'
import { straightRoute } from './straight-route.ts'

const { logger } = createLogger('error', { write: () => {} })
const before: RequestHandler = (_req, res, next) => {
  res.set('X-Before', 'yes')
  next()
}
const sorts: Readonly<Record<string, (res: Response, next: (error?: unknown) => void) => void | Promise<void>>> = {
  answers: (res) => void res.json({ answered: true }),
  throws: () => {
    throw new NotFoundError()
  },
  rejects: () => Promise.reject(new NotFoundError()),
  hands: (_res, next) => next(new NotFoundError()),
  none: (_res, next) => next(),
  breaks: () => Promise.reject(new Error('a bug')),
}
const answering: RequestHandler = (req, res, next) => sorts[String(req.query['sort'])]?.(res, next)

const app = express()
app.disable('x-powered-by')
app.use('/way', before)
app.get('/way', answering)
app.use((_req, _res, next) => next(new NotFoundError()))
app.use(problemHandler(logger))
const straight = straightRoute(app, '/way', [before, answering], problemHandler(logger))

/** Express, and the straight way beside it, which says 599 to what it leaves to Express. */
const listening = [createServer(app), createServer((req, res) => void (straight(req, res) || res.writeHead(599).end()))]
const origins: string[] = []

beforeAll(async () => {
  for (const server of listening) {
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
    origins.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  }
})
afterAll(() => listening.forEach((server) => server.close()))

async function askBoth(path: string, method = 'GET') {
  const answers = await Promise.all(origins.map((origin) => fetch(origin + path, { method })))
  return Promise.all(
    answers.map(async (answer) => ({
      status: answer.status,
      before: answer.headers.get('x-before'),
      type: answer.headers.get('content-type'),
      text: await answer.text(),
    })),
  )
}

it.each(Object.keys(sorts))('%s: the straight way answers as Express does', async (sort) => {
  const [usual, short] = await askBoth(`/way?sort=${sort}`)
  expect(short).toEqual(usual)
  expect(short?.status).toBe({ answers: 200, breaks: 500 }[sort] ?? 404)
})

it.each([
  ['/way/further', 'GET'],
  ['/ways', 'GET'],
  ['/other', 'GET'],
  ['/way?sort=answers', 'POST'],
])('%s by %s is left to Express', async (path, method) => {
  const [, short] = await askBoth(path, method)
  expect(short?.status).toBe(599)
})
