import { describe, expect, it } from 'vitest'
import { doorWindow, longestWindowMs, markableUntil, type Held } from './rules.ts'

const timed = (startsAt: string, endsAt: string): Held => ({
  whenKind: 'TIMED',
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})
const ahead = new Date('2026-11-01T12:00:00Z')

describe('a door link works around its session, at most twelve hours (T08)', () => {
  it.each([
    ['an evening', timed('2026-11-26T17:00:00Z', '2026-11-26T18:30:00Z'), ahead, '2026-11-26T15:00', '2026-11-26T20:30'],
    [
      'late evening: not past midnight',
      timed('2026-11-26T20:00:00Z', '2026-11-26T21:30:00Z'),
      ahead,
      '2026-11-26T18:00',
      '2026-11-26T23:00',
    ],
    [
      'soon after midnight: people come the evening before',
      timed('2026-11-25T23:15:00Z', '2026-11-26T01:00:00Z'),
      ahead,
      '2026-11-25T21:15',
      '2026-11-26T03:00',
    ],
    [
      'a night: until its end',
      timed('2026-11-26T21:00:00Z', '2026-11-27T02:00:00Z'),
      ahead,
      '2026-11-26T19:00',
      '2026-11-27T02:00',
    ],
    ['a long day', timed('2026-11-26T07:00:00Z', '2026-11-26T20:00:00Z'), ahead, '2026-11-26T05:00', '2026-11-26T17:00'],
    [
      'its second link',
      timed('2026-11-26T07:00:00Z', '2026-11-26T20:00:00Z'),
      new Date('2026-11-26T16:00:00Z'),
      '2026-11-26T16:00',
      '2026-11-26T22:00',
    ],
    [
      'a whole day',
      { ...timed('2026-11-25T23:00:00Z', '2026-11-26T23:00:00Z'), whenKind: 'ALL_DAY' as const },
      ahead,
      '2026-11-26T07:00',
      '2026-11-26T19:00',
    ],
  ])('%s', (_, held, madeAt, from, to) => {
    const { opens, closes } = doorWindow(held, madeAt)
    expect([opens, closes].map((at) => at.toISOString().slice(0, 16))).toEqual([from, to])
    expect(closes.getTime() - opens.getTime()).toBeLessThanOrEqual(longestWindowMs)
  })
})

describe('attendance is marked from the day on, and the past stays as it is', () => {
  const evening = timed('2026-11-26T17:00:00Z', '2026-11-26T18:30:00Z')
  it.each([
    ['2026-11-25T22:59:00Z', false, null],
    ['2026-11-25T23:00:00Z', false, '2026-11-27T23:00:00.000Z'],
    ['2026-11-27T22:59:00Z', false, '2026-11-27T23:00:00.000Z'],
    ['2026-11-27T23:00:00Z', false, null],
    ['2026-11-27T23:00:00Z', true, '2026-12-26T23:00:00.000Z'],
    ['2026-12-26T23:00:00Z', true, null],
  ])('at %s, planning: %s', (now, plans, until) => {
    expect(markableUntil(evening, new Date(now), plans)?.toISOString() ?? null).toBe(until)
  })
})
