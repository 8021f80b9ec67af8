import { describe, expect, it } from 'vitest'
import type { Language } from '#shared/contract/kinds.ts'
import type { Named } from './names.ts'
import { factOf, type Columns, type Entry, type Fact } from './rules.ts'
import { linesOf, type Telling } from './sentences.ts'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [session, series, venue, room, other, account, program, discreet, nextYear] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(id) as [
  string,
  ...string[],
] &
  Record<number, string>

const named = (kind: string, name: unknown, start: string | null = null, neutral: unknown = null): Named => ({
  kind,
  name,
  start,
  discreet: neutral,
})
const names = new Map<string, Named>([
  [session, named('Session', { pl: 'Spokojny rodzic', en: 'Calm parent' }, '2026-11-27T17:00:00')],
  [series!, named('Series', { pl: 'Spokojny rodzic' })],
  [nextYear!, named('Session', { pl: 'Joga' }, '2027-01-08T09:30:00')],
  [venue!, named('Venue', 'Świetlica')],
  [room!, named('Room', 'Świetlica, sala 2')],
  [other!, named('Venue', 'Klub Zatorze')],
  [account!, named('Account', 'Ewa Zmyślona')],
  [program!, named('Program', 'Zatorze razem')],
  [discreet!, named('Session', { pl: 'Grupa wsparcia po stracie' }, '2026-12-01T18:00:00', { pl: 'Spotkanie' })],
])

function entry(kind: string, before: Columns | null, after: Columns | null, more: Partial<Entry> = {}): Entry {
  const operation = before === null ? 'INSERT' : after === null ? 'DELETE' : 'UPDATE'
  const objectId = { Session: session, Series: series, Venue: venue, Room: room }[kind] ?? null
  return { id: 1n, actId: 1n, operation, kind, objectId, belongsTo: objectId ? [objectId] : [], before, after, ...more }
}

function told(entries: readonly Entry[], language: Language = 'pl', isOpen = true) {
  const telling: Telling = { language, names, who: 'Anna Przykład', year: '2026', isOpen: () => isOpen }
  const facts = entries.flatMap((one): Fact[] => {
    const fact = factOf(one)
    return fact ? [fact] : []
  })
  return linesOf(facts, telling)
}

const moved = entry(
  'Session',
  { wallStart: '2026-11-26T17:00:00', wallEnd: '2026-11-26T19:00:00', movedFrom: null, moveReason: null, recurrenceId: 'a' },
  {
    wallStart: '2026-11-27T17:00:00',
    wallEnd: '2026-11-27T19:00:00',
    movedFrom: 'x',
    moveReason: { pl: 'Sala niedostępna' },
    recurrenceId: 'b',
  },
)
const cancelled = entry(
  'Session',
  { status: 'PLANNED', cancelledAt: null, cancelReason: null },
  { status: 'CANCELLED', cancelledAt: '2026-11-25T10:00:00Z', cancelReason: { pl: 'Prowadząca nie może przyjść.' } },
)
const rule = { kind: 'rule', zone: 'Europe/Warsaw', excluded: [], skipHolidays: false, skipBreaksOf: null }
const weekly = (day: string, first: string) => ({
  ...rule,
  rule: `FREQ=WEEKLY;BYDAY=${day}`,
  first: { kind: 'timed', start: `${first}T17:00:00`, end: `${first}T19:00:00` },
})

describe('one change in one sentence', () => {
  it.each<readonly [string, Entry, string]>([
    [
      'a session that is moved',
      moved,
      'Anna Przykład przenosi spotkanie „Spokojny rodzic” z czw. 26.11, 17:00 na pt. 27.11, 17:00. Powód: Sala niedostępna.',
    ],
    [
      'one that is cancelled',
      cancelled,
      'Anna Przykład odwołuje spotkanie „Spokojny rodzic” (pt. 27.11, 17:00). Powód: Prowadząca nie może przyjść.',
    ],
    [
      'one that takes place after all',
      entry('Session', { status: 'CANCELLED', cancelReason: { pl: 'x' } }, { status: 'PLANNED', cancelReason: null }),
      'Anna Przykład przywraca odwołane spotkanie „Spokojny rodzic” (pt. 27.11, 17:00).',
    ],
    [
      'one of another year that leaves the plan',
      entry('Session', { removedAt: null }, { removedAt: '2026-11-25T10:00:00Z' }, { objectId: nextYear! }),
      'Anna Przykład zdejmuje z planu spotkanie „Joga” (pt. 8.01.2027, 09:30).',
    ],
    [
      'another room and another note',
      entry('Session', { venueId: venue, roomId: room, note: null }, { venueId: other, roomId: null, note: { pl: 'Weź kubek' } }),
      'Anna Przykład zmienia spotkanie „Spokojny rodzic” (pt. 27.11, 17:00): miejsce: Świetlica → Klub Zatorze; sala: Świetlica, sala 2 → brak; uwaga: brak → Weź kubek.',
    ],
    [
      'a corrected address',
      entry('Venue', { address: 'ul. Zmyślona 1' }, { address: 'ul. Zmyślona 10' }),
      'Anna Przykład zmienia miejsce „Świetlica”: adres: ul. Zmyślona 1 → ul. Zmyślona 10.',
    ],
    [
      'a fact about a building',
      entry(
        'VenueAccessibility',
        { venueId: venue, fact: 'LIFT', value: 'UNKNOWN' },
        { venueId: venue, fact: 'LIFT', value: 'NO' },
        { objectId: venue!, belongsTo: [venue!] },
      ),
      'Anna Przykład zmienia dostępność miejsca „Świetlica”: winda: nie wiemy → nie.',
    ],
    [
      'another rule, in plain words',
      entry(
        'Activity',
        { schedule: weekly('MO', '2026-11-02') },
        { schedule: weekly('TU', '2026-11-03') },
        { objectId: series! },
      ),
      'Anna Przykład zmienia zajęcia „Spokojny rodzic”: terminy: co poniedziałek o 17:00 → co wtorek o 17:00.',
    ],
    [
      'a draft that becomes public',
      entry('Activity', { status: 'DRAFT' }, { status: 'PUBLISHED' }, { objectId: series! }),
      'Anna Przykład publikuje zajęcia „Spokojny rodzic”.',
    ],
    [
      'a host, whose name the log doesn’t hold',
      entry('Session', { host: null }, { host: null }),
      'Anna Przykład zmienia spotkanie „Spokojny rodzic” (pt. 27.11, 17:00): osoba prowadząca.',
    ],
    [
      'a role',
      entry(
        'RoleGrant',
        null,
        { role: 'COORDINATOR', accountId: account, programId: program, endsOn: '2027-06-30' },
        { belongsTo: [account!, program!] },
      ),
      'Anna Przykład nadaje rolę: koordynator – Ewa Zmyślona (Zatorze razem), do 30 czerwca 2027.',
    ],
    [
      'a role that somebody took up by accepting an invitation: given by who invited',
      entry(
        'RoleGrant',
        null,
        { role: 'DESK', accountId: id(99), programId: program, grantedById: account },
        { belongsTo: [id(99), program!] },
      ),
      'Ewa Zmyślona nadaje rolę: recepcja – osoba, której konta już nie ma (Zatorze razem).',
    ],
    [
      'a role of somebody who was erased',
      entry('RoleGrant', { role: 'DESK', accountId: id(99), programId: program }, null, { belongsTo: [id(99), program!] }),
      'Anna Przykład odbiera rolę: recepcja – osoba, której konta już nie ma (Zatorze razem).',
    ],
    [
      'an account that is blocked',
      entry('Account', { blockedAt: null }, { blockedAt: '2026-11-25T10:00:00Z' }, { objectId: account! }),
      'Anna Przykład blokuje konto „Ewa Zmyślona”.',
    ],
    [
      'a venue that is gone',
      entry('Venue', { name: 'Stara świetlica', address: 'ul. Dawna 1' }, null, { objectId: id(98), belongsTo: [id(98)] }),
      'Anna Przykład usuwa miejsce „Stara świetlica”.',
    ],
    [
      'an archived program',
      entry('Program', { archivedAt: null }, { archivedAt: '2026-11-25T10:00:00Z' }, { objectId: program! }),
      'Anna Przykład przenosi do archiwum program „Zatorze razem”.',
    ],
  ])('%s', (_, changed, sentence) => {
    expect(told([changed]).map(({ text }) => text)).toEqual([sentence])
  })

  it.each<readonly [Language, string]>([
    [
      'en',
      'Anna Przykład moves the session “Calm parent” from Thu 26 Nov, 17:00 to Fri 27 Nov, 17:00. Reason: Sala niedostępna.',
    ],
    ['uk', 'Anna Przykład переносить зустріч «Spokojny rodzic» з чт 26.11, 17:00 на пт 27.11, 17:00. Причина: Sala niedostępna.'],
  ])('in %s', (language, sentence) => {
    expect(told([moved], language).map(({ text }) => text)).toEqual([sentence])
  })

  it('says nothing of what means nothing to people', () => {
    expect(told([entry('Session', { recurrenceId: 'a', activityId: id(1) }, { recurrenceId: 'b', activityId: id(2) })])).toEqual(
      [],
    )
  })

  it('fills a pattern once: braces in a name are text', () => {
    const braces = entry('Venue', { name: '{{who}}' }, { name: '{{what}}' })
    expect(told([braces])[0]?.text).toBe('Anna Przykład zmienia miejsce „Świetlica”: nazwa: {{who}} → {{what}}.')
  })
})

describe('an act of many changes', () => {
  it('tells 52 moved sessions in one sentence with a count, and unfolds each', () => {
    const many = Array.from({ length: 52 }, (_, n) => ({ ...moved, id: BigInt(n) }))
    const schedule = entry(
      'Activity',
      { schedule: weekly('TH', '2026-11-05') },
      { schedule: weekly('FR', '2026-11-06') },
      { objectId: series! },
    )
    const lines = told([schedule, ...many])
    expect(lines.map(({ text }) => text)).toEqual([
      'Anna Przykład przenosi 52 spotkania „Spokojny rodzic”. Powód: Sala niedostępna.',
      'Anna Przykład zmienia zajęcia „Spokojny rodzic”: terminy: co czwartek o 17:00 → co piątek o 17:00.',
    ])
    expect(lines[0]?.more).toHaveLength(52)
    expect(lines[0]?.more[0]).toBe('„Spokojny rodzic”: czw. 26.11, 17:00 → pt. 27.11, 17:00')
  })

  it.each([
    [2, 'Anna Przykład odwołuje 2 spotkania „Spokojny rodzic”. Powód: Prowadząca nie może przyjść.'],
    [5, 'Anna Przykład odwołuje 5 spotkań „Spokojny rodzic”. Powód: Prowadząca nie może przyjść.'],
  ])('counts %i in the right form', (count, sentence) => {
    expect(told(Array.from({ length: count }, () => cancelled))[0]?.text).toBe(sentence)
  })

  it('counts what it doesn’t list', () => {
    const [line] = told(Array.from({ length: 400 }, () => moved))
    expect([line?.more.length, line?.rest]).toEqual([60, 340])
  })

  it('tells what touches residents first', () => {
    const venues = Array.from({ length: 3 }, () => entry('Venue', { address: 'a' }, { address: 'b' }))
    expect(told([...venues, cancelled]).map(({ text }) => text.split(' ')[2])).toEqual(['odwołuje', 'zmienia'])
  })
})

describe('a discreet meeting', () => {
  const about = (before: Columns, after: Columns) => ({
    ...entry('Session', before, after),
    objectId: discreet!,
    belongsTo: [discreet!],
  })
  const told2 = (changed: Entry, isOpen: boolean) => told([changed], 'pl', isOpen)[0]?.text

  it('is called by its neutral name, without what would tell, for whoever doesn’t know it', () => {
    const noted = about({ note: null }, { note: { pl: 'Przynieś zdjęcie' } })
    expect(told2(noted, true)).toContain('Grupa wsparcia po stracie')
    expect(told2(noted, false)).toBe('Anna Przykład zmienia spotkanie „Spotkanie” (wt. 1.12, 18:00).')
    const gone = about({ status: 'PLANNED' }, { status: 'CANCELLED', cancelReason: { pl: 'żałoba' } })
    expect(told2(gone, false)).toBe('Anna Przykład odwołuje spotkanie „Spotkanie” (wt. 1.12, 18:00).')
  })
})
