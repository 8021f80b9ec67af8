import { expect, it } from 'vitest'
import { wentElsewhere } from './elsewhere.ts'

const room = { roomId: 'r', venueId: 'v', name: 'Sala 1', venue: 'Dom', capacity: null, stepFree: 'yes' } as const
const slot = { start: '2027-01-15T18:30:00', end: '2027-01-15T20:30:00' }

it('a date goes to a free room, and when that hour suits nobody either, to another hour too', () => {
  const first = wentElsewhere([], { start: '2027-01-15T17:00:00' }, { slot })
  expect(first).toEqual([{ at: '2027-01-15T17:00:00', when: { kind: 'timed', ...slot }, place: null }])
  expect(wentElsewhere(first, { start: '2027-01-15T18:30:00' }, { room })).toEqual([
    { at: '2027-01-15T17:00:00', when: { kind: 'timed', ...slot }, place: { venueId: 'v', roomId: 'r' } },
  ])
})
