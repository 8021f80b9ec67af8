import { allFields } from '#shared/contract/planning.ts'
import type { Tx } from '../../db/write.ts'
import { EditedMeanwhileError, NotFoundError } from '../../errors.ts'
import { fieldsOf } from './field-columns.ts'
import type { Snapshot } from './impact.ts'
import { findActivity, findChangesOf, findSessions, type PlannedActivity } from './repository.ts'
import { rowAt, type Columns } from './row-change.ts'
import { SessionOverError, type Version } from './rules.ts'

/** What an editor saw, and what they want: names as in what is sent. */
export type Yours = Version

export async function existing(tx: Tx, activityId: string): Promise<PlannedActivity> {
  const activity = await findActivity(tx, activityId)
  if (!activity) throw new NotFoundError()
  return activity
}

/** The activity, if it is still the version that the editor saw. @throws {EditedMeanwhileError} */
export async function currentActivity(tx: Tx, before: Snapshot, activityId: string, yours: Yours): Promise<PlannedActivity> {
  const activity = await existing(tx, activityId)
  if (activity.version !== yours.version)
    throw await editedMeanwhile(tx, activity.seriesId, 'activities', activityId, before, yours)
  return activity
}

/** The session, if it is still the version that the editor saw and still to come. @throws {EditedMeanwhileError} */
export async function sessionAhead(tx: Tx, before: Snapshot, sessionId: string, yours: Yours, now: Date) {
  const row = before.sessions.rows.get(sessionId)
  if (!row || row['removedAt'] !== null) throw new NotFoundError()
  const activity = await existing(tx, String(row['activityId']))
  const session = (await findSessions(tx, activity)).find(({ id }) => id === sessionId)
  if (!session) throw new NotFoundError()
  if (session.version !== yours.version) throw await editedMeanwhile(tx, activity.seriesId, 'sessions', sessionId, before, yours)
  if (session.startMs <= now.getTime()) throw new SessionOverError(sessionId, session.wallStart)
  return { activity, session }
}

/** Both versions, and the one that both began with where the edits since tell it. */
async function editedMeanwhile(
  tx: Tx,
  seriesId: string,
  of: 'activities' | 'sessions',
  id: string,
  before: Snapshot,
  yours: Yours,
): Promise<EditedMeanwhileError> {
  const row = before[of].rows.get(id) ?? {}
  const version = before[of].versions.get(id) ?? 0
  const edits = await findChangesOf(tx, seriesId, of, id)
  const base = rowAt(
    yours.version,
    { row, version },
    edits.map(({ change }) => change),
  )
  const seen = of === 'activities' ? activityVersion : sessionVersion
  const [last] = edits
  const by = last?.name ? { name: last.name, at: last.at.toISOString() } : null
  return new EditedMeanwhileError(yours, seen(row, version), { base: base && seen(base, yours.version), by })
}

const activityFields = Object.keys(allFields.shape)

function activityVersion(row: Columns, version: number): Version {
  return { version, ...fieldsOf(row, activityFields), schedule: row['schedule'], published: row['status'] === 'PUBLISHED' }
}

/** Under the names with which a session is changed. */
function sessionVersion(row: Columns, version: number): Version {
  const [start, end] = [row['wallStart'], row['wallEnd']]
  const overrides: unknown = row['overrides']
  const isSet = (name: string) => Array.isArray(overrides) && overrides.includes(name)
  return {
    version,
    when: row['whenKind'] === 'ALL_DAY' ? { kind: 'all-day', firstDay: start, lastDay: end } : { kind: 'timed', start, end },
    place: { venueId: row['venueId'], roomId: row['roomId'] },
    title: row['title'],
    host: isSet('host') ? { name: row['host'], accountId: row['hostId'] } : null,
    note: row['note'],
    cancelled: row['status'] === 'CANCELLED',
  }
}
