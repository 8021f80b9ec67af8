import { isLater, latestOf, mostChanges } from '#shared/contract/attendance-merge.ts'
import type { AttendanceChange, AttendanceView, Attendee } from '#shared/contract/attendance.ts'

/** What this device keeps of one list: in the browser's storage, so that a reload without a network loses no tap. */
export type Kept = {
  readonly view: AttendanceView | null
  /** Taps that the server hasn't acknowledged, in their order. */
  readonly queue: readonly AttendanceChange[]
  /** How far the server's clock is ahead of this device's, ms. */
  readonly aheadMs: number
}

export const nothingKept: Kept = { view: null, queue: [], aheadMs: 0 }

/** Somebody as the screen shows them: what the server says, with this device's own taps on top. */
export type Shown = Attendee & { readonly key: string; readonly waits: boolean }

type About = { readonly person: string; readonly role: string; readonly signUp?: string | null }
/** A list that was kept before shifts had their own lines names no sign-ups. */
export const keyOf = ({ person, role, signUp }: About): string => `${role} ${person} ${signUp ?? ''}`
const aboutOf = (tap: AttendanceChange): string =>
  tap.kind === 'person' ? keyOf(tap) : tap.kind === 'walk-in' ? `walk-in ${tap.walkIn}` : 'count'

/** The list with what was tapped here and isn't acknowledged yet; who was written down here stands last. */
export function shownList({ view, queue }: Kept): readonly Shown[] {
  const taps = latestOf(queue, aboutOf)
  const people = view?.people ?? []
  const ofAllShifts = (one: Attendee) => taps.get(keyOf({ ...one, signUp: null }))
  const shown = people.map((one) => withTap(one, taps.get(keyOf(one)) ?? ofAllShifts(one) ?? taps.get(`walk-in ${one.walkIn}`)))
  const known = new Set(people.map(({ walkIn }) => walkIn))
  const fresh = [...taps.values()].flatMap((tap) => (tap.kind === 'walk-in' && !known.has(tap.walkIn) ? [walkInOf(tap)] : []))
  return [...shown, ...fresh]
}

function withTap(one: Attendee, tap: AttendanceChange | undefined): Shown {
  const key = keyOf(one)
  if (!tap || tap.kind === 'count' || !isLater(tap, one.at === null ? null : { at: one.at, id: '' }))
    return { ...one, key, waits: false }
  return { ...one, key, present: tap.present, at: tap.at, waits: true }
}

const walkInOf = (tap: AttendanceChange & { readonly kind: 'walk-in' }): Shown => ({
  person: tap.walkIn,
  name: tap.name,
  with: null,
  child: false,
  care: 0,
  role: 'attendee',
  kind: 'walk-in',
  walkIn: tap.walkIn,
  signUp: null,
  shift: null,
  present: tap.present,
  at: tap.at,
  key: `walk-in ${tap.walkIn}`,
  waits: true,
})

/** People without a name: this device's own number, and all together. */
export function shownCount({ view, queue }: Kept): { readonly mine: number; readonly all: number } {
  const tap = queue.findLast(({ kind }) => kind === 'count')
  const mine = tap?.kind === 'count' ? tap.count : (view?.count.mine ?? 0)
  return { mine, all: Math.max(mine + (view?.count.others ?? 0), 0) }
}

/** The moment of a tap: by the server's clock, and later than what it answers, so that it wins over what was seen. */
export function momentOf({ aheadMs }: Kept, seenAt: string | null, nowMs: number): string {
  const seenMs = seenAt === null ? 0 : Date.parse(seenAt) + 1
  return new Date(Math.max(nowMs + aheadMs, seenMs)).toISOString()
}

/** The taps that one request carries. */
export const nextToSend = ({ queue }: Kept): readonly AttendanceChange[] => queue.slice(0, mostChanges)

/** After an answer: what was sent is acknowledged, and the server's truth is shown. `null`: it was taken without showing the list. */
export function acknowledged(kept: Kept, sent: readonly AttendanceChange[], view: AttendanceView | null, nowMs: number): Kept {
  const ids = new Set(sent.map(({ id }) => id))
  const queue = kept.queue.filter(({ id }) => !ids.has(id))
  return view === null ? { ...kept, queue } : { queue, view, aheadMs: Date.parse(view.now) - nowMs }
}
