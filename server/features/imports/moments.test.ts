import { describe, expect, it } from 'vitest'
import { readDays, readTimes } from './moments.ts'

const today = '2026-11-25'
const days = (text: string) => {
  const read = readDays(text, today)
  return read.kind === 'days' ? [read.first, read.last] : read.reason
}

describe('readDays', () => {
  it.each([
    ['24.11.2026', '2026-11-24', '2026-11-24'],
    ['24.11.2026 r.', '2026-11-24', '2026-11-24'],
    ['4.1.27', '2027-01-04', '2027-01-04'],
    ['2026-12-01', '2026-12-01', '2026-12-01'],
    ['1/12/2026', '2026-12-01', '2026-12-01'],
    ['12/24/2026', '2026-12-24', '2026-12-24'],
    ['wt. 1 grudnia', '2026-12-01', '2026-12-01'],
    ['Środa, 2 grudnia 2026', '2026-12-02', '2026-12-02'],
    ['24 listopada', '2026-11-24', '2026-11-24'],
    ['7 stycznia', '2027-01-07', '2027-01-07'],
    ['01.12. 17:00', '2026-12-01', '2026-12-01'],
    ['46357', '2026-12-01', '2026-12-01'],
    ['46357.7083333', '2026-12-01', '2026-12-01'],
    ['26–28.02.2027', '2027-02-26', '2027-02-28'],
    ['26-28 lutego 2027', '2027-02-26', '2027-02-28'],
    ['28.02 - 2.03.2027', '2027-02-28', '2027-03-02'],
    ['28.02.2027 do 02.03.2027', '2027-02-28', '2027-03-02'],
    ['November 30, 2026', '2026-11-30', '2026-11-30'],
    ['Tue 1 Dec 2026', '2026-12-01', '2026-12-01'],
    ['1 грудня 2026', '2026-12-01', '2026-12-01'],
    ['2026-12-01T17:00:00', '2026-12-01', '2026-12-01'],
  ])('%s is %s to %s', (text, first, last) => {
    expect(days(text)).toEqual([first, last])
  })

  it.each([
    ['30.02.2027', 'no-such-day'],
    ['31.13.2026', 'no-such-day'],
    ['pon. 1 grudnia 2026', 'weekday-mismatch'],
    ['wkrótce', 'no-day'],
    ['', 'no-day'],
  ])('%s is refused as %s', (text, reason) => {
    expect(days(text)).toBe(reason)
  })

  it('takes the year in which the weekday fits, when none is said', () => {
    expect(days('środa 1 grudnia')).toBe('weekday-mismatch')
    expect(days('wtorek 1 grudnia')).toEqual(['2026-12-01', '2026-12-01'])
    expect(days('pt. 1 stycznia')).toEqual(['2027-01-01', '2027-01-01'])
  })
})

describe('readTimes', () => {
  it.each([
    ['17:00', '17:00', null],
    ['17.00', '17:00', null],
    ['9', '09:00', null],
    ['17:00-19:00', '17:00', '19:00'],
    ['17.00–19.30', '17:00', '19:30'],
    ['od 17 do 19', '17:00', '19:00'],
    ['godz. 17:30', '17:30', null],
    ['5:30 pm', '17:30', null],
    ['12 am', '00:00', null],
    ['17:00:00', '17:00', null],
    ['0.708333333', '17:00', null],
  ])('%s begins at %s and ends at %s', (text, start, end) => {
    expect(readTimes(text)).toEqual({ kind: 'times', start, end })
  })

  it('knows whole days, and what is no time', () => {
    expect(readTimes('cały dzień')).toEqual({ kind: 'all-day' })
    expect(readTimes('po południu')).toEqual({ kind: 'none' })
    expect(readTimes('25:00')).toEqual({ kind: 'none' })
  })
})
