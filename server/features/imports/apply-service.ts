import type { ImportChoices } from '#shared/contract/import.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import { changesBetween, type Rows } from '../planning/row-change.ts'
import { patchActivity, patchSessions } from '../planning/repository.ts'
import { reasonText } from '../planning/field-columns.ts'
import type { Entry } from './diff.ts'
import { nameKey } from './names.ts'
import type { ImportReach } from './policy.ts'
import { isTaken, type Judged } from './present.ts'
import {
  findHostIds,
  findRooms,
  lockForImport,
  readSnapshots,
  takenSlugs,
  writeItems,
  type ImportedSession,
  type Source,
  type StoredReading,
} from './repository.ts'
import type { ChosenNames, Target } from './resolve.ts'
import type { Reading } from './row.ts'
import { writesOf, type Act, type NewActivity, type Writes } from './writes.ts'

export type Order = {
  readonly judged: readonly Judged[]
  readonly items: readonly ImportedSession[]
  readonly source: Source | null
  readonly target: Target
  readonly rules: Reading['rules']
  readonly names: ChosenNames
  readonly choices: ImportChoices
  readonly reading: StoredReading
  readonly accountId: string
  readonly reach: Pick<ImportReach, 'hosts'>
  readonly now: Date
}

export type Applied = {
  readonly sourceId: string
  readonly batchId: string | null
  readonly planned: number
  readonly changed: number
  readonly cancelled: number
}

/**
 * Carries an import out inside a transaction: locks, rows, one `Edit` per series under one batch, which is taken back as one. The number
 * of statements doesn't grow with that of sessions.
 */
export async function applyWrites(tx: Tx, order: Order): Promise<Applied> {
  const { items, choices, accountId, now, rules } = order
  const taken = order.judged.filter(isTaken).map(asDecided)
  const roomIds = [...new Set(taken.flatMap(({ wanted }) => wanted?.roomId ?? []))]
  const touched = new Set(taken.flatMap(({ sessionId, item }) => (item && sessionId ? [sessionId] : [])))
  const known = [...new Set(items.map(({ seriesId }) => seriesId))].toSorted()
  await lockForImport(tx, known, roomIds)
  const before = await readSnapshots(tx, known)
  const activities = new Map([...before.values()].flatMap((one) => [...one.activities.rows]))
  const dates = datesByActivity(before)
  const hosts = taken.flatMap(({ wanted }) => wanted?.host ?? [])
  const hostIds = await findHostIds(tx, order.reach.hosts, hosts)
  const hostIdOf = (name: string | null) => (name === null ? null : (hostIds.get(nameKey(name)) ?? null))
  const writes = writesOf(taken, items, {
    now,
    publish: choices.publish,
    reason: reasonText(choices.reason),
    hostIdOf,
    rooms: await findRooms(tx, roomIds),
    rules,
    activities,
    datesOf: (activityId) => dates.get(activityId) ?? [],
  })
  const sourceId = await keepSource(tx, order)
  await insertNew(tx, writes, { ...order, hostIdOf })
  await patchSessions(tx, writes.patches)
  for (const { id, patch } of writes.activityPatches) await patchActivity(tx, id, patch)
  await writeItems(tx, sourceId, writes.items)
  const batchId = await noteEdits(tx, [...known, ...writes.series.map(({ id }) => id)], before, order)
  await tx.importSource.update({
    where: { id: sourceId },
    data: { lastRunAt: now, ...(batchId ? { lastBatchId: batchId } : {}) },
    select: { id: true },
  })
  await tx.importReading.deleteMany({ where: { id: order.reading.id, accountId } })
  const cancelled = taken.filter(
    ({ state, changes, wanted }) => state === 'gone' || (changes.includes('status') && wanted?.cancelled),
  ).length
  return { sourceId, batchId, planned: writes.sessions.length, changed: touched.size - cancelled, cancelled }
}

/** "Without room" is a row whose room was never named. */
const asDecided = ({ entry, decision }: Judged): Entry =>
  decision === 'without-room' && entry.wanted ? { ...entry, wanted: { ...entry.wanted, roomId: null } } : entry

type Snapshots = Awaited<ReturnType<typeof readSnapshots>>

function datesByActivity(before: Snapshots): ReadonlyMap<string, readonly string[]> {
  const dates = new Map<string, string[]>()
  for (const { sessions } of before.values())
    for (const row of sessions.rows.values()) {
      if (row['removedAt'] !== null) continue
      const activityId = String(row['activityId'])
      dates.set(activityId, [...(dates.get(activityId) ?? []), String(row['recurrenceId'])])
    }
  return dates
}

async function keepSource(tx: Tx, { source, target, choices, names, reading, accountId, now }: Order): Promise<string> {
  const kept = { name: choices.name, kind: choices.kind, names: names as Prisma.InputJsonValue }
  if (source) {
    await tx.importSource.update({ where: { id: source.id }, data: kept, select: { id: true } })
    return source.id
  }
  const data = { ...kept, url: reading.url, programId: target.programId, clubId: target.clubId, accountId, createdAt: now }
  return (await tx.importSource.create({ data, select: { id: true } })).id
}

async function insertNew(
  tx: Tx,
  { series, activities, sessions }: Writes,
  { choices, now, hostIdOf }: Order & Pick<Act, 'hostIdOf'>,
): Promise<void> {
  const wanted = series.map(({ slug }) => slug)
  const taken = new Set(await takenSlugs(tx, wanted))
  const named = series.map((one) => {
    const slug = taken.has(one.slug) ? `${one.slug}-${one.id.slice(0, 8)}` : one.slug
    taken.add(one.slug)
    return { ...one, slug, title: one.title as Prisma.InputJsonValue }
  })
  await tx.series.createMany({ data: named })
  await tx.activity.createMany({
    data: activities.map((one) => ({ ...activityRow(one, choices.publish, now), hostId: hostIdOf(one.first.host) })),
  })
  await tx.session.createMany({ data: sessions as unknown as Prisma.SessionCreateManyInput[] })
}

function activityRow(
  { id, seriesId, position, first, schedule }: NewActivity,
  publish: boolean,
  now: Date,
): Prisma.ActivityCreateManyInput {
  return {
    id,
    seriesId,
    position,
    status: publish ? 'PUBLISHED' : 'DRAFT',
    title: { pl: first.title },
    ...(first.description === null ? {} : { description: { pl: first.description } }),
    kind: first.kind,
    audiences: [],
    languages: ['pl'],
    host: first.host,
    venueId: first.venueId,
    roomId: first.roomId,
    enrolment: 'OPEN',
    schedule: schedule as unknown as Prisma.InputJsonValue,
    createdAt: now,
  }
}

const noRows: Rows = { rows: new Map(), versions: new Map() }

/** What each series held before and after; null when nothing differs. */
async function noteEdits(
  tx: Tx,
  seriesIds: readonly string[],
  before: Snapshots,
  { choices, accountId, now }: Order,
): Promise<string | null> {
  const after = await readSnapshots(tx, seriesIds)
  const edits = seriesIds.flatMap((seriesId) => {
    const [old, current] = [before.get(seriesId), after.get(seriesId)]
    if (!current) return []
    const rows = {
      activities: changesBetween(old?.activities ?? noRows, current.activities),
      sessions: changesBetween(old?.sessions ?? noRows, current.sessions),
    }
    return rows.activities.length + rows.sessions.length === 0 ? [] : [{ seriesId, rows }]
  })
  if (edits.length === 0) return null
  const { id: batchId } = await tx.editBatch.create({
    data: { kind: 'import', name: choices.name, at: now, accountId },
    select: { id: true },
  })
  await tx.edit.createMany({
    data: edits.map(({ seriesId, rows }) => ({
      seriesId,
      kind: 'import',
      at: now,
      rows: rows as unknown as Prisma.InputJsonValue,
      batchId,
      accountId,
    })),
  })
  return batchId
}
