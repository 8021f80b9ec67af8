import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RequestHandler, Router } from 'express'
import { auditExportQuery, auditQuery } from '#shared/contract/audit.ts'
import { deskApi } from '#shared/contract/panel-paths.ts'
import { api } from '#shared/contract/paths.ts'
import type { Database } from '../../db/client.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { csvLine, csvMark } from '../exports/cells.ts'
import { isWatched } from './policy.ts'
import { insertView } from './repository.ts'
import { exportAudit, readAudit } from './service.ts'
import { wordsOf } from './values.ts'

export function auditRoutes({ prisma }: Pick<Database, 'prisma'>): Router {
  const router = strictRouter()
  router.get(api.audit, async (req, res) => {
    const query = auditQuery.parse(req.query)
    const answer = await readAudit(prisma, actorOf(req), query)
    res.set('Cache-Control', 'private, no-store').json(answer)
  })
  router.get(api.auditExport, async (req, res) => {
    const query = auditExportQuery.parse(req.query)
    const { csv } = wordsOf(query.lang)
    const rows = await exportAudit(prisma, actorOf(req), query)
    res.set('Content-Type', 'text/csv; charset=utf-8').attachment(`${csv.file}.csv`)
    await pipeline(Readable.from(linesOf([csv.at, csv.who, csv.act, csv.what, csv.object], rows)), res)
  })
  return router
}

async function* linesOf(head: readonly string[], rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield csvMark + csvLine(head)
  for await (const row of rows) yield csvLine(row)
}

const uuidInPath = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/** Notes whatever an auditor reads in the panel (mechanics 34), and who searches for people (T09), before it is answered: the address, never what was searched for. */
export function noteViews({ prisma }: Pick<Database, 'prisma'>): RequestHandler {
  return async (req, _res, next) => {
    const actor = actorOf(req)
    const path = `${req.baseUrl}${req.path}`
    if (req.method === 'GET' && (isWatched(actor) || path === deskApi.persons)) {
      const kind = path.startsWith(api.audit) ? 'AuditEntry' : 'Panel'
      await insertView(prisma, { accountId: actor.accountId, kind, objectId: uuidInPath.exec(path)?.[0] ?? null, path })
    }
    next()
  }
}
