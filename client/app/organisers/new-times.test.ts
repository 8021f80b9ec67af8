import { expect, it } from 'vitest'
import { askedTimes, newTimesPath } from './new-times.ts'

const asked = (path: string) => askedTimes(new URLSearchParams(path.split('?')[1]), '2026-11-26')

it('a time drawn in the plan is the one that the new series begins with', () => {
  const path = newTimesPath({ kind: 'timed', start: '2026-12-01T16:30:00', end: '2026-12-01T18:00:00' })
  expect(path).toBe('/panel/series/new?start=2026-12-01T16%3A30%3A00&end=2026-12-01T18%3A00%3A00')
  expect(asked(path)).toMatchObject({ day: '2026-12-01', start: '16:30', end: '18:00', allDay: false, weekdays: ['TU'] })
})

it('whole days that were drawn are planned once, as many as they are', () => {
  expect(asked(newTimesPath({ kind: 'all-day', firstDay: '2026-12-04', lastDay: '2026-12-06' }))).toMatchObject({
    day: '2026-12-04',
    days: 3,
    allDay: true,
    repeat: 'once',
  })
})

it('a day without hours keeps the usual ones, and what is no time is not believed', () => {
  expect(asked(newTimesPath({ day: '2026-12-02' }))).toMatchObject({ day: '2026-12-02', start: '17:00', weekdays: ['WE'] })
  expect(asked('/panel/series/new?start=yesterday&end=2026-12-01T18:00:00')).toMatchObject({ day: '2026-11-26' })
  expect(asked('/panel/series/new?firstDay=2026-02-30&lastDay=2026-03-01')).toMatchObject({ day: '2026-11-26' })
})
