import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express'
import { NotFoundError } from '../errors.ts'

/**
 * Leads a GET of one address through its handlers without asking Express, which looks at every route on the way: for what all open
 * panels of an office ask again and again. The handlers are those that stand before the route in Express too, in the same order.
 *
 * @param onError - gets what a handler throws, rejects with or hands to `next`
 * @returns false when the request is for something else, and nothing was done
 */
export function straightRoute(
  app: Express,
  path: string,
  handlers: readonly RequestHandler[],
  onError: ErrorRequestHandler,
): (message: IncomingMessage, answer: ServerResponse) => boolean {
  return (message, answer) => {
    const { method, url = '' } = message
    if (method !== 'GET' || !url.startsWith(path) || (url.length > path.length && url[path.length] !== '?')) return false
    const [req, res] = asExpress(app, message, answer)
    const goOn = (index: number, error?: unknown): void => {
      const handler = handlers[index]
      if (error !== undefined) onError(error, req, res, () => res.destroy())
      else if (handler) void call(handler, index)
      else onError(new NotFoundError(), req, res, () => res.destroy())
    }
    const call = async (handler: RequestHandler, index: number): Promise<void> => {
      try {
        await handler(req, res, (error?: unknown) => goOn(index + 1, error))
      } catch (error) {
        goOn(index + 1, error)
      }
    }
    goOn(0)
    return true
  }
}

/** Gives them what Express gives them before its first handler. */
function asExpress(app: Express, message: IncomingMessage, answer: ServerResponse): [Request, Response] {
  const req = Object.setPrototypeOf(message, app.request) as Request
  const res = Object.setPrototypeOf(answer, app.response) as Response
  Object.assign(req, { res, baseUrl: '', originalUrl: message.url })
  res.locals = {}
  return [req, res]
}
