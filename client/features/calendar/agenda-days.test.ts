import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FeedEvent } from '#shared/ical/event.ts'
import { instantOf } from '#shared/ical/zone.ts'
import { addDays } from '#shared/time/calendar.ts'
import type { When } from '#shared/time/when.ts'
import { agendaDays, eventsByDay, firstWeeks, lastDayOf, searched } from './agenda-days.ts'

const timed = (start: string, end: string): When => ({
  kind: 'timed',
  start,
  end,
  zone: 'Europe/Warsaw',
  startMs: instantOf(start),
  endMs: instantOf(end),
})
const days = (firstDay: string, lastDay: string): When => ({ kind: 'all-day', firstDay, lastDay })

function event(uid: string, when: When, title = uid, location: string | null = null): FeedEvent {
  const extra = {
    title: { text: title, lang: 'pl' },
    kind: 'workshop',
    cancelled: false,
    stepFree: 'unknown',
    venue: null,
    series: 'a',
    movedFrom: null,
    since: null,
    reason: null,
    instead: null,
    enrolment: 'open',
    sample: false,
  } as const
  const head = { uid, sequence: 0, createdMs: 0, modifiedMs: 0, when, title, description: '', location, geo: null, url: null }
  return { ...head, categories: ['Warsztat'], status: 'CONFIRMED', extra }
}

const uids = (list: readonly { day: string; events: readonly FeedEvent[] }[]) =>
  list.map(({ day, events }) => [day, ...events.map(({ uid }) => uid)])

describe('the agenda from today on', () => {
  const today = '2026-11-23'

  it('puts each session under its day, whole days first, then by hour', () => {
    const list = [
      event('evening', timed('2026-11-24T18:00:00', '2026-11-24T19:00:00')),
      event('today', timed('2026-11-23T10:00:00', '2026-11-23T12:00:00')),
      event('morning', timed('2026-11-24T09:00:00', '2026-11-24T10:00:00')),
      event('trip', days('2026-11-24', '2026-11-26')),
    ]
    expect(uids(agendaDays(list, today))).toEqual([
      ['2026-11-23', 'today'],
      ['2026-11-24', 'trip', 'morning', 'evening'],
    ])
  })

  it('keeps what began before and is still on, once and under today, and leaves out what ended yesterday', () => {
    const list = [
      event('trip', days('2026-11-21', '2026-11-23')),
      event('over', days('2026-11-20', '2026-11-22')),
      event('night', timed('2026-11-22T21:00:00', '2026-11-23T02:00:00')),
      event('until midnight', timed('2026-11-22T21:00:00', '2026-11-23T00:00:00')),
      event('this morning', timed('2026-11-23T07:00:00', '2026-11-23T08:00:00')),
    ]
    expect(uids(agendaDays(list, today))).toEqual([['2026-11-23', 'trip', 'night', 'this morning']])
  })

  it('ends a trip of 26-28 February on the 28th', () => {
    expect(lastDayOf(days('2017-02-26', '2017-02-28'))).toBe('2017-02-28')
    expect(lastDayOf(timed('2026-11-22T21:00:00', '2026-11-23T00:00:00'))).toBe('2026-11-22')
  })

  it('shows two weeks that have something, then two more', () => {
    const list = ['2026-11-23', '2026-12-06', '2026-12-07', '2027-03-01', '2027-05-03'].map((day) => event(day, days(day, day)))
    const all = agendaDays(list, today)
    const shown = (steps: number) => firstWeeks(all, steps).map(({ day }) => day)
    expect(shown(0)).toEqual(['2026-11-23', '2026-12-06'])
    expect(shown(1)).toEqual(['2026-11-23', '2026-12-06', '2026-12-07', '2027-03-01'])
    expect(shown(2)).toHaveLength(5)
    expect(firstWeeks([], 0)).toEqual([])
  })

  it('never loses or doubles a session that is still to come', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -90, max: 400 }), fc.integer({ min: 0, max: 5 })), { maxLength: 60 }),
        (list) => {
          const made = list.map(([from, length], index) =>
            event(String(index), days(addDays(today, from), addDays(today, from + length))),
          )
          const shown = agendaDays(made, today).flatMap((day) => day.events.map(({ uid }) => uid))
          const expected = list.flatMap(([from, length], index) => (from + length >= 0 ? [String(index)] : []))
          expect(shown.toSorted()).toEqual(expected.toSorted())
        },
      ),
    ))
})

describe('the month', () => {
  it('shows a trip under each of its days, and nothing outside the table', () => {
    const week = ['2026-11-23', '2026-11-24', '2026-11-25']
    const byDay = eventsByDay(
      [event('trip', days('2026-11-22', '2026-11-24')), event('far', days('2027-01-01', '2027-01-01'))],
      week,
    )
    expect([...byDay].map(([day, list]) => [day, list.length])).toEqual([
      ['2026-11-23', 1],
      ['2026-11-24', 1],
      ['2026-11-25', 0],
    ])
  })
})

describe('free text on the device', () => {
  const when = days('2026-11-23', '2026-11-23')
  const list = [
    event('a', when, 'Żółta łódź', 'ul. Kolarza 10b'),
    event('b', when, 'Kino plenerowe', 'Gliwice'),
    event('c', when, 'ŁÓDŹ'),
  ]
  it.each([
    ['lodz', ['a', 'c']],
    ['ŻÓŁTA', ['a']],
    ['zolta kolarza', ['a']],
    ['kino kolarza', []],
    ['warsztat', ['a', 'b', 'c']],
    ['  ', ['a', 'b', 'c']],
    ['.*', []],
  ])('%s finds %j', (text, found) => expect(searched(list, text).map(({ uid }) => uid)).toEqual(found))
})
