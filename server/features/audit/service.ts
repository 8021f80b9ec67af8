import type { AuditAnswer, AuditSubject } from '#shared/contract/audit.ts'
import type { Language } from '#shared/contract/kinds.ts'
import { hasSomewhere, NotAllowedError, type Actor } from '../../actor.ts'
import type { PrismaClient } from '../../db/generated/client.ts'
import { idsToName } from './names.ts'
import { accountKinds, reachesFor, type Sight } from './policy.ts'
import { presentAct, presentRows } from './present.ts'
import { findActs, findEntries, findNames, findWithin, findWriters, type ActRow, type AuditFilter } from './repository.ts'

export type AuditQuery = {
  readonly object?: string | undefined
  readonly account?: string | undefined
  readonly subject?: AuditSubject | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly before?: string | undefined
  readonly lang: Language
}

const pageSize = 30

/** The tables that a subject is about. */
const kindsOf: Readonly<Record<AuditSubject, readonly string[] | null>> = {
  planning: ['Series', 'Activity', 'Session', 'Shift', 'Template', 'ImportSource'],
  places: ['Municipality', 'District', 'Venue', 'VenueAlias', 'VenueAccessibility', 'Room', 'OpeningHours', 'Closure'],
  programs: [
    'Organisation',
    'Project',
    'ProjectOrganisation',
    'ProjectEvent',
    'RecruitmentCall',
    'PriorityCriterion',
    'ProjectPart',
    'IndicatorTarget',
    'SupportForm',
    'Program',
    'ProgramDistrict',
    'ProgramFunding',
    'Club',
    'Edition',
    'Stage',
    'Group',
  ],
  accounts: accountKinds,
  views: null,
}

/**
 * A page of the log in sentences, newest first: what is in reach of who asks, and nothing else.
 *
 * @throws {NotAllowedError} for somebody who may read no log at all
 */
export async function readAudit(prisma: PrismaClient, actor: Actor, query: AuditQuery): Promise<AuditAnswer> {
  const sight = await sightOf(prisma, actor)
  const before = query.before === undefined ? null : BigInt(query.before)
  const acts = await findActs(prisma, filterOf(query), sight, { before, limit: pageSize + 1 })
  const page = acts.slice(0, pageSize)
  const names = await namesFor(prisma, page)
  return {
    acts: page.flatMap((act) => presentAct(act, names, sight, query.lang) ?? []),
    next: acts.length > pageSize ? String(page.at(-1)?.actId) : null,
    people: before === null ? await findWriters(prisma, sight) : [],
  }
}

const exportBatch = 500

/**
 * Every change in reach, a row each, newest first, read in batches so that no export fills the memory.
 *
 * @throws {NotAllowedError} at once, before the first row
 */
export async function exportAudit(
  prisma: PrismaClient,
  actor: Actor,
  query: Omit<AuditQuery, 'before'>,
): Promise<AsyncIterable<readonly string[]>> {
  const sight = await sightOf(prisma, actor)
  return rowsOf(prisma, sight, query)
}

async function* rowsOf(prisma: PrismaClient, sight: Sight, query: Omit<AuditQuery, 'before'>): AsyncGenerator<readonly string[]> {
  let before: bigint | null = null
  for (;;) {
    const entries: readonly ActRow[] = await findEntries(prisma, filterOf(query), sight, { before, limit: exportBatch })
    const names = await namesFor(prisma, entries)
    for (const entry of entries) yield* presentRows(entry, names, sight, query.lang)
    before = entries.at(-1)?.entries[0]?.id ?? null
    if (entries.length < exportBatch) return
  }
}

const namesFor = (prisma: PrismaClient, acts: readonly ActRow[]) =>
  findNames(prisma, [
    ...new Set([...idsToName(acts.flatMap(({ entries }) => entries)), ...acts.flatMap(({ accountId }) => accountId ?? [])]),
  ])

async function sightOf(prisma: PrismaClient, actor: Actor): Promise<Sight> {
  if (!hasSomewhere(actor, 'audit')) throw new NotAllowedError('audit')
  const { content, accounts, open } = reachesFor(actor)
  return {
    content: await findWithin(prisma, content),
    accounts: await findWithin(prisma, accounts),
    open: await findWithin(prisma, open),
  }
}

function filterOf({ object, account, subject, from, to }: Omit<AuditQuery, 'lang' | 'before'>): AuditFilter {
  return {
    object: object ?? null,
    account: account ?? null,
    kinds: subject ? kindsOf[subject] : null,
    views: subject === 'views',
    from: from ?? null,
    to: to ?? null,
  }
}
