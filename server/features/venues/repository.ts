import type { AccessibilityFact } from '#shared/contract/kinds.ts'
import type { ManagedQuery } from '#shared/contract/manage/fields.ts'
import type { Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { textsIn } from '../../db/columns.ts'
import { Prisma } from '../../db/generated/client.ts'
import { findBySlug } from '../../db/slugs.ts'
import type { Tx } from '../../db/write.ts'
import {
  findSessionsToCome,
  linkSelect,
  listed,
  longestList,
  tellSessions,
  type Moves,
  type SessionsSeen,
  type SessionsToCome,
} from '../organisations/repository.ts'
import { usableVenues, venuesIn } from './policy.ts'
import type { Meeting } from './rules.ts'
import type { ClosedTime, Opening, OpeningSpan, Spot } from './opening.ts'

export const hoursSelect = {
  select: { weekday: true, opensMinute: true, closesMinute: true },
  orderBy: [{ weekday: 'asc' }, { opensMinute: 'asc' }],
} as const satisfies Prisma.OpeningHoursFindManyArgs

/** What is shown of a venue, wherever it is shown in full. */
export const venueSelect = {
  ...linkSelect,
  address: true,
  latitude: true,
  longitude: true,
  directions: true,
  isSample: true,
  municipality: { select: linkSelect },
  district: { select: linkSelect },
  aliases: { select: { text: true }, orderBy: { text: 'asc' } },
  accessibility: { select: { fact: true, value: true, checkedOn: true, note: true } },
  rooms: { select: { name: true, capacity: true, stepFree: true }, where: { archivedAt: null }, orderBy: { name: 'asc' } },
} as const satisfies Prisma.VenueSelect

export type VenueRow = Prisma.VenueGetPayload<{ select: typeof venueSelect }>

/** When it is open, and the closures that aren't over: on its own page only. */
const openingSelect = (now: Date) => {
  const closures = {
    select: { whenKind: true, wallStart: true, wallEnd: true, startsAt: true, reason: true },
    where: { endsAt: { gt: now } },
  } as const satisfies Prisma.ClosureFindManyArgs
  return {
    opening: hoursSelect,
    closures,
    rooms: { select: { ...venueSelect.rooms.select, closures }, where: venueSelect.rooms.where, orderBy: { name: 'asc' } },
  } as const satisfies Prisma.VenueSelect
}
export type OpeningOfVenue = Prisma.VenueGetPayload<{ select: ReturnType<typeof openingSelect> }>

export function findVenue(
  { prisma }: Pick<Database, 'prisma'>,
  slug: string,
  now: Date,
): Promise<(VenueRow & OpeningOfVenue) | null> {
  return findBySlug(prisma, 'VENUE', slug, (where) =>
    prisma.venue.findUnique({ where, select: { ...venueSelect, ...openingSelect(now) } }),
  )
}

/**
 * Hours of the places, and their closures that reach into a time, in two statements however many places there are; then
 * {@link objectionsTo} of `opening.ts` says what speaks against a time at one of them.
 */
export async function findOpening(
  prisma: Pick<Tx, 'openingHours' | 'closure'>,
  spots: readonly Spot[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<Opening> {
  const ids = { in: [...new Set(spots.flatMap(({ venueId, roomId }) => (roomId === null ? [venueId] : [venueId, roomId])))] }
  const isThere = { OR: [{ venueId: ids }, { roomId: ids }] }
  const hours = await prisma.openingHours.findMany({
    where: isThere,
    select: { venueId: true, roomId: true, weekday: true, opensMinute: true, closesMinute: true },
    orderBy: [{ weekday: 'asc' }, { opensMinute: 'asc' }],
  })
  const closures = await prisma.closure.findMany({
    where: { AND: [isThere, { startsAt: { lt: to }, endsAt: { gt: from } }] },
    select: { id: true, venueId: true, roomId: true, startsAt: true, endsAt: true, reason: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  })
  return {
    hours: byPlace<OpeningSpan, (typeof hours)[number]>(hours, ({ weekday, opensMinute, closesMinute }) => ({
      weekday,
      opensMinute,
      closesMinute,
    })),
    closures: byPlace<ClosedTime, (typeof closures)[number]>(closures, ({ id, startsAt, endsAt, reason }) => ({
      id,
      startMs: startsAt.getTime(),
      endMs: endsAt.getTime(),
      reason,
    })),
  }
}

type OfPlace = { readonly venueId: string | null; readonly roomId: string | null }

function byPlace<T, Row extends OfPlace>(rows: readonly Row[], read: (row: Row) => T): ReadonlyMap<string, readonly T[]> {
  const places = new Map<string, T[]>()
  for (const row of rows) {
    const id = row.venueId ?? row.roomId ?? ''
    places.set(id, [...(places.get(id) ?? []), read(row)])
  }
  return places
}

type Reader = Pick<Database, 'prisma'>['prisma']

const closureSelect = {
  id: true,
  version: true,
  roomId: true,
  whenKind: true,
  wallStart: true,
  wallEnd: true,
  startsAt: true,
  endsAt: true,
  reason: true,
} as const satisfies Prisma.ClosureSelect

/** Everything that is edited of a venue; of its closures those that aren't over. */
const forEditing = (now: Date) =>
  ({
    slug: true,
    name: true,
    municipalityId: true,
    districtId: true,
    organisationId: true,
    address: true,
    latitude: true,
    longitude: true,
    directions: true,
    isSample: true,
    version: true,
    archivedAt: true,
    municipality: { select: { name: true } },
    district: { select: { name: true } },
    organisation: { select: { name: true } },
    aliases: { select: { text: true }, orderBy: { text: 'asc' } },
    accessibility: { select: { fact: true, value: true, checkedOn: true, note: true } },
    opening: hoursSelect,
    closures: { select: closureSelect, where: { endsAt: { gt: now } }, orderBy: { startsAt: 'asc' } },
    rooms: {
      select: {
        id: true,
        name: true,
        capacity: true,
        stepFree: true,
        setupMinutes: true,
        clearMinutes: true,
        version: true,
        archivedAt: true,
        opening: hoursSelect,
        closures: { select: closureSelect, where: { endsAt: { gt: now } }, orderBy: { startsAt: 'asc' } },
      },
      orderBy: { name: 'asc' },
    },
  }) as const satisfies Prisma.VenueSelect

export type VenueForEditing = Prisma.VenueGetPayload<{ select: ReturnType<typeof forEditing> }>
export type ClosureRow = VenueForEditing['closures'][number]

export const readVenue = (prisma: Reader, id: string, reach: Reach, now: Date): Promise<VenueForEditing | null> =>
  prisma.venue.findFirst({ where: { AND: [{ id }, usableVenues(reach)] }, select: forEditing(now) })

/** Whether a venue is among those that somebody may change. */
export const isInReach = async (prisma: Reader, id: string, reach: Reach): Promise<boolean> =>
  (await prisma.venue.count({ where: { AND: [{ id }, venuesIn(reach)] } })) > 0

export const listVenues = async (
  prisma: Reader,
  { city, ...query }: ManagedQuery,
  { see, manage }: { readonly see: Reach; readonly manage: Reach },
) => {
  const rows = await prisma.venue.findMany({
    where: {
      AND: [listed(query), usableVenues(see), city === undefined ? {} : { municipalityId: city }],
    },
    select: {
      id: true,
      name: true,
      address: true,
      isSample: true,
      archivedAt: true,
      municipality: { select: { name: true } },
      district: { select: { name: true } },
      organisation: { select: { name: true } },
      accessibility: { select: { fact: true, value: true } },
      _count: { select: { rooms: { where: { archivedAt: null } } } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: longestList,
  })
  const changeable = await prisma.venue.findMany({ where: venuesIn(manage), select: { id: true } })
  const mine = new Set(changeable.map(({ id }) => id))
  return rows.map(({ _count: counts, ...row }) => ({ ...row, counts, mayChange: mine.has(row.id) }))
}

/** The venue that a room or a closure belongs to, and with it who may change them. */
export async function venueOfRoom(prisma: Reader, id: string): Promise<string | null> {
  return (await prisma.room.findUnique({ where: { id }, select: { venueId: true } }))?.venueId ?? null
}

export async function venueOfClosure(prisma: Reader, id: string): Promise<string | null> {
  const closure = await prisma.closure.findUnique({
    where: { id },
    select: { venueId: true, room: { select: { venueId: true } } },
  })
  return closure?.venueId ?? closure?.room?.venueId ?? null
}

/** Sessions to come that a closure hits, by where they are and when. */
export function findHits(
  tx: Pick<Tx, 'session'>,
  { venueId, roomId, startsAt, endsAt }: { readonly venueId: string } & Pick<ClosureRow, 'roomId' | 'startsAt' | 'endsAt'>,
  now: Date,
  seen: SessionsSeen,
): Promise<SessionsToCome> {
  const place = roomId === null ? { venueId } : { roomId }
  return findSessionsToCome(tx, { AND: [place, { startsAt: { lt: endsAt }, endsAt: { gt: startsAt } }] }, now, seen)
}

type FactColumns = {
  readonly fact: AccessibilityFact
  readonly value: 'YES' | 'NO' | 'UNKNOWN'
  readonly checkedOn: Date | null
  readonly note: Prisma.InputJsonValue | typeof Prisma.DbNull
}

/** Only facts that differ are written: the log holds what somebody saw, not that somebody saved. */
export async function writeFacts(tx: Tx, venueId: string, facts: readonly FactColumns[]): Promise<void> {
  await tx.venueAccessibility.deleteMany({ where: { venueId, fact: { notIn: facts.map(({ fact }) => fact) } } })
  const stored = await tx.venueAccessibility.findMany({
    where: { venueId },
    select: { fact: true, value: true, checkedOn: true, note: true },
  })
  for (const { fact, ...data } of facts) {
    const before = stored.find((one) => one.fact === fact)
    if (before && sameFact(before, data)) continue
    const where = { venueId_fact: { venueId, fact } }
    await tx.venueAccessibility.upsert({ where, create: { venueId, fact, ...data }, update: data, select: { fact: true } })
  }
}

function sameFact(
  before: { readonly value: string; readonly checkedOn: Date | null; readonly note: unknown },
  { value, checkedOn, note }: Omit<FactColumns, 'fact'>,
): boolean {
  const words = note === Prisma.DbNull ? null : textsIn(note)
  return (
    before.value === value &&
    before.checkedOn?.getTime() === checkedOn?.getTime() &&
    JSON.stringify(textsIn(before.note)) === JSON.stringify(words)
  )
}

/** Replaces the hours of a place; spans that stay are left alone. */
export async function writeHours(
  tx: Tx,
  place: { readonly venueId: string | null; readonly roomId: string | null },
  spans: readonly OpeningSpan[],
): Promise<void> {
  const stored = await tx.openingHours.findMany({
    where: place,
    select: { id: true, weekday: true, opensMinute: true, closesMinute: true },
  })
  const isThere = (list: readonly OpeningSpan[], one: OpeningSpan): boolean =>
    list.some(
      ({ weekday, opensMinute, closesMinute }) =>
        weekday === one.weekday && opensMinute === one.opensMinute && closesMinute === one.closesMinute,
    )
  await tx.openingHours.deleteMany({ where: { id: { in: stored.filter((one) => !isThere(spans, one)).map(({ id }) => id) } } })
  await tx.openingHours.createMany({ data: spans.filter((one) => !isThere(stored, one)).map((span) => ({ ...place, ...span })) })
}

/** Sessions to come hold their room with its present times of setting up and clearing; as planning's `whenColumns` would say it. */
export async function occupyAnew(tx: Tx, roomId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Session" s SET "occupiedFrom" = s."startsAt" - make_interval(mins => r."setupMinutes"),
      "occupiedTo" = s."endsAt" + make_interval(mins => r."clearMinutes")
    FROM "Room" r WHERE r.id = ${roomId}::uuid AND s."roomId" = r.id AND s."startsAt" > ${now} AND s."removedAt" IS NULL`
}

/** Pairs of sessions that hold one of these rooms at once, past ones too, as the constraint counts them. Asked before the constraint speaks, so that they are named. */
export async function findMeetings(tx: Tx, roomIds: readonly string[], seen: SessionsSeen): Promise<readonly Meeting[]> {
  const pairs = await tx.$queryRaw<readonly { room: string; one: string; other: string }[]>`
    SELECT r.name AS room, s.id AS one, o.id AS other
    FROM "Session" s
    JOIN "Session" o ON o."roomId" = s."roomId" AND (o."startsAt", o.id) > (s."startsAt", s.id)
      AND tstzrange(o."occupiedFrom", o."occupiedTo") && tstzrange(s."occupiedFrom", s."occupiedTo")
    JOIN "Room" r ON r.id = s."roomId"
    WHERE s."roomId" = ANY (${[...roomIds]}::uuid[]) AND s.status <> 'CANCELLED' AND o.status <> 'CANCELLED'
      AND s."removedAt" IS NULL AND o."removedAt" IS NULL
    ORDER BY s."startsAt", s.id LIMIT 20`
  if (pairs.length === 0) return []
  const ids = pairs.flatMap(({ one, other }) => [one, other])
  const told = new Map((await tellSessions(tx, { id: { in: ids } }, seen)).map((session) => [session.id, session]))
  return pairs.flatMap(({ room, one, other }) => {
    const [first, second] = [told.get(one), told.get(other)]
    return first && second ? [{ room, one: first, other: second }] : []
  })
}

/** Rooms that turn out to be one: the sessions and activities of the one are in the other, with its times around them. */
export async function mergeRooms(
  tx: Tx,
  pairs: readonly { readonly fromId: string; readonly intoId: string }[],
  now: Date,
): Promise<void> {
  for (const { fromId, intoId } of pairs) {
    const move = { where: { roomId: fromId }, data: { roomId: intoId } }
    await tx.activity.updateMany(move)
    await tx.session.updateMany(move)
    await tx.closure.updateMany(move)
    await occupyAnew(tx, intoId, now)
    await tx.room.delete({ where: { id: fromId }, select: { id: true } })
  }
}

/** Everything that was at one venue is at the other. Hours and facts of the one that stays count. */
export async function moveVenue(tx: Tx, fromId: string, intoId: string): Promise<Moves> {
  const move = { where: { venueId: fromId }, data: { venueId: intoId } }
  const rooms = await tx.room.updateMany(move)
  const programs = await tx.program.updateMany(move)
  const clubs = await tx.club.updateMany(move)
  const activities = await tx.activity.updateMany(move)
  const sessions = await tx.session.updateMany(move)
  const closures = await tx.closure.updateMany(move)
  return { programs, clubs, activities, sessions, rooms, closures }
}
