import * as fc from 'fast-check'
import { sync } from 'node-ical'
import { describe, expect, it } from 'vitest'
import { languages, threeValues } from '#shared/contract/kinds.ts'
import type { FeedEvent, FeedHead, When } from './event.ts'
import { plainText } from './plain-text.ts'
import { readFeed } from './read-feed.ts'
import { writeEvent, writeFeed } from './write-feed.ts'
import { warsaw } from '#shared/time/when.ts'
import { instantOf } from './zone.ts'

const awkward = [
  'ż',
  'ą',
  'ї',
  '„',
  '”',
  '"',
  ',',
  ';',
  '\\',
  '\\n',
  '\n',
  '  ',
  ':',
  '^',
  '🪴',
  '👩‍👩‍👧',
  '🇵🇱',
  '🇺🇦',
  'e\u0301',
  '\u05d0',
  '–',
  '\t',
  'BEGIN:VEVENT',
]
const word = fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'grapheme', maxLength: 6 }))
const texts = (words: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: words }).map((list) => plainText(list.join('')) || 'x')
const lines = texts(12).map((text) => text.replaceAll('\n', ' '))
const longText = fc
  .tuple(texts(8), fc.integer({ min: 1, max: 4_000 }))
  .map(([text, length]) => plainText(text.repeat(Math.ceil(length / text.length)).slice(0, length)))
const texted = fc.record({ text: texts(6), lang: fc.constantFrom(...languages) })
const seconds = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2036, 0) / 1000 }).map((epoch) => epoch * 1000)
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/)

const wall = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 19)
const nightOfTheChange = fc.constantFrom(Date.UTC(2026, 9, 24, 20), Date.UTC(2027, 2, 27, 20), Date.UTC(2027, 9, 30, 20))
const timed: fc.Arbitrary<When> = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: seconds }, { weight: 1, arbitrary: nightOfTheChange }),
    fc.integer({ min: 0, max: 30 * 60 }),
    fc.boolean(),
  )
  .filter(([start]) => new Date(start).getUTCHours() !== 2) // starts from 02:00 to 02:59 are refused by the editor
  .map(([startMs, minutes, second]) => {
    const [start, end] = [wall(startMs), wall(startMs + minutes * 60_000)]
    const twice = end.slice(0, 13) === '2026-10-25T02' || end.slice(0, 13) === '2027-10-31T02'
    return {
      kind: 'timed',
      start,
      end,
      zone: warsaw,
      startMs: instantOf(start),
      endMs: instantOf(end) + (twice && second ? 3_600_000 : 0),
    }
  })
const allDay: fc.Arbitrary<When> = fc.tuple(seconds, fc.integer({ min: 0, max: 400 })).map(([first, days]) => ({
  kind: 'all-day',
  firstDay: wall(first).slice(0, 10),
  lastDay: wall(first + days * 86_400_000).slice(0, 10),
}))
const degrees = (limit: number): fc.Arbitrary<number> =>
  fc.integer({ min: -limit * 1e6, max: limit * 1e6 }).map((micro) => (micro === 0 ? 0 : micro / 1e6))

const feedEvents: fc.Arbitrary<FeedEvent> = fc.record({
  uid: fc.uuid().map((id) => `${id}@podworko.example`),
  sequence: fc.nat(2_000),
  createdMs: seconds,
  modifiedMs: seconds,
  when: fc.oneof(timed, allDay),
  title: lines,
  description: fc.oneof(fc.constant(''), longText),
  location: fc.option(lines),
  geo: fc.option(fc.record({ latitude: degrees(90), longitude: degrees(180) })),
  url: fc.option(fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href)),
  categories: fc.array(lines, { maxLength: 3 }),
  status: fc.constantFrom('CONFIRMED', 'TENTATIVE', 'CANCELLED'),
  extra: fc.record({
    title: texted,
    kind: slug,
    cancelled: fc.boolean(),
    stepFree: fc.constantFrom(...threeValues),
    venue: fc.option(fc.record({ slug, name: lines })),
    series: slug,
    movedFrom: fc.option(seconds.map(wall)),
    since: fc.option(seconds.map((second) => wall(second).slice(0, 10))),
    reason: fc.option(texted),
    instead: fc.option(texted),
    enrolment: slug,
    sample: fc.boolean(),
  }),
})
const feeds = fc.uniqueArray(feedEvents, { maxLength: 5, selector: (event) => event.uid })
const heads: fc.Arbitrary<FeedHead> = fc.record({
  title: lines,
  description: texts(8),
  source: fc.constant('https://podworko.example/feeds/cities/gliwice.ics?kind=trip&kind=workshop'),
  url: fc.constant('https://podworko.example/gliwice?kind=trip&kind=workshop'),
  modifiedMs: seconds,
  language: fc.constantFrom(...languages),
})
const head: FeedHead = {
  title: 'Gliwice',
  description: '',
  source: 'https://podworko.example/feeds/cities/gliwice.ics',
  url: 'https://podworko.example/gliwice',
  modifiedMs: Date.UTC(2026, 10, 23),
  language: 'pl',
}
const feedOf = (events: readonly FeedEvent[], on: FeedHead = head): string => writeFeed(on, events.map(writeEvent))

describe('a feed', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(heads, feeds, (on, events) => {
        expect(readFeed(feedOf(events, on))).toEqual({ head: on, events })
      }),
      { numRuns: 300 },
    )
  })

  it('is the same bytes for the same events', () => {
    fc.assert(
      fc.property(heads, feeds, (on, events) => {
        expect(feedOf(structuredClone(events), { ...on })).toBe(feedOf(events, on))
      }),
    )
  })

  it('changes only the bytes of the event that changed', () => {
    fc.assert(
      fc.property(feeds, feedEvents, fc.nat(4), (events, replacement, index) => {
        const changed = events.map((event, at) => (at === index ? { ...replacement, uid: event.uid } : event))
        const [before, after] = [splitEvents(feedOf(events)), splitEvents(feedOf(changed))]
        expect(after.filter((_, at) => at !== index + 1)).toEqual(before.filter((_, at) => at !== index + 1))
      }),
    )
  })

  it('has lines of at most 75 octets, folded between characters, and CRLF to the last byte', () => {
    fc.assert(
      fc.property(feeds, (events) => {
        const bytes = Buffer.from(feedOf(events))
        const physical = bytes.toString('latin1').split('\r\n')
        expect(physical.at(-1)).toBe('')
        for (const line of physical) {
          expect(line.length).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
          expect(() => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'))).not.toThrow()
        }
      }),
    )
  })

  it('says the same to a parser that shares no code with ours', () => {
    fc.assert(
      fc.property(feeds, (events) => {
        const parsed = Object.values(sync.parseICS(feedOf(events))).filter((part) => part?.type === 'VEVENT')
        expect(parsed.map((part) => [part.uid, part.start.getTime(), Number(part.sequence)]).toSorted()).toEqual(
          events.map((event) => [event.uid, startOf(event.when), event.sequence]).toSorted(),
        )
      }),
    )
  })
})

const splitEvents = (text: string): string[] => text.split(/(?<=\n)(?=BEGIN:VEVENT\r\n)/)

/** node-ical gives whole days as midnights of the machine's zone. */
const startOf = (when: When): number => (when.kind === 'timed' ? when.startMs : new Date(`${when.firstDay}T00:00:00`).getTime())
