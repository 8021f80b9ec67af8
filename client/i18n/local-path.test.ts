import { describe, expect, it } from 'vitest'
import { languageOf, localPath, plainPath } from './local-path.ts'

describe('addresses of pages in three languages', () => {
  it.each([
    ['/', 'pl', '/'],
    ['/gliwice', 'pl', '/gliwice'],
    ['/en', 'en', '/'],
    ['/en/gliwice', 'en', '/gliwice'],
    ['/uk/sessions/a%20b', 'uk', '/sessions/a%20b'],
    ['/ukryta', 'pl', '/ukryta'],
    ['/pl/gliwice', 'pl', '/pl/gliwice'],
  ] as const)('%s is %s and the same page as %s', (pathname, language, plain) => {
    expect(languageOf(pathname)).toBe(language)
    expect(plainPath(pathname)).toBe(plain)
    expect(localPath(language, plain)).toBe(pathname)
  })

  it('keeps the question of an address', () => {
    expect(localPath('en', '/?choose')).toBe('/en?choose')
    expect(localPath('uk', '/gliwice?kind=trip')).toBe('/uk/gliwice?kind=trip')
  })
})
