import { addDays } from '#shared/time/calendar.ts'
import { placeOnTimeline } from '#shared/time/place.ts'
import { warsaw, type LocalDay } from '#shared/time/when.ts'
import type { Series, SeriesLayer } from '../session-rows.ts'
import type { Nouns } from '../shapes.ts'
import { gdanskSeries } from './gdansk.ts'
import { gliwiceSeries } from './gliwice.ts'
import { katowiceSeries } from './katowice.ts'
import { seasonNouns } from './nouns.ts'
import { szprotawaSeries } from './szprotawa.ts'
import { timetableAround } from './timetable.ts'

export type Season = {
  readonly nouns: Nouns
  readonly series: readonly Series[]
  readonly layer: Omit<SeriesLayer, 'isSample' | 'districtId'>
}

/** Layer 2: a season that nobody offers, from 8 weeks before a day to 26 weeks after it. */
export function seasonOf(today: LocalDay): Season {
  const time = timetableAround(today)
  const nouns = seasonNouns(time)
  const rooms = new Map(
    nouns.venues.flatMap(({ slug, rooms: own = [] }) =>
      own.map(({ name, setupMinutes = 0, clearMinutes = 0 }) => [
        `${slug}/${name}`,
        { before: setupMinutes, after: clearMinutes },
      ]),
    ),
  )
  return {
    nouns,
    series: [gliwiceSeries, katowiceSeries, gdanskSeries, szprotawaSeries].flatMap((seriesOf) => seriesOf(time)),
    layer: {
      roomMinutes: (venue, room) => rooms.get(`${venue}/${room}`)!,
      today,
      lastDay: time.to,
      publishedAt: noonOf(addDays(time.from, -14)),
      // Yesterday: what was changed must have been changed before any hour of the day of loading.
      changedAt: noonOf(addDays(today, -1)),
    },
  }
}

const noonOf = (day: LocalDay): Date => new Date(placeOnTimeline(`${day}T12:00:00`, warsaw).ms)
