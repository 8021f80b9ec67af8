import type { LocalDay } from '#shared/time/when.ts'
import { dayColumn, type StoredText } from '../../db/columns.ts'
import type { Comparison, IndicatorMoment, IndicatorUnit, OrganisationRole, Sex } from '../../db/generated/client.ts'
import { claimSlug, moveSlug, writeNamed } from '../../db/slugs.ts'
import type { Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { daysIssue, nameIssue, refuse, slugIssue, textIssue } from '../organisations/rules.ts'
import type { Made, Named } from '../organisations/service.ts'
import { amountIssue, indicatorIssue, logoIssue, type Logo } from './rules.ts'

export type IndicatorInput = {
  readonly name: StoredText
  readonly unit: IndicatorUnit
  readonly comparison: Comparison
  readonly value: number
  readonly sex: Sex | null
  readonly moment: IndicatorMoment
}

export type PartInput = {
  readonly code: string
  readonly name: string
  /** Złoty, as published: `13460712.28`. */
  readonly value: string | null
  readonly eu: string | null
  readonly indicators: readonly IndicatorInput[]
}

export type ProjectInput = Named & {
  readonly municipalityId: string | null
  /** First and last day, both inside. */
  readonly from: LocalDay
  readonly to: LocalDay
  readonly fundLines: readonly string[]
  readonly valueTotal: string | null
  readonly fundSentence: StoredText | null
  readonly fundLogos: readonly Logo[]
  readonly organisations: readonly { readonly organisationId: string; readonly role: OrganisationRole }[]
  /** At least one; a project whose documents name none has one with an empty code. */
  readonly parts: readonly [PartInput, ...PartInput[]]
}

/** Makes a project with its parts and what it promised. Amounts are kept as published, also where they don't add up. */
export async function createProject(write: Write, input: ProjectInput): Promise<Made & { readonly partIds: readonly string[] }> {
  const { slug, from, to, parts, fundSentence, fundLogos, organisations, ...rest } = input
  refuseProject(input)
  return writeNamed(write, slug, async (tx) => {
    const { name, municipalityId, fundLines, valueTotal } = rest
    const made = await tx.project.create({
      data: {
        slug,
        name,
        municipalityId,
        startsOn: dayColumn(from),
        endsOn: dayColumn(to),
        fundLines: [...fundLines],
        valueTotal,
        ...(fundSentence && { fundSentence }),
        fundLogos: fundLogos.map((logo) => ({ ...logo })),
        organisations: { createMany: { data: [...organisations] } },
        parts: { create: parts.map((part, position) => partRow(part, position + 1)) },
      },
      select: { id: true, parts: { select: { id: true }, orderBy: { position: 'asc' } } },
    })
    await claimSlug(tx, 'PROJECT', slug, made.id)
    return { id: made.id, partIds: made.parts.map(({ id }) => id) }
  })
}

function refuseProject({ slug, name, from, to, valueTotal, fundSentence, fundLogos, parts }: ProjectInput): void {
  refuse([
    slugIssue(slug),
    nameIssue(name),
    daysIssue(from, to),
    amountIssue('valueTotal', valueTotal),
    textIssue('fundSentence', fundSentence),
    ...fundLogos.map(logoIssue),
    ...parts.flatMap(({ value, eu, indicators }) => [
      amountIssue('value', value),
      amountIssue('eu', eu),
      ...indicators.map(indicatorIssue),
    ]),
  ])
}

function partRow({ indicators, ...part }: PartInput, position: number) {
  return {
    ...part,
    position,
    indicators: { create: indicators.map((indicator, index) => ({ ...indicator, position: index + 1 })) },
  }
}

export async function renameProject(write: Write, id: string, { slug, name }: Named): Promise<void> {
  refuse([slugIssue(slug), nameIssue(name)])
  return writeNamed(write, slug, async (tx) => {
    const before = await tx.project.findUnique({ where: { id }, select: { slug: true } })
    if (!before) throw new NotFoundError()
    await tx.project.update({ where: { id }, data: { slug, name }, select: { id: true } })
    await moveSlug(tx, 'PROJECT', { id, from: before.slug, to: slug })
  })
}
