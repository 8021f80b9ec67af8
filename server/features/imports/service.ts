import { createHash } from 'node:crypto'
import type { ImportChoices } from '#shared/contract/import.ts'
import { instantsOf, localDayAt, placeSpan, wallTimeAt } from '#shared/time/place.ts'
import { startOf, warsaw } from '#shared/time/when.ts'
import { NotAllowedError, type Actor } from '../../actor.ts'
import type { Clock } from '../../clock.ts'
import type { PrismaClient } from '../../db/generated/client.ts'
import { sqlState, type By, type Tx, type Write } from '../../db/write.ts'
import { ImpossibleValueError, NotFoundError } from '../../errors.ts'
import { refuse } from '../organisations/rules.ts'
import { reasonIssue } from '../planning/field-columns.ts'
import { objectionsTo, type OpeningSpan } from '../venues/opening.ts'
import { findOpening } from '../venues/repository.ts'
import { applyWrites } from './apply-service.ts'
import { readCalendarRows } from './calendar-rows.ts'
import { columnNames, findColumns, type Columns } from './columns.ts'
import { compare, contentOf, optionsOf, type Entry } from './diff.ts'
import { ImportError } from './import-error.ts'
import { importLimits } from './limits.ts'
import { importReach, type ImportReach } from './policy.ts'
import { presentPlan, type Judged, type PlanView, type Warning } from './present.ts'
import { readContent, type Content } from './read.ts'
import {
  findItems,
  findKnown,
  findMet,
  findPlanned,
  findReading,
  findRooms,
  findSource,
  findTitles,
  findUidDomain,
  insertReading,
  listSources,
  lockForImport,
  type Claim,
  type ImportedSession,
  type ReaderOf,
  type Source,
  type StoredReading,
} from './repository.ts'
import { resolveNames, type ChosenNames, type Known, type Target } from './resolve.ts'
import type { Reading, Refused } from './row.ts'
import { ImportChangedError, UnconfirmedWarningsError } from './rules.ts'
import { readTableRows } from './table-rows.ts'

export type ImportService = ReturnType<typeof importService>

/** Gets what stands at an address, or says in an error why not. */
export type Fetch = (url: string) => Promise<Buffer>

type Parts = {
  readonly prisma: PrismaClient
  readonly write: Write
  readonly clock: Clock
  readonly fetch: Fetch
}

export type Received = { readonly name: string; readonly url: string | null; readonly bytes: Buffer }

/** Plans from elsewhere: read, compared with what came from the same source before, applied in one transaction. */
export function importService({ prisma, write, clock, fetch }: Parts) {
  /** Keeps what was sent, so that what is applied is what was looked at. */
  async function receive(actor: Actor, received: Received, sourceId: string | null = null) {
    const reach = reachOrRefuse(actor)
    const content = await readContent(received.bytes)
    if (content.kind === 'calendar') await refuseOwn(prisma, content, clock())
    const { name, url } = received
    const reading = { name: name.slice(0, 120), url, content, accountId: actor.accountId, at: clock() }
    const id = await write((tx) => insertReading(tx, reading))
    const like = sourceId ? { id: sourceId } : url !== null ? { url } : name !== '' ? { name, url: null } : null
    const source = like && (await findSource(prisma, { AND: [reach.sources, like] }))
    return {
      id,
      name: reading.name,
      kind: content.kind,
      sheets: content.kind === 'table' ? content.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.lines.length })) : [],
      insecure: url?.startsWith('http:') ?? false,
      source: source && { id: source.id, name: source.name },
    }
  }

  async function readingOf(reader: ReaderOf, actor: Actor, id: string): Promise<StoredReading> {
    const reading = await findReading(reader, id, actor.accountId)
    if (!reading) throw new NotFoundError()
    return reading
  }

  return {
    receive,

    async receiveFrom(actor: Actor, url: string, sourceId: string | null) {
      reachOrRefuse(actor)
      return receive(actor, { name: hostOf(url), url, bytes: await fetch(url) }, sourceId)
    },

    async checkSource(actor: Actor, sourceId: string) {
      const reach = reachOrRefuse(actor)
      const source = await findSource(prisma, { AND: [reach.sources, { id: sourceId }] })
      if (!source?.url) throw new NotFoundError()
      return receive(actor, { name: source.name, url: source.url, bytes: await fetch(source.url) }, source.id)
    },

    /** What applying would do. Nothing is written. */
    async plan(actor: Actor, readingId: string, choices: ImportChoices): Promise<PlanView> {
      const reading = await readingOf(prisma, actor, readingId)
      return (await workOut(prisma, reachOrRefuse(actor), reading, choices, clock())).view
    },

    /**
     * Does what was looked at, all of it or nothing.
     *
     * @throws {ImportChangedError} when it would be something else by now
     */
    async apply(actor: Actor, readingId: string, choices: ImportChoices & { token: string; confirmWarnings: boolean }, by: By) {
      const reach = reachOrRefuse(actor)
      refuse([reasonIssue(choices.reason)])
      try {
        return await write(async (tx) => {
          const reading = await readingOf(tx, actor, readingId)
          await lockSource(tx, reach, choices.sourceId)
          const worked = await workOut(tx, reach, reading, choices, clock())
          if (worked.view.token !== choices.token) throw new ImportChangedError()
          const { warnings } = worked.view.will
          if (warnings > 0 && !choices.confirmWarnings) throw new UnconfirmedWarningsError(warnings)
          return applyWrites(tx, { ...worked, choices, reading, reach, accountId: actor.accountId, now: clock() })
        }, by)
      } catch (error) {
        // Somebody took a room between looking and writing.
        throw sqlState(error) === '23P01' ? new ImportChangedError() : error
      }
    },

    async sources(actor: Actor) {
      const rows = await listSources(prisma, reachOrRefuse(actor).sources, clock())
      return {
        sources: rows.map(({ names: _names, url, program, club, _count, lastRunAt, ...rest }) => ({
          ...rest,
          address: url === null ? null : withoutSecret(url),
          target: club?.name ?? program.name,
          lastRunAt: lastRunAt?.toISOString() ?? null,
          sessions: _count.items,
        })),
      }
    },

    async targets(actor: Actor) {
      const { programs, clubs } = await findKnown(prisma, reachOrRefuse(actor))
      return {
        programs: programs.map(({ id, name }) => ({ id, name })),
        clubs: clubs.map(({ id, name, programId }) => ({ id, name, programId })),
      }
    },
  }
}

/** Who may plan as a whole nowhere, imports nothing. */
function reachOrRefuse(actor: Actor): ImportReach {
  const plans = actor.grants.some(({ role, ownOnly }) => ['ADMINISTRATOR', 'COORDINATOR', 'ORGANISER'].includes(role) && !ownOnly)
  if (!plans) throw new NotAllowedError('plan')
  return importReach(actor)
}

/** A calendar of our own is refused before anybody chooses anything (T48). */
async function refuseOwn(reader: ReaderOf, content: Content, now: Date): Promise<void> {
  await readRows(reader, content, { sheet: 0, columns: null, minutes: 60 }, now)
}

async function readRows(
  reader: ReaderOf,
  content: Content,
  { sheet, columns, minutes }: Pick<ImportChoices, 'sheet' | 'columns' | 'minutes'>,
  now: Date,
): Promise<Reading & { readonly heads: readonly string[]; readonly columns: Columns }> {
  const today = localDayAt(now.getTime(), warsaw)
  if (content.kind === 'calendar') {
    const uidDomain = await findUidDomain(reader)
    return { ...readCalendarRows(Buffer.from(content.bytes, 'base64'), { today, uidDomain }), heads: [], columns: {} }
  }
  const lines = content.sheets[sheet]?.lines ?? []
  const found = findColumns(lines, today)
  const chosen = columns === null ? found.columns : columnsFrom(columns)
  const width = Math.max(0, ...lines.slice(0, 50).map(({ cells }) => cells.length))
  const head = lines[found.header ?? -1]?.cells ?? []
  const heads = Array.from({ length: width }, (_, n) => head[n] ?? '')
  const read = readTableRows(lines.slice((found.header ?? -1) + 1), { columns: chosen, today, minutes })
  if (read.rows.length > importLimits.rows)
    throw new ImportError('too-many-rows', String(read.rows.length), String(importLimits.rows))
  return { ...read, heads, columns: chosen }
}

const columnsFrom = (columns: Readonly<Record<string, number>>): Columns =>
  Object.fromEntries(columnNames.flatMap((name) => (columns[name] === undefined ? [] : [[name, columns[name]]])))

export type WorkedOut = {
  readonly view: PlanView
  readonly judged: readonly Judged[]
  readonly items: readonly ImportedSession[]
  readonly source: Source | null
  readonly target: Target
  readonly rules: Reading['rules']
  readonly names: ChosenNames
}

/** The same for looking and for applying: what a reading says, compared with what is there. */
async function workOut(
  reader: ReaderOf,
  reach: ImportReach,
  reading: StoredReading,
  choices: ImportChoices,
  now: Date,
): Promise<WorkedOut> {
  const known = await findKnown(reader, reach)
  const source = choices.sourceId ? await findSource(reader, { AND: [reach.sources, { id: choices.sourceId }] }) : null
  if (choices.sourceId && !source) throw new NotFoundError()
  const target = targetOf(known, source ?? choices)
  const names = mergedNames(source?.names ?? {}, choices.names)
  const read = await readRows(reader, reading.content, choices, now)
  const resolved = resolveNames(read.rows, known, target, { kind: choices.kind, names })
  const items = source ? await findItems(reader, source.id) : []
  const wanted = resolved.wanted
  const days = wanted.map(({ when }) => instantsOf(placeSpan(when, warsaw), warsaw).startMs)
  const window = { from: new Date(Math.min(...days, now.getTime())), to: new Date(Math.max(...days, now.getTime())) }
  const planned = await findPlanned(reader, { ...window, sees: reach.sees, sourceId: source?.id ?? null })
  const isTable = reading.content.kind === 'table'
  const entries = compare({ wanted, items, planned, now, isTable })
  const judged = await judge(reader, entries, choices, reach)
  const refused = [...read.refused, ...resolved.refused].slice(0, 3000)
  const token = tokenOf(judged, refused, target)
  return {
    view: presentPlan(judged, refused, known, {
      token,
      heads: [...read.heads],
      columns: read.columns as Record<string, number>,
      names: resolved.names,
    }),
    judged,
    items,
    source,
    target,
    rules: read.rules,
    names,
  }
}

/** @throws {ImpossibleValueError} 422: unknown and not one's own are told alike */
function targetOf(
  known: Known,
  { programId, clubId }: { readonly programId: string | null; readonly clubId: string | null },
): Target {
  const club = known.clubs.find(({ id }) => id === clubId)
  if (club) return { programId: club.programId, clubId: club.id }
  const program = known.programs.find(({ id }) => id === programId)
  if (program && !clubId) return { programId: program.id, clubId: null }
  const [name, value] = clubId ? ['clubId', clubId] : ['programId', programId ?? '']
  throw new ImpossibleValueError([{ name, value, expected: 'something that is there' }])
}

function mergedNames(kept: ChosenNames, chosen: ImportChoices['names']): ChosenNames {
  const fields = ['club', 'venue', 'room', 'kind', 'program'] as const
  return Object.fromEntries(fields.map((field) => [field, { ...kept[field], ...chosen[field] }]))
}

/** What stands against entries, and what is decided of each. */
async function judge(
  reader: ReaderOf,
  entries: readonly Entry[],
  { decisions }: Pick<ImportChoices, 'decisions'>,
  reach: ImportReach,
): Promise<readonly Judged[]> {
  const rooms = await findRooms(reader, [...new Set(entries.flatMap(({ wanted }) => wanted?.roomId ?? []))])
  const claims = entries.flatMap((entry) => claimOf(entry, rooms))
  const leaving = new Set(
    entries.flatMap(({ state, changes, sessionId }) =>
      state === 'changed' && sessionId && changes.some((one) => ['when', 'place', 'status'].includes(one)) ? [sessionId] : [],
    ),
  )
  const met = (await findMet(reader, claims)).filter(({ otherId }) => !leaving.has(otherId))
  const titles = await findTitles(reader, [...new Set(met.map(({ otherId }) => otherId))], reach.sees)
  const inFile = clashesInFile(claims)
  const shut = await shutWarnings(
    reader,
    entries.filter(({ key }) => claims.some((claim) => claim.key === key)),
  )
  return entries.map((entry): Judged => {
    const mine = met.filter(({ key }) => key === entry.key)
    const room = mine.find(({ kind }) => kind === 'room')
    const clash = inFile.get(entry.key)
    const taken = room ? { title: titles.get(room.otherId) ?? null, start: room.start, end: room.end } : (clash ?? null)
    const options = optionsOf(entry, taken !== null)
    const said = decisions[entry.key]
    return {
      entry,
      conflict: taken,
      warnings: [
        ...mine
          .filter(({ kind }) => kind !== 'room')
          .slice(0, 3)
          .map(({ kind, otherId, start }) => ({
            kind: kind === 'club' ? ('club-busy' as const) : ('host-busy' as const),
            title: titles.get(otherId) ?? null,
            start,
          })),
        ...(shut.get(entry.key) ?? []),
      ],
      decision: said && options.includes(said) ? said : (options[0] ?? 'leave'),
    }
  })
}

/** Opening hours and closures warn as they do in planning: somebody may have a key. In two statements, however many rows there are. */
async function shutWarnings(reader: ReaderOf, entries: readonly Entry[]): Promise<ReadonlyMap<string, readonly Warning[]>> {
  const asked = entries.flatMap(({ key, wanted }) =>
    wanted?.venueId
      ? [{ key, spot: { venueId: wanted.venueId, roomId: wanted.roomId }, when: placeSpan(wanted.when, warsaw) }]
      : [],
  )
  if (asked.length === 0) return new Map()
  const instants = asked.map(({ when }) => instantsOf(when, warsaw))
  const bounds = {
    from: new Date(Math.min(...instants.map(({ startMs }) => startMs))),
    to: new Date(Math.max(...instants.map(({ endMs }) => endMs))),
  }
  const spots = asked.map(({ spot }) => spot)
  const opening = await findOpening(reader, spots, bounds)
  return new Map(
    asked.map(({ key, spot, when }) => [
      key,
      objectionsTo(opening, spot, when, warsaw).map((objection): Warning => {
        if (objection.kind === 'closed') return { kind: 'closed', title: reasonWords(objection.reason), start: startOf(when) }
        return { kind: 'outside-hours', title: objection.open.map(hoursWords).join(', ') || null, start: objection.day }
      }),
    ]),
  )
}

const reasonWords = (reason: unknown): string | null =>
  typeof reason === 'object' && reason !== null && 'pl' in reason ? String(reason.pl) : null

const clockOf = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const hoursWords = ({ opensMinute, closesMinute }: OpeningSpan) => `${clockOf(opensMinute)}–${clockOf(closesMinute)}`

function claimOf(
  { key, state, wanted, changes, sessionId, item }: Entry,
  rooms: ReadonlyMap<string, { setupMinutes: number; clearMinutes: number }>,
): Claim[] {
  const isPlanned = state === 'new' || (state === 'changed' && changes.some((one) => ['when', 'place', 'status'].includes(one)))
  if (!wanted || !isPlanned || wanted.cancelled) return []
  const { startMs, endMs } = instantsOf(placeSpan(wanted.when, warsaw), warsaw)
  const { setupMinutes = 0, clearMinutes = 0 } = rooms.get(wanted.roomId ?? '') ?? {}
  return [
    {
      key,
      roomId: wanted.roomId,
      clubId: wanted.clubId,
      host: wanted.host,
      startsAt: new Date(startMs),
      endsAt: new Date(endMs),
      from: new Date(startMs - setupMinutes * 60_000),
      to: new Date(endMs + clearMinutes * 60_000),
      sessionId: item ? sessionId : null,
    },
  ]
}

/** Rows of one file that want the same room at once: the first in time has it. */
function clashesInFile(claims: readonly Claim[]): ReadonlyMap<string, { title: null; start: string; end: string }> {
  const clashes = new Map<string, { title: null; start: string; end: string }>()
  const roomIds = new Set(claims.flatMap(({ roomId }) => roomId ?? []))
  for (const roomId of roomIds) {
    const list = claims.filter((claim) => claim.roomId === roomId)
    let last: Claim | null = null
    for (const claim of list.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
      if (last && claim.from < last.to) clashes.set(claim.key, { title: null, ...wallsOf(last) })
      else last = claim
    }
  }
  return clashes
}

const wallsOf = ({ startsAt, endsAt }: Claim) => ({
  start: wallTimeAt(startsAt.getTime(), warsaw),
  end: wallTimeAt(endsAt.getTime(), warsaw),
})

/** Stands for what applying would do, down to what the sessions are now. */
function tokenOf(judged: readonly Judged[], refused: readonly Refused[], target: Target): string {
  const said = judged.map(({ entry, decision, conflict, warnings }) => [
    entry.key,
    entry.state,
    decision,
    entry.wanted && contentOf(entry.wanted),
    entry.item?.content,
    entry.item?.now,
    conflict,
    warnings,
  ])
  return createHash('sha256')
    .update(JSON.stringify([said, refused, target]))
    .digest('base64url')
}

/** Two who apply to one source come one after the other. */
async function lockSource(tx: Tx, reach: ImportReach, sourceId: string | null): Promise<void> {
  if (sourceId === null) return
  const source = await findSource(tx, { AND: [reach.sources, { id: sourceId }] })
  if (!source) throw new NotFoundError()
  await tx.$executeRaw`SELECT 1 FROM "ImportSource" WHERE id = ${sourceId}::uuid FOR UPDATE`
  const items = await findItems(tx, sourceId)
  await lockForImport(tx, [...new Set(items.map(({ seriesId }) => seriesId))].toSorted(), [])
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '')

/** A calendar's address may open it to whoever has it: shown are its host and the beginning of its path. */
function withoutSecret(url: string): string {
  if (!URL.canParse(url)) return ''
  const { host, pathname } = new URL(url)
  return pathname.length > 12 ? `${host}${pathname.slice(0, 8)}…` : host + pathname
}
