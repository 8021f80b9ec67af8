import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * What a browser may do with our answers. Nothing inline runs and nothing is loaded from elsewhere.
 *
 * @param secure - true when residents reach us over https: only then may a browser be told to insist on it
 * @param images - where images may come from, beside ourselves
 */
export function securityHeaders(secure: boolean, images: readonly string[] = []): RequestHandler {
  return helmet({
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
}
