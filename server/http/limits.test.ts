import express from 'express'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { perMinute } from './limits.ts'
import { problemHandler } from './problem.ts'
import { serve } from './testing/serve.ts'

const app = express()
app.use(perMinute(2), (_req, res) => void res.send('here'))
app.use(problemHandler(pino({ level: 'silent' })))
const ask = await serve(app)

it('says when to come back once a client has asked too often', async () => {
  expect([(await ask('/')).status, (await ask('/')).status]).toEqual([200, 200])
  const { status, headers, body } = await ask('/')
  expect([status, JSON.parse(body).code]).toEqual([429, 'too-many-requests'])
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60)
})
