import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfNumber, numberOfDay } from '#shared/time/calendar.ts'
import { warsaw } from '#shared/time/when.ts'
import { expand } from './expand.ts'
import type { RuleSchedule } from './schedule.ts'

const tuesdays: RuleSchedule = {
  kind: 'rule',
  zone: warsaw,
  first: { kind: 'timed', start: '2027-03-16T18:00:00', end: '2027-03-16T19:30:00' },
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  excluded: [],
  skipHolidays: true,
  skipBreaksOf: null,
}
const ids = (schedule: RuleSchedule, lastDay: string | null = null) =>
  expand(schedule, lastDay).occurrences.map(({ recurrenceId }) => recurrenceId)

describe('expand', () => {
  it('keeps 18:00 on the wall when summer time begins', () => {
    const { occurrences } = expand(tuesdays, '2027-04-06')
    expect(
      occurrences.map(({ when }) => when.kind === 'timed' && [when.start, when.end, new Date(when.startMs).toISOString()]),
    ).toEqual([
      ['2027-03-16T18:00:00', '2027-03-16T19:30:00', '2027-03-16T17:00:00.000Z'],
      ['2027-03-23T18:00:00', '2027-03-23T19:30:00', '2027-03-23T17:00:00.000Z'],
      ['2027-03-30T18:00:00', '2027-03-30T19:30:00', '2027-03-30T16:00:00.000Z'],
      ['2027-04-06T18:00:00', '2027-04-06T19:30:00', '2027-04-06T16:00:00.000Z'],
    ])
  })

  it('says why a date is skipped: taken out, a holiday, the winter break', () => {
    const schedule: RuleSchedule = {
      ...tuesdays,
      first: { kind: 'timed', start: '2026-12-28T10:00:00', end: '2026-12-28T12:00:00' },
      rule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20270201',
      excluded: ['2027-01-11T10:00:00'],
      skipBreaksOf: 'slaskie',
    }
    expect(expand(schedule).skipped.map(({ recurrenceId, reason }) => [recurrenceId.slice(0, 10), reason.kind])).toEqual([
      ['2027-01-01', 'holiday'],
      ['2027-01-06', 'holiday'],
      ['2027-01-11', 'excluded'],
      ...['18', '20', '22', '25', '27', '29'].map((day) => [`2027-01-${day}`, 'school-break']),
    ])
    expect(ids({ ...schedule, skipHolidays: false, skipBreaksOf: null, excluded: [] })).toHaveLength(16)
  })

  it('counts skipped dates too, as RFC 5545 does: ten days with two holidays are eight sessions', () => {
    const { occurrences, skipped, cut } = expand({
      ...tuesdays,
      rule: 'FREQ=DAILY;COUNT=10',
      first: { ...tuesdays.first, start: '2027-04-26T18:00:00', end: '2027-04-26T19:00:00', kind: 'timed' },
    })
    expect([occurrences.length, skipped.map(({ recurrenceId }) => recurrenceId.slice(5, 10)), cut]).toEqual([
      8,
      ['05-01', '05-03'],
      null,
    ])
  })

  it('ends with its program, within 24 months and within 400 sessions, and says which', () => {
    expect(expand(tuesdays, '2027-04-06').cut).toBe('program-end')
    const twoYears = expand({ ...tuesdays, skipHolidays: false })
    expect([twoYears.cut, twoYears.occurrences.length, twoYears.occurrences.at(-1)?.recurrenceId]).toEqual([
      'months',
      105,
      '2029-03-13T18:00:00',
    ])
    const daily = expand({ ...tuesdays, rule: 'FREQ=DAILY' })
    expect([daily.cut, daily.occurrences.length]).toEqual(['sessions', 400])
  })

  it('takes picked dates as they are, holidays too, in time order', () => {
    const { occurrences } = expand({
      kind: 'picked',
      zone: warsaw,
      spans: [
        { kind: 'timed', start: '2027-05-03T10:00:00', end: '2027-05-03T12:00:00' },
        { kind: 'all-day', firstDay: '2017-02-26', lastDay: '2017-02-28' },
      ],
    })
    expect(occurrences.map(({ recurrenceId }) => recurrenceId)).toEqual(['2017-02-26', '2027-05-03T10:00:00'])
  })

  it('repeats whole days and trips of several days', () => {
    const { occurrences } = expand({
      ...tuesdays,
      first: { kind: 'all-day', firstDay: '2027-06-05', lastDay: '2027-06-06' },
      rule: 'FREQ=MONTHLY;BYDAY=1SA;COUNT=3',
    })
    expect(occurrences.map(({ when }) => when.kind === 'all-day' && [when.firstDay, when.lastDay])).toEqual([
      ['2027-06-05', '2027-06-06'],
      ['2027-07-03', '2027-07-04'],
      ['2027-08-07', '2027-08-08'],
    ])
  })

  it('T51: an import that begins at 02:30 skips the hour that is missing and takes the first of two', () => {
    const night: RuleSchedule = {
      ...tuesdays,
      first: { kind: 'timed', start: '2027-03-21T02:30:00', end: '2027-03-21T03:30:00' },
      rule: 'FREQ=WEEKLY;BYDAY=SU',
      skipHolidays: false,
    }
    const { occurrences, skipped } = expand(night)
    expect(skipped).toEqual([
      { recurrenceId: '2027-03-28T02:30:00', reason: { kind: 'clock-change' } },
      { recurrenceId: '2028-03-26T02:30:00', reason: { kind: 'clock-change' } },
    ])
    const autumn = occurrences.find(({ recurrenceId }) => recurrenceId === '2027-10-31T02:30:00')
    expect(autumn?.when.kind === 'timed' && new Date(autumn.when.startMs).toISOString()).toBe('2027-10-31T00:30:00.000Z')
  })

  it('T55: 29 February once in four years, whole days over the clock change', () => {
    expect(
      ids({
        ...tuesdays,
        first: { kind: 'timed', start: '2027-03-01T10:00:00', end: '2027-03-01T11:00:00' },
        rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      }),
    ).toEqual(['2028-02-29T10:00:00'])
    expect(
      ids({
        ...tuesdays,
        first: { kind: 'all-day', firstDay: '2027-03-27', lastDay: '2027-03-27' },
        rule: 'FREQ=DAILY;COUNT=3',
        skipHolidays: false,
      }),
    ).toEqual(['2027-03-27', '2027-03-28', '2027-03-29'])
  })

  const schedules: fc.Arbitrary<RuleSchedule> = fc.record({
    kind: fc.constant('rule' as const),
    zone: fc.constantFrom(warsaw, 'Australia/Lord_Howe', 'America/New_York', 'Asia/Kolkata'),
    first: fc.tuple(fc.integer({ min: 20_000, max: 21_000 }), fc.integer({ min: 0, max: 23 })).map(([day, hour]) => {
      const start = `${dayOfNumber(day)}T${String(hour).padStart(2, '0')}:30:00`
      return { kind: 'timed' as const, start, end: `${dayOfNumber(day + 1)}T00:30:00` }
    }),
    rule: fc
      .tuple(
        fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY;BYDAY=MO,-1FR', 'MONTHLY;BYMONTHDAY=-1,15', 'WEEKLY;BYDAY=SU,WE'),
        fc.integer({ min: 1, max: 4 }),
      )
      .map(([freq, step]) => `FREQ=${freq};INTERVAL=${step}`),
    excluded: fc.constant([]),
    skipHolidays: fc.boolean(),
    skipBreaksOf: fc.constantFrom(null, 'slaskie' as const),
  })

  it(
    'gives the same dates whole or up to a day and after it',
    () =>
      fc.assert(
        fc.property(schedules, fc.integer({ min: 0, max: 700 }), (schedule, step) => {
          const whole = ids(schedule)
          const day = dayOfNumber(numberOfDay(whole[0]?.slice(0, 10) ?? '2026-01-01') + step)
          expect(ids(schedule, day)).toEqual(whole.filter((id) => id.slice(0, 10) <= day))
        }),
        { numRuns: 25 },
      ),
    30_000,
  )

  it(
    'gives rising dates without doubles, each skipped or held, never both; one taken out is only moved to the skipped',
    () =>
      fc.assert(
        fc.property(schedules, fc.nat(), (schedule, choice) => {
          const { occurrences, skipped } = expand(schedule, '2027-06-30')
          const held = occurrences.map(({ recurrenceId }) => recurrenceId)
          expect(held).toEqual([...new Set(held)].toSorted())
          expect(skipped.filter(({ recurrenceId }) => held.includes(recurrenceId))).toEqual([])
          const out = held[choice % Math.max(1, held.length)] ?? ''
          const less = expand({ ...schedule, excluded: [out] }, '2027-06-30')
          expect(less.occurrences.map(({ recurrenceId }) => recurrenceId).filter((id) => held.includes(id))).toEqual(
            held.filter((id) => id !== out),
          )
        }),
        { numRuns: 25 },
      ),
    30_000,
  )
})
