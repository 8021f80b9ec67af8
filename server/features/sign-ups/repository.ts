import { randomUUID } from 'node:crypto'
import type { Audience, Language } from '#shared/contract/kinds.ts'
import { largestParty, mostInCare } from '#shared/contract/sign-up.ts'
import type { Database } from '../../db/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/write.ts'
import type { Contact } from '../people/rules.ts'
import type { Needs } from './party.ts'
import { shiftMoments } from '../shifts/rules.ts'
import { slotOf, slotsOf, type Slot } from './slots.ts'
import { isForSeries, type Places, type SessionFacts, type Taken, type Waiting } from './rules.ts'

/** A session has a list, and one for each shift at it; a series has one for its whole course. */
export type List = { readonly kind: 'session' | 'series'; readonly id: string; readonly shiftId?: string | null }

/** SQL, for rows of "SignUp" that stand on a list; and for those of them that count. */
export const onList = ({ kind, id, shiftId = null }: List): Prisma.Sql =>
  kind === 'session'
    ? Prisma.sql`u."sessionId" = ${id}::uuid AND u."shiftId" IS NOT DISTINCT FROM ${shiftId}::uuid`
    : Prisma.sql`u."seriesId" = ${id}::uuid`
const counting = Prisma.sql`u."duplicateOfId" IS NULL`
const holdsSeats = Prisma.sql`u.status IN ('CONFIRMED', 'OFFERED')`

export type Facts = SessionFacts & {
  readonly reservedSeats: number | null
  readonly largestParty: number | null
  readonly ageFrom: number | null
  readonly ageTo: number | null
  readonly residentsOnly: boolean
  /** Only for these; empty: for everybody. */
  readonly audiences: readonly Audience[]
  readonly id: string
  readonly seriesId: string
  readonly discreet: boolean
  /** For how many hours a free seat is offered to who waits; null: they get it at once. */
  readonly offerHours: number | null
  readonly wallEnd: string
  /** Of the list: of a course the smallest of its parts that are still to come. */
  readonly capacity: number | null
  /** The same, of the care for children: none where one of the parts has none. */
  readonly careSeats: number
}

/** What decides about signing up through a session; null when residents can't see it. `unlisted`: also what only staff can. */
export async function readFacts(
  db: Tx | Database['prisma'],
  sessionId: string,
  now: Date,
  { unlisted = false }: { readonly unlisted?: boolean } = {},
): Promise<Facts | null> {
  const [facts] = await db.$queryRaw<readonly Facts[]>`
    WITH parts AS (
      SELECT b."seriesId", min(b.capacity) AS capacity, min(coalesce(b."careSeats", 0)) AS "careSeats" FROM "Session" s
      JOIN "Activity" a ON a.id = s."activityId" AND a.enrolment IN ('WHOLE_COURSE', 'MEMBERSHIP')
      JOIN "Activity" b ON b."seriesId" = a."seriesId" AND b.enrolment IN ('WHOLE_COURSE', 'MEMBERSHIP') AND b.status = 'PUBLISHED'
      WHERE s.id = ${sessionId}::uuid
        AND EXISTS (SELECT FROM "Session" t WHERE t."activityId" = b.id AND t."removedAt" IS NULL AND t."startsAt" > ${now}) GROUP BY 1)
    SELECT s.id, a."seriesId", s.status = 'CANCELLED' AS cancelled, s."startsAt", s."endsAt", s."wallStart", s."wallEnd", a."slotMinutes", a.enrolment::text AS enrolment,
      a."opensDaysBefore", a."closesMinutesBefore", a."offerHours", a."isDiscreet" AS discreet,
      a."reservedSeats", a."largestParty", a."ageFrom", a."ageTo", a."residentsOnly",
      CASE WHEN a."audienceOnly" THEN a.audiences ELSE '{}' END::text[] AS audiences,
      CASE WHEN a.enrolment IN ('WHOLE_COURSE', 'MEMBERSHIP') THEN parts.capacity WHEN a.enrolment <> 'BY_APPOINTMENT' THEN a.capacity END AS capacity,
      coalesce(CASE WHEN a.enrolment IN ('WHOLE_COURSE', 'MEMBERSHIP') THEN parts."careSeats" ELSE a."careSeats" END, 0) AS "careSeats"
    FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" LEFT JOIN parts ON parts."seriesId" = a."seriesId"
    WHERE s.id = ${sessionId}::uuid AND s."removedAt" IS NULL AND a.status = 'PUBLISHED' AND (${unlisted} OR NOT a."isDiscreet" OR a."discreetListed")`
  return facts ? untilLastSlot(facts) : null
}

/** One can take a time of a day of appointments until the last one begins. */
function untilLastSlot(facts: Facts): Facts {
  const last = facts.enrolment === 'BY_APPOINTMENT' ? slotsOf(facts).at(-1) : undefined
  return last ? { ...facts, firstAt: facts.startsAt, startsAt: shiftMoments(facts.wallStart, last).startsAt } : facts
}

/** For whoever has an appointment a session begins and ends with it. */
export function factsOfRow(facts: Facts, row: Pick<SignUpRow, 'slotFrom' | 'slotMinutes'>): Facts {
  const slot = slotOf(row)
  return slot ? { ...facts, ...shiftMoments(facts.wallStart, slot) } : facts
}

export const listOf = ({ id, seriesId, enrolment }: Pick<Facts, 'id' | 'seriesId' | 'enrolment'>): List =>
  isForSeries(enrolment) ? { kind: 'series', id: seriesId } : { kind: 'session', id }

/**
 * Lets nobody else change a list until this transaction ends; whoever comes later waits. The order of positions is therefore the order of
 * commits (mechanics 19). Planning takes the same locks, a series' before its sessions'.
 */
export async function lockList(tx: Tx, { kind, id }: List): Promise<void> {
  if (kind === 'session') await tx.$executeRaw`SELECT 1 FROM "Session" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  else await tx.$executeRaw`SELECT 1 FROM "Series" WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

export type Seats = Taken & { readonly waiting: number }

/** Seats that somebody has or is offered, and those that parties wait for. Care at an appointment is theirs alone: nobody else is there then. */
export async function countSeats(db: Tx | Database['prisma'], list: List): Promise<Seats> {
  const [seats] = await db.$queryRaw<readonly Seats[]>`
    SELECT coalesce(sum(u.seats) FILTER (WHERE ${holdsSeats}), 0)::int AS taken,
      coalesce(sum(u.seats) FILTER (WHERE ${holdsSeats} AND u.source <> 'WEB'), 0)::int AS "byStaff",
      coalesce(sum(u."careChildren") FILTER (WHERE ${holdsSeats} AND u."slotFrom" IS NULL), 0)::int AS care,
      coalesce(sum(u.seats) FILTER (WHERE u.status = 'WAITLISTED'), 0)::int AS waiting
    FROM "SignUp" u WHERE ${onList(list)} AND ${counting}`
  return seats ?? { taken: 0, byStaff: 0, care: 0, waiting: 0 }
}

/** The parties that wait and that what is free would do for, in order. */
export async function findWaiting(tx: Tx, list: List, free: Places): Promise<readonly Waiting[]> {
  return tx.$queryRaw<readonly Waiting[]>`
    SELECT u.id, u.seats, u."careChildren" AS care, u.source <> 'WEB' AS "byStaff" FROM "SignUp" u
    WHERE ${onList(list)} AND ${counting} AND u.status = 'WAITLISTED' AND ${fitsInto(free)}
    ORDER BY u.position, u.id`
}

/** SQL, for rows of "SignUp" that what is free would do for, one by one. */
export const fitsInto = ({ seats, care }: Places): Prisma.Sql =>
  Prisma.sql`u.seats <= ${Math.min(seats, largestParty)} AND u."careChildren" <= ${Math.min(Math.max(care, 0), mostInCare)}`

export async function confirm(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`UPDATE "SignUp" SET status = 'CONFIRMED', "confirmedAt" = ${now}, "offeredUntil" = NULL WHERE id = ANY (${[...ids]}::uuid[])`
}

/** The sign-up of this person that counts on a list, if there is one. */
export async function findLive(tx: Tx, list: List, key: string): Promise<string | null> {
  return (await findLiveOf(tx, list, [key])).get(key) ?? null
}

/** The same for several people: by their keys. */
export async function findLiveOf(tx: Tx, list: List, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const live = await tx.$queryRaw<readonly { id: string; key: string }[]>`
    SELECT u.id, u."contactKey" AS key FROM "SignUp" u
    WHERE ${onList(list)} AND ${counting} AND u."contactKey" = ANY (${[...keys]}::text[]) AND u.status <> 'WITHDRAWN'`
  return new Map(live.map(({ id, key }) => [key, id]))
}

/** The sign-ups that count of some people whom staff know, also where they once wrote another name or contact: by their ids. */
export async function findLiveOfPersons(tx: Tx, list: List, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const live = await tx.$queryRaw<readonly { id: string; personId: string }[]>`
    SELECT u.id, u."personId" FROM "SignUp" u
    WHERE ${onList(list)} AND ${counting} AND u."personId" = ANY (${[...personIds]}::uuid[]) AND u.status <> 'WITHDRAWN'`
  return new Map(live.map(({ id, personId }) => [personId, id]))
}

/** Whether this person signed up once more at a moment or later. */
export async function signedUpSince(tx: Tx, list: List, key: string, since: Date): Promise<boolean> {
  const found = await tx.$queryRaw<readonly unknown[]>`
    SELECT 1 FROM "SignUp" u WHERE ${onList(list)} AND u."contactKey" = ${key} AND u.status <> 'WITHDRAWN' AND u."createdAt" >= ${since} LIMIT 1`
  return found.length > 0
}

/** Somebody of a party. A child's guardian is who signs up. */
export type Member = { readonly name: string; readonly child: boolean }

export type NewSignUp = {
  readonly id: string
  /** Somebody known already; null: a new person. */
  readonly personId: string | null
  readonly status: 'CONFIRMED' | 'WAITLISTED'
  readonly name: string
  readonly contact: Contact | null
  readonly language: Language
  /** Whether who signs up comes along. */
  readonly attending: boolean
  readonly others: readonly Member[]
  /** Children who come along into care; none: 0. */
  readonly care?: number
  readonly source: 'WEB' | 'PHONE' | 'DESK' | 'DOOR'
  readonly recordedById: string | null
  readonly contactKey: string | null
  readonly duplicateOfId: string | null
  readonly needs: Needs
  /** Of a volunteer: whose shift they would take. */
  readonly standsInForId?: string | null
  /** Of an appointment. */
  readonly slot?: Slot | null
  readonly code: string
  readonly noticeVersion: string
  readonly now: Date
}

type PersonRow = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly guardianId: string | null
  /** Null for who doesn't come. */
  readonly position: number | null
}

export const insertSignUp = (tx: Tx, list: List, given: NewSignUp): Promise<void> => insertSignUps(tx, list, [given])

/** Appends parties to a list, in order, with their people, in one statement: the list is locked, so every one counts. */
export async function insertSignUps(tx: Tx, list: List, given: readonly NewSignUp[]): Promise<void> {
  if (given.length === 0) return
  const [sessionId, seriesId] = list.kind === 'session' ? [list.id, null] : [null, list.id]
  const signUps = given.map((one, order) => signUpRow(one, order))
  await tx.$executeRaw`
    WITH given AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(signUps.map(({ row }) => row))}::jsonb)
          AS one("order" integer, id uuid, "personId" uuid, status "SignUpStatus", seats integer, "careChildren" integer, source "SignUpSource", "recordedById" uuid,
            "contactKey" text, "duplicateOfId" uuid, code text, "noticeVersion" text, now timestamptz, "needKinds" text[], needs text,
            "standsInForId" uuid, "slotFrom" integer, "slotMinutes" integer)),
      parties AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(signUps.flatMap(({ people }) => people))}::jsonb)
          AS one("signUpId" uuid, id uuid, name text, email text, phone text, language text, "guardianId" uuid, position integer, now timestamptz)),
      people AS (
        INSERT INTO "Person" (id, name, email, phone, language, "guardianId", "createdAt")
        SELECT id, name, email, phone, language, "guardianId", now FROM parties
        ON CONFLICT (id) DO NOTHING),
      placed AS (
        INSERT INTO "SignUp" (id, "sessionId", "seriesId", "personId", status, seats, "careChildren", source, "recordedById", "contactKey", "duplicateOfId", code,
          "noticeVersion", "createdAt", "confirmedAt", "needKinds", needs, "shiftId", "standsInForId", "slotFrom", "slotMinutes")
        SELECT id, ${sessionId}::uuid, ${seriesId}::uuid, "personId", status, seats, "careChildren", source, "recordedById", "contactKey", "duplicateOfId", code,
          "noticeVersion", now, CASE status WHEN 'CONFIRMED' THEN now END, "needKinds", needs, ${list.shiftId ?? null}::uuid, "standsInForId", "slotFrom", "slotMinutes"
        FROM given ORDER BY "order")
    INSERT INTO "SignUpPerson" ("signUpId", "personId", position) SELECT "signUpId", id, position FROM parties WHERE position IS NOT NULL`
}

/** What is written of a party. `order`: among those that are written together, as positions follow it. */
function signUpRow(given: NewSignUp, order: number) {
  const { id, contact, now, language } = given
  const personId = given.personId ?? randomUUID()
  const people: readonly PersonRow[] = [
    {
      id: personId,
      name: given.name,
      email: contact?.kind === 'email' ? contact.value : null,
      phone: contact?.kind === 'phone' ? contact.value : null,
      guardianId: null,
      position: given.attending ? 0 : null,
    },
    ...othersOf(given.others, personId, given.attending ? 1 : 0),
  ]
  const row = {
    order,
    id,
    personId,
    status: given.status,
    seats: people.filter(({ position }) => position !== null).length,
    careChildren: given.care ?? 0,
    source: given.source,
    recordedById: given.recordedById,
    contactKey: given.contactKey,
    duplicateOfId: given.duplicateOfId,
    code: given.code,
    noticeVersion: given.noticeVersion,
    now,
    needKinds: given.needs.kinds,
    needs: given.needs.words,
    standsInForId: given.standsInForId ?? null,
    slotFrom: given.slot?.fromMinutes ?? null,
    slotMinutes: given.slot?.minutes ?? null,
  }
  return { row, people: people.map((person) => ({ ...person, signUpId: id, language, now })) }
}

const othersOf = (others: readonly Member[], guardianId: string, from: number): readonly PersonRow[] =>
  others.map(({ name, child }, index) => ({
    id: randomUUID(),
    name,
    email: null,
    phone: null,
    guardianId: child ? guardianId : null,
    position: from + index,
  }))

/** Puts others in the place of a party's people; who signed up stays, and comes along or not. */
export async function replaceParty(
  tx: Tx,
  { id, personId }: { readonly id: string; readonly personId: string },
  { attending, others, care }: Pick<NewSignUp, 'attending' | 'others'> & { readonly care: number },
): Promise<void> {
  const former = await tx.signUpPerson.findMany({ where: { signUpId: id }, select: { personId: true } })
  await tx.signUpPerson.deleteMany({ where: { signUpId: id } })
  const alone = {
    signUps: { none: {} },
    parties: { none: {} },
    children: { none: {} },
  }
  await tx.person.deleteMany({ where: { id: { in: former.map((one) => one.personId), not: personId }, ...alone } })
  const rows = othersOf(others, personId, attending ? 1 : 0)
  const { language } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { language: true } })
  await tx.person.createMany({ data: rows.map((row) => ({ id: row.id, name: row.name, guardianId: row.guardianId, language })) })
  const places = rows.map((row) => ({ signUpId: id, personId: row.id, position: row.position ?? 0 }))
  await tx.signUpPerson.createMany({ data: attending ? [{ signUpId: id, personId, position: 0 }, ...places] : places })
  const data = { seats: rows.length + (attending ? 1 : 0), careChildren: care }
  await tx.signUp.update({ where: { id }, data, select: { id: true } })
}

export async function replaceNeeds(tx: Tx, id: string, { kinds, words }: Needs): Promise<void> {
  await tx.signUp.update({ where: { id }, data: { needKinds: [...kinds], needs: words }, select: { id: true } })
}

const signUpSelect = {
  id: true,
  sessionId: true,
  seriesId: true,
  personId: true,
  status: true,
  seats: true,
  careChildren: true,
  contactKey: true,
  duplicateOfId: true,
  offerHours: true,
  offeredUntil: true,
  generation: true,
  code: true,
  withdrawnAt: true,
  withdrawnFrom: true,
  waveId: true,
  needKinds: true,
  needs: true,
  shiftId: true,
  slotFrom: true,
  slotMinutes: true,
  standInSince: true,
  standsInForId: true,
  standIns: { where: { status: 'WAITLISTED', duplicateOfId: null }, select: { id: true } },
  person: { select: { name: true } },
  party: { select: { personId: true, person: { select: { name: true, guardianId: true } } }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.SignUpSelect

export type SignUpRow = Prisma.SignUpGetPayload<{ select: typeof signUpSelect }>

export const placesOfRow = ({ seats, careChildren }: Pick<SignUpRow, 'seats' | 'careChildren'>): Places => ({
  seats,
  care: careChildren,
})

export const findSignUp = (db: Tx | Database['prisma'], id: string): Promise<SignUpRow | null> =>
  db.signUp.findUnique({ where: { id }, select: signUpSelect })

export const listOfRow = ({ sessionId, seriesId, shiftId }: Pick<SignUpRow, 'sessionId' | 'seriesId' | 'shiftId'>): List =>
  sessionId === null ? { kind: 'series', id: seriesId ?? '' } : { kind: 'session', id: sessionId, shiftId }

/** The session that a list is about now: its own, or of a course the next one to come, else the last one. */
export async function sessionOfList(db: Tx | Database['prisma'], { kind, id }: List, now: Date): Promise<string | null> {
  if (kind === 'session') return id
  const [session] = await db.$queryRaw<readonly { id: string }[]>`
    SELECT s.id FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
    WHERE a."seriesId" = ${id}::uuid AND s."removedAt" IS NULL AND a.status = 'PUBLISHED'
    ORDER BY s."startsAt" <= ${now}::timestamptz OR s.status = 'CANCELLED', abs(extract(epoch FROM s."startsAt" - ${now}::timestamptz)) LIMIT 1`
  return session?.id ?? null
}

/** The first volunteer of a shift who looks for somebody to take it and to whom nobody has offered yet. */
export async function findStandInWanted(tx: Tx, list: List): Promise<string | null> {
  const [wanted] = await tx.$queryRaw<readonly { id: string }[]>`
    SELECT u.id FROM "SignUp" u WHERE ${onList(list)} AND ${counting} AND u.status = 'CONFIRMED' AND u."standInSince" IS NOT NULL
      AND NOT EXISTS (SELECT FROM "SignUp" t WHERE t."standsInForId" = u.id AND t.status = 'WAITLISTED' AND t."duplicateOfId" IS NULL)
    ORDER BY u."standInSince", u.position LIMIT 1`
  return wanted?.id ?? null
}

/** @param since - null: they keep it, so who would have taken it over waits for a place as others do */
export async function markStandIn(tx: Tx, id: string, since: Date | null): Promise<void> {
  await tx.signUp.update({ where: { id }, data: { standInSince: since }, select: { id: true } })
  if (since === null) await tx.signUp.updateMany({ where: { standsInForId: id }, data: { standsInForId: null } })
}

export async function markWithdrawn(
  tx: Tx,
  { id, status, shiftId }: Pick<SignUpRow, 'id' | 'status' | 'shiftId'>,
  now: Date,
): Promise<void> {
  if (shiftId !== null) await markStandIn(tx, id, null)
  await tx.signUp.update({
    where: { id },
    data: { status: 'WITHDRAWN', withdrawnFrom: status, withdrawnAt: now, offeredUntil: null },
    select: { id: true },
  })
}

/** False when the link was made anew by somebody else meanwhile. */
export async function raiseGeneration(tx: Tx, id: string, generation: number): Promise<boolean> {
  const { count } = await tx.signUp.updateMany({ where: { id, generation }, data: { generation: generation + 1 } })
  return count > 0
}

/** Takes a withdrawal back. `first`: before everybody who waits, else where it stood. */
export async function markReturned(
  tx: Tx,
  list: List,
  id: string,
  { status, first, now }: { readonly status: 'CONFIRMED' | 'WAITLISTED'; readonly first: boolean; readonly now: Date },
): Promise<void> {
  await tx.$executeRaw`UPDATE "SignUp" SET status = ${status}::"SignUpStatus", "withdrawnAt" = NULL, "withdrawnFrom" = NULL, "offeredUntil" = NULL,
    "confirmedAt" = ${status === 'CONFIRMED' ? now : null}::timestamptz,
    position = CASE WHEN ${first} THEN least(position, coalesce((
      SELECT min(u.position) - 1 FROM "SignUp" u WHERE ${onList(list)} AND u.status = 'WAITLISTED'), position)) ELSE position END
    WHERE id = ${id}::uuid`
}

/** The lists of some sessions on which somebody waits, each once: those of their courses too. */
export async function listsWithWaiting(tx: Tx, sessionIds: readonly string[]): Promise<readonly List[]> {
  return tx.$queryRaw<readonly List[]>`
    SELECT DISTINCT CASE WHEN u."sessionId" IS NULL THEN 'series' ELSE 'session' END AS kind, coalesce(u."sessionId", u."seriesId") AS id, u."shiftId"
    FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
    JOIN "SignUp" u ON u."sessionId" = s.id OR u."seriesId" = a."seriesId"
    WHERE s.id = ANY (${[...sessionIds]}::uuid[]) AND u.status = 'WAITLISTED' ORDER BY kind, id, u."shiftId"`
}

/** What keeps this installation's links (made at the first start). */
export async function readSecret({ prisma }: Pick<Database, 'prisma'>): Promise<Uint8Array> {
  const { secret } = await prisma.installation.findUniqueOrThrow({ where: { id: 1 }, select: { secret: true } })
  return secret
}

export type AlternativeRow = {
  readonly id: string
  readonly title: unknown
  readonly whenKind: 'TIMED' | 'ALL_DAY'
  readonly wallStart: string
  readonly place: string | null
  /** One needn't sign up there. */
  readonly open: boolean
}

/** Where else one could go: the same series, then the same kind in the district, then in the city, with so many free seats and so much care, soonest first. */
export async function findAlternatives(
  { prisma }: Pick<Database, 'prisma'>,
  sessionId: string,
  now: Date,
  {
    forEverybody,
    seats = 1,
    care = 0,
    slots = false,
  }: { readonly forEverybody: 'no' | 'yes' | 'or-own'; readonly slots?: boolean } & Partial<Places>,
): Promise<readonly AlternativeRow[]> {
  const until = new Date(now.getTime() + 60 * 86_400_000)
  return prisma.$queryRaw<readonly AlternativeRow[]>`
    WITH here AS (
      SELECT a.kind, a."seriesId", ser."programId", p."municipalityId", coalesce(v."districtId", a."districtId") AS district
      FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Series" ser ON ser.id = a."seriesId" JOIN "Program" p ON p.id = ser."programId"
      LEFT JOIN "Venue" v ON v.id = s."venueId" WHERE s.id = ${sessionId}::uuid)
    SELECT s.id, coalesce(s.title, a.title) AS title, s."whenKind"::text AS "whenKind", s."wallStart", a.enrolment = 'OPEN' AS open,
      nullif(concat_ws(', ', v.name, d.name), '') AS place
    FROM here JOIN "Program" p ON p."municipalityId" = here."municipalityId" JOIN "Series" ser ON ser."programId" = p.id
    JOIN "Activity" a ON a."seriesId" = ser.id AND (a.kind = here.kind OR a."seriesId" = here."seriesId")
    JOIN "Session" s ON s."activityId" = a.id LEFT JOIN "Venue" v ON v.id = s."venueId"
    LEFT JOIN "District" d ON d.id = coalesce(v."districtId", a."districtId")
    WHERE (${forEverybody} <> 'or-own' OR ser."programId" = here."programId")
      AND (${forEverybody} = 'no' OR ${forEverybody} = 'or-own' AND a."seriesId" = here."seriesId"
        OR NOT a."residentsOnly" AND NOT a."audienceOnly" AND coalesce(a."ageFrom", a."ageTo") IS NULL)
      AND s.id <> ${sessionId}::uuid AND a.status = 'PUBLISHED' AND NOT a."isDiscreet" AND s."removedAt" IS NULL AND s.status = 'PLANNED'
      AND s."startsAt" > ${now} AND s."startsAt" < ${until}
      AND (a."seriesId" <> here."seriesId" OR a.enrolment IN ('PER_SESSION', 'BY_APPOINTMENT'))
      AND (a.enrolment IN ('OPEN', 'PER_SESSION') OR a.enrolment = 'BY_APPOINTMENT' AND ${slots} AND a."slotMinutes" IS NOT NULL
        AND a."seriesId" = here."seriesId" AND s."whenKind" = 'TIMED'
        AND floor(extract(epoch FROM s."wallEnd"::timestamp - s."wallStart"::timestamp) / 60 / a."slotMinutes") > (
          SELECT count(*) FROM "SignUp" u WHERE ${counting} AND ${holdsSeats} AND u."slotFrom" IS NOT NULL AND u."sessionId" = s.id)
        OR a.enrolment IN ('WHOLE_COURSE', 'MEMBERSHIP') AND NOT EXISTS (
        SELECT FROM "Session" sooner JOIN "Activity" b ON b.id = sooner."activityId" WHERE b."seriesId" = a."seriesId" AND b.status = 'PUBLISHED'
          AND sooner."removedAt" IS NULL AND sooner.status = 'PLANNED' AND sooner."startsAt" > ${now} AND sooner."startsAt" < s."startsAt"))
      AND (a.enrolment IN ('OPEN', 'BY_APPOINTMENT') OR a.capacity IS NULL OR a.capacity - coalesce(a."reservedSeats", 0) - ${seats} >= (
        SELECT coalesce(sum(u.seats), 0) FROM "SignUp" u WHERE ${counting} AND ${holdsSeats} AND u."shiftId" IS NULL
          AND (u."sessionId" = s.id OR u."seriesId" = a."seriesId")))
      AND (${care} = 0 OR a.enrolment <> 'OPEN' AND coalesce(a."careSeats", 0) - ${care} >= (
        SELECT coalesce(sum(u."careChildren"), 0) FROM "SignUp" u WHERE ${counting} AND ${holdsSeats} AND u."slotFrom" IS NULL
          AND (u."sessionId" = s.id OR u."seriesId" = a."seriesId")))
    ORDER BY a."seriesId" <> here."seriesId", coalesce(v."districtId", a."districtId") IS DISTINCT FROM here.district, s."startsAt", s.id
    LIMIT 3`
}

/** Where people of a session live whose activity is for residents only: the districts of its program, else its city. */
export async function findHome({ prisma }: Pick<Database, 'prisma'>, sessionId: string): Promise<readonly string[]> {
  const rows = await prisma.$queryRaw<readonly { name: string }[]>`
    WITH program AS (
      SELECT p.id, p."municipalityId" FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" JOIN "Series" ser ON ser.id = a."seriesId"
      JOIN "Program" p ON p.id = ser."programId" WHERE s.id = ${sessionId}::uuid),
    placed AS (SELECT d.name FROM program JOIN "ProgramDistrict" pd ON pd."programId" = program.id JOIN "District" d ON d.id = pd."districtId")
    SELECT name FROM placed UNION ALL
    SELECT m.name FROM program JOIN "Municipality" m ON m.id = program."municipalityId" WHERE NOT EXISTS (SELECT FROM placed) ORDER BY name`
  return rows.map(({ name }) => name)
}
