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
const tuesday = { start: '2026-12-08T17:00:00', end: '2026-12-08T19:00:00' }
const wednesday = { start: '2026-12-09T18:00:00', end: '2026-12-09T20:00:00' }

describe('all meetings go with the one that was moved', () => {
  it.each([
    ['FREQ=WEEKLY;COUNT=10;BYDAY=TU', 'FREQ=WEEKLY;COUNT=10;BYDAY=WE'],
    ['FREQ=WEEKLY;COUNT=10;BYDAY=TU,FR', 'FREQ=WEEKLY;COUNT=10;BYDAY=WE,FR'],
    ['FREQ=WEEKLY;COUNT=10', 'FREQ=WEEKLY;COUNT=10'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'FREQ=MONTHLY;BYDAY=2WE'],
    ['FREQ=MONTHLY;BYMONTHDAY=8', 'FREQ=MONTHLY;BYMONTHDAY=9'],
  ])('%s -> %s', (before, after) => {
    expect(movedSchedule(schedule(before), tuesday, wednesday, null)).toMatchObject({
      rule: after,
      first: { start: '2026-11-25T18:00:00', end: '2026-11-25T20:00:00' },
    })
  })

  it('those after it begin at the moved one and end where the last did, a day later', () => {
    expect(movedSchedule(schedule('FREQ=WEEKLY;COUNT=10;BYDAY=TU'), tuesday, wednesday, '2027-01-26')).toMatchObject({
      rule: 'FREQ=WEEKLY;UNTIL=20270127;BYDAY=WE',
      first: { start: '2026-12-09T18:00:00' },
    })
  })

  it.each(['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=8', 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1'])('%s has to be edited itself', (rule) =>
    expect(movedSchedule(schedule(rule), tuesday, wednesday, null)).toBe(null),
  )
})
