import { createHash } from 'node:crypto'
import type { Request, Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import { absenceInput, exchangeInput, partyInput, signUpInput } from '#shared/contract/sign-up.ts'
import * as z from 'zod'
import type { Once } from '../../db/once.ts'
import { InvalidRequestError, NotFoundError } from '../../errors.ts'
import { discreetly } from '../../http/discreetly.ts'
import { languageOf, refuseParameters } from '../../http/json-answer.ts'
import { perClient } from '../../http/limits.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { isSessionId } from '../sessions/rules.ts'
import type { AbsenceService } from './absence-service.ts'
import type { ExchangeService } from './exchange-service.ts'
import type { SignUpService } from './service.ts'

const nothing = z.strictObject({})
const tenMinutesMs = 600_000

export function signUpRoutes(signUps: SignUpService, exchanges: ExchangeService, absences: AbsenceService): Router {
  const router = strictRouter()
  const sessionPath = `${api.session('')}:id`
  const managePath = `${api.manage('')}:token`

  router.get(`${sessionPath}/seats`, async (req, res) => {
    const language = languageOf(req)
    res.set('Cache-Control', 'no-store').json(await signUps.seats(sessionIdOf(req), language))
  })

  // A library has forty seniors behind one address (T31); nobody has forty sign-ups of one person.
  const perSession = perClient({ limit: 150, windowMs: tenMinutesMs, about: (req) => `session ${req.params['id']}` })
  const perPerson = perClient({
    limit: 12,
    windowMs: tenMinutesMs,
    about: (req) => `person ${req.params['id']} ${digest(whoOf(req))}`,
  })
  router.post(`${sessionPath}/sign-ups`, discreetly, perSession, perPerson, async (req, res) => {
    refuseParameters(req)
    const id = sessionIdOf(req)
    const answer = await signUps.join(id, signUpInput.parse(req.body), onceOf(req))
    res.status(201).json(answer)
  })

  router.get(managePath, discreetly, async (req, res) => {
    const language = languageOf(req)
    res.json(await signUps.view(tokenIn(req), language))
  })

  // Only by POST: whoever follows links in mails for others changes nothing (T24).
  const acts = { withdraw: signUps.withdraw, undo: signUps.undo, accept: signUps.accept }
  for (const [name, act] of Object.entries(acts))
    router.post(`${managePath}/${name}`, discreetly, async (req, res) => {
      refuseParameters(req)
      nothing.parse(req.body ?? {})
      await act(tokenIn(req))
      res.status(204).end()
    })

  router.post(`${managePath}/link`, discreetly, async (req, res) => {
    refuseParameters(req)
    nothing.parse(req.body ?? {})
    res.json({ token: await signUps.renewLink(tokenIn(req)) })
  })

  router.get(`${managePath}/elsewhere`, discreetly, async (req, res) => {
    const language = languageOf(req)
    res.json(await exchanges.elsewhere(tokenIn(req), language))
  })

  router.post(`${managePath}/exchange`, discreetly, async (req, res) => {
    refuseParameters(req)
    const input = exchangeInput.parse(req.body)
    res.status(201).json(await exchanges.exchange(tokenIn(req), input, onceOf(req)))
  })

  router.post(`${managePath}/absence`, discreetly, async (req, res) => {
    refuseParameters(req)
    await absences.say(tokenIn(req), absenceInput.parse(req.body))
    res.status(204).end()
  })

  router.post(`${managePath}/party`, discreetly, async (req, res) => {
    refuseParameters(req)
    await signUps.changeParty(tokenIn(req), partyInput.parse(req.body))
    res.status(204).end()
  })

  return router
}

export function sessionIdOf(req: Request): string {
  const id = String(req.params['id'])
  if (!isSessionId(id)) throw new NotFoundError()
  return id
}

export const tokenIn = (req: Request): string => String(req.params['token'])

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Only to count how often one client tries the same person; read properly later. */
function whoOf(req: Request): string {
  const { name, contact } = { name: '', contact: '', ...(req.body as object | undefined) }
  return `${String(name).slice(0, 300)}\n${String(contact).slice(0, 300)}`.toLowerCase()
}

/** The key that the page gave this sign-up; without one nothing tells a second click from a second person. */
export function onceOf(req: Request): Once | null {
  const key = req.get('Idempotency-Key')
  if (key === undefined) return null
  if (!/^[\x21-\x7e]{16,100}$/.test(key))
    throw new InvalidRequestError([
      { name: 'Idempotency-Key', value: key.slice(0, 60), expected: '16 to 100 visible characters of ASCII' },
    ])
  return { key, request: digest(`${req.method} ${req.originalUrl}\n${JSON.stringify(req.body ?? null)}`) }
}
