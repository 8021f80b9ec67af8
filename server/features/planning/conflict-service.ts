import { warsaw } from '#shared/time/when.ts'
import type { Tx } from '../../db/write.ts'
import { findOpening } from '../venues/repository.ts'
import { findBookings, findRoomConflicts, findRoomOptions, findSoftConflicts, placeNames, seenOf } from './conflict-repository.ts'
import { openingConflictsOf, roomConflictsOf, softConflictsOf, type Cohort, type Title, type Wanted } from './conflicts.ts'
import type { Sight } from './policy.ts'
import { freeRooms, freeSlots, lookAhead, type Homeless } from './proposals.ts'
import type { RoomConflict, SoftConflict } from './impact.ts'

/** What stands against some sessions: rooms that others hold, and what can be saved all the same. */
export type Conflicts = { readonly roomConflicts: readonly RoomConflict[]; readonly conflicts: readonly SoftConflict[] }

export type Question = {
  readonly wanted: readonly Wanted[]
  readonly cohort: Cohort & { readonly name: Title | null }
  /** How many people it is for; null: not known. */
  readonly capacity: number | null
  readonly now: Date
  readonly sight: Sight
  /** An activity whose own sessions stand in nobody's way. */
  readonly exceptActivity?: string | null
}

/** Only so many conflicts come with proposals: who sees more, chooses another room or hour for all. */
const mostProposed = 12

/** Asks the database in a fixed number of statements, however many sessions there are. */
export async function findConflicts(tx: Tx, question: Question): Promise<Conflicts> {
  const { wanted, cohort, sight, exceptActivity = null } = question
  if (wanted.length === 0) return { roomConflicts: [], conflicts: [] }
  const rooms = await findRoomConflicts(tx, wanted, exceptActivity)
  const soft = await findSoftConflicts(tx, wanted, cohort, exceptActivity)
  const seen = await seenOf(tx, [...new Set([...rooms, ...soft].map(({ otherId }) => otherId))], sight.sees)
  const roomConflicts = roomConflictsOf(wanted, rooms, seen)
  return {
    roomConflicts: await withProposals(tx, roomConflicts, question),
    conflicts: [...softConflictsOf(wanted, soft, cohort.name, seen), ...(await openingConflicts(tx, wanted))],
  }
}

async function openingConflicts(tx: Tx, wanted: readonly Wanted[]): Promise<readonly SoftConflict[]> {
  const spots = wanted.flatMap(({ venueId, roomId }) => (venueId === null ? [] : [{ venueId, roomId }]))
  if (spots.length === 0) return []
  const bounds = {
    from: new Date(Math.min(...wanted.map(({ startsAt }) => Date.parse(startsAt)))),
    to: new Date(Math.max(...wanted.map(({ endsAt }) => Date.parse(endsAt)))),
  }
  const opening = await findOpening(tx, spots, bounds)
  if (opening.hours.size + opening.closures.size === 0) return []
  const names = await placeNames(tx, [...opening.hours.keys(), ...opening.closures.keys()])
  return openingConflictsOf(wanted, opening, names, warsaw)
}

async function withProposals(
  tx: Tx,
  conflicts: readonly RoomConflict[],
  { wanted, capacity, now, sight }: Question,
): Promise<readonly RoomConflict[]> {
  const homeless = conflicts.slice(0, mostProposed).flatMap((conflict): (Homeless & { readonly conflict: RoomConflict })[] => {
    const one = wanted.find(({ sessionId, start }) => sessionId === conflict.sessionId && start === conflict.start)
    return one && one.roomId !== null
      ? [{ conflict, sessionId: one.sessionId, roomId: one.roomId, when: one.when, capacity }]
      : []
  })
  if (homeless.length === 0) return conflicts
  const starts = homeless.map(({ conflict }) => Date.parse(`${conflict.start.slice(0, 10)}T00:00:00Z`))
  const dayMs = 86_400_000
  const [from, to] = [new Date(Math.min(...starts) - dayMs), new Date(Math.max(...starts) + (lookAhead + 32) * dayMs)]
  const rooms = await findRoomOptions(tx, [...new Set(homeless.map(({ roomId }) => roomId))], sight.uses)
  const bookings = await findBookings(
    tx,
    rooms.map(({ id }) => id),
    from,
    to,
  )
  const opening = await findOpening(
    tx,
    rooms.map(({ id, venueId }) => ({ venueId, roomId: id })),
    { from, to },
  )
  const around = { rooms, bookings, opening, zone: warsaw, nowMs: now.getTime() }
  const proposals = new Map(
    homeless.map((one) => [one.conflict, { freeSlots: freeSlots(one, around), freeRooms: freeRooms(one, around) }]),
  )
  return conflicts.map((conflict) => ({ ...conflict, ...proposals.get(conflict) }))
}
