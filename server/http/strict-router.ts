import { Router } from 'express'

/** The router that every feature uses: `/api/Feeds` and `/api/feeds/` are other addresses than `/api/feeds`. */
export const strictRouter = (): Router => Router({ strict: true, caseSensitive: true })
