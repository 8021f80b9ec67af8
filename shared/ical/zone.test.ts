import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { warsaw } from '#shared/time/when.ts'
import { instantOf, isRepeated, wallTimeOf } from './zone.ts'

describe("the feed's zone", () => {
  it('agrees with the zone data of this Node around every change of clocks, and each month, from 1997 to 2040', () => {
    const days = Array.from({ length: 44 }, (_, index) => 1997 + index).flatMap((year) =>
      Array.from({ length: 12 }, (_, month) => [1, 24, 25, 26, 27, 28, 29, 30, 31].map((day) => Date.UTC(year, month, day))),
    )
    const instants = days.flat().flatMap((day) => [0, 1, 2, 12].map((hour) => day + hour * 3_600_000))
    const wrong = instants.filter((instant) => {
      const wall = DateTime.fromMillis(instant, { zone: warsaw }).toFormat("yyyy-LL-dd'T'HH:mm:ss")
      return wallTimeOf(instant) !== wall || (instantOf(wall) !== instant && !isRepeated(wall))
    })
    expect(wrong.map((instant) => new Date(instant).toISOString())).toEqual([])
  })

  it.each([
    ['before the gap', '2027-03-28T01:59:59', '2027-03-28T00:59:59Z'],
    ['inside the gap, with the offset before it', '2027-03-28T02:30:00', '2027-03-28T01:30:00Z'],
    ['after the gap', '2027-03-28T03:00:00', '2027-03-28T01:00:00Z'],
    ['before the repeated hour', '2027-10-31T01:59:59', '2027-10-30T23:59:59Z'],
    ['inside the repeated hour, the first of two', '2027-10-31T02:30:00', '2027-10-31T00:30:00Z'],
    ['after the repeated hour', '2027-10-31T03:00:00', '2027-10-31T02:00:00Z'],
  ])('places a time %s', (_, wall, instant) => {
    expect(instantOf(wall)).toBe(Date.parse(instant))
  })

  it.each([
    ['2027-10-31T01:59:59', false],
    ['2027-10-31T02:00:00', true],
    ['2027-10-31T02:59:59', true],
    ['2027-10-31T03:00:00', false],
    ['2027-03-28T02:30:00', false],
  ])('knows whether %s happens twice: %s', (wall, twice) => {
    expect(isRepeated(wall)).toBe(twice)
  })
})
