import type { Router } from 'express'
import { numbersQuery } from '#shared/contract/numbers.ts'
import { numbersApi } from '#shared/contract/panel-paths.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { answer, idOfPath } from '../../http/json-answer.ts'
import { actorOf } from '../../http/signed-in.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { numbersCsv } from './numbers-present.ts'
import { numbersService } from './numbers-service.ts'

/** How much a program or a project did, for whoever writes the report: as a page and as a table. */
export function numbersRoutes(database: Database, clock: Clock): Router {
  const router = strictRouter()
  const service = numbersService(database)

  for (const noun of ['programs', 'projects'] as const) {
    router.get(numbersApi.json(noun, ':id'), async (req, res) => {
      const [actor, id] = [actorOf(req), idOfPath(req)]
      await service.need(actor, noun, id)
      answer(res, await service.numbers(actor, noun, id, numbersQuery.parse(req.query), clock()))
    })

    router.get(numbersApi.csv(noun, ':id'), async (req, res) => {
      const [actor, id] = [actorOf(req), idOfPath(req)]
      await service.need(actor, noun, id)
      const query = numbersQuery.parse(req.query)
      const file = numbersCsv(await service.numbers(actor, noun, id, query, clock()), query.lang)
      res.set({
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="liczby-${query.from}-${query.to}.csv"`,
        'Cache-Control': 'private, no-store',
      })
      res.end(file)
    })
  }

  return router
}
