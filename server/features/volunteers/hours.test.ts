import { describe, expect, it } from 'vitest'
import type { WallTime } from '#shared/time/when.ts'
import { hoursOn } from './hours.ts'

const span = (start: string, end: string) => ({ start: `${start}:00` as WallTime, end: `${end}:00` as WallTime })

describe('hours of a volunteer', () => {
  it('T52: counts elapsed time in the nights in which clocks change', () => {
    expect(hoursOn([span('2027-03-27T23:00', '2027-03-28T04:00')])).toBe(4)
    expect(hoursOn([span('2026-10-24T23:00', '2026-10-25T04:00')])).toBe(6)
  })

  it('counts time once in which somebody had two shifts, and each shift that stands apart', () => {
    const grill = span('2026-12-05T12:00', '2026-12-05T14:00')
    expect(hoursOn([grill, span('2026-12-05T13:00', '2026-12-05T15:00')])).toBe(3)
    expect(hoursOn([grill, span('2026-12-05T12:30', '2026-12-05T13:00')])).toBe(2)
    expect(hoursOn([span('2026-12-06T10:00', '2026-12-06T11:30'), grill])).toBe(3.5)
    expect(hoursOn([])).toBe(0)
  })
})
