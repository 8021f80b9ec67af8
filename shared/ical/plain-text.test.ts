import { describe, expect, it } from 'vitest'
import { cutBetweenCharacters, oneLine, plainText, shorten } from './plain-text.ts'

describe('plain text', () => {
  it.each([
    ['Windows line breaks', 'a\r\nb', 'a\nb'],
    ['a lone carriage return', 'a\rATTENDEE:b', 'a\nATTENDEE:b'],
    ['U+0085, U+2028 and U+2029', 'a\u0085b\u2028c\u2029d', 'a\nb\nc\nd'],
    ['NUL, bell and escape', 'a\0b\u0007c\u001b[31md', 'abc[31md'],
    ['DEL and C1 controls', 'a\u007fb\u009fc', 'abc'],
    ['half a surrogate pair', 'a\ud83cb\udf00c', 'a\ufffdb\ufffdc'],
    ['what is already plain', '\t Zażółć „gęślą” 👩‍👩‍👧\n', '\t Zażółć „gęślą” 👩‍👩‍👧\n'],
  ])('settles %s', (_, text, plain) => {
    expect(plainText(text)).toBe(plain)
    expect(plainText(plain)).toBe(plain)
  })

  it('has spaces for line breaks where there is one line only', () => {
    expect(oneLine('Joga\r\nna trawie')).toBe('Joga na trawie')
  })
})

describe('a cut', () => {
  it.each([
    ['letters', 'zażółć', 3, 3],
    ['a surrogate pair', 'a🪴b', 2, 1],
    ['a letter and its accent', 'ae\u0301b', 2, 1],
    ['a family', 'a👩‍👩‍👧b', 6, 1],
    ['a flag', 'a🇵🇱b', 3, 1],
    ['a skin tone', 'a👍🏽b', 3, 1],
  ])('never splits %s', (_, text, index, cut) => {
    expect(cutBetweenCharacters(text, 0, index)).toBe(cut)
  })

  it('splits a character that is too long to stay whole, but never half a surrogate pair', () => {
    const tower = `a${'\u0301'.repeat(90)}`
    expect(cutBetweenCharacters(tower, 0, 40)).toBe(40)
    expect(cutBetweenCharacters('👩‍👩‍👧', 0, 4)).toBe(3)
  })
})

describe('shortening', () => {
  it('ends a long text with the link and leaves a short one alone', () => {
    expect(shorten('krótki', 10, '…')).toBe('krótki')
    const cut = shorten('ż'.repeat(20_000), 4_000, '… https://podworko.example/sessions/7')
    expect(cut).toHaveLength(4_000)
    expect(cut).toMatch(/ż… https:\/\/podworko\.example\/sessions\/7$/)
  })
})
