import { reachOf, type Actor } from '../../actor.ts'
import type { Answer } from '#shared/contract/answer.ts'
import type { batchView, editList, hostList, plannedSeries, seriesListing, sessionForPanel } from '#shared/contract/planned.ts'
import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { NotFoundError } from '../../errors.ts'
import { activitiesIn, seriesIn } from '../activities/policy.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { activitiesToChange, hostsFor, seriesWithAnythingIn } from './policy.ts'
import {
  presentActivity,
  presentEdit,
  presentListed,
  presentSeriesHead,
  presentSession,
  undoableUntil,
  type PlannedActivity,
  type PlannedSession,
} from './present.ts'
import {
  activityIds,
  findActivityRows,
  findBatch,
  findEditRows,
  findHosts,
  findSeriesIdOf,
  findSeriesList,
  findSeriesRow,
  findSessionRows,
  seriesIds,
  sessionIds,
  type SeriesRow,
  type SessionRow,
} from './reading-repository.ts'

type Reader = Pick<Database, 'prisma'>

/** What the panel reads. Each function gives only what is in the reader's reach, and 404 for everything else. */

/** A series for editing, with its sessions past and to come. */
export async function readSeries(database: Reader, actor: Actor, id: string, now: Date): Promise<Answer<typeof plannedSeries>> {
  const row = await seriesInSight(database, actor, id)
  const rows = await findSessionRows(database, { AND: [{ activity: { seriesId: id } }, sessionsIn(reachOf(actor, 'see'))] })
  const { activities, sessions, hasVeiled, title } = await inSight(database, actor, { seriesId: id }, rows, now)
  const own = await seriesIds(database, { AND: [{ id }, seriesIn(reachOf(actor, 'plan'))] })
  const plannable = own.has(id)
  const head = presentSeriesHead(row)
  return {
    ...head,
    ...(hasVeiled && title ? { title, name: title.pl, slug: id } : {}),
    activities,
    sessions,
    plannable,
    deletable: plannable && isDeletable(activities, sessions),
  }
}

/** Nobody ever saw it, and nobody is signed up. */
export function isDeletable(activities: readonly PlannedActivity[], sessions: readonly PlannedSession[]): boolean {
  return activities.every(({ published }) => !published) && sessions.every(({ published, people }) => !published && people === 0)
}

/** One session for the panel, with what it stands in. */
export async function readSession(
  database: Reader,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Answer<typeof sessionForPanel>> {
  if (!isId(id)) throw new NotFoundError()
  const rows = await findSessionRows(database, { AND: [{ id }, sessionsIn(reachOf(actor, 'see'))] })
  const place = rows.length > 0 ? await findSeriesIdOf(database, { sessionId: id }) : null
  const series = place && (await findSeriesRow(database, { id: place.seriesId }))
  if (!place || !series) throw new NotFoundError()
  const { activities, sessions, hasVeiled, title } = await inSight(database, actor, { id: place.activityId }, rows, now)
  const [session] = sessions
  if (!session) throw new NotFoundError()
  const head = presentSeriesHead(series)
  const shown = hasVeiled && title ? title : head.title
  const edits = await findEditRows(database, { seriesId: place.seriesId, sessionId: id, limit: 20 })
  return {
    session,
    activity: activities[0] ?? null,
    series: { id: head.id, version: head.version, slug: hasVeiled ? head.id : head.slug, name: shown.pl, title: shown },
    program: { id: head.program.id, slug: head.program.slug, name: head.program.name },
    club: head.club,
    edits: edits.map((edit) => presentEdit(edit, session.plannable, now)),
  }
}

/** Activities with their sessions as one reader sees them: a discreet one that they may see no more of by its neutral title only. */
async function inSight(database: Reader, actor: Actor, where: Prisma.ActivityWhereInput, rows: readonly SessionRow[], now: Date) {
  const [see, sensitive, plan] = [reachOf(actor, 'see'), reachOf(actor, 'see-sensitive'), reachOf(actor, 'plan')]
  const all = await findActivityRows(database, { AND: [where, activitiesIn(see)] })
  const known = await activityIds(database, { AND: [where, { OR: [{ isDiscreet: false }, activitiesIn(sensitive)] }] })
  const changeable = await activityIds(database, { AND: [where, activitiesToChange(plan)] })
  const plannable = await sessionIds(database, { AND: [{ activity: where }, sessionsIn(plan)] })
  const byId = new Map(all.map((activity) => [activity.id, activity]))
  const veiled = all.filter(({ id }) => !known.has(id))
  const sessions = rows.flatMap((row) => {
    const activity = byId.get(row.activityId)
    const isVeiled = !known.has(row.activityId)
    return activity ? [presentSession(row, activity, { isVeiled, plannable: plannable.has(row.id), now })] : []
  })
  return {
    activities: all.filter(({ id }) => known.has(id)).map((activity) => presentActivity(activity, changeable.has(activity.id))),
    sessions,
    hasVeiled: veiled.length > 0,
    title: veiled[0] ? (veiled[0].discreetTitle as PlannedSession['title'] | null) : null,
  }
}

/** Series in reach, by program and name. */
export async function listSeries(database: Reader, actor: Actor, now: Date): Promise<Answer<typeof seriesListing>> {
  const rows = await findSeriesList(database, seriesWithAnythingIn(reachOf(actor, 'see')), now)
  const open = await seriesIds(database, seriesWithAnythingIn(reachOf(actor, 'see-sensitive')))
  return { series: rows.map((row) => presentListed(row, !open.has(row.id))) }
}

/** Who changed what of a series and when; to whoever has only what they host, what they did themselves. */
export async function listEdits(database: Reader, actor: Actor, id: string, now: Date): Promise<Answer<typeof editList>> {
  await seriesInSight(database, actor, id)
  const whole = await seriesIds(database, { AND: [{ id }, seriesIn(reachOf(actor, 'see'))] })
  const own = await seriesIds(database, { AND: [{ id }, seriesWithAnythingIn(reachOf(actor, 'plan'))] })
  const rows = await findEditRows(database, { seriesId: id, accountId: whole.has(id) ? null : actor.accountId })
  return { edits: rows.map((row) => presentEdit(row, own.has(id), now)) }
}

/** What an import or a season's copy did. */
export async function readBatch(database: Reader, actor: Actor, id: string, now: Date): Promise<Answer<typeof batchView>> {
  const batch = isId(id) ? await findBatch(database, id) : null
  if (!batch) throw new NotFoundError()
  const of = { id: { in: batch.edits.map(({ seriesId }) => seriesId) } }
  const seen = await seriesIds(database, { AND: [of, seriesIn(reachOf(actor, 'see'))] })
  if (seen.size === 0) throw new NotFoundError()
  const own = await seriesIds(database, { AND: [of, seriesIn(reachOf(actor, 'plan'))] })
  const rows = (await findEditRows(database, { batchId: id, limit: 1000 })).filter(({ seriesId }) => seen.has(seriesId))
  const isUndoable = own.size === new Set(of.id.in).size && rows.some(({ isUndone }) => !isUndone)
  return {
    id,
    kind: batch.kind,
    name: batch.name,
    at: batch.at.toISOString(),
    by: batch.account,
    edits: rows.map((row) => presentEdit(row, false, now)),
    undoableUntil: isUndoable ? undoableUntil(batch.at, now) : null,
  }
}

/** People who can be named as hosts. */
export async function listHosts(database: Reader, actor: Actor): Promise<Answer<typeof hostList>> {
  return { hosts: await findHosts(database, hostsFor(reachOf(actor, 'plan'), actor.accountId)) }
}

async function seriesInSight(database: Reader, actor: Actor, id: string): Promise<SeriesRow> {
  const row = isId(id) ? await findSeriesRow(database, { AND: [{ id }, seriesWithAnythingIn(reachOf(actor, 'see'))] }) : null
  if (!row) throw new NotFoundError()
  return row
}
