import type { LocalDay } from '#shared/time/when.ts'
import { dayColumn, dayColumnOrNull } from '../../db/columns.ts'
import type { Database } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'

type Db = Tx | Database['prisma']

const shiftSelect = {
  id: true,
  version: true,
  sessionId: true,
  seriesId: true,
  name: true,
  fromMinutes: true,
  minutes: true,
  least: true,
  most: true,
  minAge: true,
  needsClearance: true,
  needsAgreement: true,
  isPublic: true,
  notAt: true,
} as const satisfies Prisma.ShiftSelect

export type ShiftRow = Prisma.ShiftGetPayload<{ select: typeof shiftSelect }>
export type ShiftColumns = Omit<ShiftRow, 'id' | 'version' | 'sessionId' | 'seriesId' | 'notAt' | 'name'> & {
  readonly name: Prisma.InputJsonObject
}

const sessionSelect = {
  id: true,
  wallStart: true,
  startsAt: true,
  title: true,
  status: true,
  removedAt: true,
  activity: {
    select: {
      title: true,
      seriesId: true,
      isDiscreet: true,
      series: {
        select: { isSample: true, program: { select: { operatorId: true, operator: { select: { id: true, name: true } } } } },
      },
    },
  },
} as const satisfies Prisma.SessionSelect

export type SessionOfShifts = Prisma.SessionGetPayload<{ select: typeof sessionSelect }>

export const findSessionFor = (db: Db, where: Prisma.SessionWhereInput): Promise<SessionOfShifts | null> =>
  db.session.findFirst({ where, select: sessionSelect })

export const countSeries = (db: Db, where: Prisma.SeriesWhereInput): Promise<number> => db.series.count({ where })
export const countSessions = (db: Db, where: Prisma.SessionWhereInput): Promise<number> => db.session.count({ where })

/** The shifts that were planned for something and not taken away, in order of time. */
export const findPlannedShifts = (db: Db, where: Prisma.ShiftWhereInput): Promise<readonly ShiftRow[]> =>
  db.shift.findMany({
    where: { AND: [{ removedAt: null }, where] },
    orderBy: [{ fromMinutes: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: shiftSelect,
  })

export const insertShift = async (
  tx: Tx,
  at: { readonly sessionId: string } | { readonly seriesId: string },
  data: ShiftColumns,
): Promise<string> => (await tx.shift.create({ data: { ...data, ...at }, select: { id: true } })).id

/** @returns false when somebody else changed it meanwhile */
export async function updateShift(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  data: Partial<ShiftColumns> & { readonly removedAt?: Date },
): Promise<boolean> {
  const { count } = await tx.shift.updateMany({
    where: { id, version, removedAt: null },
    data: { ...data, version: { increment: 1 } },
  })
  return count > 0
}

/** Whether a session does without a shift of its series. In one statement, as two sessions may be said so at the same moment. */
export async function setNotAt(tx: Tx, id: string, sessionId: string, skip: boolean): Promise<void> {
  const others = Prisma.sql`array_remove("notAt", ${sessionId}::uuid)`
  await tx.$executeRaw`UPDATE "Shift" SET version = version + 1,
    "notAt" = ${skip ? Prisma.sql`array_append(${others}, ${sessionId}::uuid)` : others} WHERE id = ${id}::uuid`
}

/** The sessions to come at which somebody has, or waits for, a shift. */
export async function findSessionsOfShift(db: Db, shiftId: string, now: Date): Promise<readonly string[]> {
  const rows = await db.signUp.findMany({
    where: { shiftId, status: { not: 'WITHDRAWN' }, session: { endsAt: { gt: now } } },
    distinct: ['sessionId'],
    select: { sessionId: true },
  })
  return rows.flatMap(({ sessionId }) => sessionId ?? [])
}

/** The sessions to come at which somebody waits for a shift. */
export async function findWaitsOf(db: Db, personId: string, now: Date): Promise<readonly string[]> {
  const rows = await db.signUp.findMany({
    where: { personId, shiftId: { not: null }, status: 'WAITLISTED', session: { endsAt: { gt: now } } },
    select: { sessionId: true },
  })
  return rows.flatMap(({ sessionId }) => sessionId ?? [])
}

const factSelect = {
  id: true,
  kind: true,
  startsOn: true,
  endsOn: true,
  organisationId: true,
  organisation: { select: { name: true } },
  recordedBy: { select: { name: true } },
} as const satisfies Prisma.VolunteerFactSelect

const personSelect = {
  id: true,
  name: true,
  email: true,
  phone: true,
  bornBy: true,
  facts: { select: factSelect, orderBy: [{ startsOn: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.PersonSelect

export type PersonRow = Prisma.PersonGetPayload<{ select: typeof personSelect }>

export const findVolunteer = (db: Db, where: Prisma.PersonWhereInput): Promise<PersonRow | null> =>
  db.person.findFirst({ where, select: personSelect })

const takenSelect = {
  id: true,
  personId: true,
  status: true,
  standInSince: true,
  standsInForId: true,
  standIns: { where: { status: 'WAITLISTED', duplicateOfId: null }, select: { id: true } },
  standsInFor: { select: { status: true, person: { select: { name: true } } } },
  person: { select: personSelect },
  shift: { select: shiftSelect },
  session: { select: sessionSelect },
} as const satisfies Prisma.SignUpSelect

export type TakenRow = Prisma.SignUpGetPayload<{ select: typeof takenSelect }>

/** Shifts that people have or wait for, in order of their sessions. */
export const findTaken = (db: Db, where: Prisma.SignUpWhereInput, take = 2000): Promise<readonly TakenRow[]> =>
  db.signUp.findMany({
    where: { AND: [{ shiftId: { not: null }, duplicateOfId: null, status: { not: 'WITHDRAWN' } }, where] },
    orderBy: [{ session: { startsAt: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
    take,
    select: takenSelect,
    relationLoadStrategy: 'join',
  })

export async function insertFact(
  tx: Tx,
  fact: {
    readonly personId: string
    readonly organisationId: string
    readonly kind: 'AGREEMENT' | 'INSURANCE' | 'GUARDIAN_CONSENT' | 'CLEARANCE'
    readonly startsOn: LocalDay
    readonly endsOn: LocalDay | null
    readonly recordedById: string
  },
): Promise<string> {
  const data = { ...fact, startsOn: dayColumn(fact.startsOn), endsOn: dayColumnOrNull(fact.endsOn) }
  return (await tx.volunteerFact.create({ data, select: { id: true } })).id
}

export const findFact = (db: Db, id: string) =>
  db.volunteerFact.findUnique({ where: { id }, select: { id: true, personId: true, organisationId: true } })

export async function removeFact(tx: Tx, id: string): Promise<void> {
  await tx.volunteerFact.deleteMany({ where: { id } })
}

/** The day of the first shift that somebody had, by {@link firstKey}. */
export async function findFirstDays(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, LocalDay>> {
  if (personIds.length === 0) return new Map()
  const rows = await db.$queryRaw<readonly { personId: string; organisationId: string | null; day: string }[]>`
    SELECT u."personId", p."operatorId" AS "organisationId", min(left(s."wallStart", 10)) AS day
    FROM "SignUp" u JOIN "Session" s ON s.id = u."sessionId" JOIN "Activity" a ON a.id = s."activityId" JOIN "Series" ser ON ser.id = a."seriesId"
    JOIN "Program" p ON p.id = ser."programId"
    WHERE u."personId" = ANY (${[...personIds]}::uuid[]) AND u."shiftId" IS NOT NULL AND u.status = 'CONFIRMED' AND s.status = 'PLANNED' GROUP BY 1, 2`
  return new Map(rows.map(({ personId, organisationId, day }) => [firstKey(personId, organisationId), day]))
}

export const firstKey = (personId: string, organisationId: string | null): string => `${personId} ${organisationId}`
