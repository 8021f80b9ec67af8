import type { Series } from '../session-rows.ts'
import type { Nouns } from '../shapes.ts'
import { cities } from './cities.ts'
import * as gdansk from './gdansk.ts'
import * as gliwice from './gliwice.ts'
import * as katowice from './katowice.ts'
import * as szprotawa from './szprotawa.ts'
import { warsaw } from '#shared/time/when.ts'

/** Layer 1: what the five documents publish, and nothing else. */
export const realNouns: Nouns = {
  cities,
  organisations: [gliwice, katowice, gdansk, szprotawa].flatMap((one) => one.organisations),
  venues: [gliwice, katowice, gdansk].flatMap((one) => one.venues),
  projects: [gliwice, katowice, gdansk, szprotawa].flatMap((one) => one.projects),
  programs: [gliwice, katowice, gdansk, szprotawa].flatMap((one) => one.programs),
}

const { trip } = szprotawa

export const realSeries: readonly Series[] = [
  {
    slug: trip.slug,
    belongs: trip.place,
    activities: [{ face: trip.face, place: null, schedule: { kind: 'picked', zone: warsaw, spans: [trip.span] } }],
  },
]
