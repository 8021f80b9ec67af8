import { NotAllowedError, reachOf, type Actor, type Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { activitiesIn, seriesIn } from '../activities/policy.ts'
import { clubsIn } from '../clubs/policy.ts'
import { programsIn } from '../programs/policy.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { refuse } from '../organisations/rules.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { issue } from './field-columns.ts'
import { activitiesToChange, seriesWithAnythingIn } from './policy.ts'
import { activityIds, findBatch, findEditPlace, mayHoldSeries, seriesIds, sessionIds } from './reading-repository.ts'

type Reader = Pick<Database, 'prisma'>

/** Who may plan what: 404 for what somebody doesn't even see, 403 for what they see and may not change (T06). */

export async function mayChangeSeries(database: Reader, actor: Actor, id: string): Promise<void> {
  const seen = await seriesIds(database, { AND: [{ id: idOr404(id) }, seriesWithAnythingIn(reachOf(actor, 'see'))] })
  const own = await seriesIds(database, { AND: [{ id }, seriesIn(reachOf(actor, 'plan'))] })
  refuseUnless(seen.has(id), own.has(id))
}

export async function mayChangeActivity(database: Reader, actor: Actor, id: string): Promise<void> {
  const seen = await activityIds(database, { AND: [{ id: idOr404(id) }, activitiesIn(reachOf(actor, 'see'))] })
  const own = await activityIds(database, { AND: [{ id }, activitiesToChange(reachOf(actor, 'plan'))] })
  refuseUnless(seen.has(id), own.has(id))
}

export async function mayChangeSession(database: Reader, actor: Actor, id: string): Promise<void> {
  const seen = await sessionIds(database, { AND: [{ id: idOr404(id), removedAt: null }, sessionsIn(reachOf(actor, 'see'))] })
  const own = await sessionIds(database, { AND: [{ id }, sessionsIn(reachOf(actor, 'plan'))] })
  refuseUnless(seen.has(id), own.has(id))
}

/** Whoever plans the whole series takes back any edit of it; who plans only what they host, what they did themselves. */
export async function mayUndoEdit(database: Reader, actor: Actor, editId: string): Promise<void> {
  const edit = await findEditPlace(database, idOr404(editId))
  if (!edit) throw new NotFoundError()
  const id = edit.seriesId
  const seen = await seriesIds(database, { AND: [{ id }, seriesWithAnythingIn(reachOf(actor, 'see'))] })
  const plan = reachOf(actor, 'plan')
  const whole = await seriesIds(database, { AND: [{ id }, seriesIn(plan)] })
  const part = plan.own && edit.accountId === actor.accountId
  const mine = part ? await seriesIds(database, { AND: [{ id }, seriesWithAnythingIn(plan)] }) : new Set<string>()
  refuseUnless(seen.has(id), whole.has(id) || mine.has(id))
}

/** A batch is changed by whoever plans all of its series; seen by whoever sees one. */
export async function mayUndoBatch(database: Reader, actor: Actor, batchId: string): Promise<void> {
  const batch = await findBatch(database, idOr404(batchId))
  if (!batch) throw new NotFoundError()
  const id = { in: batch.edits.map(({ seriesId }) => seriesId) }
  const seen = await seriesIds(database, { AND: [{ id }, seriesIn(reachOf(actor, 'see'))] })
  const own = await seriesIds(database, { AND: [{ id }, seriesIn(reachOf(actor, 'plan'))] })
  refuseUnless(seen.size > 0, own.size === new Set(id.in).size)
}

/** A new series stands in a program, or in a club, that one plans for. What isn't yours is refused like what isn't there (T03). */
export async function mayPlanIn(
  database: Reader,
  actor: Actor,
  place: { readonly programId: string; readonly clubId: string | null },
): Promise<void> {
  const plan = reachOf(actor, 'plan')
  if (await mayHoldSeries(database, place, { program: programsIn(plan), club: clubsIn(plan) })) return
  throw new ImpossibleValueError([issue('series.programId', place.programId, 'something that is there', 'unknown')])
}

/**
 * A schedule is tried out for what one plans: a program's last day, and who else meets then, are nobody else's business (T03).
 *
 * @throws {ImpossibleValueError}
 */
export async function refuseUnseenPlace(
  database: Reader,
  actor: Actor,
  { programId, activityId }: { readonly programId: string | null; readonly activityId: string | null },
): Promise<void> {
  const plan = reachOf(actor, 'plan')
  const isActivity =
    activityId === null || (await activityIds(database, { AND: [{ id: activityId }, activitiesIn(plan)] })).size > 0
  const isProgram = programId === null || (await mayKnowProgram(database, programId, plan))
  refuse([
    isActivity ? null : issue('activityId', activityId, 'something that is there', 'unknown'),
    isProgram ? null : issue('programId', programId, 'something that is there', 'unknown'),
  ])
}

/** In reach, or the program of something in reach. */
async function mayKnowProgram({ prisma }: Reader, id: string, plan: Reach): Promise<boolean> {
  const known = { OR: [programsIn(plan), { clubs: { some: clubsIn(plan) } }, { series: { some: seriesWithAnythingIn(plan) } }] }
  return (await prisma.program.count({ where: { AND: [{ id }, known] } })) > 0
}

function idOr404(id: string): string {
  if (!isId(id)) throw new NotFoundError()
  return id
}

function refuseUnless(isSeen: boolean, isOwn: boolean): void {
  if (!isSeen) throw new NotFoundError()
  if (!isOwn) throw new NotAllowedError('plan')
}
