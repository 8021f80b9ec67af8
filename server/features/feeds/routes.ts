import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Router } from 'express'
import * as z from 'zod'
import { languages } from '#shared/contract/kinds.ts'
import { api } from '#shared/contract/paths.ts'
import { savedSelectionInput } from '#shared/contract/feed.ts'
import type { FeedsAnswer, SavedSelectionAnswer } from '#shared/contract/public.ts'
import { AppError, MethodNotAllowedError, NotFoundError } from '../../errors.ts'
import { chooseEncoding, type Encoding } from '../../http/encoding.ts'
import { sendProblem } from '../../http/problem.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { looksLikeFeed } from './address.ts'
import { isUnchanged } from './conditional.ts'
import type { Form } from './forms.ts'
import type { Rendered } from './render.ts'
import type { FeedService } from './service.ts'

const listQuery = z.strictObject({ lang: z.enum(languages).default('pl') })

/** The JSON about feeds; the feeds themselves are answered by `feedHandler`. */
export function feedRoutes(feeds: FeedService): Router {
  const router = strictRouter()

  router.get(api.feeds, async (req, res) => {
    const { lang } = listQuery.parse(req.query)
    const answer: FeedsAnswer = { feeds: await feeds.list(lang) }
    res.set('Cache-Control', 'no-cache').json(answer)
  })

  router.post(api.savedSelections, async (req, res) => {
    const { path } = savedSelectionInput.parse(req.body)
    const answer: SavedSelectionAnswer = { path: await feeds.save(path) }
    res.json(answer)
  })

  return router
}

const encodings: readonly Encoding[] = ['br', 'gzip', 'identity']
const rememberedChoices = 500

/** False: not a request for a feed. True: answered. A promise: of a feed that isn't in memory, it is answered in the end. */
type FeedAnswer = boolean | Promise<void>

/** Answers everything under `/feeds/`, in front of Express: what is kept and true goes out without a promise or a query. */
export function feedHandler(feeds: FeedService, clock: () => Date): (req: IncomingMessage, res: ServerResponse) => FeedAnswer {
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

  async function findAndSend(req: IncomingMessage, res: ServerResponse, url: string): Promise<void> {
    try {
      const feed = await feeds.find(url)
      send(req, res, feed, clock().getTime())
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      sendProblem(res, error)
    }
  }

  return (req, res) => {
    const url = req.url ?? ''
    if (!url.startsWith('/feeds/')) return false
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      sendProblem(res, looksLikeFeed(url) ? new MethodNotAllowedError(['GET', 'HEAD']) : new NotFoundError())
      return true
    }
    const nowMs = clock().getTime()
    const feed = feeds.recall(url, nowMs)
    if (!feed) return findAndSend(req, res, url)
    send(req, res, feed, nowMs)
    return true
  }
}

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
