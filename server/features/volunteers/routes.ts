import type { Router } from 'express'
import * as z from 'zod'
import { deskApi, volunteerApi } from '#shared/contract/panel-paths.ts'
import { staffShiftInput } from '#shared/contract/shift.ts'
import { factInput, shiftChange, shiftInput, shiftRemoval, shiftSkip } from '#shared/contract/volunteer.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { idOfPath, languageOf, refuseParameters } from '../../http/json-answer.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { shiftDeskService } from '../sign-ups/shift-desk-service.ts'
import type { ShiftService } from '../sign-ups/shift-service.ts'
import { staffSignUpService } from '../sign-ups/staff-service.ts'
import type { SignUpService } from '../sign-ups/service.ts'
import { volunteerService } from './service.ts'
import { shiftPlanning } from './shift-service.ts'

type Parts = {
  readonly database: Database
  readonly write: Write
  readonly clock: Clock
  readonly signUps: SignUpService
  readonly shifts: ShiftService
}

const nothing = z.strictObject({})

/** Shifts and volunteers, for staff. Answers about people are kept by no browser. */
export function volunteerRoutes({ database, write, clock, signUps, shifts }: Parts): Router {
  const router = strictRouter()
  const planning = shiftPlanning({ database, write, clock })
  const volunteers = volunteerService({ database, write, clock })
  const staff = staffSignUpService({ database, clock, signUps })

  router.get(volunteerApi.sessionShifts(':id'), async (req, res) => {
    refuseParameters(req)
    res.json(await planning.ofSession(actorOf(req), idOfPath(req)))
  })

  router.get(volunteerApi.seriesShifts(':id'), async (req, res) => {
    refuseParameters(req)
    res.json(await planning.ofSeries(actorOf(req), idOfPath(req)))
  })

  const places = [
    { kind: 'session', path: volunteerApi.sessionShifts(':id') },
    { kind: 'series', path: volunteerApi.seriesShifts(':id') },
  ] as const
  for (const { kind, path } of places)
    router.post(path, async (req, res) => {
      refuseParameters(req)
      const at = { kind, id: idOfPath(req) }
      await planning.reach(actorOf(req), at, 'plan')
      res.status(201).json(await planning.add(at, shiftInput.parse(req.body), byOf(req, 'shift-add')))
    })

  router.put(volunteerApi.shift(':id'), async (req, res) => {
    refuseParameters(req)
    const row = await planning.shiftFor(actorOf(req), idOfPath(req))
    await planning.change(row, shiftChange.parse(req.body), byOf(req, 'shift-change'))
    res.status(204).end()
  })

  router.post(volunteerApi.removeShift(':id'), async (req, res) => {
    refuseParameters(req)
    const row = await planning.shiftFor(actorOf(req), idOfPath(req))
    await planning.remove(row, shiftRemoval.parse(req.body).version, byOf(req, 'shift-remove'))
    res.status(204).end()
  })

  router.post(volunteerApi.skipShift(':id', ':shiftId'), async (req, res) => {
    refuseParameters(req)
    const [actor, id, shiftId] = [actorOf(req), idOfPath(req), String(req.params['shiftId'])]
    await planning.reach(actor, { kind: 'session', id }, 'plan')
    const { skip } = shiftSkip.parse(req.body)
    if (!isId(shiftId)) throw new NotFoundError()
    await planning.skip(actor, id, shiftId, skip, byOf(req, 'shift-skip'))
    res.status(204).end()
  })

  router.post(volunteerApi.approve(':id'), async (req, res) => {
    refuseParameters(req)
    const id = idOfPath(req)
    await staff.mayPlan(actorOf(req), id)
    nothing.parse(req.body ?? {})
    await shifts.approve(id, byOf(req, 'stand-in'))
    res.status(204).end()
  })

  const desk = shiftDeskService({ database, clock, shifts, staff })
  router.get(deskApi.shiftsFor(':id'), async (req, res) => {
    res.json(await desk.fitting(actorOf(req), idOfPath(req), languageOf(req)))
  })

  router.post(deskApi.giveShift(':id', ':shiftId'), async (req, res) => {
    refuseParameters(req)
    const [actor, sessionId, shiftId] = [actorOf(req), idOfPath(req), String(req.params['shiftId'])]
    await desk.mayGive(actor, sessionId)
    const input = staffShiftInput.parse(req.body)
    if (!isId(shiftId)) throw new NotFoundError()
    res.status(201).json(await desk.give(actor, { sessionId, shiftId }, input, byOf(req, 'sign-up')))
  })

  router.get(volunteerApi.volunteers, async (req, res) => {
    res.json(await volunteers.list(actorOf(req), languageOf(req)))
  })

  router.get(volunteerApi.volunteer(':id'), async (req, res) => {
    res.json(await volunteers.view(actorOf(req), idOfPath(req), languageOf(req)))
  })

  router.post(volunteerApi.facts(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await volunteers.volunteerFor(actor, id)
    res.status(201).json(await volunteers.addFact(actor, id, factInput.parse(req.body), byOf(req, 'volunteer-paper')))
  })

  router.delete(volunteerApi.fact(':id'), async (req, res) => {
    refuseParameters(req)
    await volunteers.removeFact(actorOf(req), idOfPath(req), byOf(req, 'volunteer-paper'))
    res.status(204).end()
  })

  return router
}
