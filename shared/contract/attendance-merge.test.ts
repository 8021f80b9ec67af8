import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { latestOf } from './attendance-merge.ts'

const taps = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    person: fc.constantFrom('Anna', 'Jan', 'Zofia'),
    present: fc.boolean(),
    // few moments, so that some taps fall together
    at: fc.integer({ min: 0, max: 5 }).map((second) => `2026-11-26T17:00:0${second}.000Z`),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
)
const shuffled = taps.chain((all) =>
  fc.record({
    all: fc.constant(all),
    sent: fc
      .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all))
      .map(([once, again]) => [...once, ...again]),
  }),
)

it('T61: the same taps give the same, in whatever order and however often they come', () => {
  fc.assert(
    fc.property(shuffled, ({ all, sent }) => {
      const about = ({ person }: { person: string }) => person
      expect(Object.fromEntries(latestOf(sent, about))).toEqual(Object.fromEntries(latestOf(all, about)))
    }),
  )
})
