import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Request, RequestHandler, Router } from 'express'
import * as z from 'zod'
import { api } from '#shared/contract/paths.ts'
import { savedSelectionInput } from '#shared/contract/feed.ts'
import type { FeedsAnswer, SavedSelectionAnswer } from '#shared/contract/public.ts'
import { MethodNotAllowedError, NotFoundError } from '../../errors.ts'
import { chooseEncoding, type Encoding } from '../../http/encoding.ts'
import { languageOf, refuseParameters } from '../../http/json-answer.ts'
import { perMinute } from '../../http/limits.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { looksLikeFeed } from './address.ts'
import { hasTag, isUnchanged } from './conditional.ts'
import type { Form } from './forms.ts'
import type { Rendered } from './render.ts'
import type { FeedService, HostFeedService } from './service.ts'

/** Long selections that one client may have stored in a minute. */
const savedPerMinute = 60
/** Private calendars that one client may make in a minute. */
const madePerMinute = 30

/** The JSON about feeds; the feeds themselves are answered by `feedHandlers`. */
export function feedRoutes(feeds: FeedService): Router {
  const router = strictRouter()

  router.get(api.feeds, async (req, res) => {
    const answer: FeedsAnswer = { feeds: await feeds.list(languageOf(req)) }
    res.set('Cache-Control', 'no-cache').json(answer)
  })

  router.post(api.savedSelections, perMinute(savedPerMinute), async (req, res) => {
    refuseParameters(req)
    const { path } = savedSelectionInput.parse(req.body)
    const answer: SavedSelectionAnswer = { path: await feeds.save(path) }
    res.json(answer)
  })

  return router
}

/** One's own private calendars: made, listed, given another address, taken away. */
export function hostFeedRoutes(hostFeeds: HostFeedService): Router {
  const router = strictRouter()
  const idOf = ({ params: { id } }: Request): string => {
    if (!z.uuid().safeParse(id).success) throw new NotFoundError()
    return String(id)
  }

  router.get(api.hostFeeds, async (req, res) => {
    refuseParameters(req)
    res.set('Cache-Control', 'no-store').json(await hostFeeds.list(actorOf(req)))
  })

  router.post(api.hostFeeds, perMinute(madePerMinute), async (req, res) => {
    nothingInput.parse(req.body)
    res
      .set('Cache-Control', 'no-store')
      .status(201)
      .json(await hostFeeds.make(actorOf(req)))
  })

  router.post(api.rotateHostFeed(':id'), perMinute(madePerMinute), async (req, res) => {
    nothingInput.parse(req.body)
    res.set('Cache-Control', 'no-store').json(await hostFeeds.rotate(actorOf(req), idOf(req)))
  })

  router.delete(api.hostFeed(':id'), async (req, res) => {
    await hostFeeds.revoke(actorOf(req), idOf(req))
    res.status(204).end()
  })

  return router
}

/** Nothing needs to be said. */
const nothingInput = z.strictObject({})

const encodings: readonly Encoding[] = ['br', 'gzip', 'identity']
const rememberedChoices = 500

/** Selections that one client may have made anew in a minute; an office or a library behind one address is one client. */
const newFeedsPerMinute = 120

export type FeedHandlers = {
  /**
   * Stands in front of Express: what is kept and true goes out without a promise, a query or a limit.
   *
   * @returns false when the request isn't one for a feed in memory
   */
  readonly answerKept: (req: IncomingMessage, res: ServerResponse) => boolean
  /** Answers everything else under `/feeds/`: feeds that are made now, and refusals. */
  readonly answerNew: RequestHandler
}

/** Answers everything under `/feeds/`. */
export function feedHandlers(
  feeds: FeedService,
  privateFeeds: readonly Pick<HostFeedService, 'read'>[],
  clock: () => Date,
): FeedHandlers {
  const choices = new Map<string, Encoding>()

  function choose(accept: string): Encoding {
    const known = choices.get(accept)
    if (known !== undefined) return known
    const choice = chooseEncoding(accept, encodings)
    if (choices.size >= rememberedChoices) choices.clear()
    choices.set(accept, choice)
    return choice
  }

  function send(req: IncomingMessage, res: ServerResponse, feed: Rendered, nowMs: number): void {
    const encoding = choose(String(req.headers['accept-encoding'] ?? ''))
    const { body, etag } = feed.forms[encoding]
    const heads = headsOf(feed, encoding)
    const asked = { ifNoneMatch: req.headers['if-none-match'], ifModifiedSince: req.headers['if-modified-since'] }
    if (isUnchanged(asked, { etag, lastModifiedMs: feed.lastModifiedMs }, nowMs)) {
      res.writeHead(304, heads.unchanged).end()
      return
    }
    res.writeHead(200, heads.whole)
    res.end(req.method === 'HEAD' ? undefined : body)
  }

  const limit = perMinute(newFeedsPerMinute)

  return {
    answerKept(req, res) {
      const url = req.url ?? ''
      if (!url.startsWith('/feeds/') || !isRead(req)) return false
      const nowMs = clock().getTime()
      const feed = feeds.recall(url, nowMs)
      if (feed) send(req, res, feed, nowMs)
      return feed !== undefined
    },
    async answerNew(req, res, next) {
      if (!req.url.startsWith('/feeds/')) return next()
      if (!isRead(req)) throw looksLikeFeed(req.url) ? new MethodNotAllowedError(['GET', 'HEAD']) : new NotFoundError()
      const admit = () =>
        new Promise<void>((done, fail) => void limit(req, res, (error?: unknown) => (error ? fail(error) : done())))
      if (req.url.startsWith('/feeds/personal/')) {
        await admit()
        let found: Form | null = null
        for (const { read } of privateFeeds) found ??= await read(req.url)
        return sendPersonal(req, res, found)
      }
      const feed = await feeds.find(req.url, admit)
      send(req, res, feed, clock().getTime())
    },
  }
}

/** A private calendar: only its reader's program may keep it, and asks each time (T22). */
function sendPersonal(req: IncomingMessage, res: ServerResponse, feed: Form | null): void {
  if (!feed) throw new NotFoundError()
  const { body, etag } = feed
  const unchanged = { ETag: etag, 'Cache-Control': 'private, no-cache', 'Referrer-Policy': 'no-referrer' }
  if (hasTag(req.headers['if-none-match'] ?? '', etag)) {
    res.writeHead(304, unchanged).end()
    return
  }
  res.writeHead(200, {
    ...unchanged,
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Length': body.length,
    'Content-Disposition': 'inline; filename="podworko.ics"',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  })
  res.end(req.method === 'HEAD' ? undefined : body)
}

const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD'

type Heads = { readonly whole: OutgoingHttpHeaders; readonly unchanged: OutgoingHttpHeaders }
/** Made once for each form of a feed, as long as that is kept. */
const knownHeads = new WeakMap<Form, Heads>()

function headsOf(feed: Rendered, encoding: Encoding): Heads {
  const form = feed.forms[encoding]
  const known = knownHeads.get(form)
  if (known) return known
  const unchanged = {
    ETag: form.etag,
    'Last-Modified': new Date(feed.lastModifiedMs).toUTCString(),
    'Cache-Control': 'public, max-age=300',
    Vary: 'Accept-Encoding',
  }
  const whole = {
    ...unchanged,
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Length': form.body.length,
    'Content-Disposition': `inline; filename="${feed.fileName}"`,
    'X-Content-Type-Options': 'nosniff',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  }
  const heads = { whole, unchanged }
  knownHeads.set(form, heads)
  return heads
}
