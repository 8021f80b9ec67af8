import { describe, expect, it } from 'vitest'
import { easterOf, holidaysOf, publicHolidayOn } from './holidays.ts'
import { voivodeships, winterBreakOn, winterBreaks } from './school-breaks.ts'

describe('days off in Poland', () => {
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2017, '2017-04-16'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2076, '2076-04-19'],
  ])('knows Easter of %i', (year, day) => expect(easterOf(year)).toBe(day))

  it('lists the holidays of 2026', () =>
    expect([...holidaysOf(2026).keys()].toSorted()).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-03',
      '2026-05-24',
      '2026-06-04',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
    ]))

  it('counts Christmas Eve since 2025 and Epiphany since 2011', () => {
    expect([2024, 2025, 2026].map((year) => publicHolidayOn(`${year}-12-24`))).toEqual([null, 'CHRISTMAS_EVE', 'CHRISTMAS_EVE'])
    expect([2010, 2011].map((year) => publicHolidayOn(`${year}-01-06`))).toEqual([null, 'EPIPHANY'])
    expect(publicHolidayOn('2026-11-12')).toBeNull()
  })

  it('gives every voivodeship one winter break of two weeks a year, from Monday to Sunday', () => {
    for (const year of ['2026', '2027'])
      for (const voivodeship of voivodeships)
        expect(
          winterBreaks.filter((one) => one.firstDay.startsWith(year) && one.voivodeships.includes(voivodeship)),
        ).toHaveLength(1)
    for (const { firstDay, lastDay } of winterBreaks)
      expect((Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000 + 1 === 14 && new Date(firstDay).getUTCDay()).toBe(1)
  })

  it('knows the break of the Silesian schools and of no others', () => {
    expect(winterBreakOn('2027-01-18', 'slaskie')?.lastDay).toBe('2027-01-31')
    expect(winterBreakOn('2027-02-01', 'slaskie')).toBeNull()
    expect(winterBreakOn('2027-01-20', 'pomorskie')).toBeNull()
    expect(winterBreakOn('2031-01-20', 'slaskie')).toBeNull()
  })
})
