import { describe, expect, it } from 'vitest'
import { warsaw } from '#shared/time/when.ts'
import { checkSchedule } from './check.ts'
import { ScheduleError } from './error.ts'
import type { RuleSchedule, Schedule } from './schedule.ts'

const first = { kind: 'timed', start: '2027-03-16T18:00:00', end: '2027-03-16T19:30:00' } as const
const tuesdays: RuleSchedule = {
  kind: 'rule',
  zone: warsaw,
  first,
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  excluded: [],
  skipHolidays: true,
  skipBreaksOf: null,
}

function refusalOf(schedule: Schedule): ScheduleError | null {
  try {
    checkSchedule(schedule)
    return null
  } catch (error) {
    if (error instanceof ScheduleError) return error
    throw error
  }
}

const ruled = (rule: string, more: Partial<RuleSchedule> = {}): RuleSchedule => ({ ...tuesdays, rule, ...more })
const timed = (start: string, end: string): RuleSchedule => ({
  ...tuesdays,
  rule: 'FREQ=DAILY',
  first: { kind: 'timed', start, end },
})
const days = (firstDay: string, lastDay: string): RuleSchedule => ({
  ...tuesdays,
  rule: 'FREQ=YEARLY',
  first: { kind: 'all-day', firstDay, lastDay },
})

const picked = (...starts: string[]): Schedule => ({
  kind: 'picked',
  zone: warsaw,
  spans: starts.map((day) => ({ kind: 'timed', start: `${day}T10:00:00`, end: `${day}T11:00:00` })),
})

describe('a schedule in the editor', () => {
  it.each<[string, Schedule]>([
    ['a rule without an end', tuesdays],
    ['400 days', ruled('FREQ=DAILY;COUNT=400')],
    ['29 February', ruled('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29')],
    ['a night over the clock change', timed('2027-03-27T23:00:00', '2027-03-28T04:00:00')],
    ['an end inside the repeated hour', timed('2027-10-30T23:00:00', '2027-10-31T02:30:00')],
    ['a trip', days('2017-02-26', '2017-02-28')],
    ['picked dates', { kind: 'picked', zone: warsaw, spans: [first] }],
  ])('takes %s', (_, schedule) => expect(refusalOf(schedule)).toBeNull())

  it.each<[string, RuleSchedule | Schedule, string]>([
    ['COUNT=1000000000', ruled('FREQ=DAILY;COUNT=1000000000'), 'too-many'],
    ['SECONDLY', ruled('FREQ=SECONDLY'), 'rule-frequency'],
    ['30 February', ruled('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'), 'no-date'],
    ['30 February, yearly', ruled('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), 'no-date'],
    ['the 366th of a month', ruled('FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366'), 'no-date'],
    ['the second first Thursday', ruled('FREQ=MONTHLY;BYDAY=1TH;BYSETPOS=2'), 'no-date'],
    [
      'a rule all of whose dates are taken out',
      ruled('FREQ=DAILY;COUNT=2', { excluded: ['2027-03-16T18:00:00', '2027-03-17T18:00:00'] }),
      'no-date',
    ],
    [
      '10,000 exclusions',
      ruled('FREQ=DAILY', { excluded: Array.from({ length: 10_000 }, () => '2027-03-16T18:00:00') }),
      'too-many',
    ],
    [
      'every second of a day',
      ruled(`FREQ=DAILY;BYHOUR=${[...Array(24).keys()].join()};BYMINUTE=${[...Array(60).keys()].join()}`),
      'rule-part',
    ],
    [
      'every day of every week of the year',
      ruled(`FREQ=YEARLY;BYWEEKNO=${[...Array(53).keys()].map((n) => n + 1).join()}`),
      'rule-too-complex',
    ],
    ['the year 9999', timed('9999-12-31T10:00:00', '9999-12-31T11:00:00'), 'start'],
    ['no date at all', timed('NaN', 'NaN'), 'start'],
    ['an end beyond 24 months', ruled('FREQ=DAILY;UNTIL=20290316'), 'beyond-horizon'],
    ['a zone that is none', ruled('FREQ=DAILY', { zone: 'Europe/Warszawa' }), 'zone'],
  ])('T50: refuses %s within 50 ms', (_, schedule, fault) => {
    const start = process.cpuUsage()
    expect(refusalOf(schedule)?.fault).toBe(fault)
    expect(process.cpuUsage(start).user).toBeLessThan(500_000) // microseconds: ten times the promise
  })

  it('T51: refuses starts from 02:00 to 02:59 and says what would be right', () => {
    expect(
      ['01:59', '02:00', '02:30', '02:59', '03:00'].map(
        (time) => refusalOf(timed(`2027-03-20T${time}:00`, '2027-03-20T09:00:00'))?.fault,
      ),
    ).toEqual([undefined, 'start-in-clock-change', 'start-in-clock-change', 'start-in-clock-change', undefined])
    expect(refusalOf(timed('2027-03-20T02:30:00', '2027-03-20T09:00:00'))?.message).toContain('before 02:00 or from 03:00 on')
  })

  it.each([
    ['ends before it starts', timed('2027-03-20T10:00:00', '2027-03-20T09:00:00'), 'end-before-start'],
    ['lasts no time', timed('2027-03-20T10:00:00', '2027-03-20T10:00:00'), 'end-before-start'],
    ['lasts 25 hours', timed('2027-03-20T10:00:00', '2027-03-21T11:00:00'), 'too-long'],
    ['lasts 400 days', days('2027-01-01', '2028-02-04'), 'too-long'],
    ['ends the day before', days('2027-01-02', '2027-01-01'), 'end-before-start'],
  ])('T55: refuses what %s', (_, schedule, fault) => expect(refusalOf(schedule)?.fault).toBe(fault))

  it('refuses picked dates that are none, twice the same or two years apart', () => {
    expect(
      [picked(), picked('2027-01-01', '2027-01-01'), picked('2027-01-01', '2029-01-01')].map((one) => refusalOf(one)?.fault),
    ).toEqual(['no-date', 'doubled-date', 'beyond-horizon'])
  })
})
