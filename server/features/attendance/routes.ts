import type { Request, Router } from 'express'
import { deviceHeader, devicePattern } from '#shared/contract/attendance-merge.ts'
import { attendanceInput } from '#shared/contract/attendance.ts'
import { attendanceApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import { InvalidRequestError, NotFoundError } from '../../errors.ts'
import { discreetly } from '../../http/discreetly.ts'
import { idOfPath, languageOf, refuseParameters } from '../../http/json-answer.ts'
import { perClient } from '../../http/limits.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import type { DoorService } from './door-service.ts'
import type { AttendanceService } from './panel-service.ts'

/** The list at the door, for a device without an account (T08). */
export function doorRoutes(door: DoorService): Router {
  const router = strictRouter()
  const path = api.door(':token')
  const tries = perClient({ limit: 300, windowMs: 60_000, about: () => 'door' })

  router.get(path, discreetly, tries, async (req, res) => {
    const language = languageOf(req)
    res.json(await door.look(tokenIn(req), language))
  })

  router.post(`${path}/claim`, discreetly, tries, async (req, res) => {
    refuseParameters(req)
    await door.claim(tokenIn(req), deviceIn(req))
    res.status(204).end()
  })

  router.get(`${path}/list`, discreetly, tries, async (req, res) => {
    const language = languageOf(req)
    res.json(await door.list(tokenIn(req), deviceIn(req), language))
  })

  router.post(`${path}/list`, discreetly, tries, async (req, res) => {
    const language = languageOf(req)
    const sender = await door.sender(tokenIn(req), deviceIn(req))
    res.json(await door.send(sender, attendanceInput.parse(req.body), language))
  })

  return router
}

/** The same list and its links, for staff who are signed in. */
export function attendanceRoutes(attendance: AttendanceService): Router {
  const router = strictRouter()

  router.get(attendanceApi.list(':id'), async (req, res) => {
    const device = req.get(deviceHeader) ?? null
    res.json(await attendance.view(actorOf(req), idOfPath(req), { language: languageOf(req), device }))
  })

  router.post(attendanceApi.list(':id'), async (req, res) => {
    const [actor, id, language] = [actorOf(req), idOfPath(req), languageOf(req)]
    await attendance.placeFor(actor, id)
    const device = req.get(deviceHeader) ?? ''
    if (!devicePattern.test(device))
      throw new InvalidRequestError([
        { name: deviceHeader, value: device.slice(0, 64), expected: '16 to 64 letters, digits, - or _' },
      ])
    const input = attendanceInput.parse(req.body)
    res.json(await attendance.mark(actor, id, input, { language, device }, byOf(req, 'attendance')))
  })

  router.get(attendanceApi.sums(':id'), async (req, res) => {
    refuseParameters(req)
    res.json(await attendance.sums(actorOf(req), idOfPath(req)))
  })

  router.get(attendanceApi.history(':id'), async (req, res) => {
    res.json(await attendance.history(actorOf(req), idOfPath(req), languageOf(req)))
  })

  router.get(attendanceApi.links(':id'), async (req, res) => {
    refuseParameters(req)
    res.json(await attendance.links(actorOf(req), idOfPath(req)))
  })

  router.post(attendanceApi.links(':id'), async (req, res) => {
    refuseParameters(req)
    res.status(201).json(await attendance.makeLink(actorOf(req), idOfPath(req), byOf(req, 'door-link')))
  })

  router.delete(attendanceApi.link(':id'), async (req, res) => {
    refuseParameters(req)
    await attendance.revoke(actorOf(req), idOfPath(req), byOf(req, 'door-link'))
    res.status(204).end()
  })

  return router
}

/** What can't be a token or a device is answered as an unknown one. */
function tokenIn(req: Request): string {
  const token = String(req.params['token'])
  if (!/^[\w-]{24}$/.test(token)) throw new NotFoundError()
  return token
}

function deviceIn(req: Request): string {
  const device = req.get(deviceHeader) ?? ''
  if (!devicePattern.test(device)) throw new NotFoundError()
  return device
}
