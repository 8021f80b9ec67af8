import type * as z from 'zod'
import { NotAllowedError, reachOf, type Actor } from '../../actor.ts'
import type { Answer } from '#shared/contract/answer.ts'
import type { templateList, templateView } from '#shared/contract/planned.ts'
import { allFields, type templateInput } from '#shared/contract/planning.ts'
import type { Database } from '../../db/client.ts'
import type { Prisma } from '../../db/generated/client.ts'
import type { By, Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { nameIssue, refuse } from '../organisations/rules.ts'
import { organisationsIn } from '../organisations/policy.ts'
import { programsIn } from '../programs/policy.ts'
import { isSessionId as isId } from '../sessions/rules.ts'
import { fieldsOf, issue } from './field-columns.ts'
import { templatesIn } from './policy.ts'
import { scheduleInWords } from './present.ts'
import { findActivityRows } from './reading-repository.ts'
import { findTemplates, insertTemplate, removeTemplate, type TemplateRow } from './template-repository.ts'

type TemplateView = Answer<typeof templateView>

/** Templates that somebody may begin with: of the programs they plan for, and of the organisations behind those. */
export async function listTemplates(database: Pick<Database, 'prisma'>, actor: Actor): Promise<Answer<typeof templateList>> {
  const plan = reachOf(actor, 'plan')
  const own = new Set((await findTemplates(database, ownedIn(actor))).map(({ id }) => id))
  const rows = await findTemplates(database, templatesIn(plan))
  return { templates: rows.map((row) => present(row, own.has(row.id))) }
}

/** Keeps an activity's fields and its schedule's pattern; whoever plans there can begin others with it. */
export async function saveTemplate(
  { database, write }: { readonly database: Pick<Database, 'prisma'>; readonly write: Write },
  actor: Actor,
  input: z.infer<typeof templateInput>,
  by: By,
): Promise<TemplateView> {
  const { owner, activityId, name } = input
  refuse([nameIssue(name.trim())])
  if (!(await mayOwn(database, actor, owner)))
    throw new ImpossibleValueError([issue('owner.id', owner.id, 'something that is there', 'unknown')])
  const [activity] = await findActivityRows(database, { id: activityId })
  if (!activity) throw new NotFoundError()
  const data = {
    name: name.trim(),
    fields: fieldsOf(activity, Object.keys(allFields.shape)) as Prisma.InputJsonObject,
    schedule: activity.schedule as Prisma.InputJsonValue,
    ...(owner.kind === 'organisation' ? { organisationId: owner.id } : { programId: owner.id }),
  }
  return write(async (tx) => present(await insertTemplate(tx, data), true), by)
}

/** @throws {NotFoundError} for what isn't seen @throws {NotAllowedError} for what is seen and of somebody above */
export async function deleteTemplate(
  { database, write }: { readonly database: Pick<Database, 'prisma'>; readonly write: Write },
  actor: Actor,
  id: string,
  by: By,
): Promise<{ readonly id: string }> {
  const seen = isId(id) ? await findTemplates(database, { AND: [{ id }, templatesIn(reachOf(actor, 'plan'))] }) : []
  if (seen.length === 0) throw new NotFoundError()
  if ((await findTemplates(database, { AND: [{ id }, ownedIn(actor)] })).length === 0) throw new NotAllowedError('plan')
  return write(async (tx) => {
    if (!(await removeTemplate(tx, id))) throw new NotFoundError()
    return { id }
  }, by)
}

/** Of a program or an organisation that one plans for as a whole. */
function ownedIn(actor: Actor): Prisma.TemplateWhereInput {
  const plan = reachOf(actor, 'plan')
  return { OR: [{ organisation: organisationsIn(plan) }, { program: programsIn(plan) }] }
}

async function mayOwn(
  { prisma }: Pick<Database, 'prisma'>,
  actor: Actor,
  owner: z.infer<typeof templateInput>['owner'],
): Promise<boolean> {
  const plan = reachOf(actor, 'plan')
  const found =
    owner.kind === 'organisation'
      ? await prisma.organisation.findFirst({ where: { AND: [{ id: owner.id }, organisationsIn(plan)] }, select: { id: true } })
      : await prisma.program.findFirst({ where: { AND: [{ id: owner.id }, programsIn(plan)] }, select: { id: true } })
  return found !== null
}

function present({ id, name, fields, schedule, organisation, program }: TemplateRow, deletable: boolean): TemplateView {
  const owner = organisation
    ? { kind: 'organisation' as const, ...organisation }
    : { kind: 'program' as const, id: program?.id ?? '', name: program?.name ?? '' }
  return {
    id,
    name,
    owner,
    activity: fields as unknown as TemplateView['activity'],
    schedule: schedule as unknown as TemplateView['schedule'],
    rule: scheduleInWords(schedule),
    deletable,
  }
}
