import { describe, expect, it } from 'vitest'
import { changeNews, quietUntil, signUpNews, type Notable } from './rules.ts'

const monday: Notable = {
  kind: 'TIMED',
  start: '2026-11-23T17:00:00',
  end: '2026-11-23T19:00:00',
  venueId: 'dom',
  roomId: null,
  on: true,
}
const at = (text: string) => new Date(text)

describe('what there is to say about a session', () => {
  it.each([
    ['it is called off', monday, { ...monday, on: false }, 'cancelled'],
    ['it is later', monday, { ...monday, start: '2026-11-23T18:00:00' }, 'moved'],
    ['it is elsewhere', monday, { ...monday, roomId: 'sala 2' }, 'place'],
    ['it takes place after all', { ...monday, on: false }, monday, 'restored'],
    ['it takes place after all, and later', { ...monday, on: false }, { ...monday, start: '2026-11-23T18:00:00' }, 'restored'],
    ['a course has one more', null, monday, 'added'],
    ['it was taken back', monday, monday, null],
    ['it was added and called off', null, { ...monday, on: false }, null],
  ] as const)('%s', (_, before, now, news) => {
    expect(changeNews(before, now, false)).toBe(news)
  })

  it('says that all is as it was to whom may have been told otherwise', () => {
    expect(changeNews(monday, monday, true)).toBe('holds')
  })
})

describe('what there is to say about a sign-up', () => {
  const now = (status: 'CONFIRMED' | 'OFFERED' | 'WAITLISTED' | 'WITHDRAWN', seats = 1) => ({ status, seats })
  it.each([
    ['a seat', [null], now('CONFIRMED'), 'confirmed'],
    ['a place in the queue', [null], now('WAITLISTED'), 'waiting'],
    ['promoted before anything was said', [null, now('WAITLISTED')], now('CONFIRMED'), 'confirmed'],
    ['promoted', [now('WAITLISTED')], now('CONFIRMED'), 'promoted'],
    ['offered', [now('WAITLISTED')], now('OFFERED'), 'offer'],
    ['offered before anything was said', [null, now('WAITLISTED')], now('OFFERED'), 'offer'],
    ['took an offer', [now('OFFERED')], now('CONFIRMED'), 'confirmed'],
    ['declined it', [now('OFFERED')], now('WITHDRAWN'), 'withdrawn'],
    ['let it pass', [now('OFFERED')], { ...now('WITHDRAWN'), lapsed: true }, 'lapsed'],
    ['withdrawn', [now('CONFIRMED')], now('WITHDRAWN'), 'withdrawn'],
    ['withdrawn before anything was said', [null, now('CONFIRMED')], now('WITHDRAWN'), null],
    ['withdrawn and taken back', [now('CONFIRMED'), now('WITHDRAWN')], now('CONFIRMED'), null],
    ['one more comes along', [now('CONFIRMED', 1)], now('CONFIRMED', 2), 'party'],
    ['one more child comes along into care', [{ ...now('CONFIRMED'), care: 0 }], { ...now('CONFIRMED'), care: 1 }, 'party'],
    ['what was noted before there was care', [now('CONFIRMED')], { ...now('CONFIRMED'), care: 0 }, null],
    ['the same person once more', [{ again: true }], now('CONFIRMED'), 'again'],
  ] as const)('%s', (_, befores, is, news) => {
    expect(signUpNews(befores, is, false)).toBe(news)
  })
})

describe('the quiet of the night', () => {
  const night = { from: '21:00', to: '08:00' }
  it.each([
    ['by day it is told at once', '2026-11-23T19:59:00+01:00', '2026-11-24T17:00:00+01:00', null],
    [
      'in the evening it waits for the morning',
      '2026-11-23T21:00:00+01:00',
      '2026-11-24T17:00:00+01:00',
      '2026-11-24T08:00:00+01:00',
    ],
    [
      'after midnight it waits for the same morning',
      '2026-11-24T03:00:00+01:00',
      '2026-11-24T17:00:00+01:00',
      '2026-11-24T08:00:00+01:00',
    ],
    ['what begins at nine is told at night', '2026-11-23T23:00:00+01:00', '2026-11-24T09:00:00+01:00', null],
    [
      'the morning after the clocks go back',
      '2026-10-24T23:00:00+02:00',
      '2026-10-25T17:00:00+01:00',
      '2026-10-25T08:00:00+01:00',
    ],
  ])('%s', (_, now, soonest, until) => {
    expect(quietUntil(at(now), night, at(soonest))?.getTime() ?? null).toBe(until === null ? null : at(until).getTime())
  })

  it('may lie inside a day, or nowhere', () => {
    const [noon, evening] = [at('2026-11-23T12:30:00+01:00'), at('2026-11-23T20:00:00+01:00')]
    expect(quietUntil(noon, { from: '12:00', to: '13:00' }, evening)).toEqual(at('2026-11-23T13:00:00+01:00'))
    expect(quietUntil(noon, { from: '00:00', to: '00:00' }, evening)).toBeNull()
  })
})
