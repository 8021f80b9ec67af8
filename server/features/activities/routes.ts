import type { Router } from 'express'
import { api } from '#shared/contract/paths.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/client.ts'
import { answer, found, languageOf, slugOfPath } from '../../http/json-answer.ts'
import { strictRouter } from '../../http/strict-router.ts'
import { todayAt } from '../organisations/rules.ts'
import { cityChoices, presentSeries } from './present.ts'
import { findCities, findOffers, findSeries } from './repository.ts'

export function activityRoutes(database: Database, clock: Clock): Router {
  const router = strictRouter()

  // Names of places are the same in every language, so `lang` is read and makes no difference.
  router.get(api.cities, async (req, res) => {
    languageOf(req)
    const [cities, offers] = await Promise.all([findCities(database), findOffers(database)])
    answer(res, cityChoices(cities, offers, todayAt(clock())))
  })

  router.get(api.series(':slug'), async (req, res) => {
    const language = languageOf(req)
    const series = found(await findSeries(database, slugOfPath(req), clock()))
    answer(res, presentSeries(series, language, todayAt(clock())))
  })

  return router
}
