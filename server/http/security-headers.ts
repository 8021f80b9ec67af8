import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet, { type HelmetOptions } from 'helmet'

/**
 * What a browser may do with our answers. Nothing inline runs and nothing is loaded from elsewhere.
 *
 * @param secure - true when residents reach us over https: only then may a browser be told to insist on it
 * @param images - where images may come from, beside ourselves
 */
export function securityHeaders(secure: boolean, images: readonly string[] = []): RequestHandler {
  const headers = constantHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'img-src': ["'self'", ...images],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginOpenerPolicy: secure, // browsers complain about it where they can't honour it
    originAgentCluster: secure,
    xFrameOptions: { action: 'deny' },
  })
  return (_req, res, next) => {
    res.setHeaders(headers)
    next()
  }
}

/** What helmet sets is the same for every answer, so it is asked once. */
function constantHeaders(options: HelmetOptions): Map<string, string> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet(options)(request, response, (error?: unknown) => {
    if (error) throw error
  })
  return new Map(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))
}
