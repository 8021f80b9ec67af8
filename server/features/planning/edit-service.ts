import { warsaw } from '#shared/time/when.ts'
import type { PrismaClient } from '../../db/generated/client.ts'
import { sqlState, type By, type Tx, type Write } from '../../db/write.ts'
import { findCohort } from './conflict-repository.ts'
import { findConflicts } from './conflict-service.ts'
import { unconfirmed, wantedOf, type Title } from './conflicts.ts'
import { impactOf, type Impact, type Snapshot, type Told } from './impact.ts'
import { settleSessions } from '../sign-ups/place-service.ts'
import type { Sight } from './policy.ts'
import { insertEdit, lockSeries, markUndone, readSnapshot } from './repository.ts'
import { changesBetween } from './row-change.ts'
import { RoomTakenError, SoftConflictsError } from './rules.ts'

/** What an edit did, or would do when it was only rehearsed (`editId` null: nothing was changed). */
export type Done = {
  readonly editId: string | null
  readonly seriesId: string
  readonly activityId: string
  readonly impact: Impact
}

/**
 * `now` is the instant of the edit. A rehearsal does everything and takes it back: the impact before saving is what happens. Without
 * `by` it is the server itself; without sight, everything is seen and used.
 */
export type Moment = Sight & {
  readonly now: Date
  readonly rehearse?: boolean
  readonly by?: By | undefined
  /** Ids of soft conflicts that somebody said yes to, or all of them. */
  readonly confirm?: readonly string[]
  readonly anyway?: boolean
}

/** One edit of one series inside a transaction. */
export type Order = {
  readonly kind: string
  readonly seriesId: string
  /** Rooms it goes to, to be locked before the work. */
  readonly roomIds?: readonly string[]
  readonly moment: Moment
  readonly batchId?: string | null
}

export type Worked = { readonly activityId: string; readonly told?: Told; readonly undoes?: string }
export type Work = (tx: Tx, before: Snapshot) => Promise<Worked>

/** One edit of one series: locks, work, conflicts, impact, record. */
export async function perform(tx: Tx, order: Order, work: Work): Promise<Done> {
  const { kind, seriesId, roomIds = [], moment, batchId = null } = order
  const { now, by, rehearse = false } = moment
  await lockSeries(tx, [seriesId], roomIds)
  const before = await readSnapshot(tx, seriesId)
  const { activityId, told = {}, undoes } = await work(tx, before)
  const after = await readSnapshot(tx, seriesId)
  const rows = {
    activities: changesBetween(before.activities, after.activities),
    sessions: changesBetween(before.sessions, after.sessions),
  }
  const stands = await conflictsOf(tx, order, { before, after, activityId })
  if (!rehearse) refuseConflicts(stands, moment)
  const impact = impactOf(before, after, { ...told, ...stands }, now)
  const done = { seriesId, activityId, impact }
  if (rows.activities.length + rows.sessions.length === 0 || rehearse) return { ...done, editId: null }
  const editId = await insertEdit(tx, { seriesId, kind, at: now, rows, batchId, accountId: by?.accountId ?? null })
  if (undoes) await markUndone(tx, undoes, editId)
  await settleSessions(tx, [...after.sessions.rows.keys()], now) // a higher limit, or a session that takes place after all, has seats for who waits
  return { ...done, editId }
}

async function conflictsOf(
  tx: Tx,
  { seriesId, moment }: Order,
  { before, after, activityId }: { readonly before: Snapshot; readonly after: Snapshot; readonly activityId: string },
) {
  const wanted = wantedOf(before, after, warsaw, moment.now)
  if (wanted.length === 0) return { roomConflicts: [], conflicts: [] }
  const { clubId, editionId, groupId, club, edition, group } = await findCohort(tx, seriesId)
  const name = (group?.name ?? edition?.name ?? (club ? { pl: club.name } : null)) as Title | null
  const capacity = after.activities.rows.get(activityId)?.['capacity']
  return findConflicts(tx, {
    wanted,
    cohort: { clubId, editionId, groupId, name },
    capacity: typeof capacity === 'number' ? capacity : null,
    now: moment.now,
    sight: moment,
  })
}

function refuseConflicts({ roomConflicts, conflicts }: Pick<Impact, 'roomConflicts' | 'conflicts'>, moment: Moment): void {
  if (roomConflicts.length > 0) throw new RoomTakenError(roomConflicts)
  const open = moment.anyway ? [] : unconfirmed(conflicts, moment.confirm ?? [])
  if (open.length > 0) throw new SoftConflictsError(conflicts)
}

export type Editor = ReturnType<typeof editor>

/** Carries edits out: saved in one transaction, or rehearsed and taken back. */
export function editor({ write, prisma }: { readonly write: Write; readonly prisma: PrismaClient }) {
  return <T>({ rehearse = false, by }: Moment, work: (tx: Tx) => Promise<T>): Promise<T> =>
    rehearse ? rehearsed(prisma, work) : namingConflicts(() => write(work, by))
}

/** Carries the answer of a rehearsal out of the transaction that it takes back. */
class Rehearsed extends Error {
  constructor(readonly answer: unknown) {
    super('rehearsed')
  }
}

async function rehearsed<T>(prisma: PrismaClient, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await prisma.$transaction(
      async (tx): Promise<T> => {
        throw new Rehearsed(await work(tx))
      },
      { timeout: 60_000, maxWait: 10_000 },
    )
  } catch (error) {
    if (error instanceof Rehearsed) return error.answer as T
    throw error
  }
}

/** Who lost a race for a room runs again: the winner's session is visible then and can be named. */
async function namingConflicts<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (sqlState(error) !== '23P01') throw error
    return run()
  }
}
