import type { FeedEvent, FeedHead } from '#shared/ical/event.ts'
import { instantOf } from '#shared/ical/zone.ts'
import { addDays } from '#shared/time/calendar.ts'
import { warsaw, type When } from '#shared/time/when.ts'

const address = 'https://podworko.example'
const firstDay = '2026-11-24'
const createdMs = Date.UTC(2026, 9, 1, 9)

const titles = [
  'Joga łagodna',
  'Naprawiamy rowery, hulajnogi; wózki też',
  'Źdźbło i śpiew: próba chóru „Przy Kominie”',
  'Kurs języka polskiego dla początkujących 🇵🇱',
] as const
const paragraphs = [
  'Zajęcia wymyślone – nie przychodź.',
  'Spotykamy się, żeby razem porobić coś pożytecznego; herbata, kawa i ciasto są na miejscu. Nie trzeba umieć niczego.',
  'Weź wygodny strój, wodę i dobry humor 🙂. Grupa jest mieszana, prowadzą ją Zmyślona Zofia i Wymyślony Wit.',
  'Wejście bez schodów: tak. Winda: nie wiadomo. Toaleta dostosowana: tak. Pies asystujący: tak.',
  'Udział jest bezpłatny. Zapisy na stronie spotkania, telefonicznie lub osobiście w świetlicy, od poniedziałku do piątku.',
] as const

/** Invented events, the same at every call: timed, all-day, cancelled and moved ones with about 800 bytes of text each. */
export const sampleEvents = (count: number): FeedEvent[] => Array.from({ length: count }, (_, number) => sampleEvent(number))

export const sampleHead: FeedHead = {
  title: 'Zatorze, Gliwice – Podwórko',
  description: 'Zajęcia wymyślone – nie przychodź.',
  source: `${address}/feeds/districts/zatorze.ics`,
  url: `${address}/gliwice?district=zatorze`,
  modifiedMs: createdMs,
  language: 'pl',
}

function sampleEvent(number: number): FeedEvent {
  const id = `0192f5a0-7c1e-7000-8000-${String(number).padStart(12, '0')}`
  const title = titles[number % titles.length] ?? ''
  const cancelled = number % 20 === 7
  return {
    uid: `${id}@0123456789ab.podworko`,
    sequence: number % 5,
    createdMs,
    modifiedMs: createdMs + number * 60_000,
    when: whenOf(number),
    title: cancelled ? `ODWOŁANE: ${title}` : title,
    description: [...paragraphs, `${address}/sessions/${id}`].join('\n\n'),
    location: 'Klub „Przy Kominie”, sala 2, ul. Wymyślona 4, Gliwice',
    geo: { latitude: 50.305, longitude: 18.67 },
    url: `${address}/sessions/${id}`,
    categories: ['warsztat', 'seniorzy'],
    status: cancelled ? 'CANCELLED' : 'CONFIRMED',
    extra: {
      title: { text: title, lang: 'pl' },
      kind: 'workshop',
      cancelled,
      stepFree: 'yes',
      venue: { slug: 'klub-przy-kominie', name: 'Klub „Przy Kominie”' },
      series: 'joga-lagodna',
      movedFrom: number % 20 === 3 ? '2026-11-20T17:00:00' : null,
      since: number % 20 === 3 ? '2026-11-19' : null,
      reason: cancelled ? { text: 'Prowadząca jest chora.', lang: 'pl' } : null,
      instead: null,
      enrolment: 'per-session',
      sample: true,
    },
  }
}

function whenOf(number: number): When {
  const day = addDays(firstDay, number % 400)
  if (number % 50 === 11) return { kind: 'all-day', firstDay: day, lastDay: addDays(day, 2) }
  const [start, end] = [`${day}T17:00:00`, `${day}T18:30:00`]
  return { kind: 'timed', start, end, zone: warsaw, startMs: instantOf(start), endMs: instantOf(end) }
}
