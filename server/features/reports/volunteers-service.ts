import { hasSomewhere, type Actor } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { findShifts } from '../shifts/repository.ts'
import { shiftSpan } from '../shifts/rules.ts'
import { isOverLine, warningsOf, type PaperWarning } from '../volunteers/papers.ts'
import { papersAt } from '../volunteers/policy.ts'
import { operatorOf, volunteerOf } from '../volunteers/present.ts'
import { findFirstDays, findTaken, firstKey, type TakenRow } from '../volunteers/repository.ts'
import type { ComingRow } from './repository.ts'

type Lacking = {
  /** Fewer people than a shift there can do with. */
  readonly short: readonly ComingRow[]
  /** Somebody there lacks a paper on that day. */
  readonly papers: readonly ComingRow[]
  /** For each person who helps longer than 30 days without what that takes, where they are next. */
  readonly line: readonly ComingRow[]
}

/**
 * What is not in order about the volunteers of some sessions: in one statement, and two more where there are shifts and the reader may see papers.
 *
 * @param soon - until when hands are looked for
 */
export async function lackingAt(
  { prisma }: Pick<Database, 'prisma'>,
  actor: Actor,
  coming: readonly ComingRow[],
  soon: Date,
): Promise<Lacking> {
  const published = coming.filter(({ activity }) => activity.status === 'PUBLISHED')
  const shifts = await findShifts(
    prisma,
    published.map(({ id }) => id),
  )
  const those = (ids: ReadonlySet<string>) => published.filter(({ id }) => ids.has(id))
  const short = those(new Set(shifts.flatMap(({ off, taken, least, sessionId }) => (!off && taken < least ? [sessionId] : []))))
  const warned = await warnedAt(prisma, actor, [...new Set(shifts.flatMap(({ off, sessionId }) => (off ? [] : [sessionId])))])
  const overLine = new Map<string, string>()
  for (const { personId, sessionId, isOver, warnings } of warned)
    if (isOver && warnings.some((one) => lineWarnings.has(one)) && !overLine.has(personId)) overLine.set(personId, sessionId)
  const byId = new Map(published.map((row) => [row.id, row]))
  return {
    short: short.filter(({ startsAt }) => startsAt < soon),
    papers: those(
      new Set(warned.flatMap(({ warnings, sessionId }) => (warnings.some((one) => paperMissing.has(one)) ? [sessionId] : []))),
    ),
    line: [...overLine.values()].flatMap((id) => byId.get(id) ?? []),
  }
}

const paperMissing: ReadonlySet<PaperWarning> = new Set(['guardian-consent', 'clearance', 'agreement'])
const lineWarnings: ReadonlySet<PaperWarning> = new Set(['agreement-30-days', 'agreement', 'insurance'])

type Warned = {
  readonly personId: string
  readonly sessionId: string
  readonly isOver: boolean
  readonly warnings: readonly PaperWarning[]
}

async function warnedAt(prisma: Database['prisma'], actor: Actor, sessionIds: readonly string[]): Promise<readonly Warned[]> {
  if (sessionIds.length === 0 || !hasSomewhere(actor, 'see-sensitive')) return []
  const session = { AND: [papersAt(actor, 'see-sensitive'), { id: { in: [...sessionIds] } }] }
  const taken = await findTaken(prisma, { session, status: 'CONFIRMED', person: { erasedAt: null } })
  const firsts = await findFirstDays(
    prisma,
    taken.map(({ personId }) => personId),
  )
  return taken.flatMap((row) => warnedOf(row, firsts) ?? [])
}

function warnedOf({ personId, person, session, shift }: TakenRow, firsts: ReadonlyMap<string, string>): Warned | null {
  if (!session || !shift || shift.notAt.includes(session.id)) return null
  const day = shiftSpan(session.wallStart, shift).start.slice(0, 10)
  const firstDay = firsts.get(firstKey(personId, operatorOf(session))) ?? day
  const warnings = warningsOf(shift, volunteerOf(person, operatorOf(session)), day, firstDay)
  return { personId, sessionId: session.id, isOver: isOverLine(firstDay, day), warnings }
}
