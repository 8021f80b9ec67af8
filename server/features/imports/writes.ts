import { randomUUID } from 'node:crypto'
import { scheduleSchema } from '#shared/contract/schedule.ts'
import { expand } from '#shared/schedule/expand.ts'
import { scheduleBounds, type PickedSchedule, type RuleSchedule } from '#shared/schedule/schedule.ts'
import { placeSpan } from '#shared/time/place.ts'
import { startOf, warsaw } from '#shared/time/when.ts'
import { cancelled, held, marked, moved, type Patch } from '../planning/patches.ts'
import { whenColumns, type RoomTimes } from '../planning/rules.ts'
import { contentOf, seriesKey, type Entry, type Item, type ItemContent } from './diff.ts'
import { plain } from './names.ts'
import type { Wanted } from './resolve.ts'

/** A session that came from the source, with what changing it needs. */
export type Known = Item & {
  readonly activityId: string
  readonly seriesId: string
  readonly recurrenceId: string
  readonly wallStart: string
  readonly overrides: readonly string[]
  readonly isPublished: boolean
  readonly room: RoomTimes | null
  readonly schedule: unknown
}

type Columns = Readonly<Record<string, unknown>>

export type NewSeries = {
  readonly id: string
  readonly slug: string
  readonly title: Columns
  readonly programId: string
  readonly clubId: string | null
}
export type NewActivity = {
  readonly id: string
  readonly seriesId: string
  readonly position: number
  readonly first: Wanted
  readonly schedule: RuleSchedule | PickedSchedule
}
export type NewSession = Columns & { readonly id: string; readonly activityId: string }

/** All rows that applying an import writes. */
export type Writes = {
  readonly series: readonly NewSeries[]
  readonly activities: readonly NewActivity[]
  readonly sessions: readonly NewSession[]
  readonly patches: readonly Patch[]
  readonly activityPatches: readonly Patch[]
  readonly items: readonly { readonly key: string; readonly sessionId: string; readonly content: ItemContent }[]
}

export type Act = {
  readonly now: Date
  readonly publish: boolean
  /** Why, in public, what is moved or cancelled is. */
  readonly reason: Columns | null
  /** The account of a host by their name, or null where none or several have it. */
  readonly hostIdOf: (name: string | null) => string | null
  readonly rooms: ReadonlyMap<string, RoomTimes>
  readonly rules: Readonly<Record<string, RuleSchedule>>
  /** Rows of the activities that the source has, as they are: what they say, and which dates they use up. */
  readonly activities: ReadonlyMap<string, Columns>
  readonly datesOf: (activityId: string) => readonly string[]
}

/** Works out what taking some entries writes. Rows of one title, program, club and venue become one series with picked dates. */
export function writesOf(taken: readonly Entry[], known: readonly Known[], act: Act): Writes {
  const byId = new Map(known.map((item) => [item.sessionId, item]))
  const changed = taken.flatMap(({ item, wanted, changes, state }) => {
    const session = item ? byId.get(item.sessionId) : undefined
    return session ? [{ session, wanted, changes, state }] : []
  })
  const news = taken.flatMap(({ item, wanted }) => (item === null && wanted ? [wanted] : []))
  const planned = planNew(news, known, act)
  const { patches, activityPatches } = patchesFor(changed, known, act)
  return {
    ...planned,
    patches,
    activityPatches: [...planned.activityPatches, ...activityPatches],
    items: [
      ...planned.items,
      ...changed.map(({ session, wanted }) => ({
        key: wanted?.key ?? session.key,
        sessionId: session.sessionId,
        content: wanted ? contentOf(wanted) : { ...session.content, cancelled: true },
      })),
    ],
  }
}

type Changed = {
  readonly session: Known
  readonly wanted: Wanted | null
  readonly changes: Entry['changes']
  readonly state: Entry['state']
}

/** What changed in a word for all sessions to come of an activity changes the activity; else each session has its own. */
function patchesFor(changed: readonly Changed[], known: readonly Known[], act: Act): Pick<Writes, 'patches' | 'activityPatches'> {
  const activityPatches: Patch[] = []
  const common = new Map<string, Columns>()
  for (const activityId of new Set(changed.map(({ session }) => session.activityId))) {
    const all = known.filter((item) => item.activityId === activityId && item.startsAt > act.now && !item.now.cancelled)
    const patch = commonOf(
      changed.filter(({ session }) => session.activityId === activityId),
      all.length,
      act,
    )
    if (Object.keys(patch).length === 0) continue
    common.set(activityId, patch)
    activityPatches.push({ id: activityId, patch })
  }
  const patches = changed.map(({ session, wanted, changes, state }) => ({
    id: session.sessionId,
    patch:
      state === 'gone' || !wanted
        ? cancelled(act.now, act.reason)
        : patchOf(session, wanted, changes, common.get(session.activityId) ?? {}, act),
  }))
  return { patches: patches.filter(({ patch }) => Object.keys(patch).length > 0), activityPatches }
}

function commonOf(changed: readonly Changed[], sessions: number, { hostIdOf }: Act): Columns {
  const patch: Record<string, unknown> = {}
  const share = (field: Entry['changes'][number], column: string, value: (wanted: Wanted) => unknown) => {
    const values = changed.flatMap(({ wanted, changes }) =>
      wanted && changes.includes(field) ? [JSON.stringify(value(wanted))] : [],
    )
    if (values.length >= sessions && new Set(values).size === 1) patch[column] = JSON.parse(values[0] ?? 'null')
  }
  share('title', 'title', ({ title }) => ({ pl: title }))
  share('host', 'host', ({ host }) => host)
  share('host', 'hostId', ({ host }) => hostIdOf(host))
  share('description', 'description', ({ description }) => textOf(description))
  share('kind', 'kind', ({ kind }) => kind)
  return patch
}

function patchOf(session: Known, wanted: Wanted, changes: Entry['changes'], common: Columns, act: Act): Columns {
  const own: Record<string, unknown> = {}
  if (changes.includes('title') && !('title' in common)) own['title'] = { pl: wanted.title }
  if (changes.includes('host') && !('host' in common)) Object.assign(own, hostColumns(wanted.host, act))
  if (changes.includes('description') && !('description' in common)) own['note'] = textOf(wanted.description)
  const isMoved = changes.includes('when') || changes.includes('place')
  const room = wanted.roomId === null ? null : (act.rooms.get(wanted.roomId) ?? null)
  const when = placeSpan(changes.includes('when') ? wanted.when : session.now.when, warsaw)
  const movable = {
    id: session.sessionId,
    recurrenceId: session.recurrenceId,
    wallStart: session.wallStart,
    isPublished: session.isPublished,
    room: session.room,
  }
  const marks = {
    ...own,
    ...(changes.includes('when') ? { when: true } : {}),
    ...(changes.includes('place') ? { place: true } : {}),
  }
  return {
    ...own,
    ...(isMoved
      ? moved(
          movable,
          when,
          { now: act.now, zone: warsaw, reason: changes.includes('when') ? act.reason : null },
          changes.includes('place') ? room : session.room,
        )
      : {}),
    ...(changes.includes('place') ? { venueId: wanted.venueId, roomId: wanted.roomId } : {}),
    ...(changes.includes('status') ? (wanted.cancelled ? cancelled(act.now, act.reason) : held) : {}),
    ...(Object.keys(marks).length > 0 ? { overrides: marked(session.overrides, marks) } : {}),
  }
}

const hostColumns = (host: string | null, { hostIdOf }: Pick<Act, 'hostIdOf'>) => ({ host, hostId: hostIdOf(host) })

const textOf = (text: string | null): Columns | null => (text === null ? null : { pl: text })

/** An activity that takes more dates: of the source already, or made now. */
type Slot = {
  readonly id: string
  readonly seriesId: string
  readonly says: Pick<Wanted, 'host' | 'roomId' | 'description'>
  readonly dates: Set<string>
  readonly spans: PickedSchedule['spans'][number][]
  readonly made: NewActivity | null
}

function planNew(news: readonly Wanted[], known: readonly Known[], act: Act) {
  const series: NewSeries[] = []
  const slots = slotsOf(known, act)
  const whole = wholeEvents(news, act)
  const sessions: NewSession[] = []
  const items: Writes['items'][number][] = []
  const rules: NewActivity[] = []
  const newSeries = (row: Wanted): string => {
    const id = randomUUID()
    series.push({ id, slug: slugFor(row.title), title: { pl: row.title }, programId: row.programId, clubId: row.clubId })
    return id
  }
  const ruled = new Map<string, Slot>()
  for (const row of news) {
    const slot = row.event !== null && whole.has(row.event) ? ruleSlot(row, row.event) : pickedSlot(row)
    const { id, session } = sessionOf(row, slot, act)
    sessions.push(session)
    items.push({ key: row.key, sessionId: id, content: contentOf(row) })
  }

  function ruleSlot(row: Wanted, event: string): Slot {
    const found = ruled.get(event)
    if (found) return found
    const made = {
      id: randomUUID(),
      seriesId: newSeries(row),
      position: 1,
      first: row,
      schedule: act.rules[event] as RuleSchedule,
    }
    rules.push(made)
    const slot = { id: made.id, seriesId: made.seriesId, says: row, dates: new Set<string>(), spans: [], made: null }
    ruled.set(event, slot)
    return slot
  }

  function pickedSlot(row: Wanted): Slot {
    const key = seriesKey(row)
    const list = slots.get(key) ?? []
    slots.set(key, list)
    const start = startOf(row.when)
    const free = list.find(({ dates, spans }) => !dates.has(start) && spans.length < scheduleBounds.sessions)
    if (free) {
      free.dates.add(start)
      free.spans.push(row.when)
      return free
    }
    // A full activity goes on as another one of its series; two at the same hour are two series.
    const full = list.find(({ dates }) => !dates.has(start))
    const position = full ? list.filter(({ seriesId }) => seriesId === full.seriesId).length + 1 : 1
    const made: NewActivity = {
      id: randomUUID(),
      seriesId: full?.seriesId ?? newSeries(row),
      position,
      first: row,
      schedule: { kind: 'picked', zone: warsaw, spans: [] },
    }
    const slot: Slot = { id: made.id, seriesId: made.seriesId, says: row, dates: new Set([start]), spans: [row.when], made }
    list.push(slot)
    return slot
  }

  const all = [...slots.values()].flat()
  const used = new Set(sessions.map(({ activityId }) => activityId))
  const schedule = (spans: PickedSchedule['spans']): PickedSchedule => ({ kind: 'picked', zone: warsaw, spans })
  return {
    series,
    activities: [...rules, ...all.flatMap(({ made, spans }) => (made ? [{ ...made, schedule: schedule(spans) }] : []))],
    sessions,
    activityPatches: all
      .filter(({ id, made }) => !made && used.has(id))
      .map(({ id, spans }) => ({ id, patch: { schedule: schedule(spans) } })),
    items,
  }
}

/** Activities with picked dates that the source made before, by what makes rows one series. */
function slotsOf(known: readonly Known[], act: Act): Map<string, Slot[]> {
  const slots = new Map<string, Slot[]>()
  for (const item of known) {
    const key = seriesKey(item.content)
    const list = slots.get(key) ?? []
    slots.set(key, list)
    const schedule = scheduleSchema.safeParse(item.schedule)
    const row = act.activities.get(item.activityId)
    if (!row || !schedule.success || schedule.data.kind !== 'picked' || list.some(({ id }) => id === item.activityId)) continue
    const { spans } = schedule.data
    const says = {
      host: (row['host'] as string | null) ?? null,
      roomId: (row['roomId'] as string | null) ?? null,
      description: (row['description'] as { pl?: string } | null)?.pl ?? null,
    }
    const dates = new Set([...spans.map(startOf), ...act.datesOf(item.activityId)])
    list.push({ id: item.activityId, seriesId: item.seriesId, says, dates, spans: [...spans], made: null })
  }
  return slots
}

/** Repeating events that come in whole, so that their rule can be kept as a rule. */
function wholeEvents(news: readonly Wanted[], { rules }: Act): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { event } of news) if (event !== null) counts.set(event, (counts.get(event) ?? 0) + 1)
  const isOne = (event: string) => {
    const rows = news.filter((row) => row.event === event)
    return new Set(rows.map((row) => `${seriesKey(row)}|${row.roomId ?? ''}|${row.kind}`)).size === 1
  }
  return new Set(
    Object.entries(rules).flatMap(([event, rule]) => (counts.get(event) === datesIn(rule) && isOne(event) ? [event] : [])),
  )
}

const datesIn = (rule: RuleSchedule): number => expand(rule).occurrences.length

function sessionOf(
  row: Wanted,
  slot: Slot,
  { now, publish, rooms, hostIdOf }: Act,
): { readonly id: string; readonly session: NewSession } {
  const id = randomUUID()
  const { says } = slot
  const room = row.roomId === null ? null : (rooms.get(row.roomId) ?? null)
  const overrides = [
    ...(row.roomId === says.roomId ? [] : ['place']),
    ...(row.host === says.host ? [] : ['host']),
    ...(row.description === says.description ? [] : ['note']),
  ]
  const session = {
    id,
    activityId: slot.id,
    recurrenceId: startOf(row.when),
    ...whenColumns(placeSpan(row.when, warsaw), warsaw, room),
    overrides,
    ...(overrides.includes('host') ? hostColumns(row.host, { hostIdOf }) : {}),
    ...(overrides.includes('note') && row.description !== null ? { note: { pl: row.description } } : {}),
    venueId: row.venueId,
    roomId: row.roomId,
    publishedAt: publish ? now : null,
    createdAt: now,
  }
  return { id, session }
}

/** `Robótki ręczne: choinka` -> `robotki-reczne-choinka`; what has no Latin letter is called by what it is. */
export function slugFor(title: string): string {
  const slug = plain(title)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' ? 'zajecia' : slug
}
