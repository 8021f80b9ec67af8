import { expect, it } from 'vitest'
import { batches, type Answers } from './batch.ts'
import { gate } from './gate.ts'

const place = { turn: 'list', key: 'session' }
const nothingApart = (): null => null

it('those who come while somebody is answered are answered together, in their order', async () => {
  const asked: (readonly number[])[] = []
  const ask = batches(
    gate(1),
    { most: 3, restPerWork: 0 },
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
  const ask = batches(gate(1), { most: 10, restPerWork: 0 }, answer, nothingApart)
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
  const ask = batches(gate(1), { most: 10, restPerWork: 0 }, answer, (one: string) => one)
  expect(await Promise.all(['begin', 'key', 'key', 'other'].map((one) => ask(place, one)))).toEqual([
    'begin',
    'key',
    'key',
    'other',
  ])
  expect(sizes).toEqual([1, 2, 1])
})

it('while more wait there is a rest after each batch, a multiple of what it took and never long', async () => {
  const begun: number[] = []
  const answer = async (_: typeof place, asks: readonly number[]): Promise<Answers<number>> => {
    begun.push(performance.now())
    await new Promise((done) => setTimeout(done, 20))
    return asks
  }
  const ask = batches(gate(1), { most: 2, restPerWork: 1e6 }, answer, nothingApart)
  await Promise.all([1, 2, 3, 4, 5].map((one) => ask(place, one)))
  const endedMs = performance.now()
  const [first = 0, second = 0, third = 0] = begun // 1, then 2 and 3, then 4 and 5
  expect([second - first, third - second].map((ms) => ms >= 218 && ms < 20_000)).toEqual([true, true])
  await ask(place, 6) // nobody waited behind the last ones
  expect(begun).toHaveLength(4)
  expect((begun[3] ?? Infinity) - endedMs).toBeLessThan(200)
})
