import {
  freeSeats,
  missingFor,
  nextToConfirm,
  openPlaces,
  sumOf,
  without,
  type Limits,
  type Places,
  type Taken,
  type Waiting,
} from './rules.ts'

/** What a list looks like while parties come to it one after another, nobody else being able to change it. */
export type Seating = Limits &
  Taken & {
    /** Those who wait and may fit, in order. */
    readonly waiting: readonly Waiting[]
  }

export type Arrival = Waiting & {
  /** Staff write it down: they may have what is kept back, and may give more seats than there are. */
  readonly staff: { readonly overbook: boolean } | null
  /** A second sign-up of the same person looks like any other and holds no seat. */
  readonly isDuplicate: boolean
}

export type Seated = {
  readonly status: 'CONFIRMED' | 'WAITLISTED'
  /** What it lacks; null: nothing. */
  readonly missing: 'seats' | 'care' | null
  /** What could be had when it came. */
  readonly free: Places
  /** Others who get seats now, before it. */
  readonly promoted: readonly string[]
  /** The list as the next one finds it. */
  readonly after: Seating
}

/** Gives an arriving party seats, or a place at the end of the queue, by the order of the list (mechanics 19). */
export function seat(seating: Seating, { seats, care, staff, isDuplicate }: Arrival): Seated {
  const { capacity, taken, byStaff, waiting } = seating
  const free = openPlaces(seating, seating)
  const queue = free.seats > 0 ? waiting : []
  const inTurn = nextToConfirm(queue, free)
  const promoted = queue.filter((one) => inTurn.includes(one.id))
  // What is kept back is for whom staff sign up, whoever waits.
  const reach = staff ? { ...free, seats: freeSeats(capacity, taken) } : free
  const missing = missingFor({ seats, care }, without(reach, promoted))
  const isSeated = missing === null || staff?.overbook === true
  const status = isSeated ? 'CONFIRMED' : 'WAITLISTED'
  if (isDuplicate) return { status, missing, free, promoted: [], after: seating }
  const own = isSeated ? [{ seats, care }] : []
  const given = sumOf([...promoted, ...own])
  const after = {
    ...seating,
    taken: taken + given.seats,
    byStaff: byStaff + sumOf([...promoted.filter((one) => one.byStaff), ...(staff ? own : [])]).seats,
    care: seating.care + given.care,
    waiting: waiting.filter((one) => !promoted.includes(one)),
  }
  return { status, missing, free, promoted: promoted.map((one) => one.id), after }
}
