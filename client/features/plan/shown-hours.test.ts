import { expect, it } from 'vitest'
import { shownHours } from './shown-hours.ts'

const timed = (start: string, end: string) => ({ kind: 'timed', start: `2026-11-${start}:00`, end: `2026-11-${end}:00` }) as const

it.each([
  ['the usual hours of an empty week', [], '07:00:00', '22:00:00'],
  [
    'the usual hours of whole days',
    [{ kind: 'all-day', firstDay: '2026-11-23', lastDay: '2026-11-24' } as const],
    '07:00:00',
    '22:00:00',
  ],
  ['an early walk', [timed('23T05:30', '23T06:30')], '05:00:00', '22:00:00'],
  ['a late concert', [timed('23T20:00', '23T23:15')], '07:00:00', '24:00:00'],
  ['until midnight', [timed('23T20:00', '24T00:00')], '07:00:00', '24:00:00'],
  ['a night of cinema', [timed('23T22:00', '24T01:30')], '07:00:00', '26:00:00'],
  ['a trip of two days', [timed('23T08:00', '24T18:00')], '07:00:00', '31:00:00'],
])('shows %s whole', (_, spans, slotMinTime, slotMaxTime) => {
  expect(shownHours(spans)).toEqual({ slotMinTime, slotMaxTime })
})
