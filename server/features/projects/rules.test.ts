import { describe, expect, it } from 'vitest'
import { amountIssue, indicatorIssue, isLogo } from './rules.ts'

describe("a fund's logo", () => {
  it.each(['/logos/ue.svg', 'https://example.org/ue.png'])('may be %s', (src) => {
    expect(isLogo({ src, alt: 'Unia Europejska' })).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
    'file:///etc/passwd',
    'ms-word:ofe|u|https://example.org',
    'webcal://example.org/a.ics',
    'http://example.org/ue.png',
    '//example.org/ue.png',
    '/\\example.org',
    'https://ops.pl@evil.example/ue.png',
    'https://example.org/"onerror=alert(1)',
    ' https://example.org/ue.png',
    `/${'x'.repeat(10_000)}`,
    '',
  ])('T34: may not be %.60s', (src) => {
    expect(isLogo({ src, alt: 'Unia Europejska' })).toBe(false)
  })

  it('has words for those who do not see it, and nothing else', () => {
    for (const stored of [null, 'x', { src: '/a.svg' }, { src: '/a.svg', alt: 'a', onload: 'x' }])
      expect(isLogo(stored)).toBe(false)
  })
})

describe('figures', () => {
  it.each([
    ['13460712.28', true],
    ['0', true],
    ['1000.5', true],
    ['-1', false],
    ['1e9', false],
    ['1.234', false],
    ['1 000', false],
    ['1'.repeat(13), false],
  ])('take the amount %s: %s', (amount, taken) => {
    expect(amountIssue('value', amount) === null).toBe(taken)
  })

  it.each([
    ['PERCENT', 100, true],
    ['PERCENT', 101, false],
    ['PEOPLE', 124, true],
    ['PEOPLE', -1, false],
    ['PLACES', 2.5, false],
  ])('take %s %d: %s', (unit, value, taken) => {
    expect(indicatorIssue({ unit, value }) === null).toBe(taken)
  })
})
