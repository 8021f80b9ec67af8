import { describe, expect, it } from 'vitest'
import type { Schedule } from '#shared/schedule/schedule.ts'
import { movedSchedule } from './moved-schedule.ts'

const schedule = (rule: string): Schedule => ({
  kind: 'rule',
  zone: 'Europe/Warsaw',
  first: { kind: 'timed', start: '2026-11-24T17:00:00', end: '2026-11-24T19:00:00' },
  rule,
  excluded: [],
  skipHolidays: true,
  skipBreaksOf: null,
})
const today = '2026-12-01'
const all = { lastDay: null, today }
const tuesday = { start: '2026-12-08T17:00:00', end: '2026-12-08T19:00:00' }
const wednesday = { start: '2026-12-09T18:00:00', end: '2026-12-09T20:00:00' }

describe('all meetings go with the one that was moved', () => {
  it.each([
    ['FREQ=WEEKLY;COUNT=10;BYDAY=TU', 'FREQ=WEEKLY;COUNT=10;BYDAY=WE'],
    ['FREQ=WEEKLY;COUNT=10;BYDAY=TU,FR', 'FREQ=WEEKLY;COUNT=10;BYDAY=WE,FR'],
    ['FREQ=WEEKLY;COUNT=10', 'FREQ=WEEKLY;COUNT=10'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['FREQ=MONTHLY;BYMONTHDAY=8', 'FREQ=MONTHLY;BYMONTHDAY=9'],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=8', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=9'],
    ['FREQ=YEARLY;BYMONTH=12;BYDAY=2TU', 'FREQ=YEARLY;BYMONTH=12;BYDAY=2WE'],
    ['FREQ=YEARLY', 'FREQ=YEARLY'],
  ])('%s -> %s', (before, after) => {
    expect(movedSchedule(schedule(before), tuesday, wednesday, all)).toMatchObject({
      rule: after,
      first: { start: '2026-11-25T18:00:00', end: '2026-11-25T20:00:00' },
    })
  })

  it('those after it begin at the moved one and end where the last did, a day later', () => {
    expect(
      movedSchedule(schedule('FREQ=WEEKLY;COUNT=10;BYDAY=TU'), tuesday, wednesday, { lastDay: '2027-01-26', today }),
    ).toMatchObject({
      rule: 'FREQ=WEEKLY;UNTIL=20270127;BYDAY=WE',
      first: { start: '2026-12-09T18:00:00' },
    })
  })

  it.each(['FREQ=YEARLY;BYYEARDAY=342', 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1'])('%s has to be edited itself', (rule) =>
    expect(movedSchedule(schedule(rule), tuesday, wednesday, all)).toBe(null),
  )

  it('picked dates go along by as many days; those at the same hours take over the new ones, and the past stays', () => {
    const span = (start: string, end: string) => ({ kind: 'timed', start, end }) as const
    const picked: Schedule = {
      kind: 'picked',
      zone: 'Europe/Warsaw',
      spans: [
        span('2026-11-24T17:00:00', '2026-11-24T19:00:00'),
        span('2026-12-08T17:00:00', '2026-12-08T19:00:00'),
        span('2026-12-20T17:00:00', '2026-12-20T19:00:00'),
        span('2027-01-03T10:00:00', '2027-01-03T12:00:00'),
      ],
    }
    const startsOf = (given: Schedule | null) =>
      given?.kind === 'picked' ? given.spans.map((one) => (one.kind === 'timed' ? one.start : one.firstDay)) : null
    const moved = ['2026-12-09T18:00:00', '2026-12-21T18:00:00', '2027-01-04T10:00:00']
    expect(startsOf(movedSchedule(picked, tuesday, wednesday, all))).toEqual(['2026-11-24T17:00:00', ...moved])
    expect(startsOf(movedSchedule(picked, tuesday, wednesday, { lastDay: '2027-01-03', today }))).toEqual(moved)
  })
})
