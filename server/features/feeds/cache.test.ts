import { describe, expect, it } from 'vitest'
import { createCache, type Cache, type Group, type Kept } from './cache.ts'

const day = 86_400_000

function kept(value: string, bytes = value.length): Kept<string> {
  return { value, bytes, fromMs: 0, untilMs: day }
}

function hearingCache(limits = { total: 100, ranged: 20 }) {
  const now = { ms: 1 }
  const cache = createCache<string, string>({
    clock: () => now.ms,
    limits,
    mayServeOld: (error) => error instanceof Error && error.message === 'away',
  })
  cache.setHearing(true)
  return { cache, now }
}

/** A render that ends when it is told to. */
function slowRender() {
  const state = { begun: 0, finish: (_value: string): void => {} }
  const result = new Promise<string>((done) => (state.finish = done))
  const render = async (): Promise<Kept<string>> => {
    state.begun += 1
    return kept(await result)
  }
  return { render, finish: state.finish, begun: () => state.begun }
}

const ask = (cache: Cache<string, string>, key: string, value: string, group: Group = 'other', bytes?: number): Promise<string> =>
  cache.get(key, key, group, async () => kept(value, bytes))

describe('the cache', () => {
  it('renders once and then answers at once', async () => {
    const { cache } = hearingCache()
    await ask(cache, 'a', 'one')
    expect(cache.peek('a', 1)).toBe('one')
    expect(await ask(cache, 'a', 'two')).toBe('one')
  })

  it('renders anew after a change that concerns the key, and only then', async () => {
    const { cache } = hearingCache()
    await ask(cache, 'a', 'one')
    cache.invalidate((about) => about === 'b')
    expect(await ask(cache, 'a', 'two')).toBe('one')
    cache.invalidate((about) => about === 'a')
    expect(cache.peek('a', 1)).toBeUndefined()
    expect(await ask(cache, 'a', 'three')).toBe('three')
  })

  it('runs one render of a key for all who wait', async () => {
    const { cache } = hearingCache()
    const slow = slowRender()
    const answers = [1, 2, 3].map(() => cache.get('a', 'a', 'other', slow.render))
    slow.finish('one')
    expect(await Promise.all(answers)).toEqual(['one', 'one', 'one'])
    expect(slow.begun()).toBe(1)
  })

  it('never keeps a render that began before a change', async () => {
    const { cache } = hearingCache()
    const slow = slowRender()
    const answer = cache.get('a', 'a', 'other', slow.render)
    cache.invalidate(() => true)
    slow.finish('old')
    expect(await answer).toBe('old')
    expect(cache.peek('a', 1)).toBeUndefined()
    expect(await ask(cache, 'a', 'new')).toBe('new')
  })

  it('gives who asks after a change nothing from before it, even while an older render still runs', async () => {
    const { cache } = hearingCache()
    const slow = slowRender()
    const early = cache.get('a', 'a', 'other', slow.render)
    cache.invalidate(() => true)
    const late = ask(cache, 'a', 'new')
    slow.finish('old')
    expect(await early).toBe('old')
    expect(await late).toBe('new')
  })

  it('is true for its days only, forwards and backwards', async () => {
    const { cache, now } = hearingCache()
    await ask(cache, 'a', 'one')
    expect(cache.peek('a', day - 1)).toBe('one')
    expect(cache.peek('a', day)).toBeUndefined()
    expect(cache.peek('a', -1)).toBeUndefined()
    now.ms = day
    expect(await ask(cache, 'a', 'tomorrow')).toBe('tomorrow')
  })

  it('keeps nothing as true while changes are not heard, and nothing of before when they are heard again', async () => {
    const { cache } = hearingCache()
    await ask(cache, 'a', 'one')
    cache.setHearing(false)
    expect(cache.peek('a', 1)).toBeUndefined()
    expect(await ask(cache, 'a', 'two')).toBe('two')
    expect(await ask(cache, 'a', 'three')).toBe('three')
    cache.setHearing(true)
    expect(cache.peek('a', 1)).toBeUndefined()
    expect(await ask(cache, 'a', 'four')).toBe('four')
    expect(cache.peek('a', 1)).toBe('four')
  })

  it('never keeps a render that began while changes were not heard', async () => {
    const { cache } = hearingCache()
    cache.setHearing(false)
    const slow = slowRender()
    const answer = cache.get('a', 'a', 'other', slow.render)
    cache.setHearing(true)
    slow.finish('unheard')
    await answer
    expect(cache.peek('a', 1)).toBeUndefined()
  })

  it('gives the last copy while the database is away, but no other failure is hidden', async () => {
    const { cache, now } = hearingCache()
    await ask(cache, 'a', 'one')
    cache.setHearing(false)
    const failing = (message: string): Promise<string> =>
      cache.get('a', 'a', 'other', async () => {
        throw new Error(message)
      })
    expect(await failing('away')).toBe('one')
    await expect(failing('bug')).rejects.toThrow('bug')
    now.ms = day
    await expect(failing('away')).rejects.toThrow('away')
  })

  it('throws out what was used longest ago, never what is pinned', async () => {
    const { cache } = hearingCache()
    await ask(cache, 'pinned', 'p', 'pinned', 500)
    await ask(cache, 'a', 'a', 'other', 40)
    await ask(cache, 'b', 'b', 'other', 40)
    cache.peek('a', 1)
    await ask(cache, 'c', 'c', 'other', 40)
    expect(['pinned', 'a', 'b', 'c'].map((key) => cache.peek(key, 1))).toEqual(['p', 'a', undefined, 'c'])
    expect(cache.size()).toEqual({ entries: 3, bytes: 580 })
  })

  it('lets addresses with dates use only their part of the room', async () => {
    const { cache } = hearingCache()
    await ask(cache, 'a', 'a', 'other', 10)
    for (const key of ['r1', 'r2', 'r3']) await ask(cache, key, key, 'ranged', 10)
    expect(['a', 'r1', 'r2', 'r3'].map((key) => cache.peek(key, 1))).toEqual(['a', undefined, 'r2', 'r3'])
  })

  it('forgets what could not be rendered', async () => {
    const { cache } = hearingCache()
    const failing = cache.get('a', 'a', 'other', async () => {
      throw new Error('no such feed')
    })
    await expect(failing).rejects.toThrow('no such feed')
    expect(cache.size().entries).toBe(0)
  })
})
