import { beforeEach, expect, it, vi } from 'vitest'
import type { AttendanceView } from '#shared/contract/attendance.ts'
import { forgetOld, keep, keptOf, newId } from './storage.ts'
import { nothingKept, type Kept } from './taps.ts'

/** A browser's storage: its keys are its own properties. */
beforeEach(() => {
  const storage = {}
  const methods = {
    getItem: (key: string) => (storage as Record<string, string>)[key] ?? null,
    setItem: (key: string, text: string) => void Object.assign(storage, { [key]: text }),
    removeItem: (key: string) => void Reflect.deleteProperty(storage, key),
  }
  Object.setPrototypeOf(storage, methods)
  vi.stubGlobal('localStorage', storage)
  return () => vi.unstubAllGlobals()
})

const hourMs = 3_600_000
const heldAt = Date.parse('2026-11-27T17:00:00Z')
const view = {
  now: '2026-11-27T17:00:00.000Z',
  until: '2026-11-28T22:59:59.000Z',
  people: [],
  count: { mine: 0, others: 0 },
} as unknown as AttendanceView
const tap = { kind: 'count', id: newId(), count: 3, at: view.now } as const
const after = (hours: number, kept: Kept): Kept => {
  const list = newId()
  keep(list, kept)
  forgetOld(heldAt + hours * hourMs)
  return keptOf(list)
}

it('what was tapped and never sent is still there after a weekend without a network', () => {
  expect(after(72, { ...nothingKept, view, queue: [tap] }).queue).toEqual([tap])
})

it('a list of which everything was sent goes when its time is over', () => {
  expect(after(24, { ...nothingKept, view }).view).not.toBeNull()
  expect(after(72, { ...nothingKept, view })).toEqual(nothingKept)
})

it('nobody can send anything after a month: then names go from the device too', () => {
  expect(after(24 * 32, { ...nothingKept, view, queue: [tap] })).toEqual(nothingKept)
})
