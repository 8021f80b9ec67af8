import type { ClubInput, EditionInput, GroupInput, MergeView } from '#shared/contract/manage/views.ts'
import type { Reach } from '../../actor.ts'
import { outOfTheWay, planRows } from '../../db/children.ts'
import { dayColumnOrNull, textColumn, wordsColumn } from '../../db/columns.ts'
import { claimSlug, moveSlug, writeNamed } from '../../db/slugs.ts'
import { setArchived, takeVersion, type Edited } from '../../db/versions.ts'
import type { Tx, Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import {
  countedMoves,
  findSessionsToCome,
  refuseSessionsToCome,
  rehearsing,
  type SessionsSeen,
} from '../organisations/repository.ts'
import {
  daysIssue,
  issueOf,
  nameIssue,
  refuse,
  sameCityIssue,
  slugIssue,
  textIssue,
  unknownIssue,
  wordsIssue,
} from '../organisations/rules.ts'
import { giveAddresses, type Made } from '../organisations/service.ts'
import { programsIn } from '../programs/policy.ts'
import { usableVenues } from '../venues/policy.ts'
import { moveClub } from './repository.ts'

/** Clubs, editions and groups: what a program's people are in. Each stays in its program, as its sessions and members do. */

export type { ClubInput, EditionInput, GroupInput }

/** A club meets in the city of its program. @param reach - where whoever writes may manage */
export async function createClub(write: Write, input: ClubInput, reach: Reach): Promise<Made> {
  refuseClub(input)
  return writeNamed(write, input.slug, async (tx) => {
    const city = await cityOfProgram(tx, input.programId, reach)
    await refusePlaces(tx, input, { city, venueId: null }, reach)
    const made = await tx.club.create({ data: { ...clubColumns(input), programId: input.programId }, select: { id: true } })
    await claimSlug(tx, 'CLUB', input.slug, made.id)
    return made
  })
}

export async function changeClub(write: Write, edited: Edited, input: ClubInput, reach: Reach): Promise<void> {
  const { id } = edited
  refuseClub(input)
  return writeNamed(write, input.slug, async (tx) => {
    const select = { slug: true, venueId: true, programId: true, program: { select: { municipalityId: true } } } as const
    const before = await tx.club.findUnique({ where: { id }, select })
    if (!before) throw new NotFoundError()
    refuse([sameProgramIssue(input.programId, before.programId)])
    await refusePlaces(tx, input, { city: before.program.municipalityId, venueId: before.venueId }, reach)
    await takeVersion(tx, 'Club', edited)
    await tx.club.update({ where: { id }, data: clubColumns(input), select: { id: true } })
    await moveSlug(tx, 'CLUB', { id, from: before.slug, to: input.slug })
  })
}

function refuseClub({ slug, name, description, openTo }: ClubInput): void {
  refuse([slugIssue(slug), nameIssue(name), textIssue('description', description), textIssue('openTo', openTo)])
}

const clubColumns = ({ slug, name, districtId, venueId, description, openTo, audiences }: ClubInput) => ({
  slug,
  name,
  districtId,
  venueId,
  description: textColumn(description),
  openTo: textColumn(openTo),
  audiences: [...audiences],
})

async function refusePlaces(
  tx: Tx,
  { districtId, venueId }: ClubInput,
  before: { readonly city: string; readonly venueId: string | null },
  reach: Reach,
): Promise<void> {
  if (districtId !== null) {
    const district = await tx.district.findUnique({ where: { id: districtId }, select: { municipalityId: true } })
    refuse([sameCityIssue('districtId', before.city, district)])
  }
  if (venueId === null) return
  const may = venueId === before.venueId ? {} : { AND: [{ archivedAt: null }, usableVenues(reach)] }
  const venue = await tx.venue.findFirst({ where: { AND: [{ id: venueId }, may] }, select: { municipalityId: true } })
  refuse([sameCityIssue('venueId', before.city, venue)])
}

/** @throws {ImpossibleValueError} when the program isn't there for whoever writes */
async function cityOfProgram(tx: Tx, programId: string, reach: Reach): Promise<string> {
  const where = { AND: [{ id: programId }, programsIn(reach)] }
  const program = await tx.program.findFirst({ where, select: { municipalityId: true } })
  refuse([program ? null : unknownIssue('programId', programId)])
  return program?.municipalityId ?? ''
}

const sameProgramIssue = (wanted: string, is: string) =>
  wanted === is ? null : issueOf('programId', wanted, 'the program that it is in', 'same-program')

/** A cohort of a program that goes through stages together. @throws {AlreadyThereError} when the number is taken */
export async function createEdition(write: Write, input: EditionInput, reach: Reach): Promise<Made> {
  refuseEdition(input)
  return writeNamed(write, '', async (tx) => {
    await cityOfProgram(tx, input.programId, reach)
    const made = await tx.edition.create({
      data: { ...editionColumns(input), programId: input.programId },
      select: { id: true },
    })
    await writeStages(tx, made.id, input.stages)
    return made
  })
}

export async function changeEdition(write: Write, edited: Edited, input: EditionInput): Promise<void> {
  const { id } = edited
  refuseEdition(input)
  return writeNamed(write, '', async (tx) => {
    const before = await tx.edition.findUnique({ where: { id }, select: { programId: true } })
    if (!before) throw new NotFoundError()
    refuse([sameProgramIssue(input.programId, before.programId)])
    await takeVersion(tx, 'Edition', edited)
    await tx.edition.update({ where: { id }, data: editionColumns(input), select: { id: true } })
    await writeStages(tx, id, input.stages)
  })
}

function refuseEdition({ name, startsOn, endsOn, stages }: EditionInput): void {
  const words = stages.map((stage, index) => wordsIssue(`stages.${index}.name`, stage.name))
  refuse([wordsIssue('name', name), daysIssue(startsOn, endsOn), ...words])
}

const editionColumns = ({ number, name, size, startsOn, endsOn }: EditionInput) => ({
  number,
  size,
  name: wordsColumn(name),
  startsOn: dayColumnOrNull(startsOn),
  endsOn: dayColumnOrNull(endsOn),
})

async function writeStages(tx: Tx, editionId: string, stages: EditionInput['stages']): Promise<void> {
  const plan = planRows(await tx.stage.findMany({ where: { editionId }, select: { id: true, position: true } }), stages)
  refuse(plan.strangers.map((index) => unknownIssue(`stages.${index}.id`, '')))
  await tx.stage.deleteMany({ where: { id: { in: [...plan.gone] } } })
  await tx.stage.updateMany({ where: { id: { in: [...plan.moved] } }, data: outOfTheWay })
  for (const { id, position, row } of plan.kept)
    await tx.stage.update({ where: { id }, data: { name: wordsColumn(row.name), position }, select: { id: true } })
  await tx.stage.createMany({
    data: plan.made.map(({ row, position }) => ({ editionId, position, name: wordsColumn(row.name) })),
  })
}

/** A named group inside a program; a new one comes last. */
export async function createGroup(write: Write, { programId, name, size }: GroupInput, reach: Reach): Promise<Made> {
  refuse([wordsIssue('name', name)])
  return writeNamed(write, '', async (tx) => {
    await cityOfProgram(tx, programId, reach)
    const { _max } = await tx.group.aggregate({ where: { programId }, _max: { position: true } })
    const data = { programId, position: (_max.position ?? -1) + 1, name: wordsColumn(name), size }
    return tx.group.create({ data, select: { id: true } })
  })
}

export async function changeGroup(write: Write, edited: Edited, { programId, name, size }: GroupInput): Promise<void> {
  const { id } = edited
  refuse([wordsIssue('name', name)])
  return writeNamed(write, '', async (tx) => {
    const before = await tx.group.findUnique({ where: { id }, select: { programId: true } })
    if (!before) throw new NotFoundError()
    refuse([sameProgramIssue(programId, before.programId)])
    await takeVersion(tx, 'Group', edited)
    await tx.group.update({ where: { id }, data: { name: wordsColumn(name), size }, select: { id: true } })
  })
}

/** What people are in is put away like everything else: not while they have sessions to come. */
export async function archiveInProgram(
  write: Write,
  table: 'Club' | 'Edition' | 'Group',
  edited: Edited,
  at: Date | null,
  seen: SessionsSeen,
): Promise<void> {
  const { id } = edited
  const series = { Club: { clubId: id }, Edition: { editionId: id }, Group: { groupId: id } }[table]
  return write(async (tx) => {
    if (at) refuseSessionsToCome(await findSessionsToCome(tx, { activity: { series } }, at, seen))
    await setArchived(tx, table, edited, at)
  })
}

/** Two entries turn out to be one club of the same program: its series, members and roles are the other's. */
export async function mergeClubs(write: Write, fromId: string, intoId: string, rehearse: boolean): Promise<MergeView> {
  return rehearsing(write, rehearse, async (tx) => {
    const select = { slug: true, name: true, programId: true } as const
    const from = await tx.club.findUniqueOrThrow({ where: { id: fromId }, select })
    const into = await tx.club.findUniqueOrThrow({ where: { id: intoId }, select })
    refuse([
      from.programId === into.programId ? null : issueOf('intoId', into.name, 'a club of the same program', 'same-program'),
    ])
    const moved = await moveClub(tx, fromId, intoId)
    await giveAddresses(tx, 'CLUB', { id: fromId, slug: from.slug }, intoId)
    return { from: from.name, into: into.name, moved: countedMoves(moved), addresses: [from.slug] }
  })
}
