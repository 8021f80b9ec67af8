import { describe, expect, it } from 'vitest'
import { hasTag, isUnchanged, parseHttpDate } from './conditional.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const answer = { etag: '"abc-gz"', lastModifiedMs: Date.parse('2026-11-23T08:00:00Z') }
const asked = (ifNoneMatch?: string, ifModifiedSince?: string): boolean =>
  isUnchanged({ ifNoneMatch, ifModifiedSince }, answer, now)

describe('a conditional request', () => {
  it.each([
    ['"abc-gz"', true],
    ['W/"abc-gz"', true],
    ['"x", W/"abc-gz" ,"y"', true],
    ['"a,b","abc-gz"', true],
    ['*', true],
    [' * ', true],
    ['"abc-id"', false],
    ['"abc-br"', false],
    ['abc-gz', false],
    ['"abc', false],
    ['', false],
    [`${'"x",'.repeat(20_000)}"abc-gz"`, true],
  ])('If-None-Match %.40s: %s', (header, unchanged) => {
    expect(hasTag(header, answer.etag)).toBe(unchanged)
    expect(asked(header)).toBe(unchanged)
  })

  it('looks at the date only where no tag is sent', () => {
    expect(asked('"other"', 'Mon, 23 Nov 2026 09:00:00 GMT')).toBe(false)
    expect(asked('"abc-gz"', 'Mon, 23 Nov 2026 07:00:00 GMT')).toBe(true)
    expect(asked()).toBe(false)
  })

  it.each([
    ['Mon, 23 Nov 2026 08:00:00 GMT', true],
    ['Mon, 23 Nov 2026 07:59:59 GMT', false],
    ['Monday, 23-Nov-26 09:00:00 GMT', true],
    ['Mon Nov 23 09:00:00 2026', true],
    ['Mon, 23 Nov 2026 13:00:00 GMT', false], // a time to come is no date to go by
    ['Mon, 23 Nov 2026 09:00:00 +0100', false],
    ['2026-11-23T09:00:00Z', false],
    ['2026', false],
    ['5', false],
    ['yesterday', false],
    ['', false],
  ])('If-Modified-Since %s: %s', (header, unchanged) => {
    expect(asked(undefined, header)).toBe(unchanged)
  })

  it("doesn't trust a date for a change of the last minute", () => {
    const young = { ...answer, lastModifiedMs: now - 59_000 }
    const since = new Date(now).toUTCString()
    expect(isUnchanged({ ifNoneMatch: undefined, ifModifiedSince: since }, young, now)).toBe(false)
    expect(isUnchanged({ ifNoneMatch: young.etag, ifModifiedSince: undefined }, young, now)).toBe(true)
  })

  it('reads two-digit years as the nearest that are not far ahead', () => {
    expect(parseHttpDate('Sunday, 06-Nov-94 08:49:37 GMT', now)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37))
  })
})
