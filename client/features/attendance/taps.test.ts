import { expect, it } from 'vitest'
import type { AttendanceChange, AttendanceView } from '#shared/contract/attendance.ts'
import { acknowledged, momentOf, nothingKept, shownCount, shownList, type Kept } from './taps.ts'

const anna = {
  person: 'anna',
  name: 'Anna',
  with: null,
  child: false,
  care: 0,
  role: 'attendee',
  kind: 'listed',
  walkIn: null,
  signUp: null,
  shift: null,
} as const
const at = (second: number): string => `2026-11-26T17:00:0${second}.000Z`
const view = (present: boolean | null, when: string | null): AttendanceView => ({
  title: { text: 'Joga', lang: 'pl' },
  start: '2026-11-26T18:00:00',
  end: '2026-11-26T19:00:00',
  now: at(5),
  until: at(9),
  signUp: true,
  people: [{ ...anna, present, at: when }],
  count: { mine: 1, others: 2 },
  refused: [],
})
const tap = (id: string, present: boolean, second: number): AttendanceChange => ({
  kind: 'person',
  id,
  person: 'anna',
  role: 'attendee',
  signUp: null,
  present,
  at: at(second),
})
const kept = (more: Partial<Kept>): Kept => ({ ...nothingKept, view: view(null, null), ...more })

it('shows what was tapped here at once, and says that it waits', () => {
  expect(shownList(kept({ queue: [tap('a', true, 1)] }))).toMatchObject([{ name: 'Anna', present: true, waits: true }])
})

it('what another device tapped later holds over what waits here', () => {
  const both = kept({ view: view(false, at(4)), queue: [tap('a', true, 1)] })
  expect(shownList(both)).toMatchObject([{ present: false, waits: false }])
})

it('somebody written down here stands on the list until the server knows them, and then once', () => {
  const walkIn: AttendanceChange = { kind: 'walk-in', id: 'w', walkIn: 'guest', name: 'Jan', present: true, at: at(2) }
  const before = kept({ queue: [walkIn] })
  expect(shownList(before).map(({ name, present }) => [name, present])).toEqual([
    ['Anna', null],
    ['Jan', true],
  ])
  const jan = { ...anna, person: 'jan', name: 'Jan', kind: 'walk-in', walkIn: 'guest', present: true, at: at(2) } as const
  const after = acknowledged(before, [walkIn], { ...view(null, null), people: [{ ...anna, present: null, at: null }, jan] }, 0)
  expect(shownList(after).map(({ name, waits }) => [name, waits])).toEqual([
    ['Anna', false],
    ['Jan', false],
  ])
})

it('taps made while others were on their way stay until they are acknowledged themselves', () => {
  const [first, second] = [tap('a', true, 1), tap('b', false, 2)]
  expect(acknowledged(kept({ queue: [first, second] }), [first], view(true, at(1)), 0).queue).toEqual([second])
})

it('a tap is later than what it answers, whatever this device’s clock says', () => {
  expect(momentOf(nothingKept, at(5), Date.parse(at(1)))).toBe('2026-11-26T17:00:05.001Z')
  expect(momentOf({ ...nothingKept, aheadMs: 3000 }, null, Date.parse(at(1)))).toBe(at(4))
})

it('each shift of a volunteer is a line of its own; a tap that a device kept before that is shown on all of them', () => {
  const shift = (signUp: string) => ({ ...anna, role: 'volunteer', kind: 'volunteer', signUp, present: null, at: null }) as const
  const both = { ...view(null, null), people: [shift('grill'), shift('cleaning')] }
  const tapped = (signUp: string | null): AttendanceChange =>
    ({ ...tap('a', true, 1), role: 'volunteer', signUp }) as AttendanceChange
  const shown = (signUp: string | null) => shownList(kept({ view: both, queue: [tapped(signUp)] })).map(({ present }) => present)
  expect([shown('grill'), shown(null)]).toEqual([
    [true, null],
    [true, true],
  ])
})

it('heads of all devices count together', () => {
  expect(shownCount(kept({}))).toEqual({ mine: 1, all: 3 })
  const less: AttendanceChange = { kind: 'count', id: 'c', count: -5, at: at(1) }
  expect(shownCount(kept({ queue: [less] }))).toEqual({ mine: -5, all: 0 })
})
