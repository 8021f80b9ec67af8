import { createHash } from 'node:crypto'
import type { Language } from '#shared/contract/kinds.ts'
import { feedPath, savedFeedPath } from '#shared/contract/paths.ts'
import { filterNames, filters, limits, matches, type FeedFacts, type Selection } from '#shared/contract/selection.ts'
import { addDays } from '#shared/time/calendar.ts'
import { localDayAt, localMidnight } from '#shared/time/place.ts'
import { warsaw, type LocalDay } from '#shared/time/when.ts'

/** What a feed may hold at most: large calendar clients drop the rest (mechanics 11). */
export const feedLimits = { events: 1_000, bytes: 1_000_000 } as const

/** What one feed is about: a selection of sessions, or one session. */
export type Target =
  | { readonly kind: 'selection'; readonly selection: Selection }
  | { readonly kind: 'session'; readonly id: string; readonly language: Language; readonly cancelled: Selection['cancelled'] }

/** A row of the table `Change`: the slugs before and after. Of a thing that was renamed, only its own collection is there. */
export type ChangeRow = {
  readonly sessionId: string | null
  readonly before: Partial<FeedFacts> | null
  readonly after: Partial<FeedFacts> | null
}

/** The local day and the instants between which it lies; what is rendered on it is true on it alone (mechanics 9). */
export type Today = { readonly day: LocalDay; readonly startMs: number; readonly endMs: number }

export function todayAt(nowMs: number): Today {
  const day = localDayAt(nowMs, warsaw)
  return { day, startMs: localMidnight(day, warsaw), endMs: localMidnight(addDays(day, 1), warsaw) }
}

/** The instants between which a session must lie, at least in part; edges are local midnights, the second one outside. */
export type Window = { readonly fromMs: number; readonly toMs: number }

export function windowOf(range: Selection['range'], today: Today): Window {
  const { from, to } = range ?? { from: addDays(today.day, -limits.pastDays), to: addDays(today.day, limits.futureDays) }
  return { fromMs: localMidnight(from, warsaw), toMs: localMidnight(addDays(to, 1), warsaw) }
}

/** Future and running sessions in order, then past ones backwards: what is furthest away is cut first. */
export function nearestFirst<Slot extends { readonly id: string; readonly startMs: number; readonly endMs: number }>(
  slots: readonly Slot[],
  today: Today,
): Slot[] {
  const [coming, past] = [slots.filter(({ endMs }) => endMs > today.startMs), slots.filter(({ endMs }) => endMs <= today.startMs)]
  return [...coming.toSorted(byStart), ...past.toSorted((one, other) => byStart(other, one))]
}

/** How many of the texts, taken in order, a feed can hold. */
export function countThatFit(sizes: readonly number[], room: { readonly events: number; readonly bytes: number }): number {
  let bytes = 0
  const tooMuch = sizes.findIndex((size, index) => index >= room.events || (bytes += size) > room.bytes)
  return tooMuch < 0 ? sizes.length : tooMuch
}

/** The order of events in a feed: by start, then by UID. */
export function byStart(one: { startMs: number; id: string }, other: { startMs: number; id: string }): number {
  return one.startMs - other.startMs || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}

/** True when a change concerns what a feed shows: a session that it held or now holds, or a name that stands in its title. */
export function touches(target: Target, { sessionId, before, after }: ChangeRow): boolean {
  if (target.kind === 'session') return target.id === sessionId
  const { selection } = target
  if (sessionId === null) return [before, after].some((facts) => facts !== null && names(selection, facts))
  return [before, after].some((facts) => facts !== null && matches(selection, facts as FeedFacts))
}

/** True when the selection is named after something among these slugs. */
function names({ slice, filters: chosen }: Selection, facts: Partial<FeedFacts>): boolean {
  if (slice.collection !== 'all' && facts[slice.collection]?.includes(slice.slug)) return true
  return filterNames.some((name) => chosen[name]?.some((slug) => facts[filters[name]]?.includes(slug)))
}

/** The path under which a selection is published: its own, or the short one of a saved selection (mechanics 16). */
export function publishedPath(selection: Selection, publicUrl: string): string {
  const path = feedPath(selection)
  return publicUrl.length + path.length > limits.addressLength ? savedFeedPath(hashOf(path)) : path
}

export const hashOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 24)

/** True for the feeds that `/api/feeds` lists: one slice and nothing else. */
export function isNamed({ filters: chosen, stepFree, language, cancelled, range }: Selection): boolean {
  return Object.keys(chosen).length === 0 && !stepFree && language === 'pl' && cancelled === 'mark' && range === null
}
