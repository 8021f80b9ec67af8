import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wallOfNumber } from './calendar.ts'
import { boundsOfDay, instantsOf, isZone, localDayAt, localMidnight, placeOnTimeline, placeSpan, wallTimeAt } from './place.ts'
import { elapsedHours, warsaw } from './when.ts'

const hours = 3_600_000
const iso = (ms: number) => new Date(ms).toISOString()
const zones = fc.constantFrom(
  warsaw,
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Africa/Casablanca',
)

describe('wall time on the time line', () => {
  it.each([
    [warsaw, '2026-11-23T17:00:00', '2026-11-23T16:00:00.000Z', 'once'],
    [warsaw, '2026-07-23T17:00:00', '2026-07-23T15:00:00.000Z', 'once'],
    [warsaw, '2027-03-28T02:30:00', '2027-03-28T01:30:00.000Z', 'skipped'],
    [warsaw, '2027-03-28T03:00:00', '2027-03-28T01:00:00.000Z', 'once'],
    [warsaw, '2027-10-31T02:30:00', '2027-10-31T00:30:00.000Z', 'repeated'],
    [warsaw, '2027-10-31T03:00:00', '2027-10-31T02:00:00.000Z', 'once'],
    ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00.000Z', 'repeated'],
    ['Australia/Lord_Howe', '2026-10-04T02:15:00', '2026-10-03T15:45:00.000Z', 'skipped'],
    ['Pacific/Apia', '2011-12-30T10:00:00', '2011-12-30T20:00:00.000Z', 'skipped'],
  ])('%s shows %s at %s (%s)', (zone, wall, instant, clock) => {
    expect(placeOnTimeline(wall, zone)).toEqual({ ms: Date.parse(instant), clock })
  })

  it('comes back to the wall time that was placed, unless the clocks skip it', () =>
    fc.assert(
      fc.property(zones, fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2037, 0, 1) }), (zone, number) => {
        const wall = wallOfNumber(number)
        const { ms, clock } = placeOnTimeline(wall, zone)
        expect(wallTimeAt(ms, zone) === wall).toBe(clock !== 'skipped')
        const again = (hour: number) => wallTimeAt(ms + hour * hours, zone) === wall
        expect([0.5, 1].some(again)).toBe(clock === 'repeated')
        expect([-0.5, -1].some(again)).toBe(false)
      }),
    ))

  it('begins a day at its local midnight, so days have 23, 24 and 25 hours', () => {
    const lengths = ['2027-03-28', '2027-03-29', '2027-10-31'].map((day) => {
      const { startMs, endMs } = boundsOfDay(day, warsaw)
      return (endMs - startMs) / hours
    })
    expect(lengths).toEqual([23, 24, 25])
    expect(iso(localMidnight('2026-09-06', 'America/Santiago'))).toBe('2026-09-06T04:00:00.000Z')
    expect(localDayAt(Date.UTC(2026, 10, 22, 23, 0), warsaw)).toBe('2026-11-23')
  })

  it('T52: counts a night over the clock change as elapsed time and keeps the end that was typed', () => {
    const spring = placeSpan({ kind: 'timed', start: '2027-03-27T23:00:00', end: '2027-03-28T04:00:00' }, warsaw)
    const autumn = placeSpan({ kind: 'timed', start: '2027-10-30T23:00:00', end: '2027-10-31T04:00:00' }, warsaw)
    expect([spring, autumn].map(elapsedHours)).toEqual([4, 6])
    expect([spring, autumn].map((when) => when.kind === 'timed' && when.end)).toEqual([
      '2027-03-28T04:00:00',
      '2027-10-31T04:00:00',
    ])
  })

  it('T55: a whole day over the clock change lasts from midnight to midnight, and its hours are not known', () => {
    const when = placeSpan({ kind: 'all-day', firstDay: '2027-03-28', lastDay: '2027-03-28' }, warsaw)
    const { startMs, endMs } = instantsOf(when, warsaw)
    expect((endMs - startMs) / hours).toBe(23)
    expect(elapsedHours(when)).toBeNull()
  })

  it('T54: the wall time stays and the instant follows the zone when a rule of the zone changes', () => {
    const typed = { kind: 'timed', start: '2026-07-01T10:00:00', end: '2026-07-01T12:00:00' } as const
    const before = placeSpan(typed, 'Europe/Warsaw')
    const after = placeSpan(typed, 'Europe/Helsinki') // as if the zone's data had moved by an hour
    expect([before, after].map((when) => when.kind === 'timed' && [when.start, when.end, iso(when.startMs)])).toEqual([
      [typed.start, typed.end, '2026-07-01T08:00:00.000Z'],
      [typed.start, typed.end, '2026-07-01T07:00:00.000Z'],
    ])
  })

  it('knows zones by their name', () =>
    expect(['Europe/Warsaw', 'UTC', 'Europe/Warszawa', '', 'x'.repeat(10_000)].map(isZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]))
})
