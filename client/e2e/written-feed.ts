import type { Page } from '@playwright/test'
import type { FeedEvent } from '#shared/ical/event.ts'
import { writeEvent, writeFeed } from '#shared/ical/write-feed.ts'
import { instantOf } from '#shared/ical/zone.ts'
import { addDays } from '#shared/time/calendar.ts'
import { dayInWarsaw } from '#shared/time/format.ts'
import type { When } from '#shared/time/when.ts'

/** Today in Warsaw and days from it: browser tests run against the real clock. */
export const dayFromToday = (days: number): string => addDays(dayInWarsaw(Date.now()), days)

export const hours = (day: string, from: string, to: string): When => {
  const [start, end] = [`${day}T${from}:00`, `${day}T${to}:00`]
  return { kind: 'timed', start, end, zone: 'Europe/Warsaw', startMs: instantOf(start), endMs: instantOf(end) }
}

type Told = Partial<Omit<FeedEvent['extra'], 'title'>> & { readonly location?: string | null; readonly lang?: 'pl' | 'en' | 'uk' }

/** A session of a feed as the server writes it, with what a test wants to say of it. */
export function sessionOf(
  id: string,
  title: string,
  when: When,
  { location = 'ul. Przykładowa 2', lang = 'pl', ...extra }: Told = {},
): FeedEvent {
  return {
    uid: `${id}@example`,
    sequence: 0,
    createdMs: 1_790_000_000_000,
    modifiedMs: 1_790_000_000_000,
    when,
    title: extra.cancelled ? `ODWOŁANE: ${title}` : title,
    description: '',
    location,
    geo: null,
    url: `https://example.org/sessions/${id}`,
    categories: ['Warsztat'],
    status: extra.cancelled ? 'CANCELLED' : 'CONFIRMED',
    extra: {
      title: { text: title, lang },
      kind: 'workshop',
      cancelled: false,
      stepFree: 'yes',
      venue: { slug: 'swietlica', name: 'Świetlica' },
      series: 'warsztaty',
      movedFrom: null,
      since: null,
      reason: null,
      instead: null,
      enrolment: 'open',
      sample: false,
      ...extra,
    },
  }
}

/** Answers every feed of the page with these sessions, in the place of the server. */
export async function answerFeeds(page: Page, events: readonly FeedEvent[]): Promise<void> {
  const head = {
    title: 'Gliwice',
    description: '',
    source: 'https://example.org/feeds/all.ics',
    url: 'https://example.org/',
    modifiedMs: 0,
  }
  const text = writeFeed({ ...head, language: 'pl' }, events.map(writeEvent))
  await page.route('**/feeds/**', (route) => route.fulfill({ contentType: 'text/calendar; charset=utf-8', body: text }))
}

const city = (slug: string, name: string) => ({
  slug,
  name,
  districts: [
    { slug: 'sosnica', name: 'Sośnica' },
    { slug: 'zatorze', name: 'Zatorze' },
  ],
  clubs: [{ slug: 'pod-lipa', name: 'Klub „Pod Lipą”', district: null }],
  venues: [{ slug: 'swietlica', name: 'Świetlica „Pod Hałdą”' }],
  programs: [{ slug: 'sasiedzi', name: 'Sąsiedzi', finished: false, sample: true, project: null }],
  audiences: ['SENIORS', 'YOUTH'],
  kinds: ['WORKSHOP', 'TRIP'],
})

/** Two cities, in the place of the server. */
export async function answerCities(page: Page): Promise<void> {
  const cities = { cities: [city('gliwice', 'Gliwice'), city('gdansk', 'Gdańsk')], hasSample: true }
  await page.route('**/api/cities', (route) => route.fulfill({ json: cities }))
}
