import type { Voivodeship } from '#shared/schedule/school-breaks.ts'
import type { StoredText } from '../../db/columns.ts'
import type { OrganisationKind } from '../../db/generated/client.ts'
import { claimSlug, moveSlug, writeNamed } from '../../db/slugs.ts'
import type { Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { districtSlugIssue, nameIssue, refuse, slugIssue, textIssue } from './rules.ts'

/** Cities with their districts, and the organisations in them. Everything here and above is written through `Write`. */

export type Named = { readonly slug: string; readonly name: string }
export type Made = { readonly id: string }

export async function createCity(write: Write, city: Named & { readonly voivodeship: Voivodeship }): Promise<Made> {
  const { slug, name, voivodeship } = city
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const made = await tx.municipality.create({ data: { slug, name, voivodeship }, select: { id: true } })
    await claimSlug(tx, 'CITY', slug, made.id)
    return made
  })
}

/** @throws {NotFoundError} when there is no such city */
export async function renameCity(write: Write, id: string, { slug, name }: Named): Promise<void> {
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const before = await tx.municipality.findUnique({ where: { id }, select: { slug: true } })
    if (!before) throw new NotFoundError()
    await tx.municipality.update({ where: { id }, data: { slug, name }, select: { id: true } })
    await moveSlug(tx, 'CITY', { id, from: before.slug, to: slug })
  })
}

export async function createDistrict(write: Write, district: Named & { readonly municipalityId: string }): Promise<Made> {
  const { slug, name, municipalityId } = district
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const city = await tx.municipality.findUnique({ where: { id: municipalityId }, select: { slug: true } })
    if (!city) throw new NotFoundError()
    refuse([districtSlugIssue(slug, city.slug)])
    const made = await tx.district.create({ data: { slug, name, municipalityId }, select: { id: true } })
    await claimSlug(tx, 'DISTRICT', slug, made.id)
    return made
  })
}

export async function renameDistrict(write: Write, id: string, { slug, name }: Named): Promise<void> {
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const before = await tx.district.findUnique({
      where: { id },
      select: { slug: true, municipality: { select: { slug: true } } },
    })
    if (!before) throw new NotFoundError()
    refuse([districtSlugIssue(slug, before.municipality.slug)])
    await tx.district.update({ where: { id }, data: { slug, name }, select: { id: true } })
    await moveSlug(tx, 'DISTRICT', { id, from: before.slug, to: slug })
  })
}

export type OrganisationInput = Named & {
  readonly kind: OrganisationKind
  readonly municipalityId: string | null
  readonly address: string | null
  readonly description: StoredText | null
}

export async function createOrganisation(write: Write, input: OrganisationInput): Promise<Made> {
  const { slug, name, description, address, ...rest } = input
  refuse([
    slugIssue(slug),
    nameIssue(name),
    address === null ? null : nameIssue(address, 'address'),
    textIssue('description', description),
  ])
  return writeNamed(write, slug, async (tx) => {
    const data = { slug, name, address, ...rest, ...(description && { description }) }
    const made = await tx.organisation.create({ data, select: { id: true } })
    await claimSlug(tx, 'ORGANISATION', slug, made.id)
    return made
  })
}

export async function renameOrganisation(write: Write, id: string, { slug, name }: Named): Promise<void> {
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const before = await tx.organisation.findUnique({ where: { id }, select: { slug: true } })
    if (!before) throw new NotFoundError()
    await tx.organisation.update({ where: { id }, data: { slug, name }, select: { id: true } })
    await moveSlug(tx, 'ORGANISATION', { id, from: before.slug, to: slug })
  })
}
