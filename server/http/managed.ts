import type { Request, Router } from 'express'
import * as z from 'zod'
import { archiveInput, managedQuery, mergeInput, version, type ManagedQuery } from '#shared/contract/manage/fields.ts'
import type { MergeView } from '#shared/contract/manage/views.ts'
import { NotAllowedError, type Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { VersionMovedError, type Edited } from '../db/versions.ts'
import type { Write } from '../db/write.ts'
import { EditedMeanwhileError, NotFoundError } from '../errors.ts'
import { found } from './json-answer.ts'
import { actorOf, byOf } from './signed-in.ts'

type Head = { readonly version: number; readonly mayChange: boolean }
type Made = { readonly id: string }

/**
 * A noun that organisers manage: what the routes below need to know of it. Everything is asked for somebody, and what is not in their
 * reach is not there. `write` is bound to them and to the act already.
 */
export type Managed<Shape extends z.ZodRawShape, View extends Head> = {
  /** The address of the list; those of the things lie under it. */
  readonly address: string
  readonly input: z.ZodObject<Shape>
  readonly list: (actor: Actor, query: ManagedQuery) => Promise<readonly object[]>
  readonly read: (actor: Actor, id: string) => Promise<View | null>
  /** Whether somebody may make one at all; what it may refer to is the service's to say. */
  readonly mayCreate: (actor: Actor) => boolean
  readonly create: (write: Write, actor: Actor, input: z.output<z.ZodObject<Shape>>) => Promise<Made>
  readonly change: (write: Write, actor: Actor, edited: Edited, input: z.output<z.ZodObject<Shape>>) => Promise<unknown>
  /** @param at - null: out of the archive */
  readonly archive: (write: Write, actor: Actor, edited: Edited, at: Date | null) => Promise<unknown>
  /** Whether somebody may merge at all, where changing both isn't enough. */
  readonly mayMerge?: (actor: Actor) => boolean
  /** Both may be changed by the actor. */
  readonly merge?: (write: Write, actor: Actor, fromId: string, intoId: string, rehearse: boolean) => Promise<MergeView>
}

/** Adds the routes by which a noun is managed: the list, one thing, making, changing, archiving, and merging where it can be. */
export function addManaged<Shape extends z.ZodRawShape, View extends Head>(
  router: Router,
  noun: Managed<Shape, View>,
  { write, clock }: { readonly write: Write; readonly clock: Clock },
): void {
  const { address } = noun
  const changeInput = z.strictObject({ version, ...noun.input.shape })

  router.get(address, async (req, res) => {
    const rows = await noun.list(actorOf(req), managedQuery.parse(req.query))
    res.set('Cache-Control', 'no-store').json({ rows, mayCreate: noun.mayCreate(actorOf(req)) })
  })

  router.post(address, async (req, res) => {
    const actor = actorOf(req)
    if (!noun.mayCreate(actor)) throw new NotAllowedError('manage')
    const { id } = await noun.create(writeBy(write, req, 'create'), actor, noun.input.parse(req.body))
    res.status(201).location(`${address}/${id}`).json({ id })
  })

  router.get(`${address}/:id`, async (req, res) => {
    noQuery.parse(req.query)
    res.set('Cache-Control', 'no-store').json(found(await noun.read(actorOf(req), idOfPath(req))))
  })

  router.put(`${address}/:id`, async (req, res) => {
    const id = await changeable(noun, req)
    const { version: seen, ...input } = changeInput.parse(req.body) as z.output<z.ZodObject<Shape>> & { version: number }
    await namingEdits(req, noun, id, () =>
      noun.change(writeBy(write, req, 'change'), actorOf(req), { id, version: seen }, input as z.output<z.ZodObject<Shape>>),
    )
    res.json(found(await noun.read(actorOf(req), id)))
  })

  for (const [verb, act] of [
    ['archive', 'archive'],
    ['restore', 'restore'],
  ] as const)
    router.post(`${address}/:id/${verb}`, async (req, res) => {
      const id = await changeable(noun, req)
      const edited = { id, ...archiveInput.parse(req.body) }
      const at = verb === 'archive' ? clock() : null
      await namingEdits(req, noun, id, () => noun.archive(writeBy(write, req, act), actorOf(req), edited, at))
      res.json(found(await noun.read(actorOf(req), id)))
    })

  const { merge } = noun
  if (merge)
    router.post(`${address}/:id/merge`, async (req, res) => {
      // Merged already: the answer of the first time, for whoever didn't get it, or what isn't there.
      if (!(await noun.read(actorOf(req), idOfPath(req)))) {
        res.json(await writeBy(write, req, 'merge')(() => Promise.reject(new NotFoundError())))
        return
      }
      const fromId = await changeable(noun, req)
      if (!(noun.mayMerge?.(actorOf(req)) ?? true)) throw new NotAllowedError('manage')
      const { intoId, rehearse } = mergeInput.parse(req.body)
      const into = await noun.read(actorOf(req), intoId)
      if (!into || intoId === fromId) throw new NotFoundError()
      if (!into.mayChange) throw new NotAllowedError('manage')
      res.json(await merge(writeBy(write, req, 'merge'), actorOf(req), fromId, intoId, rehearse))
    })
}

const noQuery = z.strictObject({})

/** Writes on behalf of whoever sent the request. */
export const writeBy =
  (write: Write, req: Request, act: string): Write =>
  (work) =>
    write(work, byOf(req, act))

/** The id in an address; what can't be one is not there, without asking the database. */
export function idOfPath(req: Request): string {
  const id = z.uuid().safeParse(req.params['id'])
  if (!id.success) throw new NotFoundError()
  return id.data
}

type Readable<View extends Head = Head> = { readonly read: (actor: Actor, id: string) => Promise<View | null> }

/**
 * The id of what somebody wants to change.
 *
 * @throws {NotFoundError} when it isn't there for them; {NotAllowedError} when they only see it
 */
export const changeable = (noun: Readable, req: Request): Promise<string> => changeableBy(noun, actorOf(req), idOfPath(req))

/** The same for an id that isn't in the address. */
export async function changeableBy({ read }: Readable, actor: Actor, id: string): Promise<string> {
  if (!found(await read(actor, id)).mayChange) throw new NotAllowedError('manage')
  return id
}

/** Edits, and says of an edit that came second what there is now. */
export async function namingEdits<View extends Head>(
  req: Request,
  { read }: Readable<View>,
  id: string,
  edit: () => Promise<unknown>,
): Promise<void> {
  try {
    await edit()
  } catch (error) {
    if (!(error instanceof VersionMovedError)) throw error
    throw new EditedMeanwhileError(req.body as { version: number }, found(await read(actorOf(req), id)))
  }
}
