import { expect, it } from 'vitest'
import { fromCalendar, keepKind, toCalendar } from './wall-as-utc.ts'

it('a wall time stands at its hour in any zone, also in the night in which the clocks change', () => {
  const when = { kind: 'timed', start: '2027-03-27T23:00:00', end: '2027-03-28T04:00:00' } as const
  const { start, end } = toCalendar(when)
  expect([start, end]).toEqual(['2027-03-27T23:00:00Z', '2027-03-28T04:00:00Z'])
  expect(fromCalendar(new Date(start), new Date(end), false)).toEqual(when)
})

it('whole days end the day after', () => {
  const when = { kind: 'all-day', firstDay: '2026-12-31', lastDay: '2027-01-02' } as const
  expect(toCalendar(when)).toEqual({ start: '2026-12-31', end: '2027-01-03', allDay: true })
  expect(fromCalendar(new Date('2026-12-31T00:00:00Z'), new Date('2027-01-03T00:00:00Z'), true)).toEqual(when)
  expect(fromCalendar(new Date('2026-12-31T00:00:00Z'), null, true)).toMatchObject({ lastDay: '2026-12-31' })
})

it('a session with hours that is dropped on whole days keeps its hours', () => {
  const was = { kind: 'timed', start: '2026-11-24T22:00:00', end: '2026-11-25T01:00:00' } as const
  expect(keepKind(was, { kind: 'all-day', firstDay: '2026-11-30', lastDay: '2026-11-30' })).toEqual({
    kind: 'timed',
    start: '2026-11-30T22:00:00',
    end: '2026-12-01T01:00:00',
  })
})
