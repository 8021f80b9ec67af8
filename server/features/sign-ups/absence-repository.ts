import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/write.ts'

type Db = Tx | Database['prisma']

export type MeetingRow = {
  readonly session: string
  readonly start: string
  readonly end: string
  readonly cancelled: boolean
  readonly away: boolean
}

/** The meetings to come of a course or a club, soonest first, as somebody who is signed up to it sees them. */
export const findMeetings = (
  db: Db,
  { id, seriesId }: { readonly id: string; readonly seriesId: string },
  now: Date,
  most: number,
): Promise<readonly MeetingRow[]> => db.$queryRaw<readonly MeetingRow[]>`
  SELECT s.id AS session, s."wallStart" AS start, s."wallEnd" AS end, s.status = 'CANCELLED' AS cancelled,
    EXISTS (SELECT FROM "Absence" away WHERE away."signUpId" = ${id}::uuid AND away."sessionId" = s.id AND away.day = left(s."wallStart", 10)) AS away
  FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
  WHERE a."seriesId" = ${seriesId}::uuid AND a.status = 'PUBLISHED' AND a.enrolment IN ('WHOLE_COURSE', 'MEMBERSHIP')
    AND s."removedAt" IS NULL AND s."startsAt" > ${now}
  ORDER BY s."startsAt", s.id LIMIT ${most}`

type About = { readonly signUpId: string; readonly sessionId: string }

/** Said twice it is said once. */
export async function putAbsence(tx: Tx, about: About, day: string, now: Date): Promise<void> {
  const said = { day, createdAt: now }
  await tx.absence.upsert({
    where: { signUpId_sessionId: about },
    create: { ...about, ...said },
    update: said,
    select: { day: true },
  })
}

export async function dropAbsence(tx: Tx, about: About): Promise<void> {
  await tx.absence.deleteMany({ where: about })
}
