import type { ManagedQuery } from '#shared/contract/manage/fields.ts'
import type { ProjectInput } from '#shared/contract/manage/views.ts'
import type { Reach } from '../../actor.ts'
import { outOfTheWay, planRows, type RowPlan } from '../../db/children.ts'
import type { Database } from '../../db/client.ts'
import { dayColumn, dayColumnOrNull, textColumn, wordsColumn } from '../../db/columns.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { findBySlug } from '../../db/slugs.ts'
import type { Tx } from '../../db/write.ts'
import { linkSelect, listed, longestList } from '../organisations/repository.ts'
import { issueOf, refuse, unknownIssue } from '../organisations/rules.ts'
import { projectsIn } from './policy.ts'

/** What a fund's strip is made of. */
export const fundSelect = { slug: true, fundSentence: true, fundLogos: true } as const satisfies Prisma.ProjectSelect
export type FundRow = Prisma.ProjectGetPayload<{ select: typeof fundSelect }>

const partSelect = {
  code: true,
  name: true,
  value: true,
  eu: true,
  audience: true,
  indicators: {
    select: { name: true, unit: true, comparison: true, value: true, sex: true, moment: true },
    orderBy: { position: 'asc' },
  },
  support: { select: { group: true, name: true }, orderBy: { position: 'asc' } },
  programs: {
    select: {
      program: {
        select: {
          ...linkSelect,
          clubs: { select: linkSelect },
          districts: { select: { district: { select: linkSelect } } },
        },
      },
    },
  },
} as const satisfies Prisma.ProjectPartSelect

/** All but the source note, which is for coordinators and auditors. */
const projectSelect = {
  ...linkSelect,
  startsOn: true,
  endsOn: true,
  datesExact: true,
  fundLines: true,
  valueTotal: true,
  grantTotal: true,
  grantEu: true,
  grantNational: true,
  peopleTarget: true,
  peopleAbout: true,
  peopleNote: true,
  description: true,
  isSample: true,
  municipality: { select: linkSelect },
  organisations: { select: { role: true, organisation: { select: linkSelect } }, orderBy: { role: 'asc' } },
  parts: { select: partSelect, orderBy: { position: 'asc' } },
  history: {
    select: { startsOn: true, endsOn: true, whenText: true, text: true, people: true },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.ProjectSelect

export type ProjectRow = Prisma.ProjectGetPayload<{ select: typeof projectSelect }>

export function findProject({ prisma }: Pick<Database, 'prisma'>, slug: string): Promise<ProjectRow | null> {
  return findBySlug(prisma, 'PROJECT', slug, (where) => prisma.project.findUnique({ where, select: projectSelect }))
}

type Reader = Pick<Database, 'prisma'>['prisma']

/** Everything that is edited of a project. */
const forEditing = {
  slug: true,
  name: true,
  grantNumber: true,
  municipalityId: true,
  startsOn: true,
  endsOn: true,
  datesExact: true,
  fundLines: true,
  valueTotal: true,
  grantTotal: true,
  grantEu: true,
  grantNational: true,
  peopleTarget: true,
  peopleAbout: true,
  peopleNote: true,
  description: true,
  sourceNote: true,
  fundSentence: true,
  fundLogos: true,
  keepUntil: true,
  isSample: true,
  version: true,
  archivedAt: true,
  municipality: { select: { name: true } },
  organisations: {
    select: { role: true, organisationId: true, organisation: { select: { name: true } } },
    orderBy: [{ role: 'asc' }, { organisation: { name: 'asc' } }],
  },
  parts: {
    select: {
      id: true,
      code: true,
      name: true,
      value: true,
      eu: true,
      audience: true,
      indicators: {
        select: {
          id: true,
          name: true,
          unit: true,
          comparison: true,
          value: true,
          sex: true,
          moment: true,
          denominator: true,
        },
        orderBy: { position: 'asc' },
      },
      support: { select: { id: true, group: true, name: true }, orderBy: { position: 'asc' } },
    },
    orderBy: { position: 'asc' },
  },
  calls: {
    select: {
      id: true,
      name: true,
      startsOn: true,
      endsOn: true,
      criteria: { select: { id: true, text: true }, orderBy: { position: 'asc' } },
    },
    orderBy: { position: 'asc' },
  },
  history: {
    select: { id: true, startsOn: true, endsOn: true, whenText: true, text: true, people: true },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.ProjectSelect

export type ProjectForEditing = Prisma.ProjectGetPayload<{ select: typeof forEditing }>

export const readProject = (prisma: Reader, id: string, reach: Reach): Promise<ProjectForEditing | null> =>
  prisma.project.findFirst({ where: { AND: [{ id }, projectsIn(reach)] }, select: forEditing })

export const isProjectIn = async (prisma: Reader, id: string, reach: Reach): Promise<boolean> =>
  (await prisma.project.count({ where: { AND: [{ id }, projectsIn(reach)] } })) > 0

export const listProjects = async (
  prisma: Reader,
  { city, ...query }: ManagedQuery,
  { see, manage }: { readonly see: Reach; readonly manage: Reach },
) => {
  const rows = await prisma.project.findMany({
    where: { AND: [listed(query), projectsIn(see), city === undefined ? {} : { municipalityId: city }] },
    select: {
      id: true,
      name: true,
      startsOn: true,
      endsOn: true,
      datesExact: true,
      isSample: true,
      archivedAt: true,
      municipality: { select: { name: true } },
      _count: { select: { parts: true } },
    },
    orderBy: [{ endsOn: 'desc' }, { name: 'asc' }],
    take: longestList,
  })
  const mine = new Set((await prisma.project.findMany({ where: projectsIn(manage), select: { id: true } })).map(({ id }) => id))
  return rows.map(({ _count: counts, ...row }) => ({ ...row, counts, mayChange: mine.has(row.id) }))
}

/** @throws {ImpossibleValueError} when a row is named that isn't of this list */
function refuseStrangers(field: string, { strangers }: RowPlan<unknown>): void {
  refuse(strangers.map((index) => unknownIssue(`${field}.${index}.id`, '')))
}

export async function writeOrganisations(tx: Tx, projectId: string, wanted: ProjectInput['organisations']): Promise<void> {
  const stays = wanted.map(({ organisationId, role }) => ({ organisationId, role }))
  await tx.projectOrganisation.deleteMany({ where: { projectId, NOT: { OR: stays } } })
  await tx.projectOrganisation.createMany({ data: stays.map((one) => ({ projectId, ...one })), skipDuplicates: true })
}

/** Parts keep their ids, as funding hangs on them. @throws {ImpossibleValueError} when one that pays for a program would go */
export async function writeParts(tx: Tx, projectId: string, parts: ProjectInput['parts']): Promise<void> {
  const stored = await tx.projectPart.findMany({
    where: { projectId },
    select: { id: true, position: true, code: true, name: true },
  })
  const plan = planRows(stored, parts)
  refuseStrangers('parts', plan)
  const paying = await tx.programFunding.findFirst({ where: { partId: { in: [...plan.gone] } }, select: { partId: true } })
  const kept = stored.find(({ id }) => id === paying?.partId)
  if (kept) refuse([issueOf('parts', `${kept.code} ${kept.name}`, 'parts that pay for a program to stay', 'part-pays')])
  await tx.projectPart.deleteMany({ where: { id: { in: [...plan.gone] } } })
  await tx.projectPart.updateMany({ where: { id: { in: [...plan.moved] } }, data: outOfTheWay })
  for (const { id, position, row } of plan.kept) {
    await tx.projectPart.update({ where: { id }, data: partColumns(row, position), select: { id: true } })
    await writeUnderPart(tx, id, row, `parts.${position}`)
  }
  for (const { position, row } of plan.made) {
    const { id } = await tx.projectPart.create({ data: { projectId, ...partColumns(row, position) }, select: { id: true } })
    await writeUnderPart(tx, id, row, `parts.${position}`)
  }
}

const partColumns = ({ code, name, value, eu, audience }: ProjectInput['parts'][number], position: number) => ({
  code,
  name,
  value,
  eu,
  audience: textColumn(audience),
  position,
})

async function writeUnderPart(
  tx: Tx,
  partId: string,
  { indicators, support }: ProjectInput['parts'][number],
  at: string,
): Promise<void> {
  const targets = planRows(await tx.indicatorTarget.findMany({ where: { partId }, select: rowPlace }), indicators)
  refuseStrangers(`${at}.indicators`, targets)
  await tx.indicatorTarget.deleteMany({ where: { id: { in: [...targets.gone] } } })
  await tx.indicatorTarget.updateMany({ where: { id: { in: [...targets.moved] } }, data: outOfTheWay })
  for (const { id, position, row } of targets.kept)
    await tx.indicatorTarget.update({ where: { id }, data: indicatorColumns(row, position), select: { id: true } })
  await tx.indicatorTarget.createMany({
    data: targets.made.map(({ row, position }) => ({ partId, ...indicatorColumns(row, position) })),
  })

  const forms = planRows(await tx.supportForm.findMany({ where: { partId }, select: rowPlace }), support)
  refuseStrangers(`${at}.support`, forms)
  await tx.supportForm.deleteMany({ where: { id: { in: [...forms.gone] } } })
  await tx.supportForm.updateMany({ where: { id: { in: [...forms.moved] } }, data: outOfTheWay })
  for (const { id, position, row } of forms.kept)
    await tx.supportForm.update({
      where: { id },
      data: { group: row.group, name: row.name, position },
      select: { id: true },
    })
  await tx.supportForm.createMany({
    data: forms.made.map(({ row, position }) => ({ partId, group: row.group, name: row.name, position })),
  })
}

const rowPlace = { id: true, position: true } as const

const indicatorColumns = (
  { name, unit, comparison, value, sex, moment, denominator }: ProjectInput['parts'][number]['indicators'][number],
  position: number,
) => ({
  unit,
  comparison,
  value,
  sex,
  moment,
  position,
  name: wordsColumn(name),
  denominator: textColumn(denominator),
})

export async function writeCalls(tx: Tx, projectId: string, calls: ProjectInput['calls']): Promise<void> {
  const plan = planRows(await tx.recruitmentCall.findMany({ where: { projectId }, select: rowPlace }), calls)
  refuseStrangers('calls', plan)
  await tx.recruitmentCall.deleteMany({ where: { id: { in: [...plan.gone] } } })
  await tx.recruitmentCall.updateMany({ where: { id: { in: [...plan.moved] } }, data: outOfTheWay })
  for (const { id, position, row } of plan.kept) {
    await tx.recruitmentCall.update({ where: { id }, data: callColumns(row, position), select: { id: true } })
    await writeCriteria(tx, id, row.criteria, `calls.${position}`)
  }
  for (const { position, row } of plan.made) {
    const data = { projectId, ...callColumns(row, position) }
    const { id } = await tx.recruitmentCall.create({ data, select: { id: true } })
    await writeCriteria(tx, id, row.criteria, `calls.${position}`)
  }
}

const callColumns = ({ name, startsOn, endsOn }: ProjectInput['calls'][number], position: number) => ({
  name: wordsColumn(name),
  startsOn: dayColumnOrNull(startsOn),
  endsOn: dayColumnOrNull(endsOn),
  position,
})

async function writeCriteria(
  tx: Tx,
  callId: string,
  criteria: ProjectInput['calls'][number]['criteria'],
  at: string,
): Promise<void> {
  const plan = planRows(await tx.priorityCriterion.findMany({ where: { callId }, select: rowPlace }), criteria)
  refuseStrangers(`${at}.criteria`, plan)
  await tx.priorityCriterion.deleteMany({ where: { id: { in: [...plan.gone] } } })
  await tx.priorityCriterion.updateMany({ where: { id: { in: [...plan.moved] } }, data: outOfTheWay })
  for (const { id, position, row } of plan.kept)
    await tx.priorityCriterion.update({ where: { id }, data: { text: wordsColumn(row.text), position }, select: { id: true } })
  await tx.priorityCriterion.createMany({
    data: plan.made.map(({ row, position }) => ({ callId, text: wordsColumn(row.text), position })),
  })
}

/** History is in the order of its days. */
export async function writeHistory(tx: Tx, projectId: string, history: ProjectInput['history']): Promise<void> {
  const stored = await tx.projectEvent.findMany({ where: { projectId }, select: { id: true } })
  const plan = planRows(
    stored.map(({ id }) => ({ id, position: 0 })),
    history,
  )
  refuseStrangers('history', plan)
  await tx.projectEvent.deleteMany({ where: { id: { in: [...plan.gone] } } })
  for (const { id, row } of plan.kept)
    await tx.projectEvent.update({ where: { id }, data: eventColumns(row), select: { id: true } })
  await tx.projectEvent.createMany({ data: plan.made.map(({ row }) => ({ projectId, ...eventColumns(row) })) })
}

const eventColumns = ({ startsOn, endsOn, whenText, text, people }: ProjectInput['history'][number]) => ({
  startsOn: dayColumn(startsOn),
  endsOn: dayColumnOrNull(endsOn),
  whenText: textColumn(whenText),
  text: wordsColumn(text),
  people,
})
