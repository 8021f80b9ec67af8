import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ScheduleError } from './error.ts'
import { frequencies, parseRule, ruleText, weekdays, type Rule } from './rule.ts'

const list = (from: number, to: number, signed = false) =>
  fc
    .uniqueArray(
      fc.integer({ min: from, max: to }).chain((n) => (signed ? fc.constantFrom(n, -n) : fc.constant(n))),
      { maxLength: 4 },
    )
    .map((numbers) => numbers.toSorted((a, b) => a - b))
const none = fc.constant([])
const seconds = fc.integer({ min: 0, max: 4_000_000_000 }).map((n) => n * 1000)

/** Any rule that RFC 5545 allows, in its sorted form. */
const rules: fc.Arbitrary<Rule> = fc.constantFrom(...frequencies).chain((frequency) =>
  fc.record<Rule>({
    frequency: fc.constant(frequency),
    interval: fc.integer({ min: 1, max: 1000 }),
    end: fc.oneof(
      fc.constant({ kind: 'never' } as const),
      fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 1_000_000 }) }),
      fc.record({ kind: fc.constant('instant' as const), ms: seconds }),
      fc.record({ kind: fc.constant('wall' as const), wall: seconds.map((ms) => new Date(ms).toISOString().slice(0, 19)) }),
      fc.record({ kind: fc.constant('day' as const), day: seconds.map((ms) => new Date(ms).toISOString().slice(0, 10)) }),
    ),
    byMonth: list(1, 12),
    byWeekNo: none,
    byYearDay: frequency === 'YEARLY' ? list(1, 366, true) : none,
    byMonthDay: frequency === 'WEEKLY' ? none : list(1, 31, true),
    byDay: fc.subarray(weekdays.map((weekday) => ({ ordinal: null, weekday }))),
    byHour: list(0, 23),
    byMinute: list(0, 59),
    bySecond: list(0, 59),
    bySetPos: none,
    weekStart: fc.constantFrom(...weekdays),
  }),
)

describe('the text of a rule', () => {
  it('reads back as the rule that was written', () => {
    fc.assert(fc.property(rules, (rule) => void expect(parseRule(ruleText(rule))).toEqual(rule)))
  })

  it.each([
    ['FREQ=WEEKLY;BYDAY=TU', 'FREQ=WEEKLY;BYDAY=TU'],
    ['BYDAY=TU,MO,TU;INTERVAL=1;FREQ=WEEKLY;WKST=MO', 'FREQ=WEEKLY;BYDAY=MO,TU'],
    ['freq=monthly;byday=-1fr,+1mo', 'FREQ=MONTHLY;BYDAY=1MO,-1FR'],
    ['FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['UNTIL=20270630T215959Z;FREQ=DAILY', 'FREQ=DAILY;UNTIL=20270630T215959Z'],
    ['FREQ=DAILY;UNTIL=20270630', 'FREQ=DAILY;UNTIL=20270630'],
    ['FREQ=YEARLY;BYWEEKNO=20,-1;BYDAY=MO;WKST=SU', 'FREQ=YEARLY;BYWEEKNO=-1,20;BYDAY=MO;WKST=SU'],
  ])('%s is written %s', (text, canonical) => expect(ruleText(parseRule(text))).toBe(canonical))

  it.each([
    ['', 'RRULE', 'rule-shape'],
    ['FREQ', 'RRULE', 'rule-shape'],
    ['FREQ=DAILY;', 'RRULE', 'rule-shape'],
    ['FREQ=DAILY=DAILY', 'RRULE', 'rule-shape'],
    [`FREQ=DAILY;BYMONTH=${'1,'.repeat(5000)}1`, 'RRULE', 'rule-shape'],
    ['INTERVAL=2', 'FREQ', 'rule-frequency'],
    ['FREQ=FORTNIGHTLY', 'FREQ', 'rule-frequency'],
    ['FREQ=DAILY;FREQ=DAILY', 'FREQ', 'rule-part'],
    ['FREQ=DAILY;X-PODWORKO=1', 'X-PODWORKO', 'rule-part'],
    ['FREQ=DAILY;COUNT=2;UNTIL=20270101', 'UNTIL', 'rule-part'],
    ['FREQ=DAILY;COUNT=0', 'COUNT', 'rule-value'],
    ['FREQ=DAILY;UNTIL=20270230', 'UNTIL', 'rule-value'],
    ['FREQ=DAILY;UNTIL=99991231T000000Z', 'UNTIL', 'rule-value'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'BYDAY', 'rule-part'],
    ['FREQ=MONTHLY;BYDAY=0MO', 'BYDAY', 'rule-value'],
    ['FREQ=MONTHLY;BYDAY=PN', 'BYDAY', 'rule-value'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY', 'rule-value'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY', 'rule-value'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'BYMONTHDAY', 'rule-part'],
    ['FREQ=MONTHLY;BYYEARDAY=1', 'BYYEARDAY', 'rule-part'],
    ['FREQ=MONTHLY;BYWEEKNO=1', 'BYWEEKNO', 'rule-part'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS', 'rule-part'],
    ['FREQ=DAILY;WKST=XX', 'WKST', 'rule-value'],
    // T50
    ['FREQ=SECONDLY', 'FREQ', 'rule-frequency'],
    ['FREQ=MINUTELY', 'FREQ', 'rule-frequency'],
    ['FREQ=HOURLY;INTERVAL=2;BYHOUR=1', 'FREQ', 'rule-frequency'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL', 'rule-value'],
    ['FREQ=DAILY;INTERVAL=-1', 'INTERVAL', 'rule-value'],
    ['FREQ=DAILY;INTERVAL=.007', 'INTERVAL', 'rule-value'],
    ['FREQ=DAILY\nEXRULE:FREQ=DAILY', 'RRULE', 'rule-shape'],
  ])('T50: %j is refused at %s', (text, place, fault) => {
    const error = refusalOf(text)
    expect(error).toBeInstanceOf(ScheduleError)
    expect(error).toMatchObject({ fault })
    expect(error?.message).toContain('it would have to be')
    expect(error?.place).toBe(place)
  })

  it('T67: a text of 64 kB is refused at once, whatever it is made of', () => {
    for (const piece of ['1', 'FREQ=', ';', '=', ',', 'BYDAY=MO,', '+-', '\u00df', '20270101T'] as const) {
      const text = piece.repeat(Math.ceil(65_536 / piece.length))
      const start = process.cpuUsage()
      expect(refusalOf(text)).toBeInstanceOf(ScheduleError)
      expect(process.cpuUsage(start).user).toBeLessThan(500_000) // microseconds of computing
    }
  })
})

function refusalOf(text: string): ScheduleError | null {
  try {
    parseRule(text)
    return null
  } catch (error) {
    return error instanceof ScheduleError ? error : null
  }
}
