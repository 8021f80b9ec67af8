import type { NumbersQuery } from '#shared/contract/numbers.ts'
import { reachOf, type Actor } from '../../actor.ts'
import { dayOf } from '../../db/columns.ts'
import type { Database } from '../../db/client.ts'
import { programsIn } from '../programs/policy.ts'
import { projectsIn } from '../projects/policy.ts'

type Db = Database['prisma']

/** Meetings of one program on some days, both inside, that count for one line of a report. */
export type Scope = { readonly key: string; readonly programId: string; readonly from: string; readonly to: string }

/** Numbers of one line. A sum that nobody counted anything for is null. */
export type NumbersRow = {
  readonly key: string
  readonly held: number
  readonly cancelled: number
  readonly toCome: number
  readonly counted: number
  readonly visits: number
  readonly people: number
  readonly volunteers: number
  readonly hours: number
}

/**
 * Who is who (`people`): a sign-up on the web writes a row of its own, so rows of one name are one person. A name of one word (children,
 * companions) is told apart by whose child it is, else by its row, as is a row whose name was erased.
 */
export const findNumbers = (db: Db, scopes: readonly Scope[], now: Date): Promise<readonly NumbersRow[]> => db.$queryRaw<
  readonly NumbersRow[]
>`
  WITH scope AS (
    SELECT * FROM unnest(${scopes.map(({ key }) => key)}::text[], ${scopes.map(({ programId }) => programId)}::uuid[],
      ${scopes.map(({ from }) => from)}::text[], ${scopes.map(({ to }) => to)}::text[]) AS one(key, program, "from", "to")),
  met AS (
    SELECT DISTINCT scope.key, s.id, s.status, s."endsAt" <= ${now} AS over, s."wallStart"
    FROM scope JOIN "Series" c ON c."programId" = scope.program JOIN "Activity" a ON a."seriesId" = c.id AND a.status = 'PUBLISHED'
      JOIN "Session" s ON s."activityId" = a.id AND s."removedAt" IS NULL AND left(s."wallStart", 10) BETWEEN scope."from" AND scope."to"),
  held AS MATERIALIZED (SELECT key, id, "wallStart" FROM met WHERE status = 'PLANNED' AND over),
  heads AS (
    SELECT "sessionId", greatest(sum(count), 0) AS count FROM "AttendanceCount" WHERE "sessionId" IN (SELECT id FROM held) GROUP BY 1),
  marks AS (
    SELECT was."sessionId", was."personId", was.role, was.present, was."signUpId",
      CASE WHEN person."erasedAt" IS NOT NULL THEN person.id::text
        WHEN search_text(person.name) LIKE ' %_ _%' THEN search_text(person.name)
        WHEN guardian.id IS NOT NULL THEN search_text(person.name) || ' / ' || search_text(guardian.name)
        ELSE person.id::text END AS who
    FROM "Attendance" was JOIN "Person" person ON person.id = was."personId" LEFT JOIN "Person" guardian ON guardian.id = person."guardianId"
    WHERE was."sessionId" IN (SELECT id FROM held)),
  of_each AS (
    SELECT held.key, held.id, coalesce(heads.count, 0) + count(marks.who) FILTER (WHERE marks.present) AS visits,
      heads.count IS NOT NULL OR count(marks.who) > 0 AS "isCounted"
    FROM held LEFT JOIN heads ON heads."sessionId" = held.id LEFT JOIN marks ON marks."sessionId" = held.id AND marks.role = 'PARTICIPANT'
    GROUP BY held.key, held.id, heads.count),
  named AS (
    SELECT held.key, count(DISTINCT who) FILTER (WHERE role = 'PARTICIPANT') AS people, count(DISTINCT "personId") FILTER (WHERE role = 'VOLUNTEER') AS volunteers
    FROM held JOIN marks ON marks."sessionId" = held.id WHERE marks.present GROUP BY 1),
  worked AS (
    SELECT held.key, range_agg(tstzrange(starts, greatest(starts, ends))) AS spans
    FROM held JOIN marks ON marks."sessionId" = held.id AND marks.role = 'VOLUNTEER' AND marks.present
      JOIN "SignUp" had ON had.id = marks."signUpId" AND had.status = 'CONFIRMED' JOIN "Shift" shift ON shift.id = had."shiftId",
      LATERAL (SELECT (held."wallStart"::timestamp + shift."fromMinutes" * interval '1 minute') AT TIME ZONE 'Europe/Warsaw' AS starts,
        (held."wallStart"::timestamp + (shift."fromMinutes" + shift.minutes) * interval '1 minute') AT TIME ZONE 'Europe/Warsaw' AS ends) AS hour
    GROUP BY held.key, marks."personId"),
  hours AS (SELECT key, sum(extract(epoch FROM upper(one) - lower(one))) / 3600 AS hours FROM worked, unnest(spans) AS one GROUP BY 1)
  SELECT key, count(*) FILTER (WHERE status = 'PLANNED' AND over)::int AS held, count(*) FILTER (WHERE status = 'CANCELLED')::int AS cancelled,
    count(*) FILTER (WHERE status = 'PLANNED' AND NOT over)::int AS "toCome",
    (SELECT count(*) FROM of_each WHERE of_each.key = met.key AND "isCounted")::int AS counted,
    coalesce((SELECT sum(visits) FROM of_each WHERE of_each.key = met.key), 0)::int AS visits,
    coalesce((SELECT people FROM named WHERE named.key = met.key), 0)::int AS people,
    coalesce((SELECT volunteers FROM named WHERE named.key = met.key), 0)::int AS volunteers,
    coalesce((SELECT hours FROM hours WHERE hours.key = met.key), 0)::float8 AS hours
  FROM met GROUP BY key`

export type UncountedRow = {
  readonly id: string
  readonly wallStart: string
  readonly title: unknown
  readonly isDiscreet: boolean
  readonly discreetTitle: unknown
  /** Of all there are, in every row. */
  readonly many: number
}

/** Meetings held of which nobody said how many came, the latest first. */
export const findUncounted = (db: Db, scopes: readonly Scope[], now: Date, most: number): Promise<readonly UncountedRow[]> =>
  db.$queryRaw<readonly UncountedRow[]>`
  WITH scope AS (
    SELECT * FROM unnest(${scopes.map(({ programId }) => programId)}::uuid[], ${scopes.map(({ from }) => from)}::text[],
      ${scopes.map(({ to }) => to)}::text[]) AS one(program, "from", "to"))
  SELECT s.id, s."wallStart", coalesce(s.title, a.title) AS title, a."isDiscreet", a."discreetTitle", count(*) OVER ()::int AS many
  FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Series" c ON c.id = a."seriesId"
  WHERE a.status = 'PUBLISHED' AND s."removedAt" IS NULL AND s.status = 'PLANNED' AND s."endsAt" <= ${now}
    AND EXISTS (SELECT FROM scope WHERE program = c."programId" AND left(s."wallStart", 10) BETWEEN scope."from" AND scope."to")
    AND NOT EXISTS (SELECT FROM "AttendanceCount" WHERE "sessionId" = s.id)
    AND NOT EXISTS (SELECT FROM "Attendance" WHERE "sessionId" = s.id AND role = 'PARTICIPANT')
  ORDER BY s."startsAt" DESC, s.id LIMIT ${most}`

/** What a report is about, with the meetings that count for it and for each of its parts. */
export type Reported = {
  readonly id: string
  readonly name: string
  readonly target: number | null
  readonly parts: readonly { readonly id: string; readonly name: string }[]
  readonly scopes: readonly Scope[]
}

export const allKey = 'all'
const named = { id: true, name: true } as const

export async function findReportedProgram(
  db: Db,
  actor: Actor,
  right: 'see' | 'plan' | 'audit',
  id: string,
  { from, to }: NumbersQuery,
): Promise<Reported | null> {
  const program = await db.program.findFirst({ where: { AND: [{ id }, programsIn(reachOf(actor, right))] }, select: named })
  return program && { ...program, target: null, parts: [], scopes: [{ key: allKey, programId: id, from, to }] }
}

/** Of a project only what its parts pay for, on the days on which they do. */
export async function findReportedProject(
  db: Db,
  actor: Actor,
  right: 'see' | 'plan' | 'audit',
  id: string,
  { from, to }: NumbersQuery,
): Promise<Reported | null> {
  const programs = { select: { programId: true, startsOn: true, endsOn: true } } as const
  const project = await db.project.findFirst({
    where: { AND: [{ id }, projectsIn(reachOf(actor, right))] },
    select: {
      ...named,
      peopleTarget: true,
      parts: { orderBy: { position: 'asc' }, select: { ...named, code: true, programs } },
    },
  })
  if (!project) return null
  const scopes = project.parts.flatMap((part) =>
    part.programs.flatMap(({ programId, startsOn, endsOn }) => {
      const days = { from: later(from, dayOf(startsOn)), to: earlier(to, dayOf(endsOn)) }
      return [allKey, part.id].map((key) => ({ key, programId, ...days }))
    }),
  )
  const parts = project.parts.map((part) => ({ id: part.id, name: [part.code, part.name].filter(Boolean).join(' ') }))
  return { id, name: project.name, target: project.peopleTarget, parts, scopes }
}

const later = (one: string, other: string): string => (one > other ? one : other)
const earlier = (one: string, other: string): string => (one < other ? one : other)
