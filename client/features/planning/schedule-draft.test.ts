import { describe, expect, it } from 'vitest'
import type { Schedule } from '#shared/schedule/schedule.ts'
import { draftOf, emptyDraft, scheduleOf, type ScheduleDraft } from './schedule-draft.ts'

const zone = 'Europe/Warsaw'
const tuesday = { ...emptyDraft('2026-11-24'), start: '17:00', end: '19:00' }
const ruleMeant = (draft: Partial<ScheduleDraft>) => {
  const schedule = scheduleOf({ ...tuesday, ...draft }, zone, 'slaskie')
  return schedule?.kind === 'rule' ? schedule.rule : schedule
}

describe('a schedule in the words of the form', () => {
  it.each<[string, Partial<ScheduleDraft>, string]>([
    ['every week, ten times', {}, 'FREQ=WEEKLY;COUNT=10;BYDAY=TU'],
    ['Tuesdays and Thursdays', { weekdays: ['TH', 'TU'] }, 'FREQ=WEEKLY;COUNT=10;BYDAY=TU,TH'],
    [
      'every second week until June',
      { interval: 2, ends: 'until', until: '2027-06-30' },
      'FREQ=WEEKLY;INTERVAL=2;UNTIL=20270630;BYDAY=TU',
    ],
    ['the 24th of each month', { repeat: 'monthly', monthly: 'day', ends: 'never' }, 'FREQ=MONTHLY;BYMONTHDAY=24'],
    ['its fourth Tuesday', { repeat: 'monthly', monthly: 'weekday', ends: 'never' }, 'FREQ=MONTHLY;BYDAY=4TU'],
    ['its last Tuesday', { repeat: 'monthly', monthly: 'last-weekday', ends: 'never' }, 'FREQ=MONTHLY;BYDAY=-1TU'],
  ])('%s', (_, draft, rule) => expect(ruleMeant(draft)).toBe(rule))

  it('once is one picked date; a night ends on the next morning', () => {
    const night = scheduleOf({ ...tuesday, repeat: 'once', start: '21:00', end: '00:30' }, zone, null)
    expect(night).toEqual({
      kind: 'picked',
      zone,
      spans: [{ kind: 'timed', start: '2026-11-24T21:00:00', end: '2026-11-25T00:30:00' }],
    })
  })

  it('an end before the start in the day is sent as typed, so that it is refused', () => {
    const slip = scheduleOf({ ...tuesday, repeat: 'once', start: '17:00', end: '15:00' }, zone, null)
    expect(slip).toMatchObject({ spans: [{ end: '2026-11-24T15:00:00' }] })
  })

  it('three whole days', () => {
    const trip = scheduleOf({ ...tuesday, repeat: 'once', allDay: true, days: 3 }, zone, null)
    expect(trip).toMatchObject({ spans: [{ kind: 'all-day', firstDay: '2026-11-24', lastDay: '2026-11-26' }] })
  })

  it.each([
    ['no weekday', { weekdays: [] }],
    ['no hour', { start: '' }],
    ['no day', { repeat: 'once' as const, day: '' }],
    ['no number of times', { count: Number.NaN }],
  ])('means nothing yet: %s', (_, draft) => expect(ruleMeant(draft)).toBe(null))

  const timed = { kind: 'timed', start: '2026-11-24T17:00:00', end: '2026-11-24T19:00:00' } as const
  const stored = (rule: string): Schedule => ({
    kind: 'rule',
    zone,
    first: timed,
    rule,
    excluded: ['2026-12-01T17:00:00'],
    skipHolidays: true,
    skipBreaksOf: 'slaskie',
  })

  it.each([
    'FREQ=WEEKLY;COUNT=10;BYDAY=TU',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=20270630;BYDAY=TU,TH',
    'FREQ=MONTHLY;BYDAY=4TU',
    'FREQ=MONTHLY;BYMONTHDAY=24',
    'FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYDAY=1MO',
  ])('%s is given back as it was stored', (rule) => {
    expect(scheduleOf(draftOf(stored(rule)), zone, 'slaskie')).toEqual(stored(rule))
  })

  it('a rule that the words can’t hold is kept', () => {
    expect(draftOf(stored('FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU')).repeat).toBe('kept')
    expect(draftOf(stored('FREQ=WEEKLY;COUNT=4;BYDAY=TU')).repeat).toBe('weekly')
  })

  it('dates picked by hand keep their own hours', () => {
    const picked: Schedule = {
      kind: 'picked',
      zone,
      spans: [timed, { kind: 'timed', start: '2026-12-03T10:00:00', end: '2026-12-03T11:30:00' }],
    }
    expect(scheduleOf(draftOf(picked), zone, null)).toEqual(picked)
  })
})
