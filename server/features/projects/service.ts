import type { ProjectInput } from '#shared/contract/manage/views.ts'
import type { Reach } from '../../actor.ts'
import { dayColumn, dayColumnOrNull, textColumn } from '../../db/columns.ts'
import { claimSlug, moveSlug, writeNamed } from '../../db/slugs.ts'
import { setArchived, takeVersion, type Edited } from '../../db/versions.ts'
import type { Tx, Write } from '../../db/write.ts'
import { NotFoundError } from '../../errors.ts'
import { organisationsIn } from '../organisations/policy.ts'
import { findSessionsToCome, refuseSessionsToCome, type SessionsSeen } from '../organisations/repository.ts'
import { issueOf, nameIssue, refuse, slugIssue, textIssue, unknownIssue, wordsIssue, daysIssue } from '../organisations/rules.ts'
import { refuseUnknownCity, type Made } from '../organisations/service.ts'
import { writeCalls, writeHistory, writeOrganisations, writeParts } from './repository.ts'
import { amountIssue, indicatorIssue, lineIssues, logoIssue } from './rules.ts'

export type { ProjectInput }

/** Makes a project with its parts and what it promised. Amounts are kept as published, also where they don't add up. */
export async function createProject(write: Write, input: ProjectInput, reach: Reach): Promise<Made> {
  refuseProject(input)
  return writeNamed(write, input.slug, async (tx) => {
    await refuseUnknownCity(tx, input.cityId)
    await refuseOrganisations(tx, input, [], reach)
    const made = await tx.project.create({ data: columns(input), select: { id: true } })
    await claimSlug(tx, 'PROJECT', input.slug, made.id)
    await writeAll(tx, made.id, input)
    return made
  })
}

/** Everything of a project becomes what is said; parts, targets and calls that are named by their id stay themselves. */
export async function changeProject(write: Write, edited: Edited, input: ProjectInput, reach: Reach): Promise<void> {
  const { id } = edited
  refuseProject(input)
  return writeNamed(write, input.slug, async (tx) => {
    const before = await tx.project.findUnique({
      where: { id },
      select: { slug: true, organisations: { select: { organisationId: true } } },
    })
    if (!before) throw new NotFoundError()
    await refuseUnknownCity(tx, input.cityId)
    const partners = before.organisations.map(({ organisationId }) => organisationId)
    await refuseOrganisations(tx, input, partners, reach)
    await takeVersion(tx, 'Project', edited)
    await tx.project.update({ where: { id }, data: columns(input), select: { id: true } })
    await moveSlug(tx, 'PROJECT', { id, from: before.slug, to: input.slug })
    await writeAll(tx, id, input)
  })
}

async function writeAll(tx: Tx, id: string, { organisations, parts, calls, history }: ProjectInput): Promise<void> {
  await writeOrganisations(tx, id, organisations)
  await writeParts(tx, id, parts)
  await writeCalls(tx, id, calls)
  await writeHistory(tx, id, history)
}

function refuseProject(input: ProjectInput): void {
  const { slug, name, startsOn, endsOn, fundLines, fundLogos, parts, calls, history } = input
  refuse([
    slugIssue(slug),
    nameIssue(name),
    daysIssue(startsOn, endsOn),
    ...(['valueTotal', 'grantTotal', 'grantEu', 'grantNational'] as const).map((field) => amountIssue(field, input[field])),
    ...(['description', 'peopleNote', 'fundSentence'] as const).map((field) => textIssue(field, input[field])),
    ...lineIssues('fundLines', fundLines),
    ...fundLogos.map((logo, index) => logoIssue(logo, `fundLogos.${index}.src`)),
    ...parts.flatMap((part, index) => partIssues(part, `parts.${index}`)),
    ...calls.flatMap(({ name: words, startsOn: from, endsOn: to, criteria }, index) => [
      wordsIssue(`calls.${index}.name`, words),
      daysIssue(from, to, `calls.${index}.endsOn`),
      ...criteria.map(({ text }, place) => wordsIssue(`calls.${index}.criteria.${place}.text`, text)),
    ]),
    ...history.flatMap(({ startsOn: from, endsOn: to, text, whenText }, index) => [
      daysIssue(from, to, `history.${index}.endsOn`),
      wordsIssue(`history.${index}.text`, text),
      textIssue(`history.${index}.whenText`, whenText),
    ]),
  ])
}

function partIssues({ value, eu, audience, indicators }: ProjectInput['parts'][number], at: string) {
  return [
    amountIssue(`${at}.value`, value),
    amountIssue(`${at}.eu`, eu),
    textIssue(`${at}.audience`, audience),
    ...indicators.flatMap((indicator, index) => [
      indicatorIssue(indicator, `${at}.indicators.${index}.value`),
      wordsIssue(`${at}.indicators.${index}.name`, indicator.name),
      textIssue(`${at}.indicators.${index}.denominator`, indicator.denominator),
    ]),
  ]
}

/**
 * Who takes part: organisations in reach, and those that did before. One of them must be the editor's own and do more than pay, or the project
 * would be out of their reach.
 */
async function refuseOrganisations(
  tx: Tx,
  { organisations }: ProjectInput,
  before: readonly string[],
  reach: Reach,
): Promise<void> {
  const wanted = [...new Set(organisations.map(({ organisationId }) => organisationId))]
  const mine = await tx.organisation.findMany({
    where: { AND: [{ id: { in: wanted } }, organisationsIn(reach)] },
    select: { id: true },
  })
  const known = new Set([...before, ...mine.map(({ id }) => id)])
  refuse(
    organisations.map(({ organisationId }, index) =>
      known.has(organisationId) ? null : unknownIssue(`organisations.${index}.organisationId`, organisationId),
    ),
  )
  const doubled = organisations.findIndex((one, index) =>
    organisations.slice(0, index).some((other) => other.organisationId === one.organisationId && other.role === one.role),
  )
  if (doubled >= 0) refuse([issueOf(`organisations.${doubled}.role`, '', 'each part once', 'twice')])
  if (reach.everywhere) return
  const own = organisations.some(
    ({ organisationId, role }) => role !== 'MANAGING_AUTHORITY' && mine.some(({ id }) => id === organisationId),
  )
  refuse([own ? null : issueOf('organisations', '', 'one of your own organisations that does more than pay', 'own-organisation')])
}

function columns(input: ProjectInput) {
  const { cityId, startsOn, endsOn, keepUntil, description, peopleNote, fundSentence, fundLogos, fundLines } = input
  const { name, slug, grantNumber, datesExact, valueTotal, grantTotal, grantEu, grantNational, peopleTarget, peopleAbout } = input
  return {
    name,
    slug,
    datesExact,
    valueTotal,
    grantTotal,
    grantEu,
    grantNational,
    peopleTarget,
    peopleAbout,
    grantNumber: grantNumber || null,
    sourceNote: input.sourceNote || null,
    municipalityId: cityId,
    startsOn: dayColumn(startsOn),
    endsOn: dayColumn(endsOn),
    keepUntil: dayColumnOrNull(keepUntil),
    description: textColumn(description),
    peopleNote: textColumn(peopleNote),
    fundSentence: textColumn(fundSentence),
    fundLines: [...fundLines],
    fundLogos: fundLogos.map((logo) => ({ ...logo })),
  }
}

/** A project that still pays for sessions to come isn't put away. */
export async function archiveProject(write: Write, edited: Edited, at: Date | null, seen: SessionsSeen): Promise<void> {
  const { id } = edited
  return write(async (tx) => {
    if (at) {
      const pays = { funding: { some: { endsOn: { gte: at }, part: { projectId: id } } } }
      refuseSessionsToCome(await findSessionsToCome(tx, { activity: { series: { program: pays } } }, at, seen))
    }
    await setArchived(tx, 'Project', edited, at)
  })
}
