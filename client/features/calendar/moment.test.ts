import { describe, expect, it } from 'vitest'
import { instantOf } from '#shared/ical/zone.ts'
import type { When } from '#shared/time/when.ts'
import { loadLanguage, wordsIn } from '#client/i18n/languages.ts'
import { copyTimeInWords, hoursInWords, isOver, movedFromInWords, startInWords } from './moment.ts'

await Promise.all([loadLanguage('pl'), loadLanguage('en'), loadLanguage('uk')])

const evening: When = {
  kind: 'timed',
  start: '2026-11-24T17:00:00',
  end: '2026-11-24T19:00:00',
  zone: 'Europe/Warsaw',
  startMs: instantOf('2026-11-24T17:00:00'),
  endMs: instantOf('2026-11-24T19:00:00'),
}
const trip: When = { kind: 'all-day', firstDay: '2017-02-26', lastDay: '2017-02-28' }

describe('moments in words', () => {
  it('says from when a session was moved, in the case that the language asks for', () => {
    expect(movedFromInWords('2026-11-23T17:00:00', wordsIn.pl, 'pl')).toBe('z poniedziałku 23 listopada, 17:00')
    expect(movedFromInWords('2026-11-25T17:00:00', wordsIn.pl, 'pl')).toBe('ze środy 25 listopada, 17:00')
    expect(movedFromInWords('2026-11-23T17:00:00', wordsIn.en, 'en')).toBe('from Monday 23 November, 17:00')
    expect(movedFromInWords('2026-11-29', wordsIn.uk, 'uk')).toBe('з неділі 29 листопада')
  })

  it('says the hours, and the last day where it is another one', () => {
    expect(hoursInWords(evening, wordsIn.pl, 'pl')).toBe('od 17:00 do 19:00')
    expect(hoursInWords(trip, wordsIn.pl, 'pl')).toBe('cały dzień, do 28 lutego')
    expect(hoursInWords(trip, wordsIn.en, 'en')).toBe('all day, until 28 February')
  })

  it('says what comes next', () => {
    expect(startInWords(evening, '2026-11-23', 'pl')).toBe('jutro, 17:00')
    expect(startInWords(evening, '2026-11-20', 'pl')).toBe('wtorek 24 listopada, 17:00')
  })

  it('says when a copy was made, by the clock in Warsaw', () =>
    expect(copyTimeInWords(Date.parse('2026-11-22T17:40:00Z'), 'pl')).toBe('22 listopada, 18:40'))

  it('ends a session at its end and a whole day with the day', () => {
    const end = evening.kind === 'timed' ? evening.endMs : 0
    expect([isOver(evening, end - 1, '2026-11-24'), isOver(evening, end, '2026-11-24')]).toEqual([false, true])
    expect([isOver(trip, 0, '2017-02-28'), isOver(trip, 0, '2017-03-01')]).toEqual([false, true])
  })
})
