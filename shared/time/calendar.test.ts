import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  basicForm,
  dayOfNumber,
  daysBetween,
  fromBasicForm,
  isLocalDay,
  isWallTime,
  mondayOf,
  weekdayOf,
  weeksOfMonth,
} from './calendar.ts'

const days = fc.integer({ min: -25_567, max: 84_005 }).map(dayOfNumber)

describe('days as they are written', () => {
  it.each([
    ['2026-11-23', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['1899-12-31', false],
    ['2200-01-01', false],
    ['9999-12-31', false],
    ['NaN', false],
    ['2026-1-1', false],
  ])('knows whether %s is a day', (text, expected) => expect(isLocalDay(text)).toBe(expected))

  it.each([
    ['2026-11-23T17:00:00', true],
    ['2026-11-23T24:00:00', false],
    ['2026-11-23T17:00', false],
    ['2026-02-30T17:00:00', false],
    ['2026-11-23T17:00:00Z', false],
  ])('knows whether %s is a wall time', (text, expected) => expect(isWallTime(text)).toBe(expected))

  it('stays in the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-11-23', 14)).toBe('2028-01-23')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  })

  it('shows November 2026 in six weeks that begin on Mondays', () => {
    const weeks = weeksOfMonth('2026-11')
    expect(weeks.map((week) => week[0])).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ])
    expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06')
  })

  it('counts days back and forth', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: -3000, max: 3000 }), (day, step) => {
        expect(daysBetween(day, addDays(day, step))).toBe(step)
        expect(weekdayOf(mondayOf(day))).toBe(1)
      }),
    ))

  it('reads the form of RFC 5545 back as it was written', () => {
    fc.assert(fc.property(days, (day) => void expect(fromBasicForm(basicForm(day))).toBe(day)))
    expect(fromBasicForm('20260531T000000')).toBe('2026-05-31T00:00:00')
    expect(fromBasicForm('20260532T000000')).toBeNull()
    expect(fromBasicForm('20260531T000000Z')).toBeNull()
  })
})
