import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fits, missingFor, nextToConfirm, openPlaces, sumOf, undoGives, type Waiting } from './rules.ts'
import { seat, type Arrival, type Seating } from './seating.ts'

const one = (id: string, seats: number, care = 0): Waiting => ({ id, seats, care })
const empty: Seating = { capacity: 4, reservedSeats: null, careSeats: 2, taken: 0, byStaff: 0, care: 0, waiting: [] }

describe('seats and care for children', () => {
  it.each([
    ['all of a party or none', [one('two', 2, 2)], { seats: 3, care: 1 }, []],
    [
      'whoever needs both is skipped while one of them is missing',
      [one('both', 1, 1), one('alone', 1)],
      { seats: 1, care: 0 },
      ['alone'],
    ],
    ['in the order of the list', [one('first', 1, 1), one('second', 1, 1)], { seats: 2, care: 1 }, ['first']],
    ['care is of no use without a seat', [one('both', 1, 1)], { seats: 0, care: 5 }, []],
    ['who brings no children misses no care', [one('alone', 1)], { seats: 1, care: -3 }, ['alone']],
  ])('%s', (_, waiting, free, seated) => {
    expect(nextToConfirm(waiting, free)).toEqual(seated)
  })

  it('tells what is missing, seats first, and gives back both or the first place in the queue', () => {
    expect(missingFor({ seats: 2, care: 2 }, { seats: 1, care: 1 })).toBe('seats')
    expect(missingFor({ seats: 1, care: 2 }, { seats: 1, care: 1 })).toBe('care')
    expect(missingFor({ seats: -1, care: 0 }, { seats: -2, care: -2 })).toBeNull()
    expect(undoGives('CONFIRMED', { seats: 1, care: 1 }, { seats: 1, care: 0 })).toBe('first')
    expect(undoGives('CONFIRMED', { seats: 1, care: 0 }, { seats: 1, care: 0 })).toBe('seat')
  })

  it('staff have the seats that are kept back, and care like everybody, unless they say that it is too much', () => {
    const full = { ...empty, reservedSeats: 4, care: 2 }
    const arrival = { ...one('caller', 1), staff: { overbook: false }, isDuplicate: false }
    expect(seat(full, arrival).status).toBe('CONFIRMED')
    expect(seat(full, { ...arrival, care: 1 })).toMatchObject({ status: 'WAITLISTED', missing: 'care' })
    expect(seat(full, { ...arrival, care: 1, staff: { overbook: true } })).toMatchObject({
      status: 'CONFIRMED',
      after: { taken: 1, byStaff: 1, care: 3 },
    })
  })

  it('however parties arrive, nothing is given twice, and nobody waits for what is there', () => {
    const arrivals = fc.array(fc.record({ seats: fc.integer({ min: 1, max: 3 }), care: fc.nat(3), byStaff: fc.boolean() }))
    const limits = fc.record({
      capacity: fc.option(fc.nat(8)),
      reservedSeats: fc.option(fc.integer({ min: 1, max: 3 })),
      careSeats: fc.nat(4),
    })
    fc.assert(
      fc.property(limits, arrivals, (given, parties) => {
        let list: Seating = { ...empty, ...given }
        const [seated, waiting] = [[] as Waiting[], [] as Waiting[]]
        for (const [index, { byStaff, ...party }] of parties.entries()) {
          const arrival: Arrival = {
            id: String(index),
            ...party,
            staff: byStaff ? { overbook: false } : null,
            isDuplicate: false,
          }
          const { status, after } = seat(list, arrival)
          ;(status === 'CONFIRMED' ? seated : waiting).push({ id: arrival.id, ...party, byStaff })
          list = after
        }
        expect(sumOf(seated)).toEqual({ seats: list.taken, care: list.care })
        expect(fits(sumOf(seated), { seats: given.capacity ?? Infinity, care: given.careSeats })).toBe(true)
        expect(waiting.filter((party) => fits(party, openPlaces(list, list)))).toEqual([])
      }),
    )
  })
})
