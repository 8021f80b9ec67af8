import type {
  CityInput,
  CityManaged,
  DistrictInput,
  DistrictManaged,
  MergeView,
  OrganisationInput,
  OrganisationManaged,
} from '#shared/contract/manage/views.ts'
import { textColumn } from '../../db/columns.ts'
import { claimSlug, moveSlug, writeNamed } from '../../db/slugs.ts'
import { setArchived, takeVersion, type Edited } from '../../db/versions.ts'
import type { Tx, Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import {
  countedMoves,
  findSessionsToCome,
  moveDistrict,
  moveOrganisation,
  refuseSessionsToCome,
  rehearsing,
  type SessionsSeen,
} from './repository.ts'
import { districtSlugIssue, nameIssue, refuse, sameCityIssue, slugIssue, textIssue, unknownIssue } from './rules.ts'

/** Cities with their districts, and the organisations in them. Everything here and above is written through `Write`. */

export type Named = { readonly slug: string; readonly name: string }
export type Made = { readonly id: string }
export type { CityInput, CityManaged, DistrictInput, DistrictManaged, OrganisationInput, OrganisationManaged }

export async function createCity(write: Write, input: CityInput): Promise<Made> {
  const { slug, name } = input
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const made = await tx.municipality.create({ data: input, select: { id: true } })
    await claimSlug(tx, 'CITY', slug, made.id)
    return made
  })
}

/** @throws {NotFoundError} when there is no such city */
export async function changeCity(write: Write, edited: Edited, input: CityInput): Promise<void> {
  const { slug, name } = input
  const { id } = edited
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const before = await tx.municipality.findUnique({ where: { id }, select: { slug: true } })
    if (!before) throw new NotFoundError()
    await takeVersion(tx, 'Municipality', edited)
    await tx.municipality.update({ where: { id }, data: input, select: { id: true } })
    await moveSlug(tx, 'CITY', { id, from: before.slug, to: slug })
  })
}

export async function createDistrict(write: Write, input: DistrictInput): Promise<Made> {
  const { slug, name, cityId } = input
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const city = await tx.municipality.findUnique({ where: { id: cityId }, select: { slug: true } })
    if (!city) throw new ImpossibleValueError([unknownIssue('cityId', cityId)])
    refuse([districtSlugIssue(slug, city.slug)])
    const made = await tx.district.create({ data: { slug, name, municipalityId: cityId }, select: { id: true } })
    await claimSlug(tx, 'DISTRICT', slug, made.id)
    return made
  })
}

/** A district stays in its city; its address name keeps the city's, whatever the city is called meanwhile. */
export async function changeDistrict(write: Write, edited: Edited, { slug, name, cityId }: DistrictInput): Promise<void> {
  const { id } = edited
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const select = { slug: true, municipalityId: true, municipality: { select: { slug: true } } } as const
    const before = await tx.district.findUnique({ where: { id }, select })
    if (!before) throw new NotFoundError()
    refuse([
      slug === before.slug ? null : districtSlugIssue(slug, before.municipality.slug),
      sameCityIssue('cityId', cityId, before),
    ])
    await takeVersion(tx, 'District', edited)
    await tx.district.update({ where: { id }, data: { slug, name }, select: { id: true } })
    await moveSlug(tx, 'DISTRICT', { id, from: before.slug, to: slug })
  })
}

export async function createOrganisation(write: Write, input: OrganisationInput): Promise<Made> {
  refuseOrganisation(input)
  return writeNamed(write, input.slug, async (tx) => {
    await refuseUnknownCity(tx, input.cityId)
    const made = await tx.organisation.create({ data: organisationColumns(input), select: { id: true } })
    await claimSlug(tx, 'ORGANISATION', input.slug, made.id)
    return made
  })
}

export async function changeOrganisation(write: Write, edited: Edited, input: OrganisationInput): Promise<void> {
  const { id } = edited
  refuseOrganisation(input)
  return writeNamed(write, input.slug, async (tx) => {
    const before = await tx.organisation.findUnique({ where: { id }, select: { slug: true } })
    if (!before) throw new NotFoundError()
    await refuseUnknownCity(tx, input.cityId)
    await takeVersion(tx, 'Organisation', edited)
    await tx.organisation.update({ where: { id }, data: organisationColumns(input), select: { id: true } })
    await moveSlug(tx, 'ORGANISATION', { id, from: before.slug, to: input.slug })
  })
}

function refuseOrganisation({ slug, name, address, description }: OrganisationInput): void {
  refuse([
    slugIssue(slug),
    nameIssue(name),
    address ? nameIssue(address, 'address') : null,
    textIssue('description', description),
  ])
}

const organisationColumns = ({ cityId, address, description, ...rest }: OrganisationInput) => ({
  ...rest,
  municipalityId: cityId,
  address: address || null,
  description: textColumn(description),
})

/** Cities belong to nobody, so everybody may name one. */
export async function refuseUnknownCity(tx: Tx, cityId: string | null): Promise<void> {
  if (cityId === null) return
  const city = await tx.municipality.findUnique({ where: { id: cityId }, select: { id: true } })
  refuse([city ? null : unknownIssue('cityId', cityId)])
}

/** A district that something is said to lie in: of its own city. */
export async function refuseOtherCity(
  tx: Tx,
  { cityId, districtId }: { readonly cityId: string; readonly districtId: string | null },
): Promise<void> {
  if (districtId === null) return
  const district = await tx.district.findUnique({ where: { id: districtId }, select: { municipalityId: true } })
  refuse([sameCityIssue('districtId', cityId, district)])
}

/** Something that has sessions to come is not put away: they would go on under a name that nobody finds. */
export async function archiveDistrict(write: Write, edited: Edited, at: Date | null, seen: SessionsSeen): Promise<void> {
  const { id } = edited
  return write(async (tx) => {
    const isThere = {
      OR: [
        { venue: { districtId: id } },
        { activity: { districtId: id } },
        { activity: { series: { club: { districtId: id } } } },
      ],
    }
    if (at) refuseSessionsToCome(await findSessionsToCome(tx, isThere, at, seen))
    await setArchived(tx, 'District', edited, at)
  })
}

export async function archiveCity(write: Write, edited: Edited, at: Date | null, seen: SessionsSeen): Promise<void> {
  const isThere = { activity: { series: { program: { municipalityId: edited.id } } } }
  return write(async (tx) => {
    if (at) refuseSessionsToCome(await findSessionsToCome(tx, isThere, at, seen))
    await setArchived(tx, 'Municipality', edited, at)
  })
}

export async function archiveOrganisation(write: Write, edited: Edited, at: Date | null, seen: SessionsSeen): Promise<void> {
  const { id } = edited
  return write(async (tx) => {
    const isItsOwn = { OR: [{ activity: { series: { program: { operatorId: id } } } }, { venue: { organisationId: id } }] }
    if (at) refuseSessionsToCome(await findSessionsToCome(tx, isItsOwn, at, seen))
    await setArchived(tx, 'Organisation', edited, at)
  })
}

/** Two entries turn out to be one organisation: what the one runs, owns and takes part in, and the roles in it, are the other's. */
export async function mergeOrganisations(write: Write, fromId: string, intoId: string, rehearse: boolean): Promise<MergeView> {
  return rehearsing(write, rehearse, async (tx) => {
    const select = { slug: true, name: true } as const
    const from = await tx.organisation.findUniqueOrThrow({ where: { id: fromId }, select })
    const into = await tx.organisation.findUniqueOrThrow({ where: { id: intoId }, select })
    const moved = await moveOrganisation(tx, fromId, intoId)
    await giveAddresses(tx, 'ORGANISATION', { id: fromId, slug: from.slug }, intoId)
    return { from: from.name, into: into.name, moved: countedMoves(moved), addresses: [from.slug] }
  })
}

/** @throws {ImpossibleValueError} when they lie in different cities */
export async function mergeDistricts(write: Write, fromId: string, intoId: string, rehearse: boolean): Promise<MergeView> {
  return rehearsing(write, rehearse, async (tx) => {
    const select = { slug: true, name: true, municipalityId: true } as const
    const from = await tx.district.findUniqueOrThrow({ where: { id: fromId }, select })
    const into = await tx.district.findUniqueOrThrow({ where: { id: intoId }, select })
    refuse([sameCityIssue('intoId', from.municipalityId, into)])
    const moved = await moveDistrict(tx, fromId, intoId)
    await giveAddresses(tx, 'DISTRICT', { id: fromId, slug: from.slug }, intoId)
    return { from: from.name, into: into.name, moved: countedMoves(moved), addresses: [from.slug] }
  })
}

/** The addresses, present and former, of what is gone lead to what stays. */
export async function giveAddresses(
  tx: Tx,
  kind: 'ORGANISATION' | 'DISTRICT' | 'VENUE' | 'CLUB',
  from: { readonly id: string; readonly slug: string },
  intoId: string,
): Promise<void> {
  await tx.slugAlias.updateMany({ where: { kind, targetId: from.id }, data: { targetId: intoId } })
  await tx.slugAlias.create({ data: { kind, slug: from.slug, targetId: intoId } })
}
