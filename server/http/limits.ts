import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { TooManyRequestsError } from '../errors.ts'

/**
 * At most `limit` requests a minute from one client. A client is an IPv4 address, or the /64 network that one IPv6 household
 * has; which address counts behind proxies is Express's `trust proxy`. A library or an office behind one address shares a
 * limit, so limits are wide: they stop machines, not people.
 */
export function perMinute(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    ipv6Subnet: 64,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    handler: (_req, res, next) => {
      const seconds = Number(res.getHeader('Retry-After') ?? 60)
      next(new TooManyRequestsError(seconds))
    },
  })
}

/** The client that a request comes from, as limits count them: an IPv4 address, or the /64 of one IPv6 household (T29). */
export const clientOf = (req: Request): string => ipKeyGenerator(req.ip ?? '', 64)

/** At most `limit` requests of one client about one thing within a time, such as sign-ups for one session. */
export function perClient(limits: {
  readonly limit: number
  readonly windowMs: number
  readonly about: (req: Request) => string
}): RequestHandler {
  return rateLimit({
    windowMs: limits.windowMs,
    limit: limits.limit,
    keyGenerator: (req) => `${clientOf(req)} ${limits.about(req)}`,
    standardHeaders: false,
    legacyHeaders: false,
    handler: (_req, res, next) => {
      const seconds = Number(res.getHeader('Retry-After') ?? Math.ceil(limits.windowMs / 1000))
      next(new TooManyRequestsError(seconds))
    },
  })
}
