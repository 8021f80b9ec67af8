import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOfNumber } from '#shared/time/calendar.ts'
import { warsaw } from '#shared/time/when.ts'
import { expand } from './expand.ts'
import type { RuleSchedule, Schedule } from './schedule.ts'
import { shiftDate, shiftSchedule, splitSchedule } from './split.ts'

const idsOf = (schedule: Schedule | null) =>
  schedule ? expand(schedule).occurrences.map(({ recurrenceId }) => recurrenceId) : []

const schedules = (frequencies: readonly string[]): fc.Arbitrary<RuleSchedule> =>
  fc.record({
    kind: fc.constant('rule' as const),
    zone: fc.constant(warsaw),
    first: fc.integer({ min: 20_000, max: 21_000 }).map((day) => {
      const start = dayOfNumber(day)
      return { kind: 'timed' as const, start: `${start}T18:00:00`, end: `${start}T20:00:00` }
    }),
    rule: fc
      .tuple(fc.constantFrom(...frequencies), fc.integer({ min: 1, max: 3 }), fc.constantFrom('', ';COUNT=12', ';UNTIL=20280101'))
      .map(([freq, interval, end]) => `FREQ=${freq};INTERVAL=${interval}${end}`),
    excluded: fc.constant([]),
    skipHolidays: fc.boolean(),
    skipBreaksOf: fc.constantFrom(null, 'slaskie' as const),
  })
const simple = ['DAILY', 'WEEKLY', 'WEEKLY;BYDAY=MO,SU', 'WEEKLY;BYDAY=TU,FR;WKST=SU', 'DAILY;BYDAY=MO,TU,WE']

describe('this and following', () => {
  it(
    'gives the same dates in two halves as whole',
    () =>
      fc.assert(
        fc.property(
          schedules([...simple, 'MONTHLY;BYDAY=1TU,-1FR', 'MONTHLY;BYMONTHDAY=31,1', 'MONTHLY']),
          fc.nat(),
          (schedule, choice) => {
            const whole = idsOf(schedule)
            fc.pre(whole.length > 0)
            const at = whole[choice % whole.length] ?? ''
            const { before, after } = splitSchedule(schedule, at)
            expect(idsOf(before)).toEqual(whole.filter((id) => id < at))
            const rest = whole.filter((id) => id >= at)
            expect(idsOf(after).slice(0, rest.length)).toEqual(rest)
          },
        ),
        { numRuns: 25 },
      ),
    30_000,
  )

  it('shares out exclusions, and a list of picked dates', () => {
    const schedule: RuleSchedule = {
      kind: 'rule',
      zone: warsaw,
      first: { kind: 'timed', start: '2026-11-02T18:00:00', end: '2026-11-02T20:00:00' },
      rule: 'FREQ=WEEKLY;COUNT=6',
      excluded: ['2026-11-09T18:00:00', '2026-11-30T18:00:00'],
      skipHolidays: true,
      skipBreaksOf: null,
    }
    const { before, after } = splitSchedule(schedule, '2026-11-23T18:00:00')
    expect(before).toMatchObject({ rule: 'FREQ=WEEKLY;UNTIL=20261123T175959', excluded: ['2026-11-09T18:00:00'] })
    expect(after).toMatchObject({
      rule: 'FREQ=WEEKLY;COUNT=3',
      excluded: ['2026-11-30T18:00:00'],
      first: { start: '2026-11-23T18:00:00' },
    })
    const spans = ['2026-11-02', '2026-11-04'].map((day) => ({ kind: 'all-day' as const, firstDay: day, lastDay: day }))
    const halves = splitSchedule({ kind: 'picked', zone: warsaw, spans }, '2026-11-04')
    expect([idsOf(halves.before), idsOf(halves.after)]).toEqual([['2026-11-02'], ['2026-11-04']])
    expect(splitSchedule(schedule, '2026-11-02T18:00:00').before).toBeNull()
  })
})

describe('shifting a whole schedule', () => {
  it(
    'moves every date by the same number of days',
    () =>
      fc.assert(
        fc.property(schedules(simple), fc.integer({ min: -20, max: 20 }), (schedule, days) => {
          const free = { ...schedule, skipHolidays: false, skipBreaksOf: null }
          const expected = idsOf(free).map((id) => shiftDate(id, days))
          const horizon = expected.at(-1) ?? ''
          expect(idsOf(shiftSchedule(free, days)).filter((id) => id <= horizon)).toEqual(expected)
        }),
        { numRuns: 25 },
      ),
    30_000,
  )

  it('makes a list of what is no rule any more', () => {
    const monthly: RuleSchedule = {
      kind: 'rule',
      zone: warsaw,
      first: { kind: 'timed', start: '2026-12-01T18:00:00', end: '2026-12-01T20:00:00' },
      rule: 'FREQ=MONTHLY;BYDAY=1TU;COUNT=2',
      excluded: [],
      skipHolidays: true,
      skipBreaksOf: null,
    }
    expect(shiftSchedule(monthly, 1)).toMatchObject({
      kind: 'picked',
      spans: ['2026-12-01', '2027-01-05'].map((day) => ({ start: `${addDays(day, 1)}T18:00:00` })),
    })
  })
})
