import { sync } from 'node-ical'
import { describe, expect, it } from 'vitest'
import type { FeedEvent, FeedHead } from './event.ts'
import { readFeed } from './read-feed.ts'
import { writeEvent, writeFeed } from './write-feed.ts'
import { warsaw } from '#shared/time/when.ts'

const files = import.meta.glob<string>('./stories/*.ics', { query: '?raw', import: 'default', eager: true })

const head: FeedHead = {
  title: 'Zatorze, Gliwice – Podwórko',
  description: 'Zajęcia wymyślone – nie przychodź.',
  source: 'https://podworko.example/feeds/districts/zatorze.ics',
  url: 'https://podworko.example/gliwice?district=zatorze',
  modifiedMs: Date.parse('2026-11-20T08:15:00Z'),
  language: 'pl',
}

const yoga: FeedEvent = {
  uid: '0192f5a0-7c1e-7000-8000-000000000001@podworko.example',
  sequence: 0,
  createdMs: Date.parse('2026-10-01T09:00:00Z'),
  modifiedMs: Date.parse('2026-10-01T09:00:00Z'),
  when: {
    kind: 'timed',
    start: '2026-11-24T17:00:00',
    end: '2026-11-24T18:30:00',
    zone: warsaw,
    startMs: Date.parse('2026-11-24T16:00:00Z'),
    endMs: Date.parse('2026-11-24T17:30:00Z'),
  },
  title: 'Joga łagodna',
  description: 'Zajęcia wymyślone – nie przychodź.\n\nWeź wygodny strój i wodę.\nWejście bez schodów: tak. Winda: nie wiadomo.',
  location: 'Klub „Przy Kominie”, ul. Wymyślona 4, Gliwice',
  geo: { latitude: 50.305, longitude: 18.67 },
  url: 'https://podworko.example/sessions/0192f5a0-7c1e-7000-8000-000000000001',
  categories: ['Warsztat', 'Seniorzy'],
  status: 'CONFIRMED',
  extra: {
    title: { text: 'Joga łagodna', lang: 'pl' },
    kind: 'workshop',
    cancelled: false,
    stepFree: 'yes',
    venue: { slug: 'klub-przy-kominie', name: 'Klub „Przy Kominie”' },
    series: 'joga-lagodna',
    movedFrom: null,
    since: null,
    reason: null,
    instead: null,
    enrolment: 'per-session',
    sample: true,
  },
}
/** The same kind of event under another id. */
const numbered = (number: number): Pick<FeedEvent, 'uid' | 'url'> => ({
  uid: `0192f5a0-7c1e-7000-8000-00000000000${number}@podworko.example`,
  url: `https://podworko.example/sessions/0192f5a0-7c1e-7000-8000-00000000000${number}`,
})
const titled = (title: string): Pick<FeedEvent['extra'], 'title'> => ({ title: { text: title, lang: 'pl' } })

const cancelled: FeedEvent = {
  ...yoga,
  ...numbered(2),
  sequence: 1,
  modifiedMs: Date.parse('2026-11-20T08:15:00Z'),
  title: 'ODWOŁANE: Joga łagodna',
  status: 'CANCELLED',
  extra: {
    ...yoga.extra,
    cancelled: true,
    reason: { text: 'Awaria ogrzewania', lang: 'pl' },
    instead: { text: 'Spacer z kijkami, ta sama godzina, zbiórka przed klubem', lang: 'pl' },
  },
}
const moved: FeedEvent = {
  ...yoga,
  ...numbered(3),
  sequence: 2,
  modifiedMs: Date.parse('2026-11-20T08:15:00Z'),
  description: 'Przeniesione z: wtorek, 1 grudnia 2026, 17:00.',
  when: {
    kind: 'timed',
    start: '2026-12-02T17:00:00',
    end: '2026-12-02T18:30:00',
    zone: warsaw,
    startMs: Date.parse('2026-12-02T16:00:00Z'),
    endMs: Date.parse('2026-12-02T17:30:00Z'),
  },
  extra: { ...yoga.extra, movedFrom: '2026-12-01T17:00:00', since: '2026-11-20' },
}
const trip: FeedEvent = {
  ...yoga,
  ...numbered(4),
  when: { kind: 'all-day', firstDay: '2027-02-26', lastDay: '2027-02-28' },
  title: 'Wyjazd w góry',
  description: '',
  location: null,
  geo: null,
  categories: ['Wyjazd'],
  extra: {
    ...yoga.extra,
    ...titled('Wyjazd w góry'),
    kind: 'trip',
    venue: null,
    stepFree: 'unknown',
    series: 'wyjazd-w-gory',
  },
}
const nightWatch: FeedEvent = {
  ...trip,
  ...numbered(5),
  when: {
    kind: 'timed',
    start: '2027-10-30T23:00:00',
    end: '2027-10-31T04:00:00',
    zone: warsaw,
    startMs: Date.parse('2027-10-30T21:00:00Z'),
    endMs: Date.parse('2027-10-31T03:00:00Z'),
  },
  title: 'Noc nietoperzy: sześć godzin od 23:00 do 4:00',
  extra: { ...trip.extra, ...titled('Noc nietoperzy: sześć godzin od 23:00 do 4:00') },
}
const secondHalfPastTwo: FeedEvent = {
  ...trip,
  ...numbered(6),
  when: {
    kind: 'timed',
    start: '2027-10-30T23:00:00',
    end: '2027-10-31T02:30:00',
    zone: warsaw,
    startMs: Date.parse('2027-10-30T21:00:00Z'),
    endMs: Date.parse('2027-10-31T01:30:00Z'),
  },
  title: 'Noc nietoperzy: do drugiej 2:30',
  extra: { ...trip.extra, ...titled('Noc nietoperzy: do drugiej 2:30') },
}
const awkward: FeedEvent = {
  ...yoga,
  ...numbered(7),
  title: '„Szafing”: ubrania, buty; książki \\ zabawki 👩‍👩‍👧 – Обмін одягом у дворі, принесіть чисті речі, будь ласка',
  description: '  dwie spacje na początku\n\nwiersz "w cudzysłowie", średnik; ukośnik \\n to nie nowy wiersz\n🇵🇱🇺🇦',
}

/** Each file is a story that people can read; together they show every property that a feed may hold. */
const stories: Record<string, { readonly head: FeedHead; readonly events: readonly FeedEvent[] }> = {
  'an-ordinary-tuesday': { head, events: [yoga] },
  'one-cancelled-one-moved': { head, events: [cancelled, moved] },
  'a-trip-of-three-days': { head: { ...head, description: '' }, events: [trip] },
  'the-night-the-clocks-change': { head, events: [nightWatch, secondHalfPastTwo] },
  'nothing-planned': {
    head: { ...head, language: 'en', title: 'Zatorze, Gliwice – Podwórko', description: 'No meetings yet.' },
    events: [],
  },
  'awkward-words': { head, events: [awkward] },
}

describe.each(Object.entries(stories))('the story %s', (name, story) => {
  const file = files[`./stories/${name}.ics`] ?? ''

  it('is written as the file says, to the byte', () => {
    expect(writeFeed(story.head, story.events.map(writeEvent))).toBe(file)
  })

  it('reads back', () => {
    expect(readFeed(file)).toEqual(story)
  })

  it('says the same to a parser that shares no code with ours', () => {
    const read = Object.values(sync.parseICS(file)).filter((part) => part?.type === 'VEVENT')
    expect(read.map((event) => [event.uid, event.summary, event.status])).toEqual(
      story.events.map((event) => [event.uid, event.title, event.status]),
    )
    const timed = story.events.flatMap(({ when }) => (when.kind === 'timed' ? [[when.startMs, when.endMs]] : []))
    expect(
      read.filter((event) => event.datetype === 'date-time').map((event) => [event.start.getTime(), event.end?.getTime()]),
    ).toEqual(timed)
  })
})

it('has no file without its story', () => {
  expect(Object.keys(files).toSorted()).toEqual(
    Object.keys(stories)
      .map((name) => `./stories/${name}.ics`)
      .toSorted(),
  )
})
