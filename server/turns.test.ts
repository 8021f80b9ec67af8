import { setImmediate as aTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { onePerTurn } from './turns.ts'

it('begins one piece of work a turn, in order, and what comes meanwhile behind it', async () => {
  const inTurn = onePerTurn()
  const begun: string[] = []
  inTurn(() => {
    begun.push('first')
    inTurn(() => void begun.push('third'))
  })
  inTurn(() => void begun.push('second'))
  expect(begun).toEqual([])
  const seen: string[][] = []
  for (let turn = 0; turn < 4; turn += 1) {
    await aTurn()
    seen.push([...begun])
  }
  expect(seen).toEqual([['first'], ['first', 'second'], ['first', 'second', 'third'], ['first', 'second', 'third']])
  inTurn(() => void begun.push('later'))
  await aTurn()
  expect(begun.at(-1)).toBe('later')
})
