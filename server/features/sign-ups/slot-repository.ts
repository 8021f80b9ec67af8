import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/write.ts'
import type { Slot } from './slots.ts'

type Db = Tx | Database['prisma']

export type TakenSlot = Slot & { readonly signUpId: string; readonly sessionId: string }

/** The times that somebody has at some sessions. */
export const findTaken = (db: Db, sessionIds: readonly string[]): Promise<readonly TakenSlot[]> =>
  db.$queryRaw<readonly TakenSlot[]>`
    SELECT u.id AS "signUpId", u."sessionId", u."slotFrom" AS "fromMinutes", u."slotMinutes" AS minutes FROM "SignUp" u
    WHERE u."sessionId" = ANY (${[...sessionIds]}::uuid[]) AND u."slotFrom" IS NOT NULL AND u."duplicateOfId" IS NULL AND u.status <> 'WITHDRAWN'
    ORDER BY u."slotFrom"`

export type SlotSession = {
  readonly id: string
  readonly title: unknown
  readonly discreet: boolean
  readonly discreetTitle: unknown
  readonly wallStart: string
  readonly wallEnd: string
  readonly slotMinutes: number | null
  readonly closesMinutesBefore: number | null
  readonly place: string | null
}

/** Sessions of a series to which one goes by appointment and that aren't over, soonest first. */
export const findSlotSessions = (
  db: Db,
  seriesId: string,
  now: Date,
  most: number,
): Promise<readonly SlotSession[]> => db.$queryRaw<readonly SlotSession[]>`
  SELECT s.id, coalesce(s.title, a.title) AS title, a."isDiscreet" AS discreet, a."discreetTitle", s."wallStart", s."wallEnd", a."slotMinutes",
    a."closesMinutesBefore", CASE WHEN NOT a."isDiscreet" THEN nullif(concat_ws(', ', v.name, d.name), '') END AS place
  FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" LEFT JOIN "Venue" v ON v.id = s."venueId"
  LEFT JOIN "District" d ON d.id = coalesce(v."districtId", a."districtId")
  WHERE a."seriesId" = ${seriesId}::uuid AND a.status = 'PUBLISHED' AND a.enrolment = 'BY_APPOINTMENT' AND a."slotMinutes" IS NOT NULL
    AND s."removedAt" IS NULL AND s.status = 'PLANNED' AND s."endsAt" > ${now}
  ORDER BY s."startsAt", s.id LIMIT ${most}`

/** Goes to another time of the same session; counted, so that calendars take it for newer. */
export async function moveSlot(tx: Tx, id: string, { fromMinutes, minutes }: Slot): Promise<void> {
  await tx.signUp.update({
    where: { id },
    data: { slotFrom: fromMinutes, slotMinutes: minutes, slotMoves: { increment: 1 } },
    select: { id: true },
  })
}

/** Whoever went to another time knows of it. */
export async function markSlotKnown(tx: Tx, signUpId: string, by: 'PERSON' | 'PHONE', now: Date): Promise<void> {
  await tx.notice.updateMany({ where: { signUpId, kind: 'CHANGE', knownAt: null }, data: { knownAt: now, knownBy: by } })
}
