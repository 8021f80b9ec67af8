import { describe, expect, it } from 'vitest'
import { compare, merged } from './merge.ts'

const base: Readonly<Record<string, unknown>> = { title: { pl: 'Ceramika' }, room: 'sala 1', note: null, host: 'Anna' }
const mine = { ...base, title: { pl: 'Ceramika dla dorosłych' }, room: 'sala 2' }
const theirs = { ...base, room: 'sala 3', note: { pl: 'Weź fartuch' } }

describe('two organisers changed the same thing', () => {
  const merging = compare(base, mine, theirs)

  it('asks only about what both changed differently', () => {
    expect(merging).toEqual({ contested: ['room'], theirs: ['note'], mine: ['title'] })
    expect(compare(base, mine, { ...base, room: 'sala 2' }).contested).toEqual([])
  })

  it.each([
    [['room'], 'sala 2'],
    [[], 'sala 3'],
  ])('keeps the rest of both (mine: %j)', (chosen, room) => {
    expect(merged({ mine, theirs }, merging, chosen)).toEqual({
      title: { pl: 'Ceramika dla dorosłych' },
      room,
      note: { pl: 'Weź fartuch' },
      host: 'Anna',
    })
  })
})
