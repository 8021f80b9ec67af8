import type { LocalDay } from '#shared/time/when.ts'
import { dayColumn, type StoredText } from '../../db/columns.ts'
import type { AccessibilityFact, ThreeValued } from '../../db/generated/client.ts'
import { Prisma } from '../../db/generated/client.ts'
import { claimSlug, moveSlug, writeNamed } from '../../db/slugs.ts'
import type { Tx, Write } from '../../db/write.ts'
import { AlreadyThereError, NotFoundError } from '../../errors.ts'
import { nameIssue, refuse, sameCityIssue, slugIssue, textIssue } from '../organisations/rules.ts'
import type { Made, Named } from '../organisations/service.ts'
import { capacityIssue, checkedIssue, minutesIssue, positionIssue, type Position } from './rules.ts'

export type VenueInput = Named & {
  readonly municipalityId: string
  readonly districtId: string | null
  readonly organisationId: string | null
  readonly address: string
  readonly position: Position | null
  readonly directions: StoredText | null
}

export async function createVenue(write: Write, input: VenueInput): Promise<Made> {
  refuseVenue(input)
  return writeNamed(write, input.slug, async (tx) => {
    await refuseOtherCity(tx, input)
    const made = await tx.venue.create({ data: columns(input), select: { id: true } })
    await claimSlug(tx, 'VENUE', input.slug, made.id)
    return made
  })
}

/** A corrected address or name reaches every feed that shows it, in the same transaction (migration `session_faces`). */
export async function changeVenue(write: Write, id: string, input: VenueInput): Promise<void> {
  refuseVenue(input)
  return writeNamed(write, input.slug, async (tx) => {
    const before = await tx.venue.findUnique({ where: { id }, select: { slug: true } })
    if (!before) throw new NotFoundError()
    await refuseOtherCity(tx, input)
    await tx.venue.update({ where: { id }, data: columns(input), select: { id: true } })
    await moveSlug(tx, 'VENUE', { id, from: before.slug, to: input.slug })
  })
}

function refuseVenue({ slug, name, address, position, directions }: VenueInput): void {
  refuse([
    slugIssue(slug),
    nameIssue(name),
    nameIssue(address, 'address'),
    positionIssue(position),
    textIssue('directions', directions),
  ])
}

async function refuseOtherCity(tx: Tx, { municipalityId, districtId }: VenueInput): Promise<void> {
  if (districtId === null) return
  const district = await tx.district.findUnique({ where: { id: districtId }, select: { municipalityId: true } })
  refuse([sameCityIssue('districtId', municipalityId, district)])
}

function columns({ position, directions, ...rest }: VenueInput) {
  return {
    ...rest,
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    directions: directions ?? Prisma.DbNull,
  }
}

/** Another name or spelling of the same place. Saying it twice changes nothing. */
export async function addVenueAlias(write: Write, venueId: string, text: string): Promise<void> {
  refuse([nameIssue(text, 'alias')])
  return writeNamed(write, text, async (tx) => {
    await tx.venueAlias.createMany({ data: [{ venueId, text }], skipDuplicates: true })
  })
}

export type FactInput = {
  readonly fact: AccessibilityFact
  readonly value: ThreeValued
  readonly checkedOn: LocalDay | null
  readonly note: StoredText | null
}

/**
 * Writes down what somebody saw of a building.
 *
 * @param today - the day in Warsaw: nobody looks tomorrow
 */
export async function recordFact(write: Write, venueId: string, input: FactInput, today: LocalDay): Promise<void> {
  const { fact, value, checkedOn, note } = input
  refuse([checkedIssue(value, checkedOn, today), textIssue('note', note)])
  const data = { value, checkedOn: checkedOn === null ? null : dayColumn(checkedOn), note: note ?? Prisma.DbNull }
  return writeNamed(write, '', async (tx) => {
    const where = { venueId_fact: { venueId, fact } }
    await tx.venueAccessibility.upsert({ where, create: { venueId, fact, ...data }, update: data, select: { fact: true } })
  })
}

export type RoomInput = {
  readonly name: string
  readonly capacity: number | null
  readonly stepFree: ThreeValued
  readonly setupMinutes: number
  readonly clearMinutes: number
}

/** @throws {AlreadyThereError} when the venue has a room of that name */
export async function addRoom(write: Write, venueId: string, input: RoomInput): Promise<Made> {
  const { name, capacity, setupMinutes, clearMinutes } = input
  refuse([
    nameIssue(name),
    capacityIssue(capacity),
    minutesIssue('setupMinutes', setupMinutes),
    minutesIssue('clearMinutes', clearMinutes),
  ])
  return writeNamed(write, name, (tx) => tx.room.create({ data: { venueId, ...input }, select: { id: true } }))
}

/**
 * Two entries turn out to be one place. Everything that was at `fromId` is at `intoId` afterwards, its rooms too; its name and
 * spellings become aliases, its address name goes on answering, and what was known of the building is what `intoId` knew.
 *
 * @throws {AlreadyThereError} when both have a room of the same name: rename one first
 */
export async function mergeVenues(write: Write, fromId: string, intoId: string): Promise<void> {
  return writeNamed(write, '', async (tx) => {
    const select = {
      slug: true,
      name: true,
      municipalityId: true,
      rooms: { select: { name: true } },
      aliases: { select: { text: true } },
    }
    const from = await tx.venue.findUnique({ where: { id: fromId }, select })
    const into = await tx.venue.findUnique({ where: { id: intoId }, select })
    if (!from || !into || fromId === intoId) throw new NotFoundError()
    refuse([sameCityIssue('intoId', from.municipalityId, into)])
    const twice = from.rooms.find(({ name }) => into.rooms.some((room) => room.name === name))
    if (twice) throw new AlreadyThereError(`a room "${twice.name}" in both: rename one first`)
    await moveEverything(tx, fromId, intoId)
    const spellings = [from.name, ...from.aliases.map(({ text }) => text)].filter((text) => text !== into.name)
    await tx.venueAlias.createMany({ data: spellings.map((text) => ({ venueId: intoId, text })), skipDuplicates: true })
    await tx.venue.delete({ where: { id: fromId }, select: { id: true } })
    await tx.slugAlias.updateMany({ where: { kind: 'VENUE', targetId: fromId }, data: { targetId: intoId } })
    await tx.slugAlias.create({ data: { kind: 'VENUE', slug: from.slug, targetId: intoId } })
  })
}

async function moveEverything(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const move = { where: { venueId: fromId }, data: { venueId: intoId } }
  await tx.room.updateMany(move)
  await tx.program.updateMany(move)
  await tx.club.updateMany(move)
  await tx.activity.updateMany(move)
  await tx.session.updateMany(move)
}
