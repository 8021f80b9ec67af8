import type { IncomingMessage, ServerResponse } from 'node:http'
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

/**
 * Answers everything under `/feeds/`, in front of Express: what is kept and true goes out without a promise or a query.
 *
 * @returns whether the request was one for a feed
 */
export function feedHandler(
  feeds: FeedService,
  clock: () => Date,
): (req: IncomingMessage, res: ServerResponse) => boolean | Promise<boolean> {
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
    const asked = { ifNoneMatch: req.headers['if-none-match'], ifModifiedSince: req.headers['if-modified-since'] }
    const validators = {
      ETag: etag,
      'Last-Modified': new Date(feed.lastModifiedMs).toUTCString(),
      'Cache-Control': 'public, max-age=300',
      Vary: 'Accept-Encoding',
    }
    if (isUnchanged(asked, { etag, lastModifiedMs: feed.lastModifiedMs }, nowMs)) {
      res.writeHead(304, validators).end()
      return
    }
    res.writeHead(200, {
      ...validators,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Length': body.length,
      'Content-Disposition': `inline; filename="${feed.fileName}"`,
      'X-Content-Type-Options': 'nosniff',
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    })
    res.end(req.method === 'HEAD' ? undefined : body)
  }

  async function findAndSend(req: IncomingMessage, res: ServerResponse, url: string): Promise<boolean> {
    try {
      const feed = await feeds.find(url)
      send(req, res, feed, clock().getTime())
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      sendProblem(res, error)
    }
    return true
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
