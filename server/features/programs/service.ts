import type { ProgramInput } from '#shared/contract/manage/views.ts'
import type { Reach } from '../../actor.ts'
import { dayColumn, dayColumnOrNull, textColumn } from '../../db/columns.ts'
import { claimSlug, moveSlug, writeNamed } from '../../db/slugs.ts'
import { setArchived, takeVersion, type Edited } from '../../db/versions.ts'
import type { Tx, Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { organisationsIn } from '../organisations/policy.ts'
import { findSessionsToCome, refuseSessionsToCome, type SessionsSeen } from '../organisations/repository.ts'
import {
  daysIssue,
  issueOf,
  nameIssue,
  refuse,
  sameCityIssue,
  slugIssue,
  textIssue,
  unknownIssue,
} from '../organisations/rules.ts'
import { refuseUnknownCity, type Made } from '../organisations/service.ts'
import { projectsIn } from '../projects/policy.ts'
import { usableVenues } from '../venues/policy.ts'
import { opennessIssue } from './rules.ts'

export type { ProgramInput }

/** What a program referred to before an edit: all of that may stay, whoever edits. */
type Before = {
  readonly operatorId: string | null
  readonly venueId: string | null
  readonly funding: readonly { readonly partId: string }[]
}

/** @param reach - where whoever writes may manage: a program is made for an operator in it */
export async function createProgram(write: Write, input: ProgramInput, reach: Reach): Promise<Made> {
  refuseProgram(input)
  return writeNamed(write, input.slug, async (tx) => {
    await refuseReferences(tx, input, null, reach)
    const made = await tx.program.create({ data: columns(input), select: { id: true } })
    await claimSlug(tx, 'PROGRAM', input.slug, made.id)
    await writeParts(tx, made.id, input)
    return made
  })
}

export async function changeProgram(write: Write, edited: Edited, input: ProgramInput, reach: Reach): Promise<void> {
  const { id } = edited
  refuseProgram(input)
  return writeNamed(write, input.slug, async (tx) => {
    const select = { slug: true, operatorId: true, venueId: true, funding: { select: { partId: true } } } as const
    const before = await tx.program.findUnique({ where: { id }, select })
    if (!before) throw new NotFoundError()
    await refuseReferences(tx, input, before, reach)
    await takeVersion(tx, 'Program', edited)
    await tx.program.update({ where: { id }, data: columns(input), select: { id: true } })
    await moveSlug(tx, 'PROGRAM', { id, from: before.slug, to: input.slug })
    await writeParts(tx, id, input)
  })
}

function refuseProgram(input: ProgramInput): void {
  const { slug, name, startsOn, endsOn, openTo, description, funding } = input
  const twice = funding.findIndex(({ partId }, index) => funding.findIndex((one) => one.partId === partId) !== index)
  refuse([
    slugIssue(slug),
    nameIssue(name),
    daysIssue(startsOn, endsOn),
    textIssue('openTo', openTo),
    textIssue('description', description),
    opennessIssue(input),
    ...funding.map(({ startsOn: from, endsOn: to }, index) => daysIssue(from, to, `funding.${index}.endsOn`)),
    twice < 0 ? null : issueOf(`funding.${twice}.partId`, '', 'each part once', 'twice'),
  ])
}

const columns = (input: ProgramInput) => ({
  name: input.name,
  slug: input.slug,
  municipalityId: input.cityId,
  operatorId: input.operatorId,
  venueId: input.venueId,
  startsOn: dayColumnOrNull(input.startsOn),
  endsOn: dayColumnOrNull(input.endsOn),
  openness: input.openness,
  openTo: textColumn(input.openTo),
  audiences: [...input.audiences],
  description: textColumn(input.description),
  remindDaysBefore: input.remindDaysBefore,
  remindAt: input.remindAt,
  quietFrom: input.quietFrom,
  quietTo: input.quietTo,
})

async function refuseReferences(tx: Tx, input: ProgramInput, before: Before | null, reach: Reach): Promise<void> {
  await refuseUnknownCity(tx, input.cityId)
  await refuseOperator(tx, input, before, reach)
  await refuseSeat(tx, input, before, reach)
  await refuseDistricts(tx, input)
  await refuseFunding(tx, input, before, reach)
}

/** Without an operator a program is in the reach of administrators of everything only, so only they may leave it out. */
async function refuseOperator(tx: Tx, { operatorId }: ProgramInput, before: Before | null, reach: Reach): Promise<void> {
  if (before && operatorId === before.operatorId) return
  if (operatorId === null) return refuse([reach.everywhere ? null : unknownIssue('operatorId', '')])
  const where = { AND: [{ id: operatorId, archivedAt: null }, organisationsIn(reach)] }
  const operator = await tx.organisation.findFirst({ where, select: { id: true } })
  refuse([operator ? null : unknownIssue('operatorId', operatorId)])
}

async function refuseSeat(tx: Tx, { venueId, cityId }: ProgramInput, before: Before | null, reach: Reach): Promise<void> {
  if (venueId === null) return
  const may = venueId === before?.venueId ? {} : { AND: [{ archivedAt: null }, usableVenues(reach)] }
  const venue = await tx.venue.findFirst({ where: { AND: [{ id: venueId }, may] }, select: { municipalityId: true } })
  refuse([venue ? sameCityIssue('venueId', cityId, venue) : unknownIssue('venueId', venueId)])
}

async function refuseDistricts(tx: Tx, { districtIds, cityId }: ProgramInput): Promise<void> {
  const ids = [...new Set(districtIds)]
  const districts = await tx.district.findMany({ where: { id: { in: ids } }, select: { municipalityId: true } })
  if (districts.length !== ids.length) refuse([unknownIssue('districtIds', '')])
  refuse(districts.map((district) => sameCityIssue('districtIds', cityId, district)))
}

async function refuseFunding(tx: Tx, { funding }: ProgramInput, before: Before | null, reach: Reach): Promise<void> {
  const ids = funding.map(({ partId }) => partId)
  const mine = await tx.projectPart.findMany({
    where: { AND: [{ id: { in: ids } }, { project: projectsIn(reach) }] },
    select: { id: true },
  })
  const known = new Set([...mine.map(({ id }) => id), ...(before?.funding ?? []).map(({ partId }) => partId)])
  refuse(ids.map((id, index) => (known.has(id) ? null : unknownIssue(`funding.${index}.partId`, id))))
}

/** Which part of which project pays on which days; sessions on other days carry no strip and count for nothing. */
async function writeParts(tx: Tx, programId: string, { districtIds, funding }: ProgramInput): Promise<void> {
  await tx.programDistrict.deleteMany({ where: { programId, districtId: { notIn: [...districtIds] } } })
  await tx.programDistrict.createMany({
    data: districtIds.map((districtId) => ({ programId, districtId })),
    skipDuplicates: true,
  })
  await tx.programFunding.deleteMany({ where: { programId, partId: { notIn: funding.map(({ partId }) => partId) } } })
  for (const { partId, startsOn, endsOn } of funding) {
    const days = { startsOn: dayColumn(startsOn), endsOn: dayColumn(endsOn) }
    const where = { programId_partId: { programId, partId } }
    await tx.programFunding.upsert({ where, create: { programId, partId, ...days }, update: days, select: { partId: true } })
  }
}

export async function archiveProgram(write: Write, edited: Edited, at: Date | null, seen: SessionsSeen): Promise<void> {
  const isItsOwn = { activity: { series: { programId: edited.id } } }
  return write(async (tx) => {
    if (at) refuseSessionsToCome(await findSessionsToCome(tx, isItsOwn, at, seen))
    await setArchived(tx, 'Program', edited, at)
  })
}
