import { freeSeats, nextToConfirm, openSeats, type Waiting } from './rules.ts'

/** What a list looks like while parties come to it one after another, nobody else being able to change it. */
export type Seating = {
  readonly capacity: number | null
  readonly reservedSeats: number | null
  readonly taken: number
  /** Of the taken seats, those that staff gave away. */
  readonly byStaff: number
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
  /** Seats that could be had when it came. */
  readonly free: number
  /** Others who get seats now, before it. */
  readonly promoted: readonly string[]
  /** The list as the next one finds it. */
  readonly after: Seating
}

/** Gives an arriving party seats, or a place at the end of the queue, by the order of the list (mechanics 19). */
export function seat(seating: Seating, { id, seats, staff, isDuplicate }: Arrival): Seated {
  const { taken, byStaff, waiting } = seating
  const [free, all] = [openSeats(seating, seating), freeSeats(seating.capacity, taken)]
  const queue = free > 0 ? waiting : []
  const inTurn = nextToConfirm([...queue, { id, seats }], free)
  const promoted = queue.filter((one) => inTurn.includes(one.id))
  // What is kept back is for whom staff sign up, whoever waits.
  const isKept = staff !== null && free < all && seats <= all - sum(promoted)
  const isSeated = inTurn.includes(id) || isKept || staff?.overbook === true
  const status = isSeated ? 'CONFIRMED' : 'WAITLISTED'
  if (isDuplicate) return { status, free, promoted: [], after: seating }
  const own = isSeated ? seats : 0
  const after = {
    ...seating,
    taken: taken + sum(promoted) + own,
    byStaff: byStaff + sum(promoted.filter((one) => one.byStaff)) + (staff ? own : 0),
    waiting: waiting.filter((one) => !promoted.includes(one)),
  }
  return { status, free, promoted: promoted.map((one) => one.id), after }
}

const sum = (parties: readonly Waiting[]): number => parties.reduce((total, { seats }) => total + seats, 0)
