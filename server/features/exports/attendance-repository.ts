import type { PlanQuery } from '#shared/contract/plan.ts'
import { reachOf, type Actor } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { sessionsIn } from '../sessions/policy.ts'
import { plannedWhere } from '../sessions/repository.ts'
import { peopleIn } from '../sign-ups/policy.ts'

type Db = Pick<Database, 'prisma'>

/** Somebody who was at a session; or, without a name, how many were counted there besides. */
export type AttendedRow = {
  readonly wallStart: string
  /** Texts by language. */
  readonly title: unknown
  readonly program: string
  readonly club: string | null
  readonly venue: string | null
  readonly name: string | null
  readonly role: 'PARTICIPANT' | 'VOLUNTEER' | null
  readonly walkIn: boolean
  readonly count: number
  /** Elapsed time (T52); null: whole days, and volunteers, whose hours are those of their shifts. */
  readonly minutes: number | null
}

/** So many people are held at once; more only where a single session had more (T69). */
const inOnePage = 1000

/**
 * Who was at the sessions of some days that somebody plans and whose people they may see, session by session in order of start, by name.
 */
export async function* attendedRows(database: Db, actor: Actor, query: PlanQuery): AsyncGenerator<readonly AttendedRow[]> {
  let page: string[] = []
  let people = 0
  for (const { id, count } of await findAttended(database, actor, query)) {
    if (page.length > 0 && people + count > inOnePage) {
      yield await findRows(database, page)
      ;[page, people] = [[], 0]
    }
    page.push(id)
    people += count
  }
  if (page.length > 0) yield await findRows(database, page)
}

async function findAttended(
  { prisma }: Db,
  actor: Actor,
  query: PlanQuery,
): Promise<readonly { readonly id: string; readonly count: number }[]> {
  const planned = plannedWhere(query, reachOf(actor, 'plan'), reachOf(actor, 'see-sensitive'))
  const was = { OR: [{ attendances: { some: { present: true } } }, { attendanceCounts: { some: {} } }] }
  const found = await prisma.session.findMany({
    where: { AND: [planned, sessionsIn(reachOf(actor, 'plan')), peopleIn(actor), was] },
    select: { id: true, _count: { select: { attendances: true } } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return found.map(({ id, _count }) => ({ id, count: _count.attendances + 1 }))
}

const findRows = ({ prisma }: Db, sessionIds: readonly string[]): Promise<readonly AttendedRow[]> =>
  prisma.$queryRaw<readonly AttendedRow[]>`
    WITH came AS (
      SELECT DISTINCT ON (was."sessionId", was."personId", was.role) was."sessionId", person.name, was.role::text AS role, was."walkInId" IS NOT NULL AS "walkIn", 1 AS count
      FROM "Attendance" was JOIN "Person" person ON person.id = was."personId" WHERE was."sessionId" = ANY (${[...sessionIds]}::uuid[]) AND was.present
      UNION ALL
      SELECT "sessionId", NULL, NULL, true, greatest(sum(count), 0)::int FROM "AttendanceCount"
      WHERE "sessionId" = ANY (${[...sessionIds]}::uuid[]) GROUP BY 1 HAVING sum(count) > 0)
    SELECT s."wallStart", coalesce(s.title, a.title) AS title, p.name AS program, club.name AS club, venue.name AS venue,
      came.name, came.role, came."walkIn", came.count,
      CASE WHEN s."whenKind" = 'TIMED' AND came.role IS DISTINCT FROM 'VOLUNTEER'
        THEN round(extract(epoch FROM s."endsAt" - s."startsAt") / 60)::int END AS minutes
    FROM came JOIN "Session" s ON s.id = came."sessionId" JOIN "Activity" a ON a.id = s."activityId" JOIN "Series" c ON c.id = a."seriesId"
      JOIN "Program" p ON p.id = c."programId" LEFT JOIN "Club" club ON club.id = c."clubId" LEFT JOIN "Venue" venue ON venue.id = s."venueId"
    ORDER BY s."startsAt", s.id, came.name IS NULL, search_text(came.name), came.name`
