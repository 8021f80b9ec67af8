import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'

type Reader = Pick<Database, 'prisma'>

export type Linked = {
  readonly id: string
  readonly generation: number
  readonly code: string
  /** The session that it is about: of a course the next to come. */
  readonly sessionId: string
  readonly discreet: boolean
}

/** Sign-ups of a mailbox that still mean something, soonest first; a second one of the same person isn't among them (T19). */
export const findLinked = ({ prisma }: Reader, email: string, now: Date): Promise<readonly Linked[]> =>
  prisma.$queryRaw<readonly Linked[]>`
    SELECT one.id, one.generation, one.code, met.id AS "sessionId", met.discreet
    FROM "Person" who JOIN "SignUp" one ON one."personId" = who.id
    JOIN LATERAL (
      SELECT s.id, s."startsAt", a."isDiscreet" AS discreet FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
      WHERE (s.id = one."sessionId" OR (a."seriesId" = one."seriesId" AND a.enrolment IN ('WHOLE_COURSE', 'MEMBERSHIP')))
        AND s."removedAt" IS NULL AND a.status = 'PUBLISHED' AND s."endsAt" > ${now}::timestamptz
      ORDER BY s."startsAt", s.id LIMIT 1) met ON true
    WHERE who.email = ${email} AND who."erasedAt" IS NULL AND one."duplicateOfId" IS NULL
      AND (one.status <> 'WITHDRAWN' OR one."withdrawnAt" > ${now}::timestamptz - interval '1 day')
    ORDER BY met."startsAt", one.position LIMIT 30`

/** The mailbox of somebody; null: none is known. Undefined: there is no such person. */
export async function findMailbox({ prisma }: Reader, where: Prisma.PersonWhereInput): Promise<string | null | undefined> {
  const found = await prisma.person.findFirst({ where: { AND: [where, { erasedAt: null }] }, select: { email: true } })
  return found ? found.email : undefined
}

/** How mails may go to a mailbox, as anybody of it asked; the most careful of several counts. */
export async function findSafeMail({ prisma }: Reader, email: string): Promise<'USUAL' | 'NEUTRAL' | 'NONE'> {
  const rows = await prisma.$queryRaw<readonly { mail: 'USUAL' | 'NEUTRAL' | 'NONE' }[]>`
    SELECT safe.mail::text AS mail FROM "Person" one CROSS JOIN LATERAL safe_contact_of(one) safe
    WHERE one.email = ${email} AND safe.mail IS NOT NULL ORDER BY safe.mail DESC LIMIT 1`
  return rows[0]?.mail ?? 'USUAL'
}
