import { sync } from 'node-ical'
import { describe, expect, it } from 'vitest'
import type { FeedEvent, FeedHead } from './event.ts'
import { plainText } from './plain-text.ts'
import { readFeed } from './read-feed.ts'
import { descriptionLimit, writeEvent, writeFeed } from './write-feed.ts'

const event: FeedEvent = {
  uid: '7@podworko.example',
  sequence: 3,
  createdMs: Date.parse('2026-10-01T09:00:00Z'),
  modifiedMs: Date.parse('2026-10-02T09:00:00Z'),
  when: { kind: 'all-day', firstDay: '2026-11-24', lastDay: '2026-11-24' },
  title: 'Joga',
  description: 'Weź wodę.',
  location: 'Klub',
  geo: null,
  url: 'https://podworko.example/sessions/7',
  categories: ['Warsztat'],
  status: 'CONFIRMED',
  extra: {
    title: { text: 'Joga', lang: 'pl' },
    kind: 'workshop',
    cancelled: false,
    stepFree: 'yes',
    venue: { slug: 'klub', name: 'Klub' },
    series: 'joga',
    movedFrom: null,
    since: null,
    reason: { text: 'powód', lang: 'pl' },
    instead: { text: 'spacer', lang: 'uk' },
    enrolment: 'open',
    sample: false,
  },
}
const head: FeedHead = {
  title: 'Gliwice',
  description: 'Zajęcia w mieście',
  source: 'https://podworko.example/feeds/cities/gliwice.ics',
  url: 'https://podworko.example/gliwice',
  modifiedMs: event.modifiedMs,
  language: 'pl',
}
const write = (changes: Partial<FeedEvent>): string => writeFeed(head, [writeEvent({ ...event, ...changes })])
const propertyNames = (feed: string): string[] =>
  feed
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => line.split(/[;:]/)[0] ?? '')

describe('what a feed never holds', () => {
  it('has no rule, method, person, alarm or identity of the calendar', () => {
    const names = propertyNames(writeFeed(head, [writeEvent(event)]))
    expect(names.filter((name) => /^(?:RRULE|METHOD|ATTENDEE|ORGANIZER|ATTACH)$/.test(name))).toEqual(['RRULE', 'RRULE']) // of the zone
    expect(names.slice(0, names.indexOf('BEGIN', 1))).not.toContain('UID')
    expect(writeFeed(head, [writeEvent(event)])).not.toContain('VALARM')
  })
})

describe('hostile text', () => {
  const attempts = [
    'a\r\nATTENDEE:mailto:x@example.org',
    'a\nEND:VEVENT\nBEGIN:VEVENT',
    'a\rDTSTART:20000101T000000Z',
    'a\u0085RRULE:FREQ=DAILY',
    'a\u2028RRULE:FREQ=DAILY\u2029b',
    'a\0b\u0000c',
    'a;b,c\\d\\nx"y^z:',
    '\ud800 half a pair',
  ]

  it.each(attempts)('T35: %j parses back to the same value, in one VEVENT, with no new property', (attempt) => {
    const line = plainText(attempt).replaceAll('\n', ' ')
    const hostile: FeedEvent = {
      ...event,
      uid: attempt,
      title: attempt,
      description: attempt,
      location: attempt,
      categories: [attempt, attempt],
      extra: {
        ...event.extra,
        title: { text: attempt, lang: 'pl' },
        kind: attempt,
        series: attempt,
        enrolment: attempt,
        venue: { slug: attempt, name: attempt },
        movedFrom: attempt,
        since: attempt,
        reason: { text: attempt, lang: 'pl' },
        instead: { text: attempt, lang: 'pl' },
      },
    }
    const feed = writeFeed({ ...head, title: attempt, description: attempt }, [writeEvent(hostile)])
    const { head: readHead, events } = readFeed(feed)

    expect([readHead.title, readHead.description]).toEqual([line, plainText(attempt)])
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ title: line, description: plainText(attempt), location: line, categories: [line, line] })
    expect(events[0]?.extra.reason?.text).toBe(plainText(attempt))
    expect(new Set(propertyNames(feed))).toEqual(
      new Set(propertyNames(write({ extra: { ...event.extra, movedFrom: '2026-11-23', since: '2026-11-20' } }))),
    )
    expect(Object.values(sync.parseICS(feed)).filter((part) => part?.type === 'VEVENT')).toHaveLength(1)
  })

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ms-word:ofe|u|https://example.org',
    'webcal://podworko.example/feeds/all.ics',
    'https://podworko.example@evil.example/',
    'https://u:p@podworko.example/',
    '//podworko.example',
    'sessions/7',
    '',
  ])('T34: %j is no address for a feed', (address) => {
    expect(() => write({ url: address })).toThrow(RangeError)
    expect(() => writeFeed({ ...head, url: address }, [])).toThrow("can't stand in a feed")
    expect(() => writeFeed({ ...head, source: address }, [])).toThrow("can't stand in a feed")
  })

  it('T34: an address with a line break or a space in it stays one property', () => {
    const feed = write({ url: 'https://podworko.example/a b\r\nATTENDEE:x' })
    expect(feed).toContain('URL:https://podworko.example/a%20bATTENDEE:x\r\n')
  })
})

describe('long text', () => {
  it.each([
    ['ż', 'ż'],
    ['an emoji', '🪴'],
    ['a family', '👩‍👩‍👧'],
    ['a flag', '🇺🇦'],
    ['a combining accent', 'e\u0301'],
  ])('T36: a line break at octet 75 never falls inside %s', (_, character) => {
    for (let shift = 0; shift < 80; shift += 1) {
      const description = 'x'.repeat(shift) + character.repeat(60)
      const feed = write({ description })
      const physical = feed.split('\r\n')
      expect(Math.max(...physical.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
      const folded = physical.slice(
        physical.findIndex((line) => line.startsWith(`DESCRIPTION:${'x'.repeat(Math.min(shift, 60))}`)),
      )
      expect(
        folded.filter((line) => line.startsWith(' ')).every((line) => /^ (?:x|$)/.test(line) || line.startsWith(` ${character}`)),
      ).toBe(true)
      expect(readFeed(feed).events[0]?.description).toBe(description)
    }
  })

  it('T36: 20,000 characters end after 4,000, with the link', () => {
    const [read] = readFeed(write({ description: '👩‍👩‍👧 ż'.repeat(2_000) })).events
    expect(read?.description.length).toBeLessThanOrEqual(descriptionLimit)
    expect(read?.description).toMatch(/… https:\/\/podworko\.example\/sessions\/7$/)
  })

  it('keeps 4,000 characters whole', () => {
    const description = 'ż'.repeat(descriptionLimit)
    expect(readFeed(write({ description })).events[0]?.description).toBe(description)
  })
})

describe('times that a feed refuses to write', () => {
  it.each<[string, FeedEvent['when'], string]>([
    [
      'another zone',
      { kind: 'timed', start: '2026-11-24T17:00:00', end: '2026-11-24T18:00:00', zone: 'Europe/London', startMs: 0, endMs: 1 },
      'not Europe/London',
    ],
    [
      'an end before the start',
      { kind: 'timed', start: '2026-11-24T17:00:00', end: '2026-11-24T16:00:00', zone: 'Europe/Warsaw', startMs: 1, endMs: 0 },
      'before the start',
    ],
    ['days in the wrong order', { kind: 'all-day', firstDay: '2026-11-24', lastDay: '2026-11-23' }, 'before the first'],
  ])('%s', (_, when, message) => {
    expect(() => write({ when })).toThrow(message)
  })
})
