import { describe, expect, it } from 'vitest'
import { waysFor } from './device.ts'

const all = ['android', 'apple', 'google', 'outlook', 'programs']

describe('the ways of taking a calendar along', () => {
  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15', ['apple']],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', ['apple']],
    ['Mozilla/5.0 (Linux; Android 14; SM-A145R) AppleWebKit/537.36', ['android']],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36', ['google', 'outlook']],
    ['', ['google', 'outlook']],
  ])('begin with the likely one and leave none out: %s', (userAgent, first) => {
    const { yours, others } = waysFor(userAgent)
    expect(yours).toEqual(first)
    expect([...yours, ...others].toSorted()).toEqual(all)
  })
})
