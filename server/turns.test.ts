import { setImmediate as aTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createCrowd, onePerTurn } from './turns.ts'

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

it('sixteen who write at once are a crowd, until one of them has an answer', () => {
  const crowd = createCrowd()
  const gone = Array.from({ length: 15 }, () => crowd.enter())
  expect(crowd.isHere()).toBe(false)
  const leave = crowd.enter()
  expect(crowd.isHere()).toBe(true)
  leave()
  expect(crowd.isHere()).toBe(false)
  for (const one of gone) one()
  expect(crowd.isHere()).toBe(false)
})
