import { Prisma } from '../../db/generated/client.ts'
import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/write.ts'

/** A session at which somebody was. */
export type Attended = {
  readonly personId: string
  readonly sessionId: string
  /** Of a volunteer: their sign-up for the shift. */
  readonly signUpId: string | null
  readonly role: 'PARTICIPANT' | 'VOLUNTEER'
  /** Texts by language. */
  readonly title: unknown
  readonly wallStart: string
  readonly wallEnd: string
  readonly startsAt: Date
  readonly endsAt: Date
  /** Elapsed time, not the difference on the wall: 23:00-04:00 in the night of the clock change is 4 or 6 hours (T52). Null: whole days. */
  readonly minutes: number | null
}

export type AttendedFilter = {
  readonly role: Attended['role']
  /** Days in Warsaw on which it began, both inside; null: no matter. */
  readonly from?: string | null
  readonly to?: string | null
}

/**
 * At which sessions people were (volunteers: on which shifts), in order of time, with how long each took: for hours, certificates and indicators. A session that was
 * cancelled or removed gives none.
 */
export function attendedSessions(
  db: Tx | Database['prisma'],
  personIds: readonly string[],
  { role, from = null, to = null }: AttendedFilter,
): Promise<readonly Attended[]> {
  return db.$queryRaw<readonly Attended[]>`
    SELECT was."personId", was."sessionId", was."signUpId", was.role::text AS role, coalesce(met.title, of.title) AS title, met."wallStart", met."wallEnd",
      met."startsAt", met."endsAt",
      CASE WHEN met."whenKind" = 'TIMED' THEN round(extract(epoch FROM met."endsAt" - met."startsAt") / 60)::int END AS minutes
    FROM "Attendance" was JOIN "Session" met ON met.id = was."sessionId" JOIN "Activity" of ON of.id = met."activityId"
    WHERE was."personId" = ANY (${[...personIds]}::uuid[]) AND was.present AND was.role = ${role}::"AttendanceRole"
      AND met.status = 'PLANNED' AND met."removedAt" IS NULL
      ${from === null ? Prisma.empty : Prisma.sql`AND left(met."wallStart", 10) >= ${from}`}
      ${to === null ? Prisma.empty : Prisma.sql`AND left(met."wallStart", 10) <= ${to}`}
    ORDER BY met."startsAt", met.id, was."personId"`
}
