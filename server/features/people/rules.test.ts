import { describe, expect, it } from 'vitest'
import type { SafeContactInput } from '#shared/contract/safe-contact.ts'
import { comparableName, moreCareful, readContact, readName } from './rules.ts'

describe('a name', () => {
  it.each([
    ['  Halina   Przykładowa ', 'Halina Przykładowa'],
    ["Sinéad O'Connor-Wójcik", "Sinéad O'Connor-Wójcik"],
    ['Олена Вигадана', 'Олена Вигадана'],
    ['李雷', '李雷'],
    ['Ania 👩‍🌾', 'Ania 👩‍🌾'],
    ['Zo\u202efia\u200b', 'Zofia'],
    ['ż'.repeat(200), 'ż'.repeat(200)],
    ['{{token}} <b>Ala</b>', '{{token}} <b>Ala</b>'],
  ])('%j is kept as %j', (typed, kept) => expect(readName(typed)).toBe(kept))

  it.each([
    '',
    '   ',
    '\u200b',
    '12',
    '🙂',
    'ż'.repeat(201),
    'Ala\r\nBcc: x@y.pl',
    'Ala\u0000',
    'Ala\u2028ma',
    'a'.repeat(100_000),
  ])('T38: %j is none', (typed) => expect(readName(typed)).toBeNull())
})

describe('a contact', () => {
  it.each([
    ['Halina@Example.PL ', 'email', 'halina@example.pl'],
    ['halina＠example.pl', 'email', 'halina@example.pl'],
    ['halina+piknik@example.pl', 'email', 'halina+piknik@example.pl'],
    ['halina@żółw.example.pl', 'email', 'halina@xn--w-uga1v8h.example.pl'],
    ['32 000 00 00', 'phone', '+48320000000'],
    ['(32) 000-00-00', 'phone', '+48320000000'],
    ['0048 32 000 00 00', 'phone', '+48320000000'],
    ['+380 44 000 00 00', 'phone', '+380440000000'],
  ] as const)('T17: %j is one %s, %j', (typed, kind, value) => expect(readContact(typed)).toEqual({ kind, value }))

  it.each([
    '',
    'halina',
    '12345',
    '+48',
    'a@x.',
    '@example.pl',
    'a@b@example.pl',
    'h\u0430lina@example.pl',
    '"a,b"@example.pl',
    'a@example.pl, b@example.pl',
    'a@example.pl\r\nBcc: c@example.pl',
    'a b@example.pl',
    'a@exam ple.pl',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    `${'('.repeat(250)}a@example.pl`,
    `${'a'.repeat(250)}@example.pl`,
  ])('T17, T38: %j is none, and that is found at once', (typed) => {
    const begun = process.cpuUsage()
    expect(readContact(typed)).toBeNull()
    expect(process.cpuUsage(begun).user).toBeLessThan(500_000) // microseconds of computing
  })
})

describe('two spellings of a name', () => {
  it.each([
    ['Zofia Nowak', 'nowak  ZOFIA'],
    ['Łucja Świątek', 'lucja swiatek'],
    ["O'Connor", 'OConnor'],
  ])('%j and %j are one person at one contact', (one, other) => expect(comparableName(one)).toBe(comparableName(other)))

  it('of two people differ', () => expect(comparableName('Jan Nowak')).not.toBe(comparableName('Janina Nowak')))
})

describe('what one person asked for twice', () => {
  const anything: SafeContactInput = {
    calls: true,
    sms: true,
    voicemail: true,
    mail: 'usual',
    days: [],
    from: null,
    to: null,
    opening: '',
  }

  it('is only what both allow, whichever came first', () => {
    const one = { ...anything, sms: false, days: [1, 2, 3], from: '10:00', to: '14:00', opening: 'Dzień dobry, tu biblioteka.' }
    const other: SafeContactInput = { ...anything, mail: 'neutral', days: [2, 3, 4], from: '12:00', to: '18:00' }
    const both = { ...one, mail: 'neutral', days: [2, 3], from: '12:00', to: '14:00' }
    expect([moreCareful(one, other), moreCareful(other, one)]).toEqual([both, both])
    expect(moreCareful(one, anything)).toEqual(one)
  })

  it.each([
    ['no day', { days: [1] }, { days: [2] }],
    ['no hour', { from: '08:00', to: '10:00' }, { from: '12:00', to: '14:00' }],
  ])('is no call at all where %s is left', (_, one, other) =>
    expect(moreCareful({ ...anything, ...one }, { ...anything, ...other })).toMatchObject({
      calls: false,
      sms: false,
      voicemail: false,
    }),
  )
})
