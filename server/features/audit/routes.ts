import type { RequestHandler, Router } from 'express'
import { auditQuery } from '#shared/contract/audit.ts'
import { api } from '#shared/contract/paths.ts'
import type { Database } from '../../db/client.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { isWatched } from './policy.ts'
import { insertView } from './repository.ts'
import { readAudit } from './service.ts'

export function auditRoutes({ prisma }: Pick<Database, 'prisma'>): Router {
  const router = strictRouter()
  router.get(api.audit, async (req, res) => {
    const query = auditQuery.parse(req.query)
    const answer = await readAudit(prisma, actorOf(req), query)
    res.set('Cache-Control', 'private, no-store').json(answer)
  })
  return router
}

const uuidInPath = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/** Notes whatever an auditor reads in the panel, before it is answered (mechanics 34): the address, never what was searched for. */
export function noteViews({ prisma }: Pick<Database, 'prisma'>): RequestHandler {
  return async (req, _res, next) => {
    const actor = actorOf(req)
    if (isWatched(actor) && req.method === 'GET') {
      const path = `${req.baseUrl}${req.path}`
      const kind = path.startsWith(api.audit) ? 'AuditEntry' : 'Panel'
      await insertView(prisma, { accountId: actor.accountId, kind, objectId: uuidInPath.exec(path)?.[0] ?? null, path })
    }
    next()
  }
}
