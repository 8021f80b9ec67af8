import { describe, expect, it } from 'vitest'
import { placeSpan } from '#shared/time/place.ts'
import { warsaw, type When } from '#shared/time/when.ts'
import { objectionsTo, type Opening, type OpeningSpan } from './opening.ts'

const span = (weekday: number, from: number, to: number): OpeningSpan => ({
  weekday,
  opensMinute: from * 60,
  closesMinute: to * 60,
})
const timed = (start: string, end: string): When => placeSpan({ kind: 'timed', start: `${start}:00`, end: `${end}:00` }, warsaw)
const days = (firstDay: string, lastDay: string): When => ({ kind: 'all-day', firstDay, lastDay })

const monday = '2026-11-23'
const hall = { venueId: 'venue', roomId: 'hall' }
const none: Opening = { hours: new Map(), closures: new Map() }
const open = (venue: readonly OpeningSpan[], room: readonly OpeningSpan[] = []): Opening => ({
  ...none,
  hours: new Map([
    ['venue', venue],
    ['hall', room],
  ]),
})
const daysOutside = (opening: Opening, when: When) =>
  objectionsTo(opening, hall, when, warsaw).flatMap((one) => (one.kind === 'outside-hours' ? [one.day] : []))

describe('hours of a venue', () => {
  it.each([
    ['in the middle', timed(`${monday}T09:00`, `${monday}T11:00`), []],
    ['from opening to closing', timed(`${monday}T08:00`, `${monday}T16:00`), []],
    ['a minute too early', timed(`${monday}T07:59`, `${monday}T11:00`), [monday]],
    ['a minute too late', timed(`${monday}T09:00`, `${monday}T16:01`), [monday]],
    ['on a day without hours', timed('2026-11-24T09:00', '2026-11-24T10:00'), ['2026-11-24']],
    ['a whole day that has hours', days(monday, monday), []],
    ['a trip over days without hours', days(monday, '2026-11-25'), ['2026-11-24', '2026-11-25']],
  ])('hold a session %s', (_what, when, expected) => {
    expect(daysOutside(open([span(1, 8, 16)]), when)).toEqual(expected)
  })

  it('with a break at noon hold nothing that reaches over it, but spans that touch are one', () => {
    const noon = timed(`${monday}T11:00`, `${monday}T14:00`)
    expect(daysOutside(open([span(1, 8, 12), span(1, 13, 18)]), noon)).toEqual([monday])
    expect(daysOutside(open([span(1, 13, 18), span(1, 8, 13)]), noon)).toEqual([])
  })

  it('reach over midnight, where an end at midnight is the end of its day', () => {
    const late = open([span(1, 18, 24), span(2, 0, 2)])
    expect(daysOutside(late, timed(`${monday}T20:00`, '2026-11-24T01:30'))).toEqual([])
    expect(daysOutside(late, timed(`${monday}T20:00`, '2026-11-24T00:00'))).toEqual([])
    expect(daysOutside(late, timed(`${monday}T20:00`, '2026-11-24T03:00'))).toEqual(['2026-11-24'])
  })

  it('give way to those of the room, and say nothing where nobody wrote them down', () => {
    const evening = timed(`${monday}T19:00`, `${monday}T21:00`)
    expect(daysOutside(open([span(1, 8, 16)], [span(1, 8, 22)]), evening)).toEqual([])
    expect(daysOutside(none, evening)).toEqual([])
    expect(objectionsTo(open([span(1, 8, 16)]), hall, evening, warsaw)).toEqual([
      { kind: 'outside-hours', day: monday, open: [{ weekday: 1, opensMinute: 480, closesMinute: 960 }] },
    ])
  })
})

describe('a closure', () => {
  const closed = (placeId: string): Opening => {
    const [startMs, endMs] = [Date.parse('2026-11-23T12:00:00Z'), Date.parse('2026-11-23T15:00:00Z')] // 13:00 to 16:00 in Warsaw
    return { ...none, closures: new Map([[placeId, [{ id: 'paint', startMs, endMs, reason: { pl: 'Malowanie' } }]]]) }
  }
  const says = { kind: 'closed', closureId: 'paint', reason: { pl: 'Malowanie' } }

  it.each([
    ['before it', timed(`${monday}T11:00`, `${monday}T13:00`), false],
    ['into it', timed(`${monday}T11:00`, `${monday}T13:01`), true],
    ['after it', timed(`${monday}T16:00`, `${monday}T17:00`), false],
    ['over the whole day', days(monday, monday), true],
    ['the day after', days('2026-11-24', '2026-11-24'), false],
  ])('is hit by a session %s: %s', (_what, when, hit) => {
    expect(objectionsTo(closed('venue'), hall, when, warsaw)).toEqual(hit ? [{ ...says, placeId: 'venue' }] : [])
  })

  it('of a venue closes its rooms; of a room, that room only', () => {
    const noon = timed(`${monday}T13:00`, `${monday}T14:00`)
    expect(objectionsTo(closed('hall'), hall, noon, warsaw)).toEqual([{ ...says, placeId: 'hall' }])
    expect(objectionsTo(closed('hall'), { venueId: 'venue', roomId: null }, noon, warsaw)).toEqual([])
  })
})
