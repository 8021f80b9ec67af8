import { describe, expect, it } from 'vitest'
import { daysOfView, queryOfView, readView, stepped } from './plan-view.ts'

const today = '2026-11-25'
const read = (query: string) => readView(new URLSearchParams(query), today)

describe('the address of the plan', () => {
  it('says the view, a day in it and the filters, and nothing that is so anyway', () => {
    expect(read('')).toEqual({ view: 'week', date: today, filters: {} })
    expect(String(queryOfView(read(''), today))).toBe('')
    expect(String(queryOfView(read('view=month&date=2027-01-05&club=klub&draft=yes'), today))).toBe(
      'view=month&date=2027-01-05&club=klub&draft=yes',
    )
  })

  it('that is not understood shows this week', () => {
    expect(read('view=year&date=2026-02-30&club=&x=1')).toEqual({ view: 'week', date: today, filters: {} })
  })
})

describe('the days shown', () => {
  it.each([
    ['week', '2026-11-25', '2026-11-23', '2026-11-29'],
    ['month', '2026-11-25', '2026-10-26', '2026-12-06'],
    ['list', '2026-11-25', '2026-11-25', '2026-12-22'],
  ] as const)('of a %s', (view, date, from, to) => expect(daysOfView({ view, date })).toEqual({ from, to }))

  it.each([
    ['week', 1, '2026-12-02'],
    ['month', 1, '2026-12-01'],
    ['month', -1, '2026-10-01'],
    ['list', -1, '2026-10-28'],
  ] as const)('a %s further by %i', (view, step, date) =>
    expect(stepped({ view, date: today, filters: {} }, step).date).toBe(date),
  )
})
