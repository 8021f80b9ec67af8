import { describe, expect, it } from 'vitest'
import { emptyKept, keyFor, mistakesIn, readKept, seatsOf } from './draft.ts'

describe('a draft', () => {
  it('names what is plainly missing, and nothing else', () => {
    const { draft } = emptyKept
    const halina = { ...draft, name: 'Halina', contact: '600' }
    expect(mistakesIn(draft)).toEqual(['name', 'contact'])
    expect(mistakesIn({ ...halina, attending: false, others: [{ name: ' ', child: true }] })).toEqual(['others.0.name'])
    expect(mistakesIn({ ...halina, attending: false, others: [] })).toEqual(['nobody'])
    expect(mistakesIn({ ...halina, attending: true, others: [] })).toEqual([])
  })

  it('counts who comes, not who signs up', () => {
    expect(seatsOf({ attending: false, others: [{ name: 'Zosia', child: true }] })).toBe(1)
  })

  it('goes out again under the same key while nobody has answered, and under a new one when it changed', () => {
    const key = keyFor('a', null)
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(keyFor('a', { text: 'a', key })).toBe(key)
    expect(keyFor('b', { text: 'a', key })).not.toBe(key)
  })

  it('is empty where the browser keeps nothing', () => expect(readKept('7b1c')).toEqual(emptyKept))
})
