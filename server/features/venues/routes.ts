import type { Router } from 'express'
import { closureChangeInput, closureInput, roomInput, venueInput } from '#shared/contract/manage/venue.ts'
import { archiveInput, version } from '#shared/contract/manage/fields.ts'
import type { VenueManaged, VenueRow } from '#shared/contract/manage/views.ts'
import { api } from '#shared/contract/paths.ts'
import { accessibilityFacts } from '#shared/contract/kinds.ts'
import * as z from 'zod'
import { reachOf, type Actor } from '../../actor.ts'
import { answer, found, languageOf, slugOfPath } from '../../http/json-answer.ts'
import { addManaged, changeable, changeableBy, idOfPath, namingEdits, writeBy, type Managed } from '../../http/managed.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { seenBy, type ManageParts } from '../organisations/routes.ts'
import { todayAt } from '../organisations/rules.ts'
import { closuresOf, presentOpening, presentVenue, presentVenueManaged, threeValued } from './present.ts'
import { findHits, findVenue, isInReach, listVenues, readVenue, venueOfClosure, venueOfRoom } from './repository.ts'
import {
  archiveRoom,
  archiveVenue,
  changeRoom,
  changeVenue,
  changeClosure,
  createClosure,
  createRoom,
  createVenue,
  deleteClosure,
  mergeVenues,
} from './service.ts'

export function venueRoutes(parts: ManageParts): Router {
  const { database, clock } = parts
  const router = strictRouter()
  router.get(api.venue(':slug'), async (req, res) => {
    const language = languageOf(req)
    const venue = found(await findVenue(database, slugOfPath(req), clock()))
    answer(res, { ...presentVenue(venue, language), ...presentOpening(venue, language) })
  })
  const venues = managedVenues(parts)
  addManaged(router, venues, parts)
  addRooms(router, venues, parts)
  addClosures(router, venues, parts)
  return router
}

const managedVenues = (parts: ManageParts): Managed<typeof venueInput.shape, VenueManaged> => {
  const { clock } = parts
  const { prisma } = parts.database
  const manage = (actor: Actor) => reachOf(actor, 'manage')
  return {
    address: api.managed.venues,
    input: venueInput,
    list: async (actor, query) =>
      (await listVenues(prisma, query, { see: reachOf(actor, 'see'), manage: manage(actor) })).map((row): VenueRow => {
        const { id, name, address, mayChange } = row
        const known = row.accessibility.filter(({ value }) => value !== 'UNKNOWN')
        return {
          id,
          name,
          archived: row.archivedAt !== null,
          sample: row.isSample,
          mayChange,
          address,
          city: row.municipality.name,
          district: row.district?.name ?? null,
          organisation: row.organisation?.name ?? null,
          rooms: row.counts.rooms,
          stepFree: threeValued(row.accessibility.find(({ fact }) => fact === 'STEP_FREE_ENTRANCE')?.value ?? 'UNKNOWN'),
          unknown: accessibilityFacts.length - known.length,
        }
      }),
    read: async (actor, id) => {
      const row = await readVenue(prisma, id, reachOf(actor, 'see'), clock())
      if (!row) return null
      const hits = await Promise.all(
        closuresOf(row).map(async (closure) => {
          const { first } = await findHits(prisma, { venueId: id, ...closure }, clock(), seenBy(parts, actor))
          return [closure.id, first] as const
        }),
      )
      return presentVenueManaged(row, id, await isInReach(prisma, id, manage(actor)), new Map(hits))
    },
    mayCreate: (actor) => manage(actor).everywhere || manage(actor).organisations.length > 0,
    create: (write, actor, input) => createVenue(write, input, manage(actor), todayAt(clock())),
    change: (write, actor, edited, input) => changeVenue(write, edited, input, manage(actor), todayAt(clock())),
    archive: (write, actor, edited, at) => archiveVenue(write, edited, at, seenBy(parts, actor)),
    merge: (write, actor, fromId, intoId, rehearse) =>
      mergeVenues(write, fromId, intoId, { rehearse, now: clock(), seen: seenBy(parts, actor) }),
  }
}

type Venues = ReturnType<typeof managedVenues>

/** Rooms are the venue's: who may change it may change them, and each answer is the whole venue. */
function addRooms(router: Router, venues: Venues, parts: ManageParts): void {
  const { write, clock } = parts
  const { prisma } = parts.database
  const changeInput = z.strictObject({ version, ...roomInput.shape })
  const venueOf = ofVenue(venues, (id) => venueOfRoom(prisma, id))

  router.post(`${api.managed.venues}/:id/rooms`, async (req, res) => {
    const venueId = await changeable(venues, req)
    const made = await createRoom(writeBy(write, req, 'create'), venueId, roomInput.parse(req.body))
    res.status(201).json(made)
  })

  router.put(`${api.managed.rooms}/:id`, async (req, res) => {
    const venueId = await venueOf(actorOf(req), idOfPath(req))
    const { version: seen, ...input } = changeInput.parse(req.body)
    const edited = { id: idOfPath(req), version: seen }
    await namingEdits(req, venues, venueId, () =>
      changeRoom(writeBy(write, req, 'change'), edited, input, clock(), seenBy(parts, actorOf(req))),
    )
    res.json(found(await venues.read(actorOf(req), venueId)))
  })

  for (const verb of ['archive', 'restore'] as const)
    router.post(`${api.managed.rooms}/:id/${verb}`, async (req, res) => {
      const venueId = await venueOf(actorOf(req), idOfPath(req))
      const edited = { id: idOfPath(req), ...archiveInput.parse(req.body) }
      const at = verb === 'archive' ? clock() : null
      await namingEdits(req, venues, venueId, () =>
        archiveRoom(writeBy(write, req, verb), edited, at, seenBy(parts, actorOf(req))),
      )
      res.json(found(await venues.read(actorOf(req), venueId)))
    })
}

/** The answer to a new closure is the whole venue: the closure stands in it with the sessions to come that it hits. */
function addClosures(router: Router, venues: Venues, { write, database }: ManageParts): void {
  const venueOf = ofVenue(venues, (id) => venueOfClosure(database.prisma, id))

  router.post(`${api.managed.venues}/:id/closures`, async (req, res) => {
    const venueId = await changeable(venues, req)
    await createClosure(writeBy(write, req, 'close'), venueId, closureInput.parse(req.body))
    res.status(201).json(found(await venues.read(actorOf(req), venueId)))
  })

  router.put(`${api.managed.closures}/:id`, async (req, res) => {
    const venueId = await venueOf(actorOf(req), idOfPath(req))
    const { version: seen, ...input } = closureChangeInput.parse(req.body)
    const edited = { id: idOfPath(req), version: seen }
    await namingEdits(req, venues, venueId, () => changeClosure(writeBy(write, req, 'close'), edited, venueId, input))
    res.json(found(await venues.read(actorOf(req), venueId)))
  })

  router.delete(`${api.managed.closures}/:id`, async (req, res) => {
    const venueId = await venueOf(actorOf(req), idOfPath(req))
    await deleteClosure(writeBy(write, req, 'reopen'), idOfPath(req))
    res.json(found(await venues.read(actorOf(req), venueId)))
  })
}

/** The venue that something belongs to, if the actor may change it; what isn't there and what isn't in reach are one answer. */
const ofVenue =
  (venues: Venues, find: (id: string) => Promise<string | null>) =>
  async (actor: Actor, id: string): Promise<string> => {
    const venueId = found(await find(id))
    return changeableBy(venues, actor, venueId)
  }
