import { describe, expect, it } from 'vitest'
import { loadLanguage, wordsIn } from './languages.ts'

await Promise.all([loadLanguage('pl'), loadLanguage('en'), loadLanguage('uk')])

describe('numbers and words agree', () => {
  it.each([
    [1, 'zostało 1 miejsce', '1 place left', 'залишилося 1 місце'],
    [2, 'zostały 2 miejsca', '2 places left', 'залишилося 2 місця'],
    [5, 'zostało 5 miejsc', '5 places left', 'залишилося 5 місць'],
    [12, 'zostało 12 miejsc', '12 places left', 'залишилося 12 місць'],
    [22, 'zostały 22 miejsca', '22 places left', 'залишилося 22 місця'],
    [0, 'zostało 0 miejsc', '0 places left', 'залишилося 0 місць'],
    [21, 'zostało 21 miejsc', '21 places left', 'залишилося 21 місце'],
    [112, 'zostało 112 miejsc', '112 places left', 'залишилося 112 місць'],
  ])('%i', (count, pl, en, uk) => {
    expect(wordsIn.pl('calendar.placesLeft', { count })).toBe(pl)
    expect(wordsIn.en('calendar.placesLeft', { count })).toBe(en)
    expect(wordsIn.uk('calendar.placesLeft', { count })).toBe(uk)
  })

  it('leaves what people typed as it is: React escapes it', () => {
    expect(wordsIn.pl('calendar.title', { place: '<b>„Pod Lipą” & s-ka</b>' })).toBe('Co robimy: <b>„Pod Lipą” & s-ka</b>')
  })
})
