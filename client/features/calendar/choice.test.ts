import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryOfChoice, readChoice, withFilter, withoutFilters, withStepFree, type Choice } from './choice.ts'

const today = '2026-11-22'
const gliwice = { collection: 'cities', slug: 'gliwice' } as const
const read = (query: string): Choice => {
  const choice = readChoice(gliwice, new URLSearchParams(query), 'uk', today)
  if ('issues' in choice) throw new Error(`refused: ${JSON.stringify(choice.issues)}`)
  return choice
}

describe('the choice that an address holds', () => {
  it.each([
    ['', ''],
    ['?kind=workshop&kind=trip&district=sosnica', '?kind=trip&kind=workshop&district=sosnica'],
    ['?stepFree=yes&more=2', '?stepFree=yes&more=2'],
    ['?more=-1', ''],
    ['?more=1000000', ''],
    ['?view=week', ''],
    ['?view=month', '?view=month'],
    ['?view=month&month=2026-11', '?view=month'],
    ['?view=month&month=2027-02&day=2027-02-14', '?view=month&month=2027-02&day=2027-02-14'],
    ['?view=month&month=2027-13&day=2027-02-30', '?view=month'],
  ])('%s is written %s', (query, canonical) => expect(queryOfChoice(read(query), today)).toBe(canonical))

  it('takes the language from the page, never from the query', () => {
    expect(read('?kind=trip').selection.language).toBe('uk')
    expect(read('?lang=en').selection.language).toBe('uk')
    expect(queryOfChoice(read('?lang=en'), today)).toBe('')
  })

  it('refuses what it does not understand instead of showing something else', () => {
    const choice = readChoice(gliwice, new URLSearchParams('kind=workshops&colour=red'), 'pl', today)
    expect('issues' in choice && choice.issues.map((issue) => issue.name)).toEqual(['colour', 'kind'])
  })

  it('goes back to the top of the list with every new filter, and keeps the month', () => {
    expect(queryOfChoice(withFilter(read('?more=3'), 'club', ['pod-lipa']), today)).toBe('?club=pod-lipa')
    expect(queryOfChoice(withStepFree(read('?view=month'), true), today)).toBe('?stepFree=yes&view=month')
    expect(queryOfChoice(withoutFilters(read('?view=month&kind=trip&stepFree=yes')), today)).toBe('?view=month')
    expect(queryOfChoice(withFilter(read('?kind=trip&club=a'), 'kind', []), today)).toBe('?club=a')
  })

  it('reads back as it was written, whatever was chosen', () =>
    fc.assert(
      fc.property(
        fc.subarray(['trip', 'workshop', 'course']),
        fc.subarray(['a', 'b-2', 'c']),
        fc.boolean(),
        fc.nat(59),
        (kinds, clubs, stepFree, steps) => {
          const made = withStepFree(withFilter(withFilter(read(''), 'kind', kinds), 'club', clubs), stepFree)
          const choice: Choice = { ...made, layout: { view: 'list', steps } }
          expect(read(queryOfChoice(choice, today))).toEqual(choice)
        },
      ),
    ))
})
