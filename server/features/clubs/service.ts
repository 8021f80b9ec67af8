import type { Audience } from '#shared/contract/kinds.ts'
import type { StoredText } from '../../db/columns.ts'
import { claimSlug, moveSlug, writeNamed } from '../../db/slugs.ts'
import type { Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { issueOf, nameIssue, refuse, sameCityIssue, slugIssue, textIssue } from '../organisations/rules.ts'
import type { Made, Named } from '../organisations/service.ts'

export type ClubInput = Named & {
  readonly programId: string
  readonly districtId: string | null
  readonly venueId: string | null
  readonly description: StoredText | null
  readonly audiences: readonly Audience[]
}

/** A club meets in the city of its program. */
export async function createClub(write: Write, input: ClubInput): Promise<Made> {
  const { slug, name, programId, districtId, venueId, description, audiences } = input
  refuse([slugIssue(slug), nameIssue(name), textIssue('description', description)])
  return writeNamed(write, slug, async (tx) => {
    const program = await tx.program.findUnique({ where: { id: programId }, select: { municipalityId: true } })
    if (!program) throw new NotFoundError()
    const city = program.municipalityId
    if (districtId !== null) {
      const district = await tx.district.findUnique({ where: { id: districtId }, select: { municipalityId: true } })
      refuse([sameCityIssue('districtId', city, district)])
    }
    if (venueId !== null) {
      const venue = await tx.venue.findUnique({ where: { id: venueId }, select: { municipalityId: true } })
      refuse([sameCityIssue('venueId', city, venue)])
    }
    const data = { slug, name, programId, districtId, venueId, audiences: [...audiences], ...(description && { description }) }
    const made = await tx.club.create({ data, select: { id: true } })
    await claimSlug(tx, 'CLUB', slug, made.id)
    return made
  })
}

export async function renameClub(write: Write, id: string, { slug, name }: Named): Promise<void> {
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const before = await tx.club.findUnique({ where: { id }, select: { slug: true } })
    if (!before) throw new NotFoundError()
    await tx.club.update({ where: { id }, data: { slug, name }, select: { id: true } })
    await moveSlug(tx, 'CLUB', { id, from: before.slug, to: slug })
  })
}

export type EditionInput = {
  readonly number: number
  readonly name: StoredText
  /** Null where nobody says how many people. */
  readonly size: number | null
  readonly stages: readonly StoredText[]
}

/** A cohort of a program that goes through stages together. @throws {AlreadyThereError} when the number is taken */
export async function addEdition(write: Write, programId: string, { number, name, size, stages }: EditionInput): Promise<Made> {
  refuse([textIssue('name', name), sizeIssue(size), ...stages.map((stage) => textIssue('stages', stage))])
  const rows = stages.map((stage, index) => ({ position: index + 1, name: stage }))
  return writeNamed(write, '', (tx) =>
    tx.edition.create({ data: { programId, number, name, size, stages: { create: rows } }, select: { id: true } }),
  )
}

export type GroupInput = { readonly position: number; readonly name: StoredText; readonly size: number | null }

/** A named group inside a program. @throws {AlreadyThereError} when the position is taken */
export async function addGroup(write: Write, programId: string, { position, name, size }: GroupInput): Promise<Made> {
  refuse([textIssue('name', name), sizeIssue(size)])
  return writeNamed(write, '', (tx) => tx.group.create({ data: { programId, position, name, size }, select: { id: true } }))
}

const sizeIssue = (size: number | null) =>
  size === null || (Number.isInteger(size) && size > 0)
    ? null
    : issueOf('size', String(size), 'a number of people above 0, or none')
