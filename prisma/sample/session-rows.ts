import { expand, type Occurrence } from '#shared/schedule/expand.ts'
import type { Schedule } from '#shared/schedule/schedule.ts'
import { instantsOf, placeSpan } from '#shared/time/place.ts'
import { firstDayOf, startOf, warsaw, type LocalDay, type WallSpan, type When } from '#shared/time/when.ts'
import { Prisma } from '#server/db/generated/client.ts'
import type { Tx } from '#server/db/write.ts'
import { idOf } from './ids.ts'
import { textColumn } from './noun-rows.ts'
import type { ActivityFace, SeriesPlace, Texts } from './shapes.ts'

/** A change of one session. `at` counts the sessions of the activity: 0 is the first one that begins on the day of loading or later. */
export type Edit = {
  readonly at: number
  readonly cancel?: { readonly reason?: Texts; readonly instead?: number | Texts }
  readonly move?: { readonly to: (day: LocalDay) => WallSpan; readonly reason?: Texts }
  readonly host?: string
  readonly title?: Texts
  readonly note?: Texts
}

/** Where an activity takes place: a room, or without a venue a district and whether one gets there without stairs. */
export type Place =
  | { readonly venue: string; readonly room: string }
  | { readonly district: string; readonly stepFree: 'YES' | 'NO' | 'UNKNOWN' }
  | null

export type Activity = {
  readonly face: ActivityFace
  readonly place: Place
  readonly schedule: Schedule
  readonly draft?: true
  readonly edits?: readonly Edit[]
}

export type Series = {
  readonly slug: string
  readonly belongs: SeriesPlace
  readonly activities: readonly Activity[]
}

export type SeriesLayer = {
  readonly isSample: boolean
  readonly districtId: (slug: string) => string
  /** Minutes that a room is taken before and after each session. */
  readonly roomMinutes: (venue: string, room: string) => { readonly before: number; readonly after: number }
  /** The day of loading: what edits count from, and part of every session's id, because a UID may never come back with a lower SEQUENCE. */
  readonly today: LocalDay
  /** The last day of the programs. */
  readonly lastDay: LocalDay | null
  readonly publishedAt: Date
  readonly changedAt: Date
}

type SessionRow = Prisma.SessionCreateManyInput & { readonly id: string }

/** Inserts series with their activities and all sessions that the schedules give. */
export async function insertSeries(tx: Tx, series: readonly Series[], layer: SeriesLayer): Promise<void> {
  const skipDuplicates = true
  await tx.series.createMany({ skipDuplicates, data: series.map((one) => seriesRow(one, layer.isSample)) })
  await tx.activity.createMany({
    skipDuplicates,
    data: series.flatMap((one) => one.activities.map((activity, position) => activityRow(one.slug, activity, position, layer))),
  })
  await insertSessions(tx, sessionRows(series, layer))
}

/** All sessions of some series, as their schedules and edits make them. */
export function sessionRows(series: readonly Series[], layer: SeriesLayer): readonly SessionRow[] {
  return series.flatMap(({ slug, activities }) =>
    activities.flatMap((activity, position) => rowsOfActivity(slug, activity, position, layer)),
  )
}

/** ON CONFLICT can't use a deferrable constraint (55000), so those that are there already are looked for first. */
async function insertSessions(tx: Tx, sessions: readonly SessionRow[]): Promise<void> {
  const there = await tx.session.findMany({ where: { id: { in: sessions.map(({ id }) => id) } }, select: { id: true } })
  const known = new Set(there.map(({ id }) => id))
  const missing = sessions.filter(({ id }) => !known.has(id))
  // Many rows go in several statements: first what points nowhere, then the cancelled ones that point at another session.
  await tx.session.createMany({ data: missing.filter(({ insteadId }) => !insteadId) })
  await tx.session.createMany({ data: missing.filter(({ insteadId }) => insteadId) })
}

const activityId = (series: string, position: number): string => idOf('activity', series, position)

function seriesRow({ slug, belongs, activities }: Series, isSample: boolean): Prisma.SeriesCreateManyInput {
  const { program, club, edition, group } = belongs
  return {
    id: idOf('series', slug),
    slug,
    title: activities.at(-1)!.face.title,
    programId: idOf('program', program),
    clubId: club === undefined ? null : idOf('club', club),
    editionId: edition === undefined ? null : idOf('edition', program, edition),
    groupId: group === undefined ? null : idOf('group', program, group),
    isSample,
  }
}

function activityRow(
  series: string,
  { face, place, schedule, draft }: Activity,
  position: number,
  { districtId, publishedAt }: SeriesLayer,
): Prisma.ActivityCreateManyInput {
  const { discreet, audiences, languages = [], ...rest } = face
  return {
    ...rest,
    ...textsOf(face),
    ...placeColumns(place),
    id: activityId(series, position),
    seriesId: idOf('series', series),
    position,
    status: draft ? 'DRAFT' : 'PUBLISHED',
    audiences: [...audiences],
    languages: [...languages],
    districtId: place && 'district' in place ? districtId(place.district) : null,
    stepFree: place && 'district' in place ? place.stepFree : 'UNKNOWN',
    isDiscreet: discreet !== undefined,
    discreetTitle: textColumn(discreet?.title),
    discreetListed: discreet?.listed ?? false,
    schedule,
    createdAt: publishedAt,
  }
}

function textsOf({ title, description, planB, meetingPoint, bring, costText, contactHours, eligibility }: ActivityFace) {
  return {
    title,
    description: textColumn(description),
    planB: textColumn(planB),
    meetingPoint: textColumn(meetingPoint),
    bring: textColumn(bring),
    costText: textColumn(costText),
    contactHours: textColumn(contactHours),
    eligibility: textColumn(eligibility),
  }
}

function placeColumns(place: Place): { readonly venueId: string | null; readonly roomId: string | null } {
  if (!place || 'district' in place) return { venueId: null, roomId: null }
  return { venueId: idOf('venue', place.venue), roomId: idOf('room', place.venue, place.room) }
}

function rowsOfActivity(series: string, activity: Activity, position: number, layer: SeriesLayer): readonly SessionRow[] {
  const { occurrences } = expand(activity.schedule, layer.lastDay)
  const ids = occurrences.map(({ recurrenceId }) => idOf('session', layer.today, series, position, recurrenceId))
  const upcoming = occurrences.findIndex(({ when }) => firstDayOf(when) >= layer.today)
  const edits = new Map((activity.edits ?? []).map((edit) => [upcoming + edit.at, edit]))
  const idAt = (at: number) => ids[upcoming + at]
  return occurrences.map((occurrence, n) =>
    sessionRow(activity, occurrence, edits.get(n), idAt, layer, ids[n]!, activityId(series, position)),
  )
}

function sessionRow(
  { place, draft }: Activity,
  occurrence: Occurrence,
  edit: Edit | undefined,
  idAt: (at: number) => string | undefined,
  layer: SeriesLayer,
  id: string,
  activity: string,
): SessionRow {
  const when = edit?.move ? placeSpan(edit.move.to(firstDayOf(occurrence.when)), warsaw) : occurrence.when
  return {
    id,
    activityId: activity,
    recurrenceId: occurrence.recurrenceId,
    ...whenColumns(when, place, layer),
    ...placeColumns(place),
    ...(edit && editColumns(edit, occurrence, idAt, layer)),
    createdAt: layer.publishedAt,
    publishedAt: draft ? null : layer.publishedAt,
  }
}

function whenColumns(when: When, place: Place, { roomMinutes }: SeriesLayer) {
  const { startMs, endMs } = instantsOf(when, warsaw)
  const { before, after } = place && 'room' in place ? roomMinutes(place.venue, place.room) : { before: 0, after: 0 }
  return {
    whenKind: when.kind === 'timed' ? 'TIMED' : 'ALL_DAY',
    wallStart: startOf(when),
    wallEnd: when.kind === 'timed' ? when.end : when.lastDay,
    startsAt: new Date(startMs),
    endsAt: new Date(endMs),
    occupiedFrom: new Date(startMs - before * 60_000),
    occupiedTo: new Date(endMs + after * 60_000),
  } as const
}

function editColumns(
  { cancel, move, host, title, note }: Edit,
  { when }: Occurrence,
  idAt: (at: number) => string | undefined,
  { changedAt }: SeriesLayer,
) {
  const changed = { when: move, title, host, note }
  return {
    overrides: Object.entries(changed).flatMap(([name, value]) => (value === undefined ? [] : [name])),
    title: textColumn(title),
    host: host ?? null,
    note: textColumn(note),
    ...(move && { movedFrom: startOf(when), movedAt: changedAt, moveReason: textColumn(move.reason) }),
    ...(cancel && {
      status: 'CANCELLED' as const,
      cancelledAt: changedAt,
      cancelReason: textColumn(cancel.reason),
      insteadId: typeof cancel.instead === 'number' ? (idAt(cancel.instead) ?? null) : null,
      insteadText: textColumn(typeof cancel.instead === 'object' ? cancel.instead : undefined),
    }),
  }
}
