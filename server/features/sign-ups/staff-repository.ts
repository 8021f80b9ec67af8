import { dayMs, type Places } from './rules.ts'
import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/write.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { List } from './repository.ts'

type Reader = Pick<Database, 'prisma'>

const placeSelect = {
  id: true,
  whenKind: true,
  wallStart: true,
  wallEnd: true,
  startsAt: true,
  endsAt: true,
  status: true,
  title: true,
  venue: {
    select: {
      name: true,
      address: true,
      district: { select: { name: true } },
      accessibility: { where: { fact: 'STEP_FREE_ENTRANCE' }, select: { value: true } },
    },
  },
  room: { select: { stepFree: true } },
  activity: {
    select: {
      id: true,
      seriesId: true,
      title: true,
      status: true,
      enrolment: true,
      capacity: true,
      careSeats: true,
      slotMinutes: true,
      opensDaysBefore: true,
      closesMinutesBefore: true,
      isDiscreet: true,
      stepFree: true,
      district: { select: { name: true } },
      series: { select: { title: true } },
    },
  },
} as const satisfies Prisma.SessionSelect

export type PlaceRow = Prisma.SessionGetPayload<{ select: typeof placeSelect }>

export const findPlace = ({ prisma }: Reader, where: Prisma.SessionWhereInput): Promise<PlaceRow | null> =>
  prisma.session.findFirst({ where, select: placeSelect })

const listedSelect = (meeting: Met) =>
  ({
    id: true,
    personId: true,
    status: true,
    seats: true,
    careChildren: true,
    slotFrom: true,
    slotMinutes: true,
    source: true,
    code: true,
    createdAt: true,
    withdrawnAt: true,
    withdrawnFrom: true,
    waveId: true,
    offeredUntil: true,
    needKinds: true,
    needs: true,
    recordedBy: { select: { name: true } },
    fits: true,
    fitsNotedAt: true,
    fitsNotedBy: { select: { name: true } },
    person: { select: { name: true, email: true, phone: true } },
    party: {
      select: { personId: true, person: { select: { name: true, guardianId: true } } },
      orderBy: { position: 'asc' },
    },
    absences: { where: { sessionId: meeting.id, day: meeting.wallStart.slice(0, 10) }, select: { day: true } },
  }) as const satisfies Prisma.SignUpSelect

type Met = Pick<PlaceRow, 'id' | 'wallStart'>
export type ListedRow = Prisma.SignUpGetPayload<{ select: ReturnType<typeof listedSelect> }>

export const onListOf = ({ kind, id, shiftId = null }: List): Prisma.SignUpWhereInput =>
  kind === 'session' ? { sessionId: id, shiftId } : { seriesId: id }

/** The parties of a list in its order, as they are about one meeting; of those that withdrew the ones that can still come back. */
export const findListed = ({ prisma }: Reader, list: List, meeting: Met, now: Date): Promise<readonly ListedRow[]> =>
  prisma.signUp.findMany({
    where: {
      ...onListOf(list),
      duplicateOfId: null,
      OR: [{ status: { not: 'WITHDRAWN' } }, { withdrawnAt: { gt: new Date(now.getTime() - dayMs) } }],
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: listedSelect(meeting),
  })

export const countSignUps = ({ prisma }: Reader, where: Prisma.SignUpWhereInput): Promise<number> =>
  prisma.signUp.count({ where })

export const countSessions = ({ prisma }: Reader, where: Prisma.SessionWhereInput): Promise<number> =>
  prisma.session.count({ where })

const personSelect = {
  id: true,
  name: true,
  email: true,
  phone: true,
  language: true,
  guardian: { select: { name: true } },
} as const satisfies Prisma.PersonSelect

export type PersonRow = Omit<Prisma.PersonGetPayload<{ select: typeof personSelect }>, 'language'> & { readonly language: string }

export const findPerson = ({ prisma }: Reader, where: Prisma.PersonWhereInput): Promise<PersonRow | null> =>
  prisma.person.findFirst({ where: { AND: [where, { erasedAt: null }] }, select: personSelect })

/** People of a reach among some, by name. */
export const findPersons = ({ prisma }: Reader, where: Prisma.PersonWhereInput, take: number): Promise<readonly PersonRow[]> =>
  prisma.person.findMany({
    where: { AND: [where, { erasedAt: null }] },
    take,
    orderBy: [{ name: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: personSelect,
  })

/** Ids of whoever has these words in the name, or these digits at the end of the number. Latest first, as there may be thousands. */
export async function searchPersons({ prisma }: Reader, words: readonly string[], digits: string): Promise<readonly string[]> {
  const holds = words.map((word) => `% ${word}%`) // letters and digits only: nothing that LIKE reads as a pattern
  const rows = await prisma.$queryRaw<readonly { id: string }[]>`
    SELECT id FROM "Person" WHERE (${words.length > 0} AND search_text(name) LIKE ALL (${holds}::text[]))
      OR (${digits.length >= 6} AND phone LIKE ${`%${digits}`})
    ORDER BY "createdAt" DESC LIMIT 2000`
  return rows.map(({ id }) => id)
}

const comingSelect = {
  id: true,
  absences: { select: { sessionId: true, day: true } },
  personId: true,
  status: true,
  careChildren: true,
  slotFrom: true,
  slotMinutes: true,
  code: true,
  source: true,
  sessionId: true,
  seriesId: true,
  party: { select: { person: { select: { name: true } } }, orderBy: { position: 'asc' } },
  notices: {
    where: { kind: 'CHANGE', knownAt: null, OR: [{ fate: null }, { fate: { not: 'NOTHING' } }] },
    select: { sessionId: true },
  },
  session: { select: placeSelect },
  shift: { select: { name: true, fromMinutes: true, minutes: true } },
  series: { select: { title: true } },
} as const satisfies Prisma.SignUpSelect

export type ComingRow = Prisma.SignUpGetPayload<{ select: typeof comingSelect }>

export const findComing = (
  { prisma }: Reader,
  where: Prisma.SignUpWhereInput,
  { withdrawn }: { readonly withdrawn: boolean },
): Promise<readonly ComingRow[]> =>
  prisma.signUp.findMany({
    where: withdrawn ? where : { AND: [where, { status: { not: 'WITHDRAWN' } }] },
    select: comingSelect,
    take: 200,
  })

/** Sessions of some days, in order of time. */
export const findPlaces = ({ prisma }: Reader, where: Prisma.SessionWhereInput, take: number): Promise<readonly PlaceRow[]> =>
  prisma.session.findMany({ where, take, orderBy: [{ startsAt: 'asc' }, { id: 'asc' }], select: placeSelect })

/** Seats that are taken, in the care for children too, by session and by series. */
export async function seatsTaken(
  { prisma }: Reader,
  sessionIds: readonly string[],
  seriesIds: readonly string[],
): Promise<ReadonlyMap<string, Places>> {
  const rows = await prisma.$queryRaw<readonly (Places & { id: string })[]>`
    SELECT coalesce("sessionId", "seriesId") AS id, sum(seats)::int AS seats,
      coalesce(sum("careChildren") FILTER (WHERE "slotFrom" IS NULL), 0)::int AS care FROM "SignUp"
    WHERE "duplicateOfId" IS NULL AND "shiftId" IS NULL AND status IN ('CONFIRMED', 'OFFERED')
      AND ("sessionId" = ANY (${[...sessionIds]}::uuid[]) OR "seriesId" = ANY (${[...seriesIds]}::uuid[])) GROUP BY 1`
  return new Map(rows.map(({ id, seats, care }) => [id, { seats, care }]))
}

/** A sign-up by its paper code, with whom it belongs to. */
export const findByCode = ({ prisma }: Reader, where: Prisma.SignUpWhereInput, code: string) =>
  prisma.signUp.findFirst({
    where: { AND: [where, { code, status: { not: 'WITHDRAWN' } }] },
    select: { id: true, personId: true },
  })

const checkSelect = { personId: true, signUpId: true, proof: true, at: true } as const
export type CheckRow = Prisma.CallerCheckGetPayload<{ select: typeof checkSelect }>

/** The caller checks of one member of staff that still count. */
export const findChecks = ({ prisma }: Reader, accountId: string, since: Date): Promise<readonly CheckRow[]> =>
  prisma.callerCheck.findMany({ where: { accountId, at: { gt: since } }, orderBy: { at: 'desc' }, select: checkSelect })

/** Null: nobody has looked. */
export async function noteFits(
  tx: Tx,
  id: string,
  fits: boolean | null,
  by: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  const noted = fits === null ? { fitsNotedAt: null, fitsNotedById: null } : { fitsNotedAt: by.at, fitsNotedById: by.accountId }
  await tx.signUp.update({ where: { id }, data: { fits, ...noted }, select: { id: true } })
}
