import type { Reach } from '../../actor.ts'
import type { Database } from '../../db/client.ts'
import { Prisma, type PrismaClient } from '../../db/generated/client.ts'
import { programsIn } from '../programs/policy.ts'
import { projectsIn } from '../projects/policy.ts'
import type { Named, Names } from './names.ts'
import { accountKinds, type Sight, type Within } from './policy.ts'
import type { Entry } from './rules.ts'

type Reader = Pick<Database, 'prisma'>['prisma']

/** What is looked for; null: no matter. Days are of Warsaw, both inside. */
export type AuditFilter = {
  readonly object: string | null
  readonly account: string | null
  readonly kinds: readonly string[] | null
  readonly views: boolean
  readonly from: string | null
  readonly to: string | null
}

/** An act: what one transaction of one person did. */
export type ActRow = {
  readonly actId: bigint
  readonly at: Date
  readonly accountId: string | null
  readonly act: string | null
  /** All its entries that the filter lets through, of which `entries` may hold the first only. */
  readonly total: number
  readonly entries: readonly Entry[]
}

/** The ids that entries in reach belong to: programs and projects with all that is in them, organisations and clubs by grant. */
export async function findWithin(prisma: Reader, reach: Reach): Promise<Within> {
  const { everywhere, organisations, clubs } = reach
  if (everywhere) return { everywhere, ids: [] }
  const programs = await prisma.program.findMany({ where: programsIn(reach), select: { id: true } })
  const projects = await prisma.project.findMany({ where: projectsIn(reach), select: { id: true } })
  return { everywhere, ids: [...organisations, ...clubs, ...programs.map(({ id }) => id), ...projects.map(({ id }) => id)] }
}

const within = ({ everywhere, ids }: Within): Prisma.Sql =>
  everywhere ? Prisma.sql`TRUE` : Prisma.sql`e."belongsTo" && ${[...ids]}::uuid[]`

function conditions(filter: AuditFilter, { content, accounts }: Sight): Prisma.Sql {
  const { object, account, kinds, views, from, to } = filter
  const all = [
    content.everywhere && accounts.everywhere
      ? Prisma.sql`TRUE`
      : Prisma.sql`CASE WHEN e.kind = ANY (${[...accountKinds]}) THEN ${within(accounts)} ELSE ${within(content)} END`,
    // The index finds by this; the case above decides.
    content.everywhere ? Prisma.sql`TRUE` : within({ everywhere: false, ids: [...new Set([...content.ids, ...accounts.ids])] }),
    views ? Prisma.sql`e.operation = 'VIEW'` : Prisma.sql`e.operation <> 'VIEW'`,
    ...(object === null ? [] : [Prisma.sql`e."belongsTo" @> ARRAY[${object}::uuid]`]),
    ...(account === null ? [] : [Prisma.sql`e."accountId" = ${account}::uuid`]),
    ...(kinds === null ? [] : [Prisma.sql`e.kind = ANY (${[...kinds]})`]),
    ...(from === null ? [] : [Prisma.sql`e.at >= ${from}::timestamp AT TIME ZONE 'Europe/Warsaw'`]),
    ...(to === null ? [] : [Prisma.sql`e.at < (${to}::date + 1)::timestamp AT TIME ZONE 'Europe/Warsaw'`]),
  ]
  return Prisma.join(all, ' AND ')
}

/** At most so many entries of one act are read: the largest import tells its size, not every row. */
const mostOfAct = 400

/**
 * The latest acts, newest first, each with its entries.
 *
 * @param before - the number of an act: only earlier ones
 */
export async function findActs(
  prisma: Reader,
  filter: AuditFilter,
  sight: Sight,
  { before, limit }: { readonly before: bigint | null; readonly limit: number },
): Promise<readonly ActRow[]> {
  const where = conditions(filter, sight)
  const rows = await prisma.$queryRaw<readonly (Entry & Omit<ActRow, 'entries'>)[]>`
    WITH acts AS (
      SELECT e."actId" FROM "AuditEntry" e
      WHERE ${before === null ? Prisma.sql`TRUE` : Prisma.sql`e."actId" < ${before}`} AND ${where}
      GROUP BY e."actId" ORDER BY e."actId" DESC LIMIT ${limit})
    SELECT found.* FROM acts CROSS JOIN LATERAL (
      SELECT e.id, e."actId", e.at, e."accountId", e.act, e.operation, e.kind, e."objectId", e."belongsTo", e.before, e.after, (count(*) OVER ())::int AS total
      FROM "AuditEntry" e WHERE e."actId" = acts."actId" AND ${where} ORDER BY e.id LIMIT ${mostOfAct}) AS found
    ORDER BY found."actId" DESC, found.id`
  const acts = new Map<bigint, Omit<ActRow, 'entries'> & { readonly entries: Entry[] }>()
  for (const { at, accountId, act, total, ...entry } of rows) {
    const known = acts.get(entry.actId)
    if (known) known.entries.push(entry)
    else acts.set(entry.actId, { actId: entry.actId, at, accountId, act, total, entries: [entry] })
  }
  return [...acts.values()]
}

/** Single entries, newest first, each as an act of one. `before`: the number of an entry. */
export async function findEntries(
  prisma: Reader,
  filter: AuditFilter,
  sight: Sight,
  { before, limit }: { readonly before: bigint | null; readonly limit: number },
): Promise<readonly ActRow[]> {
  const rows = await prisma.$queryRaw<readonly (Entry & Omit<ActRow, 'entries' | 'total'>)[]>`
    SELECT e.id, e."actId", e.at, e."accountId", e.act, e.operation, e.kind, e."objectId", e."belongsTo", e.before, e.after
    FROM "AuditEntry" e
    WHERE ${before === null ? Prisma.sql`TRUE` : Prisma.sql`e.id < ${before}`} AND ${conditions(filter, sight)}
    ORDER BY e.id DESC LIMIT ${limit}`
  return rows.map(({ at, accountId, act, ...entry }) => ({
    actId: entry.actId,
    at,
    accountId,
    act,
    total: 1,
    entries: [entry],
  }))
}

/** How things are called now, whatever they are. What is gone is left out. */
export async function findNames(prisma: Reader, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  const wanted = Prisma.sql`= ANY (${[...ids]}::uuid[])`
  const plain = (kind: string, column: 'name' | 'text' | 'title') =>
    Prisma.sql`SELECT id, ${kind} AS kind, to_jsonb(${Prisma.raw(`"${column}"`)}) AS name, NULL AS start, NULL::jsonb AS discreet FROM ${Prisma.raw(`"${kind}"`)} WHERE id ${wanted}`
  const rows = await prisma.$queryRaw<readonly (Named & { readonly id: string })[]>`
    ${Prisma.join(
      [
        ...namedTables.map((kind) => plain(kind, 'name')),
        plain('PriorityCriterion', 'text'),
        Prisma.sql`SELECT r.id, 'Room', to_jsonb(v.name || ', ' || r.name), NULL, NULL FROM "Room" r JOIN "Venue" v ON v.id = r."venueId" WHERE r.id ${wanted}`,
        Prisma.sql`SELECT s.id, 'Series', s.title, NULL, (
          SELECT CASE WHEN bool_and(a."isDiscreet") THEN (array_agg(a."discreetTitle"))[1] END FROM "Activity" a WHERE a."seriesId" = s.id)
          FROM "Series" s WHERE s.id ${wanted}`,
        Prisma.sql`SELECT id, 'Activity', title, NULL, CASE WHEN "isDiscreet" THEN "discreetTitle" END FROM "Activity" WHERE id ${wanted}`,
        Prisma.sql`SELECT s.id, 'Session', coalesce(s.title, a.title), s."wallStart", CASE WHEN a."isDiscreet" THEN a."discreetTitle" END
          FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE s.id ${wanted}`,
      ],
      ' UNION ALL ',
    )}`
  return new Map(rows.map(({ id, ...named }) => [id, named]))
}

const namedTables = [
  'Municipality',
  'District',
  'Organisation',
  'Project',
  'RecruitmentCall',
  'ProjectPart',
  'IndicatorTarget',
  'SupportForm',
  'Program',
  'Club',
  'Edition',
  'Stage',
  'Group',
  'Venue',
  'Account',
] as const

/** Who has done something that the reader may see, by name. */
export function findWriters(prisma: Reader, sight: Sight): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const nothing = { object: null, account: null, kinds: null, views: false, from: null, to: null }
  return prisma.$queryRaw`
    SELECT a.id, a.name FROM "Account" a
    WHERE EXISTS (SELECT FROM "AuditEntry" e WHERE e."accountId" = a.id AND ${conditions(nothing, sight)}) ORDER BY a.name, a.id`
}

/** Notes that somebody looked at something. The database lets no one change it later. */
export const insertView = (
  prisma: PrismaClient,
  {
    path,
    ...view
  }: { readonly accountId: string; readonly kind: string; readonly objectId: string | null; readonly path: string },
): Promise<void> => insertNote(prisma, { ...view, operation: 'VIEW', path })

/** Notes what no trigger sees: a look, or that a person was erased whose row stays without saying who it was. */
export async function insertNote(
  db: Pick<PrismaClient, '$executeRaw'>,
  note: {
    readonly accountId: string
    readonly operation: 'VIEW' | 'DELETE'
    readonly kind: string
    readonly objectId: string | null
    readonly path?: string
  },
): Promise<void> {
  const { accountId, operation, kind, objectId, path } = note
  const after = path === undefined ? null : JSON.stringify({ path })
  await db.$executeRaw`
    INSERT INTO "AuditEntry" ("actId", "accountId", act, operation, kind, "objectId", "belongsTo", after)
    VALUES (nextval('"AuditEntry_id_seq"'), ${accountId}::uuid, ${operation === 'VIEW' ? 'view' : 'erase'}, ${operation}::"AuditOperation", ${kind},
      ${objectId}::uuid, array_remove(ARRAY[${objectId}::uuid], NULL), ${after}::jsonb)`
}
