import { describe, expect, it } from 'vitest'
import { localNext } from './local-next.ts'

describe('localNext', () => {
  it.each(['/panel', '/panel/plan?from=2026-11-23&to=2026-11-29', '/uk/panel/series/0b5f/edit', '/en/panel'])(
    'goes to %s',
    (wanted) => {
      expect(localNext(wanted, '/front')).toBe(wanted)
    },
  )

  it.each([
    null,
    '',
    '/',
    '//evil',
    '/\\evil',
    '\\/evil',
    'https:evil',
    'https://evil.example/panel',
    'javascript:alert(1)',
    '%09//evil',
    '\t//evil',
    '/\t/evil',
    '/panel//evil',
    '/panel/..//evil',
    '/panel\\@evil',
    '/panel?next=//evil#x',
    '/panelx',
    '/gliwice',
    '/panel/%2f%2fevil',
  ])('T64: stays at the front for %j', (wanted) => {
    expect(localNext(wanted, '/front')).toBe('/front')
  })
})
