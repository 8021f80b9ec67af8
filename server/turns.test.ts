import { expect, it } from 'vitest'
import { onePerTurn } from './turns.ts'

const turns = (count: number): Promise<void> =>
  new Promise((done) => setImmediate(() => (count > 1 ? void turns(count - 1).then(done) : done())))

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
    await turns(1)
    seen.push([...begun])
  }
  expect(seen).toEqual([['first'], ['first', 'second'], ['first', 'second', 'third'], ['first', 'second', 'third']])
  inTurn(() => void begun.push('later'))
  await turns(1)
  expect(begun.at(-1)).toBe('later')
})
