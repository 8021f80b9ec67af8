import { expect, it } from 'vitest'
import { differing, inWords, merged } from './versions.ts'

it('compares two versions by what people would see', () => {
  const mine = { name: 'Klub', description: { pl: 'Szachy', en: '', uk: '' }, venueId: null, audiences: ['SENIORS'] }
  const theirs = { name: 'Klub', description: { pl: 'Szachy' }, audiences: ['SENIORS', 'YOUTH'] }
  expect(differing(mine, theirs)).toEqual(['audiences'])
  expect(merged(mine, theirs, new Set(['audiences']))).toEqual({ ...mine, audiences: ['SENIORS', 'YOUTH'] })
})

it('says a value in a line', () => {
  expect(inWords([{ id: 'x', organisationId: 'a', role: 'PARTNER' }], { a: 'Ośrodek' })).toBe('Ośrodek · PARTNER')
  expect(inWords({ pl: 'Opis', en: 'Words' }, {})).toBe('Opis')
})
