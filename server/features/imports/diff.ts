import type { changedFields, rowDecisions, rowStates } from '#shared/contract/import-rows.ts'
import { daysBetween } from '#shared/time/calendar.ts'
import { instantsOf, placeSpan } from '#shared/time/place.ts'
import { firstDayOf, warsaw, type WallSpan } from '#shared/time/when.ts'
import { nameKey } from './names.ts'
import type { Wanted } from './resolve.ts'
import type { RowFault } from './row.ts'
import { spanText } from './spans.ts'

export type RowState = (typeof rowStates)[number]
export type Decision = (typeof rowDecisions)[number]
export type ChangedField = (typeof changedFields)[number]

/** What a row said when it was imported last: kept with the session that it became. */
export type ItemContent = Pick<
  Wanted,
  'title' | 'when' | 'programId' | 'clubId' | 'venueId' | 'roomId' | 'kind' | 'host' | 'description' | 'cancelled' | 'event'
>

/** A session that came from this source, as it is now. */
export type Item = {
  readonly key: string
  readonly content: ItemContent
  readonly sessionId: string
  readonly now: Pick<ItemContent, 'title' | 'when' | 'venueId' | 'roomId' | 'host' | 'cancelled'>
  readonly startsAt: Date
  readonly people: number
}

/** A session that is planned already, by whomever: to find what would come twice. */
export type Planned = { readonly sessionId: string; readonly title: string; readonly when: WallSpan }

export type Entry = {
  readonly key: string
  readonly state: RowState
  readonly wanted: Wanted | null
  readonly item: Item | null
  readonly changes: readonly ChangedField[]
  readonly fault: RowFault | null
  readonly sessionId: string | null
}

export type Compared = {
  readonly wanted: readonly Wanted[]
  readonly items: readonly Item[]
  readonly planned: readonly Planned[]
  readonly now: Date
  /** A table says nothing of days before its first and after its last; a calendar says everything. */
  readonly isTable: boolean
}

/**
 * Compares what a source says with what came from it last time. Nothing is decided by what a session holds now: what an organiser
 * changed by hand stays, until the source says something new of that very thing, and then it is only offered.
 */
export function compare({ wanted, items, planned, now, isTable }: Compared): readonly Entry[] {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const moved = isTable ? movedRows(wanted, items) : new Map<string, Item>()
  const itemOf = (row: Wanted) => byKey.get(row.key) ?? moved.get(row.key) ?? null
  const known = new Map(planned.map((session) => [sameness(session.title, session.when), session.sessionId]))
  const inFile = new Set<string>()
  const rows = wanted.map((row): Entry => {
    const item = itemOf(row)
    const same = `${sameness(row.title, row.when)}|${row.venueId ?? ''}|${row.clubId ?? ''}`
    const isTwice = inFile.has(same)
    inFile.add(same)
    return item
      ? knownRow(row, item, now)
      : newRow(row, { now, isTwice, sessionId: known.get(sameness(row.title, row.when)) ?? null })
  })
  const met = new Set(rows.flatMap(({ item }) => (item ? [item.key] : [])))
  return [...rows, ...goneItems(items, met, wanted, now, isTable)]
}

function knownRow(wanted: Wanted, item: Item, now: Date): Entry {
  const entry = { key: wanted.key, wanted, item, sessionId: item.sessionId, fault: null }
  const changes = changesOf(item.content, wanted)
  if (changes.length === 0) return { ...entry, state: 'same', changes }
  if (item.startsAt <= now) return { ...entry, state: 'skipped', changes, fault: 'began' }
  if (instantOf(wanted.when) <= now.getTime() && changes.includes('when'))
    return { ...entry, state: 'refused', changes, fault: 'began' }
  return { ...entry, state: 'changed', changes, fault: changedHere(item, changes) ? 'changed-here' : null }
}

function newRow(
  wanted: Wanted,
  { now, isTwice, sessionId }: { readonly now: Date; readonly isTwice: boolean; readonly sessionId: string | null },
): Entry {
  const entry = { key: wanted.key, wanted, item: null, changes: [], sessionId, fault: null }
  if (instantOf(wanted.when) <= now.getTime()) return { ...entry, state: 'skipped', fault: 'began' }
  if (isTwice || sessionId !== null) return { ...entry, state: 'duplicate' }
  return wanted.cancelled ? { ...entry, state: 'skipped' } : { ...entry, state: 'new' }
}

function goneItems(
  items: readonly Item[],
  met: ReadonlySet<string>,
  wanted: readonly Wanted[],
  now: Date,
  isTable: boolean,
): readonly Entry[] {
  const days = wanted.map(({ when }) => firstDayOf(when)).toSorted()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const isSpokenOf = ({ content }: Item) => !isTable || (firstDayOf(content.when) >= first && firstDayOf(content.when) <= last)
  return items
    .filter(
      (item) => !met.has(item.key) && item.startsAt > now && !item.now.cancelled && !item.content.cancelled && isSpokenOf(item),
    )
    .map((item) => ({ key: item.key, state: 'gone', wanted: null, item, changes: [], fault: null, sessionId: item.sessionId }))
}

/** The longest way that a row without an id is followed to another day. */
const longestMove = 3

/** Rows that stand on another day than last time: of the same name and club, the nearest within three days that nobody else has. */
function movedRows(wanted: readonly Wanted[], items: readonly Item[]): ReadonlyMap<string, Item> {
  const keys = new Set(wanted.map(({ key }) => key))
  const free = items.filter(({ key, content }) => !keys.has(key) && !content.cancelled)
  const known = new Set(items.map(({ key }) => key))
  const news = wanted.filter(({ key }) => !known.has(key))
  const pairs = news
    .flatMap((row) => {
      const like = free.filter(({ content }) => nameKey(content.title) === nameKey(row.title) && content.clubId === row.clubId)
      return like.map((item) => ({ row, item, days: Math.abs(daysBetween(firstDayOf(item.content.when), firstDayOf(row.when))) }))
    })
    .filter(({ days }) => days <= longestMove)
    .toSorted((a, b) => a.days - b.days)
  const found = new Map<string, Item>()
  const taken = new Set<Item>()
  for (const { row, item } of pairs) {
    if (found.has(row.key) || taken.has(item)) continue
    found.set(row.key, item)
    taken.add(item)
  }
  return found
}

const compared: Readonly<Record<ChangedField, (content: ItemContent) => string>> = {
  title: ({ title }) => title,
  when: ({ when }) => spanText(when),
  place: ({ venueId, roomId }) => `${venueId ?? ''}/${roomId ?? ''}`,
  host: ({ host }) => host ?? '',
  description: ({ description }) => description ?? '',
  kind: ({ kind }) => kind,
  status: ({ cancelled }) => String(cancelled),
}
const fields = Object.keys(compared) as readonly ChangedField[]

export const changesOf = (before: ItemContent, after: ItemContent): readonly ChangedField[] =>
  fields.filter((field) => compared[field](before) !== compared[field](after))

/** Whether somebody changed by hand what the source now changes too. */
function changedHere({ content, now }: Item, changes: readonly ChangedField[]): boolean {
  const here: ItemContent = { ...content, ...now }
  return changes.some((field) => !['description', 'kind'].includes(field) && compared[field](here) !== compared[field](content))
}

export const contentOf = (row: Wanted): ItemContent => ({
  title: row.title,
  when: row.when,
  programId: row.programId,
  clubId: row.clubId,
  venueId: row.venueId,
  roomId: row.roomId,
  kind: row.kind,
  host: row.host,
  description: row.description,
  cancelled: row.cancelled,
  event: row.event,
})

const sameness = (title: string, when: WallSpan): string => `${nameKey(title)}|${spanText(when)}`
const instantOf = (when: WallSpan): number => instantsOf(placeSpan(when, warsaw), warsaw).startMs

/** What may be decided of a row, the default first. */
export function optionsOf({ state, fault, item }: Entry, hasConflict: boolean): readonly Decision[] {
  if (hasConflict) return ['leave', 'without-room']
  if (state === 'new') return ['take', 'leave']
  if (state === 'changed') return fault === 'changed-here' ? ['leave', 'take'] : ['take', 'leave']
  if (state === 'duplicate') return item ? ['leave'] : ['leave', 'take']
  return state === 'gone' ? ['keep', 'cancel'] : ['leave']
}

/** Rows that become one series: of one title, program, club and venue. */
export const seriesKey = ({ title, programId, clubId, venueId }: ItemContent): string =>
  [nameKey(title), programId, clubId ?? '', venueId ?? ''].join('|')
