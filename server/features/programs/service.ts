import type { Audience } from '#shared/contract/kinds.ts'
import type { LocalDay } from '#shared/time/when.ts'
import { dayColumn, type StoredText } from '../../db/columns.ts'
import type { Openness } from '../../db/generated/client.ts'
import { claimSlug, moveSlug, writeNamed } from '../../db/slugs.ts'
import type { Tx, Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { daysIssue, issueOf, nameIssue, refuse, sameCityIssue, slugIssue, textIssue } from '../organisations/rules.ts'
import type { Made, Named } from '../organisations/service.ts'
import { opennessIssue } from './rules.ts'

export type ProgramInput = Named & {
  readonly municipalityId: string
  readonly operatorId: string | null
  readonly venueId: string | null
  /** First and last day, both inside; null is open. */
  readonly days: { readonly from: LocalDay; readonly to: LocalDay } | null
  readonly openness: Openness
  readonly openTo: StoredText | null
  readonly audiences: readonly Audience[]
  /** Where it is placed; none for a program for a group of people. */
  readonly districtIds: readonly string[]
}

export async function createProgram(write: Write, input: ProgramInput): Promise<Made> {
  const { slug, name, days, openTo, districtIds, audiences, ...rest } = input
  refuse([
    slugIssue(slug),
    nameIssue(name),
    days && daysIssue(days.from, days.to),
    textIssue('openTo', openTo),
    opennessIssue(input),
  ])
  return writeNamed(write, slug, async (tx) => {
    const data = {
      ...rest,
      slug,
      name,
      startsOn: days && dayColumn(days.from),
      endsOn: days && dayColumn(days.to),
      audiences: [...audiences],
      ...(openTo && { openTo }),
    }
    const made = await tx.program.create({ data, select: { id: true } })
    await claimSlug(tx, 'PROGRAM', slug, made.id)
    await place(tx, made.id, rest.municipalityId, districtIds)
    return made
  })
}

export async function renameProgram(write: Write, id: string, { slug, name }: Named): Promise<void> {
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const before = await tx.program.findUnique({ where: { id }, select: { slug: true } })
    if (!before) throw new NotFoundError()
    await tx.program.update({ where: { id }, data: { slug, name }, select: { id: true } })
    await moveSlug(tx, 'PROGRAM', { id, from: before.slug, to: slug })
  })
}

async function place(tx: Tx, programId: string, municipalityId: string, districtIds: readonly string[]): Promise<void> {
  const ids = [...new Set(districtIds)]
  const districts = await tx.district.findMany({ where: { id: { in: ids } }, select: { municipalityId: true } })
  if (districts.length !== ids.length) refuse([issueOf('districtIds', '', 'districts that are there')])
  refuse(districts.map((district) => sameCityIssue('districtIds', municipalityId, district)))
  await tx.programDistrict.createMany({ data: ids.map((districtId) => ({ programId, districtId })) })
}

export type FundingInput = { readonly partId: string; readonly from: LocalDay; readonly to: LocalDay }

/** Says which part of a project pays for a program on which days; sessions on other days carry no strip and count for nothing. */
export async function fundProgram(write: Write, programId: string, { partId, from, to }: FundingInput): Promise<void> {
  refuse([daysIssue(from, to)])
  const days = { startsOn: dayColumn(from), endsOn: dayColumn(to) }
  return writeNamed(write, '', async (tx) => {
    const where = { programId_partId: { programId, partId } }
    const create = { programId, partId, ...days }
    await tx.programFunding.upsert({ where, create, update: days, select: { programId: true } })
  })
}
