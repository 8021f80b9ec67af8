import { expect, it } from 'vitest'
import type { SessionView } from '#shared/contract/public.ts'
import type { FeedEvent } from '#shared/ical/event.ts'
import { postOfDays, postOfSession } from './post-text.ts'

const pl = (text: string) => ({ text, lang: 'pl' }) as const
const link = 'https://podworko.example/sessions/1'
const when = {
  kind: 'timed',
  start: '2026-11-24T17:00:00',
  end: '2026-11-24T19:00:00',
  zone: 'Europe/Warsaw',
  startMs: Date.parse('2026-11-24T16:00:00Z'),
  endMs: Date.parse('2026-11-24T18:00:00Z'),
} as const

const session = {
  discreet: false,
  sample: false,
  when,
  city: { slug: 'gliwice', name: 'Gliwice' },
  activity: { title: pl('Joga'), description: pl('Na krzesłach.'), cost: { free: true }, enrolment: 'OPEN', meetingPoint: null },
  note: null,
  venue: { name: 'Świetlica', address: 'ul. Zmyślona 1', accessibility: [{ fact: 'STEP_FREE_ENTRANCE', value: 'yes' }] },
  room: 'sala 2',
  district: null,
  cancelled: null,
  moved: null,
  funding: null,
} as unknown as SessionView

it('a post says what, when, where, the way in, the cost, how to join and the page', () => {
  expect(postOfSession(session, link, 'pl')).toBe(
    [
      'Joga',
      'wtorek 24 listopada, 17:00–19:00\nŚwietlica, sala 2, ul. Zmyślona 1, Gliwice\nWejście do budynku bez schodów: tak.',
      'Na krzesłach.',
      'Bezpłatnie.\nPrzyjdź bez zapisów.',
      `Szczegóły: ${link}`,
    ].join('\n\n'),
  )
})

it('what is cancelled or moved is said first, with the reason', () => {
  const cancelled = { ...session, cancelled: { at: '', reason: pl('Sala niedostępna.'), instead: null } }
  expect(postOfSession(cancelled, link, 'pl')).toMatch(/^ODWOŁANE: Joga\nPowód: Sala niedostępna\./)
  const moved = { ...session, moved: { at: '', from: '2026-11-23T17:00:00', reason: null } }
  expect(postOfSession(moved, link, 'en')).toMatch(/^Joga\n.*Monday 23 November, 17:00/)
})

it('there is no post about a discreet session, alone or in a week', () => {
  expect(postOfSession({ ...session, discreet: true } as never, link, 'pl')).toBeNull()
  const extra = {
    title: pl('Joga'),
    kind: 'workshop',
    cancelled: false,
    stepFree: 'yes',
    movedFrom: null,
    since: null,
    reason: null,
    sample: false,
  }
  const open = { when, location: 'Świetlica', extra } as unknown as FeedEvent
  const discreet = { ...open, location: null, extra: { ...extra, title: pl('Spotkanie'), kind: null } } as unknown as FeedEvent
  const days = { from: '2026-11-23', to: '2026-11-29', title: 'Zajęcia w tym tygodniu' }
  const post = postOfDays([open, discreet], days, 'https://podworko.example/', 'pl')
  expect(post).toContain('Wtorek, 24 listopada\n– 17:00–19:00 Joga, Świetlica. Wejście bez schodów: tak.')
  expect(post).not.toContain('Spotkanie')
})
