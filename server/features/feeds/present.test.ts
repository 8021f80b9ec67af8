import { describe, expect, it } from 'vitest'
import { parseQuery, everything } from '#shared/contract/selection.ts'
import { writeEvent } from '#shared/ical/write-feed.ts'
import { pageOf, titleOf, toEvent, toHead, type Face, type Shown } from './present.ts'

const place = { publicUrl: 'https://podworko.example', uidDomain: 'abc.podworko' }
const open: Shown = {
  when: {
    kind: 'timed',
    start: '2026-11-24T17:00:00',
    end: '2026-11-24T18:30:00',
    startMs: Date.parse('2026-11-24T16:00:00Z'),
    endMs: Date.parse('2026-11-24T17:30:00Z'),
  },
  cancelled: null,
  moved: null,
  city: { slug: 'gliwice', name: 'Gliwice' },
  sample: false,
  discreet: false,
  title: { pl: 'Joga łagodna', en: 'Gentle yoga' },
  description: { pl: 'Ćwiczymy na krzesłach.' },
  note: null,
  kind: 'WORKSHOP',
  audiences: ['SENIORS'],
  languages: ['pl', 'uk'],
  host: 'Anna Wymyślona',
  planB: null,
  meetingPoint: null,
  bring: { pl: 'wygodny strój' },
  isFree: true,
  costText: null,
  careSeats: 4,
  signLanguage: 'YES',
  easyToRead: 'UNKNOWN',
  inductionLoop: 'NO',
  contact: { phone: '32 000 00 00', email: null, hours: { pl: 'pn-pt 8-15' } },
  enrolment: 'PER_SESSION',
  eligibility: null,
  stepFree: 'UNKNOWN',
  venue: {
    slug: 'swietlica',
    name: 'Świetlica',
    address: 'ul. Zmyślona 1',
    latitude: 50.3,
    longitude: 18.6,
    directions: { pl: 'Brama od podwórka.' },
    accessibility: { STEP_FREE_ENTRANCE: 'YES', LIFT: 'NO' },
  },
  room: 'sala 2',
  district: { slug: 'gliwice-zatorze', name: 'Zatorze' },
  series: { slug: 'joga' },
  funding: [{ pl: 'Zajęcia opłaca projekt przykładowy.' }],
}
const faceOf = (changes: Partial<Extract<Shown, { discreet: false }>> = {}): Face => ({
  id: '00000000-0000-4000-8000-000000000001',
  shown: { ...open, ...changes } as Shown,
  sequence: 3,
  createdMs: Date.parse('2026-10-01T09:00:00Z'),
  modifiedMs: Date.parse('2026-10-02T09:00:00Z'),
})
const show = (changes: Partial<Extract<Shown, { discreet: false }>> = {}, style: Partial<Parameters<typeof toEvent>[1]> = {}) =>
  toEvent(faceOf(changes), { language: 'pl', cancelled: 'mark', ...style }, place)
const cancelled = {
  atMs: Date.parse('2026-11-20T08:00:00Z'),
  reason: { pl: 'Awaria ogrzewania' },
  insteadText: null,
  instead: null,
}

describe('what an event says', () => {
  it('is said in plain words, the way in and the sign-up included', () => {
    expect(show().description).toBe(
      [
        'Ćwiczymy na krzesłach.',
        '',
        'Prowadzi: Anna Wymyślona',
        'Dla kogo: seniorzy',
        'Język: polski, ukraiński',
        'Bezpłatnie.',
        'Zapisy na to spotkanie: https://podworko.example/sessions/00000000-0000-4000-8000-000000000001',
        '',
        'Weź ze sobą: wygodny strój',
        'Opieka nad dziećmi w czasie zajęć, liczba miejsc: 4.',
        '',
        'Wejście bez schodów: nie wiemy.',
        'Winda: nie.',
        'Tłumaczenie na polski język migowy: tak.',
        'Pętla indukcyjna na zajęciach: nie.',
        '',
        'Jak trafić: Brama od podwórka.',
        'Kontakt: 32 000 00 00 (pn-pt 8-15)',
        '',
        'Zajęcia opłaca projekt przykładowy.',
      ].join('\n'),
    )
    expect(show().location).toBe('Świetlica, sala 2, ul. Zmyślona 1, Gliwice')
    expect(show().categories).toEqual(['Warsztat', 'seniorzy'])
  })

  it('ends with its page where nobody signs up', () => {
    expect(show({ enrolment: 'OPEN' }).description).toMatch(
      /\nPrzyjdź bez zapisów\.\n[^]*\nSzczegóły: https:\/\/podworko\.example\/sessions\/00000000-0000-4000-8000-000000000001$/,
    )
  })

  it('falls back to Polish where a text has no other language, and says so', () => {
    const english = show({}, { language: 'en' })
    expect(english.extra.title).toEqual({ text: 'Gentle yoga', lang: 'en' })
    expect(english.url).toBe('https://podworko.example/en/sessions/00000000-0000-4000-8000-000000000001')
    expect(show({}, { language: 'uk' }).extra.title).toEqual({ text: 'Joga łagodna', lang: 'pl' })
    expect(english.description).toContain('Free of charge.')
  })

  it.each([
    ['mark', 'ODWOŁANE: Joga łagodna', 'CANCELLED'],
    ['title', 'ODWOŁANE: Joga łagodna', 'CONFIRMED'],
  ] as const)('cancelled=%s gives %s with STATUS:%s', (style, title, status) => {
    const event = show({ cancelled }, { cancelled: style })
    expect([event.title, event.status, event.extra.cancelled, event.extra.title.text]).toEqual([
      title,
      status,
      true,
      'Joga łagodna',
    ])
    expect(event.description).toMatch(/^Odwołane\.\nPowód: Awaria ogrzewania\n/)
    expect(event.extra.reason).toEqual({ text: 'Awaria ogrzewania', lang: 'pl' })
  })

  it('says in each language that it was cancelled', () => {
    expect(show({ cancelled }, { language: 'en' }).title).toBe('CANCELLED: Gentle yoga')
    expect(show({ cancelled }, { language: 'uk' }).title).toBe('СКАСОВАНО: Joga łagodna')
  })

  it('asks nobody to come or to sign up where nothing takes place, and still leads to its page', () => {
    for (const enrolment of ['OPEN', 'PER_SESSION'] as const) {
      const { description } = show({ cancelled, enrolment })
      expect(description).not.toMatch(/Przyjdź bez zapisów|Zapisy/)
      expect(description).toMatch(/\nSzczegóły: https:\/\/podworko\.example\/sessions\/\S+$/)
    }
  })

  it('names what there is instead', () => {
    const instead = { id: '00000000-0000-4000-8000-000000000002', start: '2026-12-01T17:00:00' }
    const event = show({ cancelled: { ...cancelled, instead } })
    expect(event.extra.instead).toEqual({ text: 'wtorek 1 grudnia 2026, 17:00', lang: 'pl' })
    expect(event.description).toContain(
      'Zamiast tego: wtorek 1 grudnia 2026, 17:00\nhttps://podworko.example/sessions/00000000-0000-4000-8000-000000000002',
    )
  })

  it('says from when it was moved', () => {
    const event = show({
      moved: { atMs: Date.parse('2026-11-19T23:30:00Z'), from: '2026-11-23T17:00:00', reason: { pl: 'Święto sali' } },
    })
    expect(event.description).toMatch(/^Przeniesione z: poniedziałek 23 listopada 2026, 17:00\.\nPowód: Święto sali\n/)
    expect(event.extra.movedFrom).toBe('2026-11-23T17:00:00')
    expect(event.extra.since).toBe('2026-11-20')
  })

  it('begins with the warning when it is invented', () => {
    expect(show({ sample: true }).description).toMatch(/^Zajęcia wymyślone – nie przychodź\.\n/)
  })

  it('T39: words that look like places to fill in stay as they are', () => {
    expect(show({ cancelled, title: { pl: '{{link}} ${x} %s {{title}}' } }).title).toBe('ODWOŁANE: {{link}} ${x} %s {{title}}')
    expect(show({ bring: { pl: '{{text}} $& $1' } }).description).toContain('Weź ze sobą: {{text}} $& $1')
  })

  it('has a place also without a venue', () => {
    expect(show({ venue: null, meetingPoint: { pl: 'przy fontannie' }, room: null }).location).toBe(
      'przy fontannie, Zatorze, Gliwice',
    )
    expect(show({ venue: null, meetingPoint: null, room: null, district: null }).location).toBe('Gliwice')
  })
})

describe('a discreet session', () => {
  const discreet = {
    when: open.when,
    cancelled,
    moved: null,
    city: open.city,
    sample: false,
    discreet: true,
    title: { pl: 'Spotkanie' },
  } as Shown

  it('shows its neutral title, its time, and nothing else that could tell', () => {
    const event = toEvent({ ...faceOf(), shown: discreet }, { language: 'pl', cancelled: 'mark' }, place)
    expect(event).toMatchObject({
      title: 'ODWOŁANE: Spotkanie',
      description: 'Odwołane.',
      location: null,
      geo: null,
      url: null,
      categories: [],
    })
    expect(event.extra).toEqual({
      title: { text: 'Spotkanie', lang: 'pl' },
      kind: null,
      cancelled: true,
      stepFree: 'unknown',
      venue: null,
      series: null,
      movedFrom: null,
      since: null,
      reason: null,
      instead: null,
      enrolment: null,
      sample: false,
    })
  })
})

it('T07: an event has no property beside those on this list, whatever is shown of a session', () => {
  const everyText = show({
    cancelled: { ...cancelled, insteadText: { pl: 'spacer' } },
    moved: { atMs: 0, from: '2026-11-23', reason: null },
    sample: true,
  })
  const names = writeEvent(everyText)
    .replaceAll('\r\n ', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(/[;:]/)[0])
  expect([...new Set(names)]).toEqual([
    'BEGIN',
    'UID',
    'DTSTAMP',
    'CREATED',
    'LAST-MODIFIED',
    'SEQUENCE',
    'DTSTART',
    'DTEND',
    'SUMMARY',
    'DESCRIPTION',
    'LOCATION',
    'GEO',
    'URL',
    'CATEGORIES',
    'STATUS',
    'TRANSP',
    'CLASS',
    'X-PODWORKO-TITLE',
    'X-PODWORKO-KIND',
    'X-PODWORKO-SERIES',
    'X-PODWORKO-ENROLMENT',
    'X-PODWORKO-STEP-FREE',
    'X-PODWORKO-VENUE',
    'X-PODWORKO-VENUE-NAME',
    'X-PODWORKO-CANCELLED',
    'X-PODWORKO-MOVED-FROM',
    'X-PODWORKO-SINCE',
    'X-PODWORKO-REASON',
    'X-PODWORKO-INSTEAD',
    'X-PODWORKO-SAMPLE',
    'END',
  ])
})

describe('a feed', () => {
  const names = {
    'cities/gliwice': { pl: 'Gliwice' },
    'districts/gliwice-sosnica': { pl: 'Sośnica, Gliwice' },
    'kinds/workshop': { pl: 'Warsztat', en: 'Workshop' },
  }
  const nameOf = (collection: string, slug: string) => (names as Record<string, { pl: string }>)[`${collection}/${slug}`]
  const select = (slice: Parameters<typeof parseQuery>[0], query: string) =>
    parseQuery(slice, new URLSearchParams(query)).selection ?? everything

  it.each([
    ['', 'Gliwice', '/gliwice'],
    ['kind=workshop&stepFree=yes', 'Gliwice, Warsztat, bez schodów', '/gliwice?kind=workshop&stepFree=yes'],
    ['district=gliwice-sosnica', 'Sośnica, Gliwice', '/gliwice?district=gliwice-sosnica'],
    ['kind=workshop&lang=en&cancelled=hide', 'Gliwice, Workshop', '/en/gliwice?kind=workshop'],
  ])('of Gliwice with "%s" is called %s and shown at %s', (query, title, page) => {
    const selection = select({ collection: 'cities', slug: 'gliwice' }, query)
    expect(titleOf(selection, nameOf)).toBe(title)
    expect(pageOf(selection)).toBe(page)
  })

  it('says until when it reaches when it was cut', () => {
    const about = {
      title: 'Gliwice',
      language: 'pl',
      sourcePath: '/feeds/all.ics',
      pagePath: '/',
      modifiedMs: 0,
      sample: true,
    } as const
    const head = toHead({ ...about, cut: { until: '2026-12-10' } }, place)
    expect(head.title).toBe('Gliwice – Podwórko')
    expect(head.description).toMatch(
      /^Zajęcia wymyślone – nie przychodź\..*\n.*\nZajęć jest więcej: ten kalendarz sięga do 10 grudnia 2026\.$/,
    )
    expect(toHead({ ...about, cut: { from: '2026-10-01' } }, place).description).toContain('zaczyna się 1 października 2026')
  })
})
