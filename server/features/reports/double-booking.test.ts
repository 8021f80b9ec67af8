import { describe, expect, it } from 'vitest'
import { doubleBookings } from './double-booking.ts'

const hours = (id: string, from: number, to: number, ...of: readonly string[]) => ({ id, startMs: from, endMs: to, of })

describe('doubleBookings', () => {
  it('finds everybody who is in two places at once', () => {
    expect(doubleBookings([hours('b', 18, 20, 'Zofia'), hours('a', 17, 19, 'Zofia', 'Wit'), hours('c', 18, 19, 'Wit')])).toEqual([
      { first: 'a', second: 'b' },
      { first: 'a', second: 'c' },
    ])
  })

  it('lets one begin when the other ends', () => {
    expect(doubleBookings([hours('a', 17, 19, 'Zofia'), hours('b', 19, 20, 'Zofia')])).toEqual([])
  })

  it('sees a long one through all the short ones in it, and tells a pair once', () => {
    expect(doubleBookings([hours('long', 8, 20, 'x', 'y'), hours('a', 9, 10, 'x', 'y'), hours('b', 11, 12, 'x')])).toEqual([
      { first: 'long', second: 'a' },
      { first: 'long', second: 'b' },
    ])
  })
})
