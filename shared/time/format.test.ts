import { describe, expect, it } from 'vitest'
import {
  dayInWarsaw,
  formatDayHeading,
  formatDayRange,
  formatInstant,
  formatMonth,
  formatShortDay,
  formatSpan,
  formatTimeRange,
  relativeDay,
  weekdayNames,
} from './format.ts'

describe('dates that people read', () => {
  it('heads a day of the agenda in three languages', () => {
    expect(formatDayHeading('2026-11-23', 'pl')).toEqual({ weekday: 'Poniedziałek', date: '23 listopada' })
    expect(formatDayHeading('2026-11-23', 'en')).toEqual({ weekday: 'Monday', date: '23 November' })
    expect(formatDayHeading('2026-11-23', 'uk')).toEqual({ weekday: 'Понеділок', date: '23 листопада' })
  })

  it('names a day shortly', () => {
    expect(formatShortDay('2026-11-24', 'pl')).toBe('wtorek 24 listopada')
    expect(formatShortDay('2026-11-24', 'en')).toBe('Tuesday 24 November')
    expect(formatShortDay('2026-11-24', 'uk')).toBe('вівторок 24 листопада')
  })

  it.each([
    ['2017-02-26', '2017-02-28', '26–28 lutego 2017'],
    ['2017-02-26', '2017-03-01', '26 lutego – 1 marca 2017'],
    ['2016-12-30', '2017-01-01', '30 grudnia 2016 – 1 stycznia 2017'],
    ['2017-02-26', '2017-02-26', '26 lutego 2017'],
  ])('writes %s to %s as %s', (first, last, expected) => expect(formatDayRange(first, last, 'pl')).toBe(expected))

  it('writes no "of the year" after Ukrainian dates', () => {
    expect(formatDayRange('2017-02-26', '2017-02-28', 'uk')).toBe('26–28 лютого 2017')
    expect(formatMonth('2026-11', 'uk')).toBe('листопад 2026')
    expect(formatMonth('2026-11', 'pl')).toBe('listopad 2026')
  })

  it('says the other day when a session ends after midnight', () => {
    expect(formatTimeRange('2026-11-23T17:00:00', '2026-11-23T19:00:00', 'pl')).toBe('17:00–19:00')
    expect(formatTimeRange('2027-03-27T23:00:00', '2027-03-28T04:00:00', 'pl')).toBe('23:00–04:00 (niedziela 28 marca)')
  })

  it('says when a whole day is meant', () =>
    expect(formatSpan({ kind: 'all-day', firstDay: '2026-06-20', lastDay: '2026-06-20' }, 'pl')).toBe(
      'sobota 20 czerwca, cały dzień',
    ))

  it.each([
    ['2026-11-22', 'wczoraj'],
    ['2026-11-23', 'dziś'],
    ['2026-11-24', 'jutro'],
    ['2026-11-25', null],
  ])('calls %s "%s" on 23 November', (day, word) => expect(relativeDay(day, '2026-11-23', 'pl')).toBe(word))

  it('takes the day from Warsaw, whatever zone the machine is in', () => {
    expect(dayInWarsaw(Date.UTC(2026, 10, 22, 22, 59))).toBe('2026-11-22')
    expect(dayInWarsaw(Date.UTC(2026, 10, 22, 23, 0))).toBe('2026-11-23')
    expect(dayInWarsaw(Date.UTC(2026, 5, 22, 22, 0))).toBe('2026-06-23')
    expect(formatInstant(Date.UTC(2026, 10, 23, 16, 5), 'pl')).toBe('23 listopada 2026, 17:05')
  })

  it('begins the week on Monday', () =>
    expect(weekdayNames('pl', 'long')).toEqual(['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela']))
})
