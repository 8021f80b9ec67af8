import type { Router } from 'express'
import * as z from 'zod'
import {
  callbackInput,
  checkInput,
  fitsInput,
  personQuery,
  rushInput,
  rushUndoInput,
  staffSignUpInput,
} from '#shared/contract/desk.ts'
import { safeContactInput } from '#shared/contract/safe-contact.ts'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { absenceInput, slotInput } from '#shared/contract/sign-up.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import type { Write } from '../../db/write.ts'
import { idOfPath, languageOf, refuseParameters } from '../../http/json-answer.ts'
import { perClient } from '../../http/limits.ts'
import { actorOf, byOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { callbackService } from './callback-service.ts'
import { deskService, worksAtDesk } from './desk-service.ts'
import { fitsService } from './fits-service.ts'
import { rushService } from './rush-service.ts'
import { safeContactService } from './safe-contact-service.ts'
import type { SignUpService } from './service.ts'
import { staffSignUpService } from './staff-service.ts'

type Parts = { readonly database: Database; readonly write: Write; readonly clock: Clock; readonly signUps: SignUpService }

const nothing = z.strictObject({})

/** The people of sessions, the phone desk and its callbacks. Answers about people are kept by no browser. */
export function deskRoutes({ database, write, clock, signUps }: Parts): Router {
  const router = strictRouter()
  const staff = staffSignUpService({ database, clock, signUps })
  const desk = deskService({ database, write, clock })
  const callbacks = callbackService({ database, write, clock })

  router.get(deskApi.people(':id'), async (req, res) => {
    res.json(await staff.people(actorOf(req), idOfPath(req), languageOf(req)))
  })

  router.post(deskApi.people(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await staff.mayRead(actor, id)
    res.status(201).json(await staff.signUp(actor, id, staffSignUpInput.parse(req.body), byOf(req, 'sign-up')))
  })

  const rush = rushService({ database, write, clock, staff })
  router.get(deskApi.rush(':id'), async (req, res) => {
    refuseParameters(req)
    res.json(await rush.look(actorOf(req), idOfPath(req)))
  })

  router.post(deskApi.rush(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await rush.mayAsk(actor, id)
    res.json(await rush.withdraw(actor, id, rushInput.parse(req.body), byOf(req, 'rush-withdraw')))
  })

  router.post(deskApi.rushUndo(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await rush.mayAsk(actor, id)
    res.json(await rush.undo(actor, id, rushUndoInput.parse(req.body).wave, byOf(req, 'rush-undo')))
  })

  const acts = [
    { path: deskApi.withdraw(':id'), act: staff.withdraw, name: 'withdraw' },
    { path: deskApi.undo(':id'), act: staff.undo, name: 'undo' },
    { path: deskApi.accept(':id'), act: staff.accept, name: 'accept' },
    { path: deskApi.renewLink(':id'), act: staff.renewLink, name: 'renew-link' },
  ]
  for (const { path, act, name } of acts)
    router.post(path, async (req, res) => {
      refuseParameters(req)
      nothing.parse(req.body ?? {})
      await act(actorOf(req), idOfPath(req), byOf(req, name))
      res.status(204).end()
    })

  router.post(deskApi.absence(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await staff.mayChange(actor, id)
    await staff.sayAbsence(id, absenceInput.parse(req.body), byOf(req, 'absence'))
    res.status(204).end()
  })

  router.post(deskApi.slot(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await staff.mayChange(actor, id)
    await staff.moveSlot(id, slotInput.parse(req.body).slot, byOf(req, 'slot'))
    res.status(204).end()
  })

  const found = fitsService({ write, clock })
  router.post(deskApi.fits(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await staff.mayChange(actor, id)
    await found.note(actor, id, fitsInput.parse(req.body).fits, byOf(req, 'fits'))
    res.status(204).end()
  })

  // Every search is counted and noted in the log: nobody goes through the list of people letter by letter (T09).
  const searches = perClient({ limit: 60, windowMs: 60_000, about: (req) => `persons ${actorOf(req).accountId}` })
  router.get(deskApi.persons, searches, async (req, res) => {
    const actor = actorOf(req)
    worksAtDesk(actor)
    res.json(await desk.search(actor, personQuery.parse(req.query).q))
  })

  router.get(deskApi.person(':id'), async (req, res) => {
    res.json(await desk.view(actorOf(req), idOfPath(req), languageOf(req)))
  })

  router.post(deskApi.check(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await desk.personFor(actor, id)
    await desk.check(actor, id, checkInput.parse(req.body), byOf(req, 'caller-check'))
    res.status(204).end()
  })

  const safeContacts = safeContactService({ database, write, clock })
  router.put(deskApi.safeContact(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await safeContacts.mayNote(actor, id)
    await safeContacts.note(actor, id, safeContactInput.parse(req.body), byOf(req, 'safe-contact'))
    res.status(204).end()
  })

  router.delete(deskApi.safeContact(':id'), async (req, res) => {
    refuseParameters(req)
    const [actor, id] = [actorOf(req), idOfPath(req)]
    await safeContacts.mayNote(actor, id)
    await safeContacts.forget(id, byOf(req, 'safe-contact'))
    res.status(204).end()
  })

  router.get(deskApi.offers, async (req, res) => {
    res.json(await desk.offers(actorOf(req), languageOf(req)))
  })

  router.get(deskApi.callbacks, async (req, res) => {
    refuseParameters(req)
    res.json(await callbacks.list(actorOf(req)))
  })

  router.post(deskApi.callbacks, async (req, res) => {
    refuseParameters(req)
    const actor = actorOf(req)
    worksAtDesk(actor)
    res.status(201).json(await callbacks.add(actor, callbackInput.parse(req.body), byOf(req, 'callback')))
  })

  const marks = [
    { path: deskApi.callbackDone(':id'), done: true },
    { path: deskApi.callbackOpen(':id'), done: false },
  ]
  for (const { path, done } of marks)
    router.post(path, async (req, res) => {
      refuseParameters(req)
      nothing.parse(req.body ?? {})
      await callbacks.mark(actorOf(req), idOfPath(req), done, byOf(req, done ? 'callback-done' : 'callback-open'))
      res.status(204).end()
    })

  return router
}
