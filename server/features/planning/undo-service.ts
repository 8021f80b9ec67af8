import type { Tx } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { perform, type Done, type Moment } from './edit-service.ts'
import type { Left, Snapshot } from './impact.ts'
import type { Patch } from './patches.ts'
import {
  archiveEmptySeries,
  findDoublyBooked,
  findEdit,
  findEdits,
  insertBatch,
  lockSeries,
  patchActivity,
  patchSessions,
  type StoredEdit,
} from './repository.ts'
import type { EditRows } from './row-change.ts'
import { PartOfBatchError, TooLateError, UndoConflictError, undoHours } from './rules.ts'
import { takeBack } from './undo.ts'

/**
 * Takes an edit back as a new edit (mechanics 6). What somebody changed since, what began and what has people stays; without
 * `anyway` such a rest is a 409 that lists it.
 */
export async function undoOne(tx: Tx, editId: string, anyway: boolean, moment: Moment): Promise<Done> {
  const found = await findEdit(tx, editId)
  if (!found) throw new NotFoundError()
  if (found.batchId !== null && !found.isUndone) throw new PartOfBatchError(found.batchId)
  return takeEditBack(tx, found, anyway, moment, null)
}

/** Takes back all edits of a batch, the last first, as a batch of its own: all of it or nothing. */
export async function undoBatch(
  tx: Tx,
  batchId: string,
  anyway: boolean,
  moment: Moment,
): Promise<{ readonly batchId: string; readonly done: readonly Done[] }> {
  const edits = await findEdits(tx, { batchId })
  if (edits.length === 0) throw new NotFoundError()
  await lockSeries(tx, [...new Set(edits.map(({ seriesId }) => seriesId))], [])
  const undoing = await insertBatch(tx, {
    kind: 'undo',
    ofBatch: batchId,
    at: moment.now,
    accountId: moment.by?.accountId ?? null,
  })
  const done: Done[] = []
  for (const edit of edits.filter(({ isUndone }) => !isUndone)) done.push(await takeEditBack(tx, edit, anyway, moment, undoing))
  if (done.length === 0) throw new UndoConflictError([{ id: batchId, reason: 'changed-since', fields: ['undoneBy'] }])
  return { batchId: undoing, done }
}

async function takeEditBack(tx: Tx, edit: StoredEdit, anyway: boolean, moment: Moment, batchId: string | null): Promise<Done> {
  const { id, seriesId, rows, at } = edit
  const { now, rehearse } = moment
  if (edit.isUndone) throw new UndoConflictError([{ id, reason: 'changed-since', fields: ['undoneBy'] }])
  if (at.getTime() < now.getTime() - undoHours * 3_600_000) throw new TooLateError(at)
  // What was before was said yes to then: soft conflicts are told and stop nothing.
  const order = { kind: 'undo', seriesId, moment: { ...moment, anyway: true }, batchId }
  return perform(tx, order, async (_tx, before) => {
    const left = await writeBack(tx, rows, before, now)
    if (left.length > 0 && !anyway && !rehearse) throw new UndoConflictError(left)
    if (rows.activities.some((change) => change.before === null)) await archiveEmptySeries(tx, seriesId, now, 'archive')
    if (edit.kind === 'undo') await archiveEmptySeries(tx, seriesId, now, 'unarchive')
    const activityId = rows.activities[0]?.id ?? before.sessions.rows.get(rows.sessions[0]?.id ?? '')?.['activityId']
    return { activityId: String(activityId), told: { left }, undoes: id }
  })
}

/** Writes what can be taken back; a row whose room is taken by now stays as it is. */
async function writeBack(tx: Tx, rows: EditRows, before: Snapshot, now: Date): Promise<readonly Left[]> {
  const { sessions, activities, left } = takeBack(rows, before, now)
  for (const { id, patch } of activities) await patchActivity(tx, id, patch)
  await patchSessions(tx, sessions)
  const [seriesId] = [...before.activities.rows.values()].map((row) => String(row['seriesId']))
  const taken = await findDoublyBooked(tx, seriesId ?? '')
  const stays = sessions.filter(({ id }) => taken.has(id))
  await patchSessions(
    tx,
    stays.map(({ id, patch }) => ({ id, patch: pickFrom(before, id, Object.keys(patch)) })),
  )
  return [...left, ...stays.map(({ id, patch }) => ({ id, reason: 'room-taken' as const, fields: Object.keys(patch) }))]
}

function pickFrom({ sessions }: Snapshot, id: string, names: readonly string[]): Patch['patch'] {
  const row = sessions.rows.get(id) ?? {}
  return Object.fromEntries(names.map((name) => [name, row[name]]))
}
