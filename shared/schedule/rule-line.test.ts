import { describe, expect, it } from 'vitest'
import { ScheduleError } from './error.ts'
import { expandRuleLine } from './rule-line.ts'

const until2028 = Date.UTC(2028, 0, 1)
const line = (rrule: string, dtstart: string, tzid = 'Europe/Warsaw', exdates: readonly string[] = []) =>
  JSON.stringify({ dtstart, tzid, rrule, exdates })
const starts = (text: string, beforeMs = until2028) =>
  expandRuleLine(text, beforeMs).starts.map(({ ms }) => new Date(ms).toISOString().slice(0, 16))
const walls = (text: string, beforeMs = until2028) => expandRuleLine(text, beforeMs).starts.map(({ wall }) => wall.slice(0, 16))

const daysUntil = (text: string) => walls(line(`FREQ=DAILY;UNTIL=${text}`, '20261123T180000')).map((wall) => wall.slice(8, 10))
const daysWithout = (...exdates: string[]) =>
  walls(line('FREQ=DAILY;COUNT=4', '20261123T180000', 'Europe/Warsaw', exdates)).map((wall) => wall.slice(8, 10))

describe('expand-rule', () => {
  it.each([
    [
      'the second Tuesday',
      'FREQ=MONTHLY;BYDAY=2TU;COUNT=3',
      '20261101T180000',
      ['2026-11-10T18:00', '2026-12-08T18:00', '2027-01-12T18:00'],
    ],
    ['the last Friday', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=2', '20270201T100000', ['2027-02-26T10:00', '2027-03-26T10:00']],
    [
      'the last day of the month',
      'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4',
      '20261130T090000',
      ['2026-11-30T09:00', '2026-12-31T09:00', '2027-01-31T09:00', '2027-02-28T09:00'],
    ],
    [
      'the 31st, where there is one',
      'FREQ=MONTHLY;COUNT=3',
      '20270131T090000',
      ['2027-01-31T09:00', '2027-03-31T09:00', '2027-05-31T09:00'],
    ],
    [
      'the last working day',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2',
      '20270101T090000',
      ['2027-01-29T09:00', '2027-02-26T09:00'],
    ],
    [
      'every other week, week from Sunday (RFC 5545)',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '19970805T090000',
      ['1997-08-05T09:00', '1997-08-17T09:00', '1997-08-19T09:00', '1997-08-31T09:00'],
    ],
    [
      'every other week, week from Monday (RFC 5545)',
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO',
      '19970805T090000',
      ['1997-08-05T09:00', '1997-08-10T09:00', '1997-08-19T09:00', '1997-08-24T09:00'],
    ],
    [
      'the first Saturday after the first Sunday (RFC 5545)',
      'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=3',
      '19970913T090000',
      ['1997-09-13T09:00', '1997-10-11T09:00', '1997-11-08T09:00'],
    ],
    [
      'Monday of week 20 (RFC 5545)',
      'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3',
      '19970512T090000',
      ['1997-05-12T09:00', '1998-05-11T09:00', '1999-05-17T09:00'],
    ],
    [
      'week 20 keeps the weekday of the start',
      'FREQ=YEARLY;BYWEEKNO=20;COUNT=2',
      '20260513T090000',
      ['2026-05-13T09:00', '2027-05-19T09:00'],
    ],
    [
      'the 1st, 100th and 200th day (RFC 5545)',
      'FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200',
      '19970101T090000',
      ['1997-01-01T09:00', '1997-04-10T09:00', '1997-07-19T09:00', '2000-01-01T09:00'],
    ],
    [
      'the 20th Monday (RFC 5545)',
      'FREQ=YEARLY;BYDAY=20MO;COUNT=3',
      '19970519T090000',
      ['1997-05-19T09:00', '1998-05-18T09:00', '1999-05-17T09:00'],
    ],
    [
      'the 53rd Thursday, in years that have one',
      'FREQ=YEARLY;BYDAY=53TH',
      '20180101T100000',
      ['2020-12-31T10:00', '2026-12-31T10:00'],
    ],
    [
      'Tuesday or Thursday, the third of the month',
      'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3',
      '19970904T090000',
      ['1997-09-04T09:00', '1997-10-07T09:00', '1997-11-06T09:00'],
    ],
    [
      'positions count in whole weeks, the first one too',
      'FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1;COUNT=2',
      '20261125T100000',
      ['2026-11-30T10:00', '2026-12-07T10:00'],
    ],
    ['29 February', 'FREQ=YEARLY;COUNT=2', '20160229T090000', ['2016-02-29T09:00', '2020-02-29T09:00']],
    [
      'a start that does not fit its rule is no date',
      'FREQ=WEEKLY;BYDAY=TU;COUNT=2',
      '20261123T090000',
      ['2026-11-24T09:00', '2026-12-01T09:00'],
    ],
    [
      'every quarter of two hours',
      'FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,30;COUNT=5',
      '20261123T090000',
      ['2026-11-23T09:00', '2026-11-23T09:30', '2026-11-23T10:00', '2026-11-23T10:30', '2026-11-24T09:00'],
    ],
  ])('knows %s', (_, rrule, dtstart, expected) => expect(walls(line(rrule, dtstart))).toEqual(expected))

  it('prints the starts before the end and not the end itself', () => {
    expect(starts(line('FREQ=DAILY', '20271229T000000', 'UTC'))).toEqual([
      '2027-12-29T00:00',
      '2027-12-30T00:00',
      '2027-12-31T00:00',
    ])
    expect(starts(line('FREQ=DAILY', '20280101T000000', 'UTC'))).toEqual([])
    expect(starts(line('FREQ=DAILY', '20271231T230000', 'Pacific/Honolulu'))).toEqual([])
  })

  it('keeps the wall time across both clock changes', () => {
    expect(starts(line('FREQ=WEEKLY;COUNT=2', '20270327T180000'))).toEqual(['2027-03-27T17:00', '2027-04-03T16:00'])
    expect(starts(line('FREQ=WEEKLY;COUNT=2', '20271030T180000'))).toEqual(['2027-10-30T16:00', '2027-11-06T17:00'])
  })

  it('T51: leaves out what the clocks skip without counting it, takes the first of two, and reports both', () => {
    const spring = expandRuleLine(line('FREQ=DAILY;COUNT=3', '20270327T023000'), until2028)
    expect(spring.starts.map(({ ms }) => new Date(ms).toISOString())).toEqual([
      '2027-03-27T01:30:00.000Z',
      '2027-03-29T00:30:00.000Z',
      '2027-03-30T00:30:00.000Z',
    ])
    expect([spring.skipped, spring.repeated]).toEqual([['2027-03-28T02:30:00'], []])
    const autumn = expandRuleLine(line('FREQ=DAILY;COUNT=2', '20271030T023000'), until2028)
    expect(autumn.starts.map(({ ms }) => new Date(ms).toISOString())).toEqual([
      '2027-10-30T00:30:00.000Z',
      '2027-10-31T00:30:00.000Z',
    ])
    expect([autumn.skipped, autumn.repeated]).toEqual([[], ['2027-10-31T02:30:00']])
  })

  it('holds the last moment of UNTIL inside, in UTC, on the wall and as a day', () => {
    expect(daysUntil('20261125T170000Z')).toEqual(['23', '24', '25'])
    expect(daysUntil('20261125T165959Z')).toEqual(['23', '24'])
    expect(daysUntil('20261125T180000')).toEqual(['23', '24', '25'])
    expect(daysUntil('20261125')).toEqual(['23', '24', '25'])
    expect(daysUntil('20261101T000000Z')).toEqual([])
  })

  it('leaves out exclusions, and they use up the count', () => {
    expect(daysWithout('20261124T180000')).toEqual(['23', '25', '26'])
    expect(daysWithout('20261124T170000Z')).toEqual(['23', '25', '26'])
    expect(daysWithout('20261124')).toEqual(['23', '25', '26'])
    expect(daysWithout('20261124T170000')).toEqual(['23', '24', '25', '26'])
  })

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no rule', '{"dtstart":"20260101T000000","tzid":"UTC"}'],
    ['a zone that is none', line('FREQ=DAILY', '20260101T000000', 'Europe/Warszawa')],
    ['a start that is none', line('FREQ=DAILY', '20260230T000000')],
    ['an exclusion that is none', line('FREQ=DAILY', '20260101T000000', 'UTC', ['tomorrow'])],
    ['seconds', line('FREQ=SECONDLY', '20260101T000000')],
    [
      'every second',
      line(`FREQ=DAILY;BYHOUR=${[...Array(24).keys()].join()};BYMINUTE=${[...Array(60).keys()].join()}`, '19700101T000000'),
    ],
  ])('refuses %s with a reason', (_, text) => expect(() => expandRuleLine(text, until2028)).toThrow(ScheduleError))
})
