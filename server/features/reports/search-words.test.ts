import { describe, expect, it } from 'vitest'
import { holdsWords, readSearch, searchWords } from './search-words.ts'

describe('searchWords', () => {
  it.each([
    ['Ćwiczenia „Pod Lipą”, sala 2', ['cwiczenia', 'pod', 'lipa', 'sala', '2']],
    ['ŁÓDŹ', ['lodz']],
    ['Їжак і ґава, йога', ['іжак', 'і', 'гава', 'иога']],
    ['100%_\\', ['100']],
    ['  ', []],
  ])('%s', (text, words) => expect(searchWords(text)).toEqual(words))

  it('holds words by their beginnings', () => {
    expect(holdsWords('Klub „Pod Lipą”', searchWords('lip kl'))).toBe(true)
    expect(holdsWords('Klub „Pod Lipą”', searchWords('ipa'))).toBe(false)
  })
})

describe('readSearch', () => {
  it.each([
    ['24.11', '2026-11-24', []],
    ['joga 24.11.', '2026-11-24', ['joga']],
    ['5.1 kino', '2027-01-05', ['kino']],
    ['1.10', '2026-10-01', []],
    ['24.11.2025', '2025-11-24', []],
    ['2026-11-24', '2026-11-24', []],
    ['29.02', '2028-02-29', []],
    ['31.02', null, ['31', '02']],
    ['v1.2.3', null, ['v1', '2', '3']],
  ])('%s is %s', (typed, day, words) => expect(readSearch(typed, '2026-11-23')).toEqual({ day, words }))
})
