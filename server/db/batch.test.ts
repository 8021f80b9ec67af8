import { expect, it } from 'vitest'
import { batches, type Answers } from './batch.ts'
import { gate } from './gate.ts'

const place = { turn: 'list', key: 'session' }
const nothingApart = (): null => null

it('those who come while somebody is answered are answered together, in their order', async () => {
  const asked: (readonly number[])[] = []
  const ask = batches(
    gate(1),
    3,
    async (_, asks: readonly number[]) => {
      asked.push(asks)
      await new Promise((done) => setImmediate(done))
      return asks.map((one) => one * 10)
    },
    nothingApart,
  )
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((one) => ask(place, one)))
  expect(answers).toEqual([10, 20, 30, 40, 50, 60])
  expect(asked).toEqual([[1], [2, 3, 4], [5, 6]])
})

it('a batch that fails as a whole is asked one by one, and only who is at fault is refused', async () => {
  const answer = async (_: typeof place, asks: readonly string[]): Promise<Answers<string>> => {
    if (asks.includes('bad')) throw new Error(`${asks.length} at once`)
    return asks.map((one) => (one === 'refused' ? new Error('no seat') : `${one}, of ${asks.length}`))
  }
  const ask = batches(gate(1), 10, answer, nothingApart)
  const said = await Promise.allSettled(['first', 'good', 'bad', 'refused'].map((one) => ask(place, one)))
  expect(said.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as Error).message))).toEqual([
    'first, of 1',
    'good, of 1',
    '1 at once',
    'no seat',
  ])
})

it('two with the same word are never in one batch: the second finds what the first has left', async () => {
  const sizes: number[] = []
  const answer = async (_: typeof place, asks: readonly string[]): Promise<Answers<string>> => {
    sizes.push(asks.length)
    return asks
  }
  const ask = batches(gate(1), 10, answer, (one: string) => one)
  expect(await Promise.all(['begin', 'key', 'key', 'other'].map((one) => ask(place, one)))).toEqual([
    'begin',
    'key',
    'key',
    'other',
  ])
  expect(sizes).toEqual([1, 2, 1])
})
