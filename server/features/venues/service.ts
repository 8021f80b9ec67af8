import type { ClosureInput, MergeView, RoomInput, VenueInput } from '#shared/contract/manage/views.ts'
import { instantsOf, placeSpan } from '#shared/time/place.ts'
import { warsaw, type LocalDay } from '#shared/time/when.ts'
import type { Reach } from '../../actor.ts'
import { dayColumnOrNull, textColumn, wordsColumn } from '../../db/columns.ts'
import { claimSlug, moveSlug, writeNamed } from '../../db/slugs.ts'
import { setArchived, takeVersion, type Edited } from '../../db/versions.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx, Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { organisationsIn } from '../organisations/policy.ts'
import {
  countedMoves,
  findSessionsToCome,
  refuseSessionsToCome,
  rehearsing,
  type SessionsSeen,
} from '../organisations/repository.ts'
import { nameIssue, refuse, sameCityIssue, slugIssue, textIssue, unknownIssue, wordsIssue } from '../organisations/rules.ts'
import { giveAddresses, refuseOtherCity, refuseUnknownCity, type Made } from '../organisations/service.ts'
import { findMeetings, mergeRooms, moveVenue, occupyAnew, writeFacts, writeHours } from './repository.ts'
import { checkedIssue, closureIssue, hoursIssues, RoomsMeetError, spanMinutes, storedThree } from './rules.ts'

export type { ClosureInput, RoomInput, VenueInput }

/** @param reach - where whoever writes may manage: a venue is made for an organisation in it, or, by those who may do all, for nobody */
export async function createVenue(write: Write, input: VenueInput, reach: Reach, today: LocalDay): Promise<Made> {
  refuseVenue(input, today)
  return writeNamed(write, input.slug, async (tx) => {
    await refusePlaces(tx, input, undefined, reach)
    const made = await tx.venue.create({ data: columns(input), select: { id: true } })
    await claimSlug(tx, 'VENUE', input.slug, made.id)
    await writeParts(tx, made.id, input)
    return made
  })
}

/** A corrected address or name reaches every feed that shows it, in the same transaction (migration `session_faces`). */
export async function changeVenue(write: Write, edited: Edited, input: VenueInput, reach: Reach, today: LocalDay): Promise<void> {
  const { id } = edited
  refuseVenue(input, today)
  return writeNamed(write, input.slug, async (tx) => {
    const before = await tx.venue.findUnique({ where: { id }, select: { slug: true, organisationId: true } })
    if (!before) throw new NotFoundError()
    await refusePlaces(tx, input, before.organisationId, reach)
    await takeVersion(tx, 'Venue', edited)
    await tx.venue.update({ where: { id }, data: columns(input), select: { id: true } })
    await moveSlug(tx, 'VENUE', { id, from: before.slug, to: input.slug })
    await writeParts(tx, id, input)
  })
}

/** @param today - the day in Warsaw: nobody looks at a building tomorrow */
function refuseVenue({ slug, name, address, directions, aliases, accessibility, hours }: VenueInput, today: LocalDay): void {
  refuse([
    slugIssue(slug),
    nameIssue(name),
    nameIssue(address, 'address'),
    textIssue('directions', directions),
    ...aliases.map((alias, index) => nameIssue(alias, `aliases.${index}`)),
    ...accessibility.flatMap((fact, index) => [
      checkedIssue(`accessibility.${index}`, fact, today),
      textIssue(`accessibility.${index}.note`, fact.note),
    ]),
    ...hoursIssues(hours),
  ])
}

/** @param before - the organisation that it belonged to: that one may stay, whoever edits; undefined: it is new */
async function refusePlaces(tx: Tx, input: VenueInput, before: string | null | undefined, reach: Reach): Promise<void> {
  const { cityId, organisationId } = input
  await refuseUnknownCity(tx, cityId)
  await refuseOtherCity(tx, input)
  if (organisationId === before) return
  if (organisationId === null) return refuse([reach.everywhere ? null : unknownIssue('organisationId', '')])
  const owner = await tx.organisation.findFirst({
    where: { AND: [{ id: organisationId }, organisationsIn(reach)] },
    select: { id: true },
  })
  refuse([owner ? null : unknownIssue('organisationId', organisationId)])
}

const columns = ({ name, slug, cityId, districtId, organisationId, address, position, directions }: VenueInput) => ({
  name,
  slug,
  municipalityId: cityId,
  districtId,
  organisationId,
  address,
  latitude: position?.latitude ?? null,
  longitude: position?.longitude ?? null,
  directions: textColumn(directions),
})

async function writeParts(tx: Tx, venueId: string, { aliases, accessibility, hours }: VenueInput): Promise<void> {
  await tx.venueAlias.deleteMany({ where: { venueId, text: { notIn: [...aliases] } } })
  await tx.venueAlias.createMany({ data: aliases.map((text) => ({ venueId, text })), skipDuplicates: true })
  const facts = accessibility.map(({ fact, value, checkedOn, note }) => ({
    fact,
    value: storedThree(value),
    checkedOn: dayColumnOrNull(checkedOn),
    note: textColumn(note),
  }))
  await writeFacts(tx, venueId, facts)
  await writeHours(tx, { venueId, roomId: null }, hours.map(spanMinutes))
}

export async function archiveVenue(write: Write, edited: Edited, at: Date | null, seen: SessionsSeen): Promise<void> {
  return write(async (tx) => {
    if (at) refuseSessionsToCome(await findSessionsToCome(tx, { venueId: edited.id }, at, seen))
    await setArchived(tx, 'Venue', edited, at)
  })
}

/** @throws {AlreadyThereError} when the venue has a room of that name */
export async function createRoom(write: Write, venueId: string, input: RoomInput): Promise<Made> {
  refuseRoom(input)
  return writeNamed(write, input.name, async (tx) => {
    const { hours, stepFree, ...rest } = input
    const made = await tx.room.create({ data: { ...rest, venueId, stepFree: storedThree(stepFree) }, select: { id: true } })
    await writeHours(tx, { venueId: null, roomId: made.id }, hours.map(spanMinutes))
    return made
  })
}

/**
 * Changes a room. Where its times of setting up and clearing change, the sessions to come hold it anew.
 *
 * @throws {RoomsMeetError} when with the new times two sessions to come would hold it at once
 */
export async function changeRoom(write: Write, edited: Edited, input: RoomInput, now: Date, seen: SessionsSeen): Promise<void> {
  const { id } = edited
  refuseRoom(input)
  return writeNamed(write, input.name, async (tx) => {
    const before = await tx.room.findUnique({ where: { id }, select: { setupMinutes: true, clearMinutes: true } })
    if (!before) throw new NotFoundError()
    await takeVersion(tx, 'Room', edited)
    const { hours, stepFree, ...rest } = input
    await tx.room.update({ where: { id }, data: { ...rest, stepFree: storedThree(stepFree) }, select: { id: true } })
    await writeHours(tx, { venueId: null, roomId: id }, hours.map(spanMinutes))
    if (before.setupMinutes === input.setupMinutes && before.clearMinutes === input.clearMinutes) return
    await occupyAnew(tx, id, now)
    await refuseMeetings(tx, [id], seen)
  })
}

function refuseRoom({ name, hours }: RoomInput): void {
  refuse([nameIssue(name), ...hoursIssues(hours)])
}

async function refuseMeetings(tx: Tx, roomIds: readonly string[], seen: SessionsSeen): Promise<void> {
  const meetings = await findMeetings(tx, roomIds, seen)
  if (meetings.length > 0) throw new RoomsMeetError(meetings)
}

export async function archiveRoom(write: Write, edited: Edited, at: Date | null, seen: SessionsSeen): Promise<void> {
  return write(async (tx) => {
    if (at) refuseSessionsToCome(await findSessionsToCome(tx, { roomId: edited.id }, at, seen))
    await setArchived(tx, 'Room', edited, at)
  })
}

/** Closes a venue or one of its rooms for a time. The sessions that it hits stand until somebody moves them. */
export function createClosure(write: Write, venueId: string, input: ClosureInput): Promise<Made> {
  return writeClosure(write, venueId, input, (tx, data) => tx.closure.create({ data, select: { id: true } }))
}

/** Another time, place or reason of a closure that stays the same one. */
export function changeClosure(write: Write, edited: Edited, venueId: string, input: ClosureInput): Promise<Made> {
  return writeClosure(write, venueId, input, async (tx, data) => {
    await takeVersion(tx, 'Closure', edited)
    return tx.closure.update({ where: { id: edited.id }, data, select: { id: true } })
  })
}

function writeClosure(
  write: Write,
  venueId: string,
  { roomId, when, reason }: ClosureInput,
  put: (tx: Tx, data: Prisma.ClosureUncheckedCreateInput) => Promise<Made>,
): Promise<Made> {
  refuse([closureIssue(when), wordsIssue('reason', reason)])
  const placed = placeSpan(when, warsaw)
  const { startMs, endMs } = instantsOf(placed, warsaw)
  return writeNamed(write, '', async (tx) => {
    if (roomId !== null) {
      const room = await tx.room.findFirst({ where: { id: roomId, venueId }, select: { id: true } })
      refuse([room ? null : unknownIssue('roomId', roomId)])
    }
    const span = {
      whenKind: when.kind === 'timed' ? ('TIMED' as const) : ('ALL_DAY' as const),
      wallStart: when.kind === 'timed' ? when.start : when.firstDay,
      wallEnd: when.kind === 'timed' ? when.end : when.lastDay,
      startsAt: new Date(startMs),
      endsAt: new Date(endMs),
    }
    const place = roomId === null ? { venueId, roomId: null } : { venueId: null, roomId }
    return put(tx, { ...place, ...span, reason: wordsColumn(reason) })
  })
}

/** A closure that was entered by mistake, or is over sooner, is taken out; the log keeps it. */
export async function deleteClosure(write: Write, id: string): Promise<void> {
  return write(async (tx) => {
    await tx.closure.deleteMany({ where: { id } })
  })
}

/**
 * Two entries turn out to be one place. Everything that was at `fromId` is at `intoId` afterwards; rooms of the same name become one; its
 * name and spellings become aliases, its address names go on answering, and what is known of the building is what `intoId` knew.
 *
 * @throws {RoomsMeetError} naming the sessions to come of two rooms of the same name that would hold the one room at once
 */
export async function mergeVenues(
  write: Write,
  fromId: string,
  intoId: string,
  { rehearse, now, seen }: { readonly rehearse: boolean; readonly now: Date; readonly seen: SessionsSeen },
): Promise<MergeView> {
  return rehearsing(write, rehearse, async (tx) => {
    const select = {
      slug: true,
      name: true,
      municipalityId: true,
      rooms: { select: { id: true, name: true } },
      aliases: { select: { text: true } },
    } as const
    const from = await tx.venue.findUnique({ where: { id: fromId }, select })
    const into = await tx.venue.findUnique({ where: { id: intoId }, select })
    if (!from || !into || fromId === intoId) throw new NotFoundError()
    refuse([sameCityIssue('intoId', from.municipalityId, into)])
    const pairs = from.rooms.flatMap(({ id, name }) => {
      const twin = into.rooms.find((room) => room.name.toLocaleLowerCase('pl') === name.toLocaleLowerCase('pl'))
      return twin ? [{ fromId: id, intoId: twin.id }] : []
    })
    await mergeRooms(tx, pairs, now)
    await refuseMeetings(
      tx,
      pairs.map((pair) => pair.intoId),
      seen,
    )
    const moved = await moveVenue(tx, fromId, intoId)
    const spellings = [from.name, ...from.aliases.map(({ text }) => text)].filter((text) => text !== into.name)
    await tx.venueAlias.createMany({ data: spellings.map((text) => ({ venueId: intoId, text })), skipDuplicates: true })
    await tx.venue.delete({ where: { id: fromId }, select: { id: true } })
    await giveAddresses(tx, 'VENUE', { id: fromId, slug: from.slug }, intoId)
    return {
      from: from.name,
      into: into.name,
      moved: countedMoves({ ...moved, roomsMerged: pairs.length }),
      addresses: [from.slug],
    }
  })
}
