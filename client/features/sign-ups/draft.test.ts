import { describe, expect, it } from 'vitest'
import { emptyKept, keyFor, mistakesIn, readKept, seatsOf, waitsFor } from './draft.ts'

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

  it('waits for seats, or for care alone, and for nothing where there is all that they want', () => {
    const seats = {
      free: true,
      seats: { capacity: 3, taken: 2 },
      care: { most: 2, free: true, instead: [] },
    }
    const halina = { ...emptyKept.draft, care: 1 }
    expect(waitsFor(seats, halina, null)).toBeNull()
    expect(waitsFor({ ...seats, care: { most: 2, free: false, instead: [] } }, halina, null)).toBe('care')
    expect(waitsFor({ ...seats, care: { most: 2, free: false, instead: [] } }, emptyKept.draft, null)).toBeNull()
    expect(waitsFor(seats, { ...halina, others: [{ name: 'Jan', child: false }] }, null)).toBe('seats')
    // One place in care was left and two were asked for: one may still come.
    expect([waitsFor(seats, { ...halina, care: 2 }, 2), waitsFor(seats, halina, 2)]).toEqual(['care', null])
  })

  it('goes out again under the same key while nobody has answered, and under a new one when it changed', () => {
    const key = keyFor('a', null)
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(keyFor('a', { text: 'a', key })).toBe(key)
    expect(keyFor('b', { text: 'a', key })).not.toBe(key)
  })

  it('is empty where the browser keeps nothing', () => expect(readKept('7b1c')).toEqual(emptyKept))
})
